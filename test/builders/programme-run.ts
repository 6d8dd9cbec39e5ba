import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { makeMemoryIds } from '#shared/adapters/memory/ids';
import { makeMemoryMailer } from '#shared/adapters/memory/mailer';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { makeMemoryReportMails } from '#shared/adapters/memory/report-mails';
import { makeMemoryReportShelf } from '#shared/adapters/memory/report-shelf';
import { makeMemoryRunMarks } from '#shared/adapters/memory/run-marks';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { Kind } from '#shared/domain/programme/kinds';
import type { Programme } from '#shared/domain/programme/programme';
import { organisation } from '#shared/domain/programme/registry/organisation';
import { surveyRound } from '#shared/domain/programme/registry/survey';
import { type ReportKind, reportKind } from '#shared/domain/programme/report';
import { readReportMailTag } from '#shared/domain/report-calendar/report-mail';
import type { Builder } from '#shared/flow/programme/builders';
import { makeRecordReportMail } from '#shared/flow/programme/record-report-mail';
import { type RunReportsPorts, makeRunReports } from '#shared/flow/programme/run-reports';
import { type Instant, later } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import { CONTENT } from '#test/builders/programme-reports';
import { testSealer } from '#test/builders/stores';
import { NO_ROWS } from '#test/builders/programme-rows';

/** Says which request it was made for, and how many organisations were on record. */
export const tellsItsRequest: Builder = (request, { programme }) => ({
  ...CONTENT,
  title: { fi: `${request.kind} ${request.period}`, sv: `${request.kind} ${request.period} sv` },
  sections: CONTENT.sections.map((section) => ({
    ...section,
    heading: { fi: `${programme.rows.organisations.length}` },
  })),
});

const NO_SUPPORT: SupportRecords = {
  terms: [],
  centres: [],
  providers: [],
  regionNeeds: [],
  memberships: [],
  pilots: [],
  contacts: [],
  trainings: [],
  materials: [],
  unmetNeeds: [],
  topics: new Map(),
};

/** One builder for every kind of report. */
export function buildersOf(builder: Builder = tellsItsRequest): Partial<Record<ReportKind, Builder>> {
  return Object.fromEntries(reportKind.options.map((kind) => [kind, builder]));
}

/** Reads what the tests enter: registers as they are, and a calendar that stays. */
export function programmeReader(rows: ProgrammeRows, calendar: ProgrammeCalendar) {
  return async (moment: Instant): Promise<Programme> => {
    const [organisations, rounds] = await Promise.all([
      rows.asOf('organisations', moment),
      rows.asOf('survey-rounds', moment),
    ]);
    return {
      calendar,
      planSteps: new Map(),
      rows: {
        ...NO_ROWS,
        organisations: organisations.map((row) => ({ ...row, ...organisation.parse(row) })),
        'survey-rounds': rounds.map((row) => ({ ...row, ...surveyRound.parse(row) })),
      },
    };
  };
}

export type RunWorld = ReturnType<typeof openRunWorld>;

/** A programme on one machine's memory whose clock the test moves. */
export function openRunWorld(start: Instant, calendar: ProgrammeCalendar = CALENDAR_2019) {
  const state = { now: start, epoch: 1 };
  const rows = makeMemoryProgrammeRows();
  const mailer = makeMemoryMailer();
  const mails = makeMemoryReportMails();
  const record = makeRecordReportMail({ mails });
  const ports: RunReportsPorts = {
    shelf: makeMemoryReportShelf(),
    mails,
    mailer,
    sealer: testSealer(),
    ids: makeMemoryIds({ epoch: 1, alone: true }),
    clock: () => state.now,
    reportLink: 'https://viesti.example.fi/',
    builders: buildersOf(),
    marks: makeMemoryRunMarks(),
    rows,
    programmeAsOf: programmeReader(rows, calendar),
    trafficUntil: async () => ({ traffic: [], statutes: [] }),
    supportOf: async () => NO_SUPPORT,
    overdueOn: async () => new Map(),
  };
  const told = new Set<string>();

  return {
    ports,
    mailer,
    now: () => state.now,
    moveTo: (moment: Instant) => {
      state.now = later(state.now, moment);
    },
    enter: async (id: string, fields: object, kind: Kind = 'organisations') => {
      const follows = (await rows.read(kind, id))?.version;
      const entered = await rows.put({ kind, id, fields }, { at: state.now, follows });
      if (!entered.ok) throw new Error(`${kind} ${id} was not entered`);
    },
    /** Runs once, with other ports in place of some. */
    run: async (others: Partial<RunReportsPorts> = {}, hasTime?: () => boolean) =>
      makeRunReports({ ...ports, ...others })(hasTime),
    /** A new process: its ids are no repetition of those before. */
    restarted: (): Partial<RunReportsPorts> => {
      state.epoch += 1;
      return { ids: makeMemoryIds({ epoch: state.epoch, alone: true }) };
    },
    /** The mail provider reports what it has sent and not told of yet. */
    evidence: async (outcome: 'sent' | 'hard' | 'soft' = 'sent') => {
      for (const { about, attempt } of mailer.sent) {
        const name = readReportMailTag(about);
        if (name === undefined || told.has(`${attempt} ${outcome}`)) continue;
        told.add(`${attempt} ${outcome}`);
        await record(name, outcome);
      }
    },
    reportIds: async () =>
      (await ports.shelf.list({ audiences: ['everything'], kinds: reportKind.options, limit: 10_000 }))
        .map(({ id }) => id)
        .reverse(),
    /** `to: subject`, sorted. */
    mailed: () => mailer.sent.map(({ to, notice }) => `${to}: ${notice.subject}`).sort(),
  };
}
