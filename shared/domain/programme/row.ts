import type { Instant } from '#shared/kernel/time';

/** A row of a register of the programme as it was entered: its fields, its id, and which of its versions it is. */
export type Row<Fields = object> = Fields & {
  readonly id: string;
  /** Counts from 1. */
  readonly version: number;
  /** When this version was entered. */
  readonly enteredAt: Instant;
};
