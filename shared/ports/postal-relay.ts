import type { PaperMailPart } from '#shared/domain/message/content';
import type { ServiceId } from '#shared/domain/message/ids';
import type { Instant } from '#shared/kernel/time';

/** One letter as the national service takes it. */
export interface RelayOrder {
  /** Its name there: a name that was taken once is never a second letter. */
  readonly externalId: string;
  readonly serviceId: ServiceId;
  readonly pdf: Uint8Array;
  readonly fileName: string;
  readonly paperMail: Omit<PaperMailPart, 'attachments'>;
}

export type RelayAnswer =
  | { readonly outcome: 'SENT'; readonly messageId?: number }
  /** It looked at the letter and will not take it. */
  | { readonly outcome: 'REFUSED' };

/** No clear answer: whether the letter was taken is not known, and it is given again under its name. */
export class RelayFailed extends Error {
  override readonly name = 'RelayFailed';
}

/** The paper part of the national Suomi.fi Messages. */
export interface PostalRelay {
  /** @throws {RelayFailed} where there is no clear answer; its message tells nothing of the letter */
  send(order: RelayOrder): Promise<RelayAnswer>;
}

/** What the national service tells of one message, in its own words. */
export interface RelayEvent {
  readonly type: string;
  readonly at: Instant;
  /** Absent: it is about what somebody else sent. */
  readonly externalId?: string;
  readonly trackingCode?: string;
  readonly signer?: string;
}

export interface RelayPage {
  /** Empty: there is nothing more now. */
  readonly events: readonly RelayEvent[];
  readonly next: string;
}

/** What became of letters there. Kept for 60 days. */
export interface RelayFeed {
  /**
   * @param after token of the page before; absent: from the oldest that is kept
   * @returns `unknown-token` where the service does not know the token any more
   * @throws {RelayFailed}
   */
  read(after?: string): Promise<RelayPage | 'unknown-token'>;
}

/** How far the events of the national service have been read. */
export interface RelayMark {
  /** Token of the last page that was recorded whole. */
  read(): Promise<string | undefined>;
  move(to: string): Promise<void>;
}
