import type { RecipientKind } from '#shared/domain/message/decision';
import type { CalendarDate } from '#shared/kernel/time';

/** What makes electronic service lawful. @see domain.md 3.2 (person: basis of electronic) */
export type ElectronicBasis = 'CONSENT' | 'ACTIVE_MAILBOX';

/** The duty of businesses to receive electronically. @see domain.md 3.2 (business obligation) */
export interface Obligation {
  /** First day it is in force. */
  readonly from: CalendarDate;
  readonly kinds: readonly RecipientKind[];
}

/** Those who pursue a livelihood, and registered associations, foundations and housing companies (REQ-170). */
export const BUSINESS_KINDS: readonly RecipientKind[] = [
  'SOLE_TRADER',
  'COMPANY',
  'ASSOCIATION',
  'FOUNDATION',
  'HOUSING_COMPANY',
];
