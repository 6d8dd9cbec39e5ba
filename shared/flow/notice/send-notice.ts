import type { Gate } from '#shared/domain/consent/gate';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Language } from '#shared/domain/message/hub-fields';
import type { AttemptToken } from '#shared/domain/message/ids';
import type { MessageContent } from '#shared/domain/message/message';
import { type Notice, writeNotice } from '#shared/domain/notice/notice';
import { type MatterPorts, makeReadMatter } from '#shared/flow/delivery/matter-choice';
import { emailContext } from '#shared/flow/notice/notice-context';
import { refuse, type Result } from '#shared/kernel/result';
import type { CalendarDate } from '#shared/kernel/time';
import type { NotSent, NoticeMailer } from '#shared/ports/notice-mailer';
import type { Tenants } from '#shared/ports/tenants';

export interface SendNoticePorts extends MatterPorts {
  readonly mailer: NoticeMailer;
  readonly tenants: Tenants;
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

/** Sends the notice of one delivery to the address the gate holds now, or to the one named for its matter. */
export function makeSendNotice(ports: SendNoticePorts) {
  const { mailer, tenants, sealer, noticeLink } = ports;
  const readMatter = makeReadMatter(ports);

  return async function sendNotice(job: NoticeJob): Promise<Result<undefined, NotSent>> {
    const { delivery, attempt } = job;
    const to = (await addressOfMatter(job)) ?? (await addressAt(job.gate));
    if (to === undefined) return refuse({ kind: 'not-sent', when: 'never' });
    return mailer.send({ to, notice: await noticeFor(job), attempt, about: delivery.deliveryId });
  };

  async function addressOfMatter({ decision, delivery, content, gate }: NoticeJob): Promise<string | undefined> {
    if (decision.reason !== 'PROCESS_ADDRESS_MAILBOX') return undefined;
    const { serviceId } = delivery;
    const chosen = await readMatter(gate.recipientId, { serviceId, matterId: content.hub?.matterId });
    return chosen?.address?.type === 'MESSAGES' ? chosen.address.noticeEmail : undefined;
  }

  async function addressAt(gate: Gate): Promise<string | undefined> {
    return gate.email === undefined ? undefined : sealer.openText(emailContext(gate), gate.email);
  }

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
