import type { AttemptToken } from '#shared/domain/message/ids';
import type { Notice } from '#shared/domain/notice/notice';
import type { Result } from '#shared/kernel/result';

/** A definite no: nothing has been sent, so the attempt costs nothing. */
export interface NotSent {
  readonly kind: 'not-sent';
  /** `later`: throttled or paused, try again; `never`: this address or mail is refused for good. */
  readonly when: 'later' | 'never';
}

export interface NoticeOrder {
  readonly to: string;
  readonly notice: Notice;
  /** Comes back with every event about this e-mail. */
  readonly attempt: AttemptToken;
  /** Delivery id, or the tag of a notice about a consent or of a mail about a report. */
  readonly about: string;
}

/**
 * Sends notice e-mails. There is no idempotency token: a throw means nobody knows whether it went, and evidence must be
 * awaited before a second send.
 */
export interface NoticeMailer {
  send(order: NoticeOrder): Promise<Result<undefined, NotSent>>;
}
