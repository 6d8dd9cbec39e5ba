import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { TargetGroup } from '#shared/domain/programme/registry/service';
import { SUPPRESSED } from '#shared/domain/programme/report';
import { type Counts, MEASURES, type Measure, PAPER_CAUSES } from '#shared/domain/traffic/service-month';

/** A number, or that it is too small to be told. */
export type ToldCount = number | typeof SUPPRESSED;

/** What is told of each measure. */
export type ToldCounts = (measure: Measure) => ToldCount;

/** Parts of a whole: of one that is not told, another must not be told either, or the first is what is left. */
const PARTITIONS: readonly (readonly Measure[])[] = [
  ['electronic', 'letter', 'receiptLetter', 'manual', 'undeliverable'],
  PAPER_CAUSES,
];

/** Measures that count some of another: how many are left over must not be small either. */
const SOME_OF: readonly (readonly [Measure, Measure])[] = [
  ['withConsent', 'deliveries'],
  ['withMailbox', 'deliveries'],
  ['obligationNotMet', 'deliveries'],
  ['electronicVerifiable', 'electronic'],
];

/**
 * What may be told of the counts of a month: of people nothing that is less than the limit, nor what would follow from the
 * rest. Businesses are told as they are.
 */
export function toldCounts(
  counts: Counts,
  group: TargetGroup,
  { suppressionLimit }: Pick<ProgrammeCalendar, 'suppressionLimit'>,
): ToldCounts {
  const hidden = group === 'PERSON' ? hiddenOf(counts, suppressionLimit) : new Set<Measure>();
  return (measure) => (hidden.has(measure) ? SUPPRESSED : (counts[measure] ?? 0));
}

function hiddenOf(counts: Counts, limit: number): ReadonlySet<Measure> {
  const isSmall = (count: number) => count > 0 && count < limit;
  const of = (measure: Measure) => counts[measure] ?? 0;
  const hidden = new Set(MEASURES.filter((measure) => isSmall(of(measure))));
  for (const [some, all] of SOME_OF) if (isSmall(of(all) - of(some))) hidden.add(some);
  for (const parts of PARTITIONS) {
    const told = parts.filter((part) => of(part) > 0 && !hidden.has(part));
    const isAlone = parts.filter((part) => hidden.has(part)).length === 1;
    const [smallest] = told.toSorted((a, b) => of(a) - of(b));
    if (isAlone && smallest) hidden.add(smallest);
  }
  return hidden;
}
