import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS } from '#shared/domain/programme/kinds';
import { managementDecision } from '#shared/domain/programme/registry/quality';
import { foreignRows } from '#shared/domain/row-import/ownership';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { REGISTRY_REFERENCES } from '#shared/domain/row-import/registry-references';
import { type Rulings, brokenRules } from '#shared/domain/row-import/registry-rules';
import type { ImportedRow } from '#shared/domain/row-import/rows';
import type { Registers } from '#shared/flow/programme/import-rows';
import { everyRow } from '#shared/flow/programme/record-book';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

interface Parts {
  readonly rows: ProgrammeRows;
  readonly calendar: () => Promise<ProgrammeCalendar>;
  readonly rulings: Rulings;
  readonly explain: Explain;
}

/** The registers of the transition programme, for the import of their rows. */
export function programmeRegisters({ rows, calendar, rulings, explain }: Parts): Registers {
  return {
    schemas: KINDS,
    references: REGISTRY_REFERENCES,
    foreign: foreignRows,
    explain,
    check: async (imported, now) =>
      brokenRules(imported, {
        calendar: await calendar(),
        now,
        rulings,
        decisions: await decisionsFor(rows, imported),
      }),
  };
}

/** Decisions in the import and on record; only services ask for them. */
async function decisionsFor(rows: ProgrammeRows, imported: readonly ImportedRow[]) {
  if (!imported.some(({ kind }) => kind === 'services')) return [];
  const here = imported.filter(({ kind }) => kind === 'management-decisions').map(({ fields }) => fields);
  const onRecord = await everyRow(rows, 'management-decisions');
  return [...here, ...onRecord].map((fields) => managementDecision.parse(fields));
}
