import type { CutRules } from '#shared/domain/delivery-postal/cut';
import type { RuleSetId } from '#shared/domain/message/decision';
import type { Terms } from '#shared/domain/message/terms';
import type { KeepingPeriods } from '#shared/domain/retention/rules';

/** What an operator chooses for a deployment, and a developer for a running local hub (domain.md 3.2). */
export interface Settings {
  /** Rule set the channel decision is made under; its assessment is the primary one (domain.md D-1). */
  readonly ruleSetId: RuleSetId;
  /** Whether businesses are obliged to receive electronically, where the rule set has such a duty. @default false */
  readonly businessObligation: boolean;
  /** Which businesses can be reached yet: phase 1 those of 1 to 9 employees; absent: all (REQ-184). */
  readonly microPhase?: 1 | 2;
  /** Milliseconds an outage may last before held deliveries go on paper. @default 24 hours */
  readonly outageThreshold: number;
  /** @default NEXT_BUSINESS_DAY */
  readonly windowRoll: NonNullable<Terms['windowRoll']>;
  /** @default true */
  readonly withdrawalTriggersFallback: boolean;
  /** Working days after which a letter is assumed posted; absent: only the provider's word counts (`PROVIDER`). */
  readonly assumePostedAfter?: number;
  /** Calendar days within which an advice of receipt is to come back. @default 21 */
  readonly receiptPatience: number;
  /** Working days within which the provider is to say when a letter was posted. @default 2 */
  readonly postedOnPatience: number;
  /** Guardians of a child that are served: all, or the first the register names. @default ALL */
  readonly minorGuardians: 'ALL' | 'FIRST';
  /** When batches of letters are cut; absent: each letter is a batch of its own. */
  readonly batches?: CutRules;
  /** Letters the print provider takes in a day; absent: as many as there are. */
  readonly postalCapacity?: number;
  /** How long contents and proofs are kept, never less than the law asks. */
  readonly keeping: KeepingPeriods;
}

export type ReadSettings = () => Settings;
