import { monthsBetween } from '#shared/domain/digital-support/months';
import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { TOPICS } from '#shared/flow/digital-support/ask-assistant';
import { countedNeeds } from '#shared/flow/digital-support/find-support';
import { makeReadRegisters, supportRows } from '#shared/flow/digital-support/support-rows';
import type { CalendarDate, Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { Tallies } from '#shared/ports/tallies';

export interface ReadSupportPorts {
  /** Registers of the programme, beside which those of digital support lie. */
  readonly rows: ProgrammeRows;
  readonly tallies: Tallies;
}

/** Of which time: the registers as they stood when the report is due, and what was counted in the months of its period. */
export interface SupportPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly dueAt: Instant;
}

/**
 * Reads what the report R10 is made from. Counts are those of whole months, which no longer change once the report is due,
 * so that a repeat says the same.
 */
export function makeReadSupport({
  rows,
  tallies,
}: ReadSupportPorts): (period: SupportPeriod) => Promise<SupportRecords> {
  return async ({ from, to, dueAt }) => {
    const registers = makeReadRegisters(supportRows(rows), dueAt);
    const months = monthsBetween(from.slice(0, 'yyyy-mm'.length), to.slice(0, 'yyyy-mm'.length)) ?? [];
    const [terms, centres, providers, regionNeeds, memberships] = await Promise.all([
      registers.terms(),
      registers.centres(),
      registers.providers(),
      registers.regionNeeds(),
      registers.memberships(),
    ]);
    const [pilots, contacts, trainings, materials, unmetNeeds, topics] = await Promise.all([
      registers.pilots(),
      registers.contacts(),
      registers.trainings(),
      registers.materials(),
      countedNeeds(tallies, months),
      topicsIn(tallies, months),
    ]);
    const entered = { terms, centres, providers, regionNeeds, memberships, pilots, contacts, trainings, materials };
    return { ...entered, unmetNeeds, topics };
  };
}

async function topicsIn(tallies: Tallies, months: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const month of months)
    for (const [topic, count] of await tallies.of(TOPICS, month)) sums.set(topic, (sums.get(topic) ?? 0) + count);
  return sums;
}
