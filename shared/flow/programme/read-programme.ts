import * as z from 'zod/mini';
import { type ProgrammeCalendar, programmeCalendar } from '#shared/domain/programme/calendar';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { KINDS, KIND_NAMES } from '#shared/domain/programme/kinds';
import type { Programme } from '#shared/domain/programme/programme';
import { planStep } from '#shared/domain/programme/registry/plan';
import type { Row } from '#shared/domain/programme/row';
import type { Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** The one row of the calendar. */
export const CALENDAR = { kind: 'calendar', id: 'calendar' } as const;

/** The steps of a plan are one row that has the plan's id. */
export const PLAN_STEPS = 'plan-steps';

export const planSteps = z.object({ steps: z.array(planStep) });

export interface ReadProgrammePorts {
  readonly rows: ProgrammeRows;
}

/** All that a programme is made of, in the order it is read in. */
const READ: readonly string[] = [...KIND_NAMES, PLAN_STEPS, CALENDAR.kind];

/**
 * Reads the programme as it stood at a moment. Nobody has entered a calendar: it is the one of 2019 to 2023. Where every
 * register gives the very lists it gave the time before, the programme is the same one.
 */
export function makeReadProgramme({ rows }: ReadProgrammePorts): (moment: Instant) => Promise<Programme> {
  let last: { readonly read: readonly (readonly Row[])[]; readonly programme: Programme } | undefined;
  return async (moment) => {
    const read = await Promise.all(READ.map(async (kind) => rows.asOf(kind, moment)));
    if (last?.read.every((each, i) => each === read[i]) !== true) last = { read, programme: programmeIn(read) };
    return last.programme;
  };
}

/** @param read rows of each register, in the order of READ */
function programmeIn(read: readonly (readonly Row[])[]): Programme {
  const ofKind = new Map(READ.map((kind, i) => [kind, read[i] ?? []]));
  const steps = ofKind.get(PLAN_STEPS) ?? [];
  return {
    calendar: calendarIn(ofKind.get(CALENDAR.kind)?.[0]),
    rows: registersIn(ofKind),
    planSteps: new Map(steps.map((row) => [row.id, planSteps.parse(row).steps])),
    newestEntry: newestOf(read.flat()),
  };
}

function newestOf(rows: readonly Row[]): Instant | undefined {
  return rows.reduce<Instant | undefined>(
    (newest, { enteredAt }) => (newest === undefined || enteredAt > newest ? enteredAt : newest),
    undefined,
  );
}

/** What a row of the calendar says, or the example of 2019 to 2023. */
export function calendarIn(row: Row | undefined): ProgrammeCalendar {
  if (!row) return CALENDAR_2019;
  const { calendarId } = named.parse(row);
  return programmeCalendar.parse({ ...row, id: calendarId });
}

/** A calendar has an id of its own, beside that of the row. */
const named = z.object({ calendarId: z.string() });

/** The fields of the row a calendar is entered as. */
export function calendarFields({ id, ...rest }: ProgrammeCalendar): object {
  return { ...rest, calendarId: id };
}

function registersIn(read: ReadonlyMap<string, readonly Row[]>): Programme['rows'] {
  const of = <T extends z.ZodMiniObject>(kind: string, schema: T) =>
    (read.get(kind) ?? []).map((row) => asRow(schema, row));
  return {
    organisations: of('organisations', KINDS.organisations),
    'management-decisions': of('management-decisions', KINDS['management-decisions']),
    services: of('services', KINDS.services),
    'self-assessments': of('self-assessments', KINDS['self-assessments']),
    audits: of('audits', KINDS.audits),
    volumes: of('volumes', KINDS.volumes),
    obstacles: of('obstacles', KINDS.obstacles),
    exceptions: of('exceptions', KINDS.exceptions),
    'pricing-tiers': of('pricing-tiers', KINDS['pricing-tiers']),
    tariffs: of('tariffs', KINDS.tariffs),
    plans: of('plans', KINDS.plans),
    actions: of('actions', KINDS.actions),
    'mobile-apps': of('mobile-apps', KINDS['mobile-apps']),
    'survey-rounds': of('survey-rounds', KINDS['survey-rounds']),
    'survey-answers': of('survey-answers', KINDS['survey-answers']),
    circulars: of('circulars', KINDS.circulars),
    'follow-ups': of('follow-ups', KINDS['follow-ups']),
    dependencies: of('dependencies', KINDS.dependencies),
    'programme-items': of('programme-items', KINDS['programme-items']),
  };
}

/** A row as its schema reads it, with its id and version. */
export function asRow<T extends z.ZodMiniObject>(schema: T, row: Row): Row<z.infer<T>> {
  const { id, version, enteredAt } = row;
  return { ...schema.parse(row), id, version, enteredAt };
}
