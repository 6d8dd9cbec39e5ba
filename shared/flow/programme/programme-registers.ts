import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { KINDS, KIND_NAMES } from '#shared/domain/programme/kinds';
import { referencesOf } from '#shared/domain/programme/references';
import { isAllowed, programmeException } from '#shared/domain/programme/registry/exceptions';
import { managementDecision, selfAssessment } from '#shared/domain/programme/registry/quality';
import { surveyAnswer, surveyRound } from '#shared/domain/programme/registry/survey';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { foreignRows } from '#shared/domain/row-import/ownership';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { brokenRules } from '#shared/domain/row-import/registry-rules';
import { type ImportedRow, pointerOf } from '#shared/domain/row-import/rows';
import { UNASKED, unaskedIn } from '#shared/domain/survey/unasked';
import { mayWrite } from '#shared/domain/transition/plan-state';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { serviceProblems } from '#shared/domain/transition/service-rules';
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
        errors: [
          ...brokenRules(imported, { calendar, now, decisions, rulings: { serviceProblems, mayWrite } }),
          ...(await unaskedAnswers(rows, imported)),
        ],
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

/** Answers to questions that their round, of the import or on record, does not ask. */
async function unaskedAnswers(rows: ProgrammeRows, imported: readonly ImportedRow[]): Promise<readonly ImportError[]> {
  const given = imported.filter(({ kind }) => kind === 'survey-answers');
  if (given.length === 0) return [];
  const here = imported.filter(({ kind }) => kind === 'survey-rounds');
  const onRecord = await everyRow(rows, 'survey-rounds');
  const rounds = new Map([
    ...onRecord.map((row) => [row.id, surveyRound.parse(row)] as const),
    ...here.map(({ id, fields }) => [id, surveyRound.parse(fields)] as const),
  ]);
  return given.flatMap(({ row, pointer, fields }) => {
    const answer = surveyAnswer.parse(fields);
    const round = rounds.get(answer.roundId);
    const unasked = round ? unaskedIn(answer, round) : [];
    return unasked.map((id) => ({ row, pointer: `${pointer}${pointerOf(['answers', id])}`, rule: UNASKED }));
  });
}

/** Fields with what the hub itself says of them. */
function completed({ kind, fields }: ImportedRow, calendar: ProgrammeCalendar): object {
  if (kind === 'services') return { ...fields, ptv: undefined };
  if (kind === 'exceptions') return { ...fields, allowed: isAllowed(programmeException.parse(fields)) };
  if (kind !== 'self-assessments') return fields;
  const assessment = selfAssessment.parse(fields);
  return { ...assessment, dueAt: selfAssessmentDue(assessment, calendar) };
}
