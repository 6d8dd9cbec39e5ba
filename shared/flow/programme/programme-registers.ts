import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS, KIND_NAMES } from '#shared/domain/programme/kinds';
import { referencesOf } from '#shared/domain/programme/references';
import { isAllowed, programmeException } from '#shared/domain/programme/registry/exceptions';
import { managementDecision, selfAssessment } from '#shared/domain/programme/registry/quality';
import { foreignRows } from '#shared/domain/row-import/ownership';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { brokenRules } from '#shared/domain/row-import/registry-rules';
import type { ImportedRow } from '#shared/domain/row-import/rows';
import { admit } from '#shared/domain/transition/admission';
import { mayOblige } from '#shared/domain/transition/obligation';
import { mayWrite } from '#shared/domain/transition/plan-state';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
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
    judge: async (imported, now) => {
      const calendar = calendarIn(await rows.read(CALENDAR.kind, CALENDAR.id));
      const decisions = await decisionsFor(rows, imported);
      return {
        errors: brokenRules(imported, { calendar, now, decisions, rulings: { admit, mayWrite, mayOblige } }),
        rows: imported.map((row) => ({ ...row, fields: completed(row, calendar) })),
      };
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

/** Fields with what the hub itself says of them. */
function completed({ kind, fields }: ImportedRow, calendar: ProgrammeCalendar): object {
  if (kind === 'services') return { ...fields, ptv: undefined };
  if (kind === 'exceptions') return { ...fields, allowed: isAllowed(programmeException.parse(fields)) };
  if (kind !== 'self-assessments') return fields;
  const assessment = selfAssessment.parse(fields);
  return { ...assessment, dueAt: selfAssessmentDue(assessment, calendar) };
}
