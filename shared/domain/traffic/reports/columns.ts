import type { Column, ColumnType, Section, Table } from '#shared/domain/programme/report';
import type { TargetGroup } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';

/** In Finnish and in Swedish. */
export type Words = readonly [fi: string, sv: string];

export const wordsOf = ([fi, sv]: Words): Texts => ({ fi, sv });

export function column(id: string, type: Exclude<ColumnType, 'code'>, heading: Words): Column {
  return { id, type, heading: wordsOf(heading) };
}

export function codeColumn(id: string, heading: Words, codes: Readonly<Record<string, Words>>): Column {
  const meanings = Object.fromEntries(Object.entries(codes).map(([code, words]) => [code, wordsOf(words)]));
  return { id, type: 'code', heading: wordsOf(heading), codes: meanings };
}

/** A section with its table, paragraphs before it, and a chart of some of its columns. */
export function sectionOf(
  [id, ...heading]: readonly [id: string, ...Words],
  table: Table,
  { notes = [], chart }: { readonly notes?: readonly Words[]; readonly chart?: Section['chart'] } = {},
): Section {
  return { id, heading: wordsOf(heading), ...(notes.length > 0 ? { notes: notes.map(wordsOf) } : {}), table, chart };
}

export const GROUP_CODES: Readonly<Record<TargetGroup, Words>> = {
  BUSINESS: ['Yritykset ja yhteisöt', 'Företag och sammanslutningar'],
  PERSON: ['Henkilöt', 'Personer'],
};

export const GROUP = codeColumn('group', ['Kohderyhmä', 'Målgrupp'], GROUP_CODES);
