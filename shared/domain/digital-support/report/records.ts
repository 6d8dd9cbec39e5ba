import type { SupportRow } from '#shared/domain/digital-support/kinds';
import type { CountedNeed } from '#shared/domain/digital-support/unmet-need';

/** Everything on record of digital support that a report is made from, as it stood when the report was due. */
export interface SupportRecords {
  readonly terms: readonly SupportRow<'terms'>[];
  readonly centres: readonly SupportRow<'centres'>[];
  readonly providers: readonly SupportRow<'providers'>[];
  readonly regionNeeds: readonly SupportRow<'region-needs'>[];
  readonly memberships: readonly SupportRow<'memberships'>[];
  readonly pilots: readonly SupportRow<'pilots'>[];
  readonly contacts: readonly SupportRow<'support-contacts'>[];
  readonly trainings: readonly SupportRow<'trainings'>[];
  readonly materials: readonly SupportRow<'materials'>[];
  /** Counted in the months of the period. */
  readonly unmetNeeds: readonly CountedNeed[];
  /** Answers of the automatic adviser in the months of the period, by topic. */
  readonly topics: ReadonlyMap<string, number>;
}
