import { SESClient } from '@aws-sdk/client-ses';
import { makeSesMailer } from '#shared/adapters/mail/ses-mailer';
import type { NoticeMailer } from '#shared/ports/notice-mailer';

interface MailConfig {
  readonly NOTICE_FROM: string;
  readonly NOTICE_CONFIGURATION_SET: string;
}

/** SES without retries of its own: it has no idempotency token, so only the claim decides about a second send. */
export function mailer(config: MailConfig): NoticeMailer {
  return makeSesMailer({
    client: new SESClient({ maxAttempts: 1 }),
    from: config.NOTICE_FROM,
    configurationSet: config.NOTICE_CONFIGURATION_SET,
  });
}
