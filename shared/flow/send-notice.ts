import type { Gate } from '#shared/domain/consent/gate';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Language } from '#shared/domain/message/hub-fields';
import type { AttemptToken } from '#shared/domain/message/ids';
import type { MessageContent } from '#shared/domain/message/message';
import { type Notice, writeNotice } from '#shared/domain/notice/notice';
import { refuse, type Result } from '#shared/kernel/result';
import type { CalendarDate } from '#shared/kernel/time';
import type { NotSent, NoticeMailer } from '#shared/ports/notice-mailer';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface SendNoticePorts {
  readonly mailer: NoticeMailer;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  /** https address of the sign-in page. */
  readonly noticeLink: string;
}

export interface NoticeJob {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly content: MessageContent;
  readonly gate: Gate;
  readonly attempt: AttemptToken;
  /** It was told of before and lies unopened. @default false */
  readonly isReminder?: boolean;
  /** Last day on which opening it avoids a letter; of a verifiable message. */
  readonly openBy?: CalendarDate;
}

/** What the seal of a recipient's e-mail address is bound to. */
export function emailContext({ recipientId }: Pick<Gate, 'recipientId'>): string {
  return `email/${recipientId}`;
}

/** Sends the notice of one delivery to the address the gate holds now. */
export function makeSendNotice({ mailer, tenants, sealer, noticeLink }: SendNoticePorts) {
  return async function sendNotice(job: NoticeJob): Promise<Result<undefined, NotSent>> {
    const { gate, delivery, attempt } = job;
    if (gate.email === undefined) return refuse({ kind: 'not-sent', when: 'never' });
    const to = await sealer.openText(emailContext(gate), gate.email);
    return mailer.send({ to, notice: await noticeFor(job), attempt, about: delivery.deliveryId });
  };

  async function noticeFor(job: NoticeJob): Promise<Notice> {
    const { delivery, content, gate, isReminder, openBy } = job;
    const custom = content.electronic?.notifications.customisedNewMessageNotification;
    return writeNotice({
      kind: KINDS[delivery.kind][isReminder === true ? 'reminder' : 'first'],
      language: gate.language,
      link: noticeLink,
      sender: mayNameSender(job) ? await senderOf(delivery, gate.language) : undefined,
      custom: isReminder === true ? undefined : custom,
      openBy,
    });
  }

  async function senderOf({ tenantId, serviceId }: Delivery, language: Language) {
    const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
    return authority && service && { organisation: authority.name[language], service: service.name[language] };
  }
}

const KINDS = {
  ORDINARY: { first: 'NEW', reminder: 'REMINDER' },
  VERIFIABLE: { first: 'VERIFIABLE_NEW', reminder: 'VERIFIABLE_REMINDER' },
} as const;

/** Hidden when the sender asks for it and for a protected recipient (domain.md 3.7, C5). */
function mayNameSender({ decision, content }: NoticeJob): boolean {
  const asked = content.electronic?.notifications.senderDetailsInNotifications !== 'None';
  return asked && !decision.flags.includes('NOTICE_NO_SENDER');
}
