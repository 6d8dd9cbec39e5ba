import type { AccessEntry } from '#shared/domain/access/access-entry';
import { logKeptFrom } from '#shared/domain/access/log-year';
import type { RecipientId } from '#shared/domain/message/ids';
import { coverOf, coversOf } from '#shared/domain/retention/legal-hold';
import { LOOK_AGAIN } from '#shared/domain/retention/verdict';
import { makeEndOwnRecords } from '#shared/flow/own-data/end-own-records';
import { type SubjectPorts, makeEndingSubject } from '#shared/flow/retention/ending-subject';
import { type Clock, after } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { DataRequests } from '#shared/ports/data-requests';
import type { Erasures } from '#shared/ports/erasures';
import type { LegalHolds } from '#shared/ports/legal-holds';

export interface EndLogPorts extends MayEndPorts {
  readonly accessLog: AccessLog;
  readonly dataRequests: Pick<DataRequests, 'ofRecipient' | 'before' | 'remove'>;
  readonly erasures: Pick<Erasures, 'doneBefore' | 'remove'>;
  readonly clock: Clock;
}

/** Entries read at a time. */
const PAGE = 100;
/** Newest requests looked at: an older one that nobody answers keeps nothing back. */
const REQUESTS = 50;

/**
 * Ends years of somebody's log whose two calendar years are over. While a request for own data waits for its answer nothing of
 * the log ends, since the answer may rest on it; an entry about a message that a legal hold lies on stays with the message. Requests and erasures that
 * are over end with the year.
 *
 * @see 571/2016 § 20; 2016/679 art. 5(1)(e), 17(3)(e)
 */
export function makeEndAccessLog(ports: EndLogPorts) {
  const { accessLog, clock } = ports;
  const mayEnd = makeMayEnd(ports);
  const endOwnRecords = makeEndOwnRecords(ports, mayEnd.entry);

  return async function endAccessLog(id: RecipientId): Promise<void> {
    const until = logKeptFrom(clock());
    const isWhole = (await mayEnd.log(id)) && (await endBefore(id, until)) && (await endOwnRecords(id, until));
    await accessLog.lookAgain(id, until, isWhole ? undefined : after(clock(), LOOK_AGAIN));
  };

  /** @returns whether nothing was kept back */
  async function endBefore(id: RecipientId, until: ReturnType<typeof logKeptFrom>): Promise<boolean> {
    let isWhole = true;
    let last: AccessEntry | undefined;
    do {
      const entries = await accessLog.before(id, until, { after: last, limit: PAGE });
      const ending = await Promise.all(entries.map(async (entry) => ((await mayEnd.entry(entry)) ? [entry] : [])));
      await accessLog.remove(id, ending.flat());
      isWhole &&= ending.flat().length === entries.length;
      last = entries.length < PAGE ? undefined : entries.at(-1);
    } while (last);
    return isWhole;
  }
}

export interface MayEndPorts extends SubjectPorts {
  readonly dataRequests: Pick<DataRequests, 'ofRecipient'>;
  readonly holds: Pick<LegalHolds, 'isCovered'>;
}

/** What keeps a log, or one entry of it, back though its time is over. */
export function makeMayEnd({ dataRequests, holds, ...ports }: MayEndPorts) {
  const { subjectOf } = makeEndingSubject(ports);

  async function log(id: RecipientId): Promise<boolean> {
    if (await holds.isCovered([coverOf({ type: 'EVERYTHING' })])) return false;
    return (await dataRequests.ofRecipient(id, { limit: REQUESTS })).every(({ answer }) => answer !== undefined);
  }

  async function entry({ messageId }: Pick<AccessEntry, 'messageId'>): Promise<boolean> {
    const subject = messageId === undefined ? undefined : await subjectOf(messageId);
    return !subject || !(await holds.isCovered(coversOf(subject.held)));
  }

  return { log, entry };
}
