import { KINDS, KIND_NAMES } from '#shared/domain/programme/kinds';
import { referencesOf } from '#shared/domain/programme/references';
import { managementDecision } from '#shared/domain/programme/registry/quality';
import { foreignRows } from '#shared/domain/row-import/ownership';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { brokenRules } from '#shared/domain/row-import/registry-rules';
import type { ImportedRow } from '#shared/domain/row-import/rows';
import { admit } from '#shared/domain/transition/admission';
import { mayWrite } from '#shared/domain/transition/plan-state';
import type { Registers } from '#shared/flow/programme/import-rows';
import { CALENDAR, calendarIn } from '#shared/flow/programme/read-programme';
import { everyRow } from '#shared/flow/programme/record-book';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

interface Parts {
  readonly rows: ProgrammeRows;
  readonly explain: Explain;
}

/** The registers of the transition programme, for the import of their rows. */
export function programmeRegisters({ rows, explain }: Parts): Registers {
  return {
    schemas: KINDS,
    namesIn: ({ kind, fields }) =>
      KIND_NAMES.filter((name) => name === kind).flatMap((name) => referencesOf(name, fields)),
    foreign: foreignRows,
    explain,
    check: async (imported, now) => {
      const calendar = calendarIn(await rows.read(CALENDAR.kind, CALENDAR.id));
      const decisions = await decisionsFor(rows, imported);
      return brokenRules(imported, { calendar, now, decisions, rulings: { admit, mayWrite } });
    },
  };
}

/** Decisions in the import and on record; only services ask for them. */
async function decisionsFor(rows: ProgrammeRows, imported: readonly ImportedRow[]) {
  if (!imported.some(({ kind }) => kind === 'services')) return [];
  const here = imported.filter(({ kind }) => kind === 'management-decisions').map(({ fields }) => fields);
  const onRecord = await everyRow(rows, 'management-decisions');
  return [...here, ...onRecord].map((fields) => managementDecision.parse(fields));
}
