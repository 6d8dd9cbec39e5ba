import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { listAnswers, showAggregates } from '#shared/contracts/programme/survey';
import type { Cell, Table } from '#shared/domain/programme/report';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type SurveyPorts, makeShowSurvey } from '#shared/flow/programme/show-survey';
import { safeCell, writeCsv } from '#shared/kernel/csv';

/** What the rounds of the survey tell. */
export function surveyCalls(ports: SurveyPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const survey = makeShowSurvey(ports);
  return [
    bind(showAggregates, caller, async ({ params: { id }, request }) => {
      const found = await survey.aggregates(id);
      return found.ok ? { status: 200, json: found.value } : problemAnswer(request, found.refusal.kind);
    }),
    bind(listAnswers, caller, async ({ params: { id }, query: { format }, request }, role) => {
      const found = await survey.answers(id, role);
      if (!found.ok) return problemAnswer(request, found.refusal.kind);
      if (format !== 'csv') return { status: 200, json: { roundId: id, ...found.value } };
      return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, text: csvOf(found.value) };
    }),
  ];
}

function csvOf({ columns, rows }: Table): string {
  const ids = columns.map(({ id }) => id);
  return writeCsv([ids, ...rows.map((row) => ids.map((id) => cellText(row[id] ?? null)))]);
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return safeCell(typeof cell === 'object' ? cell.fi : String(cell));
}
