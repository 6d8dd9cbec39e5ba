/** Counts of what happens, by month and name: of things, never of people. */
export interface Tallies {
  /** One more. @param month `2020-07` @param name made of codes on record, never of what somebody typed */
  add(series: string, month: string, name: string): Promise<void>;
  /** Counts of a month by name. */
  of(series: string, month: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Takes one of what may happen in a span of time, so that a flood is not counted and not stored.
   *
   * @returns false when the span has had as many as it may
   */
  draw(budget: string, given: { readonly span: string; readonly most: number }): Promise<boolean>;
}
