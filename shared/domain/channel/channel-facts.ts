import type { BusinessFacts } from '#shared/domain/channel/business-duty';
import type { AddressFacts } from '#shared/domain/channel/choose-address';
import type { ElectronicBasis } from '#shared/domain/message/channel-terms';
import type { Citation } from '#shared/domain/message/citation';
import type { Flag, MessageKind, Reason } from '#shared/domain/message/decision';
import type { CalendarDate, Instant } from '#shared/kernel/time';

/** What the decision rests on, read at dispatch and frozen with it. */
export interface ChannelFacts extends AddressFacts {
  readonly kind: MessageKind;
  readonly mailbox: MailboxFacts;
  /** Whether the sender gave something a mailbox can show. */
  readonly hasElectronicPart: boolean;
  /** The sender asked for verifiable service of the letter, whatever the mailbox message is. */
  readonly paperIsVerifiable: boolean;
  readonly protectionNeed: boolean;
  readonly statutoryPaperOnly: boolean;
  /** The statute that asks for paper, where it can be told. */
  readonly statute?: Citation;
  /** An obligating document is sent as ordinary, and the authority answers for it. */
  readonly obligatingOverridden: boolean;
  /** Row of stage A that found the addressee; absent: the recipient the sender named, by none that needs telling. */
  readonly resolvedBy?: string | undefined;
  /** Nobody could be named to deliver to, and why. */
  readonly unresolved?: Reason | undefined;
  /** By the population register. */
  readonly deceased?: boolean;
  /** The recipient's latest choice for the matter. */
  readonly matter?: MatterChoice;
  /** Present for a recipient in a business capacity. */
  readonly business?: BusinessFacts;
  /** Outages of the mailbox or of the notices that are open now. */
  readonly outages?: readonly OpenOutage[];
  /** What makes electronic service lawful under the rule set. @default CONSENT */
  readonly basis?: ElectronicBasis;
  /** Why an attempt before this one has ended so that only paper is left; absent: all channels are open. */
  readonly paperBecause?: PaperCause;
}

export interface MailboxFacts {
  /** ACTIVE: consented to, and its notices arrive. */
  readonly status: 'NONE' | 'ACTIVE' | 'INACTIVE';
  /** It can be written to, whether or not its holder has consented: enough where consent is not asked (C6.1, C6.5). */
  readonly open?: boolean;
  readonly consent?: {
    readonly version: number;
    readonly electronic: boolean;
    readonly withdrawn: boolean;
    /** Last day of an opt-out, where that is how it was withdrawn. */
    readonly optedOutUntil?: CalendarDate | undefined;
  };
  readonly emailUsable?: boolean;
  /** False: nobody has shown that mail reaches the address. */
  readonly emailVerified?: boolean;
  readonly gateVersion?: number;
}

/**
 * `usable`: the mailbox can be written to and the notice reaches the address named for this matter. `ownAddress`: one was
 * named, which nobody verifies.
 */
export type MatterChoice =
  | { readonly kind: 'PAPER' }
  | { readonly kind: 'POSTAL' }
  | { readonly kind: 'MESSAGES'; readonly usable: boolean; readonly ownAddress?: boolean };

export interface OpenOutage {
  readonly outageId: string;
  /** Until when it holds deliveries back; when that is past, it counts as prolonged. */
  readonly holdUntil: Instant;
  readonly prolonged: boolean;
}

/** What ends an electronic attempt, or a letter, so that the next one goes on paper (domain.md 3.6, A7). */
export type PaperCause = Extract<Reason, 'WINDOW_EXPIRED' | 'WITHDRAWN' | 'RETURNED'>;

/** What a rule of stage B wants. */
export interface Verdict {
  readonly intent: 'ELECTRONIC' | 'PAPER';
  readonly reason: Reason;
  readonly flags?: readonly Flag[];
}

export const paper = (reason: Reason, ...flags: readonly Flag[]): Verdict => ({ intent: 'PAPER', reason, flags });
export const electronic = (reason: Reason): Verdict => ({ intent: 'ELECTRONIC', reason });

/** VERIFIABLE where the sender said so or where protection asks for it (13/2003 § 19.1, rule C2). */
export function effectiveKind({ kind, protectionNeed }: Pick<ChannelFacts, 'kind' | 'protectionNeed'>): MessageKind {
  return protectionNeed ? 'VERIFIABLE' : kind;
}
