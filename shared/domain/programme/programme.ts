import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { FieldsOf, Kind } from '#shared/domain/programme/kinds';
import type { PlanStep } from '#shared/domain/programme/registry/plan';
import type { Row } from '#shared/domain/programme/row';
import type { Instant } from '#shared/kernel/time';

/** What is on record of the programme at a moment: every register whole, the steps of each plan, and the calendar. */
export interface Programme {
  readonly calendar: ProgrammeCalendar;
  readonly rows: { readonly [K in Kind]: readonly Row<FieldsOf<K>>[] };
  /** Steps of each plan up to that moment, by the plan's id, oldest first. */
  readonly planSteps: ReadonlyMap<string, readonly PlanStep[]>;
  /** When the newest of all this was entered; absent where that is not known. */
  readonly newestEntry?: Instant;
}
