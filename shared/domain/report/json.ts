import { type Cell, type Column, type ColumnType, type Report, SUPPRESSED } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';

/** A report for programs: figures and codes as they are, words in every language there is. */
export interface ReportJson extends Pick<
  Report,
  'id' | 'kind' | 'period' | 'asOf' | 'createdAt' | 'receivers' | 'title' | 'summary'
> {
  readonly $schema: string;
  /** By the ids of the sections. */
  readonly sections: Readonly<Record<string, SectionJson>>;
}

interface SectionJson {
  readonly heading: Texts;
  readonly notes?: readonly Texts[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** @param schema address of the report's schema */
export function reportJson({ sections, ...head }: Report, schema: string): ReportJson {
  return {
    $schema: schema,
    ...head,
    sections: Object.fromEntries(
      sections.map(({ id, heading, notes, table }) => [
        id,
        { heading, ...(notes ? { notes } : {}), rows: table.rows.map((row) => cellsOf(table.columns, row)) },
      ]),
    ),
  };
}

function cellsOf(columns: readonly Column[], row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ id }) => [id, row[id] ?? null]));
}

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema (2020-12) of what `reportJson` writes, made from the report's columns. */
export function reportSchema({ id, title, sections }: Pick<Report, 'id' | 'title' | 'sections'>): Schema {
  const bySection = sections.map((section): [string, Schema] => [
    section.id,
    {
      title: section.heading.fi,
      ...objectOf({ heading: TEXTS, rows: { type: 'array', items: rowSchema(section.table.columns) } }, [
        'notes',
        { type: 'array', items: TEXTS },
      ]),
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${id}: ${title.fi}`,
    ...objectOf({ ...HEAD, sections: objectOf(Object.fromEntries(bySection)) }),
  };
}

function rowSchema(columns: readonly Column[]): Schema {
  return objectOf(Object.fromEntries(columns.map((column) => [column.id, cellSchema(column)])));
}

function cellSchema(column: Column): Schema {
  const { heading, type } = column;
  return {
    title: heading.fi,
    ...(type === 'money' ? { description: 'Whole cents.' } : {}),
    anyOf: [...valueSchemas(column), NULL],
  };
}

function valueSchemas(column: Column): readonly Schema[] {
  if (column.type === 'code' && column.codes) return [{ ...TEXT, examples: Object.keys(column.codes) }];
  return VALUES[column.type];
}

const NULL = { type: 'null' };
const TEXT = { type: 'string' };

function objectOf(
  required: Readonly<Record<string, Schema>>,
  ...optional: readonly (readonly [string, Schema])[]
): Schema {
  return {
    type: 'object',
    properties: { ...required, ...Object.fromEntries(optional) },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const TEXTS = objectOf({ fi: TEXT }, ['sv', TEXT], ['en', TEXT]);

const TOO_SMALL = { const: SUPPRESSED };

const VALUES: Readonly<Record<ColumnType, readonly Schema[]>> = {
  text: [TEXT],
  texts: [TEXTS, TEXT],
  code: [TEXT],
  number: [{ type: 'number' }, TOO_SMALL],
  percent: [{ type: 'number' }, TOO_SMALL],
  money: [{ type: 'integer' }, TOO_SMALL],
  date: [{ ...TEXT, pattern: String.raw`^\d{4}(-\d\d-\d\d)?$` }],
  period: [{ ...TEXT, pattern: String.raw`^\d{4}(-(\d\d|W\d\d|Q[1-4]|H[12]))?$` }],
  boolean: [{ type: 'boolean' }],
  link: [TEXT],
};

const HEAD = {
  $schema: TEXT,
  id: TEXT,
  kind: TEXT,
  period: TEXT,
  asOf: TEXT,
  createdAt: TEXT,
  receivers: {
    type: 'array',
    items: { type: 'object', required: ['type'], properties: { type: TEXT, organisationId: TEXT } },
  },
  title: TEXTS,
  summary: TEXTS,
};
