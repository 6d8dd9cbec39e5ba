import { dynamo } from '#functions/_shell/clients';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { makeDynamoReportMails } from '#shared/adapters/dynamodb/report-mails';
import { recordNoticeEventConfig } from '#shared/contracts/config/record-notice-event';
import { noticeEventBody, outcomeOf } from '#shared/contracts/notice-event';
import { readConsentNoticeTag, readMandateNoticeTag } from '#shared/domain/consent/owed-name';
import { deliveryId } from '#shared/domain/message/ids';
import { readReportMailTag } from '#shared/domain/report-calendar/report-mail';
import { makeRecordConsentNotice } from '#shared/flow/consent/record-consent-notice';
import { makeRecordMandateNotice } from '#shared/flow/mandate/record-mandate-notice';
import { type NoticeEventRefusal, makeRecordNoticeEvent } from '#shared/flow/notice/record-notice-event';
import { makeRecordReportMail } from '#shared/flow/programme/record-report-mail';
import { type Result, ok, refuse } from '#shared/kernel/result';

const config = recordNoticeEventConfig.parse(process.env);

const ports = decidingPorts(config);

const recordNoticeEvent = makeRecordNoticeEvent(ports);
const recordConsentNotice = makeRecordConsentNotice(ports);
const recordMandateNotice = makeRecordMandateNotice(ports);
const recordReportMail = makeRecordReportMail({
  mails: makeDynamoReportMails({ client: dynamo(), tableName: config.PROGRAMME_TABLE }),
});

interface NotForUs {
  readonly kind: 'event-of-no-meaning' | 'about-nothing-known';
}

export const handler = queueWorker({
  step: 'record-notice-event',
  body: noticeEventBody,
  work: async ({ about, attempt, type, bounceType }): Promise<Result<unknown, NoticeEventRefusal | NotForUs>> => {
    const outcome = outcomeOf(type, bounceType);
    if (!outcome) return refuse({ kind: 'event-of-no-meaning' });
    const consentNotice = readConsentNoticeTag(about);
    if (consentNotice) {
      await recordConsentNotice(consentNotice, outcome);
      return ok(undefined);
    }
    const mandateNotice = readMandateNoticeTag(about);
    if (mandateNotice) {
      await recordMandateNotice(mandateNotice, outcome);
      return ok(undefined);
    }
    const reportMail = readReportMailTag(about);
    if (reportMail !== undefined) {
      await recordReportMail(reportMail, outcome);
      return ok(undefined);
    }
    const delivery = deliveryId.safeParse(about);
    if (!delivery.success) return refuse({ kind: 'about-nothing-known' });
    return recordNoticeEvent({ deliveryId: delivery.data, notice: attempt, outcome });
  },
  retryOn: ['version-conflict'],
});
