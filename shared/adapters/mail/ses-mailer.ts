import { SESServiceException, SendEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import { ok, refuse } from '#shared/kernel/result';
import type { NoticeMailer, NoticeOrder } from '#shared/ports/notice-mailer';

interface SesSender {
  /** Must be made with `maxAttempts: 1`: an e-mail has no idempotency token, so nothing below may send again. */
  readonly client: SESClient;
  readonly from: string;
  readonly configurationSet?: string;
}

/** SES says no before it has taken the mail: it may be sent again, or never. */
const LATER = [
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
];
const NEVER = ['MessageRejected', 'InvalidParameterValue', 'ValidationError'];

/** Sends notices through SES. The attempt travels as a tag and comes back with every event about the mail. */
export function makeSesMailer({ client, from, configurationSet }: SesSender): NoticeMailer {
  return {
    send: async (order) => {
      try {
        await client.send(commandFor(order, { from, configurationSet }));
        return ok(undefined);
      } catch (fault) {
        const when = refusalOf(fault);
        if (!when) throw fault;
        return refuse({ kind: 'not-sent', when });
      }
    },
  };
}

function commandFor(
  { to, notice, attempt, about }: NoticeOrder,
  { from, configurationSet }: Pick<SesSender, 'from' | 'configurationSet'>,
) {
  const inUtf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return new SendEmailCommand({
    Source: from,
    Destination: { ToAddresses: [to] },
    Message: { Subject: inUtf8(notice.subject), Body: { Text: inUtf8(notice.text), Html: inUtf8(notice.html) } },
    Tags: [
      { Name: 'attempt', Value: attempt },
      { Name: 'about', Value: about },
      { Name: 'kind', Value: notice.kind },
    ],
    ConfigurationSetName: configurationSet,
  });
}

function refusalOf(fault: unknown): 'later' | 'never' | undefined {
  if (!(fault instanceof SESServiceException)) return undefined;
  if (LATER.includes(fault.name)) return 'later';
  return NEVER.includes(fault.name) ? 'never' : undefined;
}
