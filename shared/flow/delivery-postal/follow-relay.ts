import { letterNamed } from '#shared/domain/delivery-postal/relayed';
import type { LetterId } from '#shared/domain/message/ids';
import {
  type PostalEvent,
  type PostalPorts,
  makeRecordPostalEvent,
} from '#shared/flow/delivery-postal/record-postal-event';
import type { RelayEvent, RelayFeed, RelayMark, RelayPage } from '#shared/ports/postal-relay';

export interface FollowPorts extends PostalPorts {
  readonly relayFeed: RelayFeed;
  readonly relayMark: RelayMark;
}

/** What one run has read, for its figures. */
export interface FollowRun {
  /** Events of letters of this hub that are on record now. */
  readonly recorded: number;
  /** Events of a type nobody has heard of: the national service has something new. */
  readonly unknown: number;
  /** Events that can not be, as of a moment to come. */
  readonly refused: number;
}

type Outcome = keyof FollowRun | 'passed';

/** Pages of one run: a million events. What is left is read by the next. */
const MOST_PAGES = 1000;

/**
 * Reads what the national service tells of letters, and puts it on record as a print provider's events are. The place in its
 * feed moves when a whole page is on record, so a run that died reads that page again, and a repeat adds nothing.
 *
 * @see suomifi-messages-notes.md section 5; ADR 041
 */
export function makeFollowRelay(ports: FollowPorts) {
  const { relayFeed, relayMark } = ports;
  const recordPostalEvent = makeRecordPostalEvent(ports);

  return async function followRelay(): Promise<FollowRun> {
    const counts = { recorded: 0, unknown: 0, refused: 0, passed: 0 };
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await nextPage();
      for (const event of page.events) counts[await record(event)] += 1;
      await relayMark.move(page.next);
      if (page.events.length === 0) break;
    }
    const { recorded, unknown, refused } = counts;
    return { recorded, unknown, refused };
  };

  /** From the beginning where the service has forgotten the place: what is on record already is passed over. */
  async function nextPage(): Promise<RelayPage> {
    const page = await relayFeed.read(await relayMark.read());
    const found = page === 'unknown-token' ? await relayFeed.read() : page;
    if (found === 'unknown-token') throw new Error('the national service knows no token it was not given');
    return found;
  }

  async function record(told: RelayEvent): Promise<Outcome> {
    if (ELSEWHERE.includes(told.type)) return 'passed';
    const event = postalEventOf(told);
    if (!event) return 'unknown';
    const id = told.externalId === undefined ? undefined : letterNamed(told.externalId);
    return id === undefined ? 'passed' : enter(id, event);
  }

  async function enter(id: LetterId, event: PostalEvent): Promise<Outcome> {
    const entered = await recordPostalEvent(id, event);
    if (entered.ok) return 'recorded';
    return entered.refusal.kind === 'event-refused' ? 'refused' : 'passed';
  }
}

/** Of mailboxes, or of what the hub knows already. */
const ELSEWHERE: readonly string[] = [
  'Electronic message created',
  'Electronic message read',
  'Receipt confirmed',
  'Electronic message from end user',
  'Paper mail created',
];

type Told = Pick<PostalEvent, 'type' | 'reason'>;

/** Posti's words are of verifiable letters alone; of others nothing comes after they were sent for printing. */
const TOLD: ReadonlyMap<string, Told> = new Map([
  ['Sent for printing and enveloping', { type: 'PRINTED' }],
  ['Posti: receipt confirmed', { type: 'RECEIPT_SIGNED' }],
  ['Posti: returned to sender', { type: 'RETURNED', reason: 'NOT_COLLECTED' }],
  ['Posti: unresolved', { type: 'UNRESOLVED', reason: 'OTHER' }],
]);

/** The longest a provider may tell itself (contracts/print/letters.ts). */
const LONGEST = { trackingCode: 64, signer: 256 };

/** An event has no id there: of one letter each type comes once, so its type is one. */
function postalEventOf({ type, at, trackingCode, signer }: RelayEvent): PostalEvent | undefined {
  const told = TOLD.get(type);
  return (
    told && {
      ...told,
      at,
      eventId: `suomi.fi/${told.type}`,
      trackingCode: asLine(trackingCode, LONGEST.trackingCode),
      signer: told.type === 'RECEIPT_SIGNED' ? asLine(signer, LONGEST.signer) : undefined,
    }
  );
}

/** How a signature is written is not documented: what is no line of text is left with the national service. */
function asLine(text: string | undefined, longest: number): string | undefined {
  const fits = text !== undefined && text.length > 0 && text.length <= longest && !/\p{Cc}/u.test(text);
  return fits ? text : undefined;
}
