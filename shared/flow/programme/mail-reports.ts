import type { Report } from '#shared/domain/programme/report';
import { writeReportNotice } from '#shared/domain/notice/report-notice';
import { type ReportMail, type UnsentReport, reportMailTag } from '#shared/domain/report-calendar/report-mail';
import { makeNextClaim } from '#shared/flow/delivery/next-claim';
import { accessTo, linkTo } from '#shared/flow/programme/report-access';
import { faultsIn, sideBySide } from '#shared/kernel/side-by-side';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { NoticeMailer } from '#shared/ports/notice-mailer';
import type { ReportMails } from '#shared/ports/report-mails';
import type { ReportShelf } from '#shared/ports/report-shelf';
import type { Sealer } from '#shared/ports/sealer';

export interface MailReportsPorts {
  readonly shelf: Pick<ReportShelf, 'read'>;
  readonly mails: ReportMails;
  readonly mailer: NoticeMailer;
  readonly sealer: Pick<Sealer, 'digest'>;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Address that the calls of the programme are reached at. */
  readonly reportLink: string;
}

/** What became of the mails that were owed. */
export interface Mailed {
  readonly sent: number;
  /** Not yet: evidence is awaited, or the provider takes nothing now. */
  readonly waiting: number;
  /** Refused, or sent twice without anybody hearing of it: an operator looks at them. */
  readonly failed: number;
}

/** Mails under way at a time; the provider takes only so many in a second. */
const LANES = 4;
/** Mails whose reports are read together. */
const AHEAD = 25;

/**
 * Sends the mails that reports owe, each for itself: claimed, sent, settled. A mail whose answer was lost waits for evidence even
 * where the process that sent it is known to be gone, since no report is in a hurry; one that can't go keeps no other back.
 *
 * @see architecture.md section 2 (SES has no idempotency token)
 */
export function makeMailReports(ports: MailReportsPorts) {
  const { shelf, mails, mailer, sealer, ids, reportLink } = ports;
  const nextClaim = makeNextClaim({ clock: ports.clock, ids: { ...ids, isAbandoned: () => false } });

  return async function mailReports(hasTime: () => boolean): Promise<Mailed> {
    const all = await mails.owed();
    const results: PromiseSettledResult<keyof Mailed>[] = [];
    for (let start = 0; start < all.length && hasTime(); start += AHEAD) {
      const some = all.slice(start, start + AHEAD);
      const reportOf = readTogether(shelf, some);
      results.push(
        ...(await sideBySide({ all: some, lanes: LANES, isOpen: hasTime }, async (mail) => mailOne(mail, reportOf))),
      );
    }
    const count = { sent: 0, waiting: all.length - results.length, failed: 0 };
    for (const result of results) if (result.status === 'fulfilled') count[result.value] += 1;
    const faults = faultsIn(results);
    if (faults.length > 0) throw new AggregateError(faults, 'a mail about a report may not have been sent');
    return count;
  };

  async function mailOne(mail: ReportMail, reportOf: ReportOf): Promise<keyof Mailed> {
    const claim = nextClaim(mail.claim);
    if (!claim.ok) return claim.refusal.kind === 'sends-exhausted' ? fail(mail, 'NO_EVIDENCE') : 'waiting';
    const report = await reportOf(mail);
    if (!report) throw new Error('the report that a mail tells of is missing');
    const notice = writeReportNotice(report, await linksTo(report));
    if (!(await mails.claim(mail, claim.value))) return 'waiting';
    const { attempt } = claim.value;
    const sent = await mailer.send({ to: mail.to, notice, attempt, about: reportMailTag(mail.name) });
    if (sent.ok) return settled(mail);
    if (sent.refusal.when === 'never') return fail(mail, 'REFUSED');
    await mails.release(mail.name, claim.value);
    return 'waiting';
  }

  async function settled({ name }: ReportMail): Promise<'sent'> {
    await mails.settle(name, 'SENT');
    return 'sent';
  }

  async function fail(mail: ReportMail, because: UnsentReport['because']): Promise<'failed'> {
    await mails.note(unsentOf(mail, because));
    await mails.settle(mail.name, 'FAILED');
    return 'failed';
  }

  async function linksTo({ id }: Report) {
    const shown = { id, access: await accessTo(sealer, id) };
    return { fi: linkTo(reportLink, shown, 'fi'), sv: linkTo(reportLink, shown, 'sv') };
  }
}

type ReportOf = (mail: ReportMail) => Promise<Report | undefined>;

/** Reads that are begun at once travel together; one that fails is known to the mails of its report only. */
function readTogether(shelf: Pick<ReportShelf, 'read'>, some: readonly ReportMail[]): ReportOf {
  const ids = new Set(some.map(({ reportId }) => reportId));
  const begun = new Map([...ids].map((id) => [id, Promise.allSettled([shelf.read(id)])]));
  return async ({ reportId }) => {
    const [read] = (await begun.get(reportId)) ?? [];
    if (read?.status === 'rejected') throw read.reason;
    return read?.value;
  };
}

/** What the ministry sees of a mail that did not arrive. */
export function unsentOf(
  { reportId, dueAt, organisationId }: ReportMail,
  because: UnsentReport['because'],
): UnsentReport {
  return { reportId, dueAt, receiver: `organisation:${organisationId}`, because };
}
