import * as z from 'zod/mini';
import { letterClass } from '#shared/domain/message/decision';
import type { FactOf } from '#shared/domain/message/facts';
import { tenantId } from '#shared/domain/message/ids';
import { paper } from '#shared/domain/message/paper';
import { month } from '#shared/domain/traffic/month';

/** Letters that cost the same, but for their sheets. */
export const paperKind = z.extend(z.omit(paper, { sheets: true }), { class: letterClass });
export type PaperKind = z.infer<typeof paperKind>;

/** Letters of one kind that an authority's deliveries have handed over in a month. Nobody can be told from it. */
export const paperMonth = z.object({ tenantId, month, kind: paperKind, items: z.int(), sheets: z.int() });
export type PaperMonth = z.infer<typeof paperMonth>;

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
