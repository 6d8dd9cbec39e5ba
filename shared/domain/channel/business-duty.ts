import type { AddressedRecipient } from '#shared/domain/channel/choose-address';
import { BUSINESS_KINDS, type Obligation } from '#shared/domain/message/channel-terms';
import type { Reason } from '#shared/domain/message/decision';
import { type Instant, helsinkiDay } from '#shared/kernel/time';

/** What is known of a business and of the service that writes to it. */
export interface BusinessFacts {
  /** Absent: the rule set has no such duty, or the operator has not switched it on. */
  readonly obligation?: Obligation;
  /** Which sizes can be reached yet; absent: all. */
  readonly microPhase?: 1 | 2;
  /** By the business register; absent: not known. */
  readonly employees?: number;
  /** REQ-169: no duty towards a service that is not available digitally. */
  readonly serviceIsDigital: boolean;
  /** An individual exception in force, for this matter or for all of the authority's. */
  readonly exceptionId?: string;
}

/** How a business stands to the duty: obliged, or the first reason why not. */
export type Standing =
  'OBLIGED' | Extract<Reason, 'OBLIGATION_NOT_ACTIVE' | 'KIND_NOT_OBLIGED' | 'SERVICE_NOT_DIGITAL'>;

interface Addressed {
  readonly recipient?: AddressedRecipient;
  readonly business?: BusinessFacts;
}

/**
 * Rows C6.3 to C6.6: whether the duty binds this recipient at this moment.
 *
 * @returns `undefined` where there is no duty to ask about: a private matter, a foreign organisation, another rule set
 * @see domain.md 3.4; REQ-004, REQ-169, REQ-170, REQ-172
 */
export function standingOf({ recipient, business }: Addressed, at: Instant): Standing | undefined {
  const obligation = business?.obligation;
  if (!business || !obligation || recipient?.capacity !== 'BUSINESS' || isForeign({ recipient })) return undefined;
  if (helsinkiDay(at) < obligation.from) return 'OBLIGATION_NOT_ACTIVE';
  if (!obligation.kinds.includes(recipient.kind)) return 'KIND_NOT_OBLIGED';
  return business.serviceIsDigital ? 'OBLIGED' : 'SERVICE_NOT_DIGITAL';
}

/** C6.1: a foreign organisation is never obliged and always welcome (REQ-172). */
export function isForeign({ recipient }: Addressed): boolean {
  return recipient?.kind === 'FOREIGN_ORG';
}

/** Whether the phase of business messaging is asked about: somebody who has a size, while a phase is chosen. */
export function hasPhase({ recipient, business }: Addressed): boolean {
  if (business?.microPhase === undefined || recipient?.capacity !== 'BUSINESS') return false;
  return BUSINESS_KINDS.includes(recipient.kind);
}

/** Largest business of the first phase (REQ-184). */
const MICRO = 9;

/** C6.2: the first phase is open to businesses of up to nine employees; one of unknown size is not taken for small. */
export function phaseIsOpen({ microPhase, employees }: BusinessFacts): boolean {
  return microPhase !== 1 || (employees !== undefined && employees <= MICRO);
}
