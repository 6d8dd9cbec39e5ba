import { unsentOf } from '#shared/flow/programme/mail-reports';
import type { ReportMails } from '#shared/ports/report-mails';

/**
 * Takes in evidence about a mail that tells of a report: once it was sent it is owed no more, and one that came back for good
 * is put on record for the ministry. Late and repeated events are harmless.
 */
export function makeRecordReportMail({ mails }: { readonly mails: Pick<ReportMails, 'read' | 'settle' | 'note'> }) {
  return async function recordReportMail(name: string, outcome: 'sent' | 'hard' | 'soft'): Promise<void> {
    const mail = await mails.read(name);
    if (!mail || outcome === 'soft') return;
    if (outcome === 'hard') await mails.note(unsentOf(mail, 'RETURNED'));
    if (mail.state === 'OWED') await mails.settle(name, 'SENT');
  };
}
