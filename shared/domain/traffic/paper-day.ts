import * as z from 'zod/mini';
import { letterClass } from '#shared/domain/message/decision';
import type { FactOf } from '#shared/domain/message/facts';
import { tenantId } from '#shared/domain/message/ids';
import { paper } from '#shared/domain/message/paper';
import { calendarDate } from '#shared/kernel/time';

/** Letters that cost the same, but for their sheets. */
export const paperKind = z.extend(z.omit(paper, { sheets: true }), { class: letterClass });
export type PaperKind = z.infer<typeof paperKind>;

/** Letters of one kind that an authority's deliveries have handed over on a day in Helsinki. Nobody can be told from it. */
export const paperDay = z.object({ tenantId, day: calendarDate, kind: paperKind, items: z.int(), sheets: z.int() });
export type PaperDay = z.infer<typeof paperDay>;

/** The kind of a letter; nothing of one whose sheets were not kept yet. */
export function paperKindOf({ class: letterClassOf, paper: of }: FactOf<'HANDED_TO_POSTAL'>): PaperKind | undefined {
  if (!of) return undefined;
  const { envelope, colour, duplex, abroad, costPool } = of;
  return { class: letterClassOf, envelope, colour, duplex, abroad, ...(costPool === undefined ? {} : { costPool }) };
}

/** The same kind has the same name, whatever the order of its fields. */
export function nameOfPaper({ class: of, envelope, colour, duplex, abroad, costPool }: PaperKind): string {
  return JSON.stringify([of, envelope, colour, duplex, abroad, costPool ?? null]);
}

const named = z.tuple([
  letterClass,
  paper.shape.envelope,
  z.boolean(),
  z.boolean(),
  z.boolean(),
  z.nullable(z.string()),
]);

export function paperNamed(name: string): PaperKind {
  const [of, envelope, colour, duplex, abroad, costPool] = named.parse(JSON.parse(name));
  return { class: of, envelope, colour, duplex, abroad, ...(costPool === null ? {} : { costPool }) };
}

/** Letters of several days, each kind once, in the order of their names. */
export function lotsOf(papers: readonly PaperDay[]): Pick<PaperDay, 'kind' | 'items' | 'sheets'>[] {
  const kinds = [...Map.groupBy(papers, ({ kind }) => nameOfPaper(kind))].sort(([a], [b]) => (a < b ? -1 : 1));
  return kinds.map(([name, same]) => ({
    kind: paperNamed(name),
    items: same.reduce((sum, { items }) => sum + items, 0),
    sheets: same.reduce((sum, { sheets }) => sum + sheets, 0),
  }));
}
