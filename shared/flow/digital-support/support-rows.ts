import { SUPPORT_KINDS, type SupportKind, type SupportRow } from '#shared/domain/digital-support/kinds';
import type { Row } from '#shared/domain/programme/row';
import type { Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type * as z from 'zod/mini';

/** The registers of digital support lie beside those of the programme, under names of their own. */
export function supportRows(rows: ProgrammeRows): ProgrammeRows {
  const stored = (kind: string) => `support-${kind}`;
  return {
    read: async (kind, id) => rows.read(stored(kind), id),
    put: async (row, given) => rows.put({ ...row, kind: stored(row.kind) }, given),
    list: async (kind, after) => rows.list(stored(kind), after),
    asOf: async (kind, moment) => rows.asOf(stored(kind), moment),
    putAll: async (importId, all, at) =>
      rows.putAll(
        importId,
        all.map((row) => ({ ...row, kind: stored(row.kind) })),
        at,
      ),
  };
}

/** A row with its fields as their schema reads them. */
export function readAs<T extends object>(schema: z.ZodMiniType<T>, row: Row): Row<T> {
  const { id, version, enteredAt } = row;
  return { ...schema.parse(row), id, version, enteredAt };
}

/** Reads whole registers as they stood at a moment. @param rows those of digital support */
export function makeReadRegisters(rows: ProgrammeRows, moment: Instant) {
  const whole = async <T extends object>(kind: SupportKind, schema: z.ZodMiniType<T>): Promise<readonly Row<T>[]> =>
    (await rows.asOf(kind, moment)).map((row) => readAs(schema, row));
  return {
    terms: async (): Promise<readonly SupportRow<'terms'>[]> => whole('terms', SUPPORT_KINDS.terms),
    centres: async () => whole('centres', SUPPORT_KINDS.centres),
    providers: async () => whole('providers', SUPPORT_KINDS.providers),
    regionNeeds: async () => whole('region-needs', SUPPORT_KINDS['region-needs']),
    memberships: async () => whole('memberships', SUPPORT_KINDS.memberships),
    pilots: async () => whole('pilots', SUPPORT_KINDS.pilots),
    contacts: async () => whole('support-contacts', SUPPORT_KINDS['support-contacts']),
    materials: async () => whole('materials', SUPPORT_KINDS.materials),
    trainings: async () => whole('trainings', SUPPORT_KINDS.trainings),
    topics: async () => whole('assistant-topics', SUPPORT_KINDS['assistant-topics']),
  };
}
