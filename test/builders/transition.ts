import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import type { Programme } from '#shared/domain/programme/programme';
import type { PlanStep } from '#shared/domain/programme/registry/plan';
import type { ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import { calendarDate, instant } from '#shared/kernel/time';

export const at = (text: string) => instant.parse(text);
export const date = (text: string) => calendarDate.parse(text);

/** Rows as somebody would write them, by register; each has an id. */
export type Written = Partial<Record<Kind, readonly object[]>>;

interface Around {
  readonly steps?: Readonly<Record<string, readonly PlanStep[]>>;
  readonly calendar?: Partial<Programme['calendar']>;
}

/** A programme of these rows and nothing else, by the calendar of 2019. */
export function programmeOf(written: Written, { steps = {}, calendar = {} }: Around = {}): Programme {
  return {
    calendar: { ...CALENDAR_2019, ...calendar },
    planSteps: new Map(Object.entries(steps)),
    rows: {
      organisations: read(KINDS.organisations, written.organisations),
      'management-decisions': read(KINDS['management-decisions'], written['management-decisions']),
      services: read(KINDS.services, written.services),
      'self-assessments': read(KINDS['self-assessments'], written['self-assessments']),
      audits: read(KINDS.audits, written.audits),
      volumes: read(KINDS.volumes, written.volumes),
      obstacles: read(KINDS.obstacles, written.obstacles),
      exceptions: read(KINDS.exceptions, written.exceptions),
      'pricing-tiers': read(KINDS['pricing-tiers'], written['pricing-tiers']),
      tariffs: read(KINDS.tariffs, written.tariffs),
      plans: read(KINDS.plans, written.plans),
      actions: read(KINDS.actions, written.actions),
      'mobile-apps': read(KINDS['mobile-apps'], written['mobile-apps']),
      'survey-rounds': read(KINDS['survey-rounds'], written['survey-rounds']),
      'survey-answers': read(KINDS['survey-answers'], written['survey-answers']),
      circulars: read(KINDS.circulars, written.circulars),
      'follow-ups': read(KINDS['follow-ups'], written['follow-ups']),
      dependencies: read(KINDS.dependencies, written.dependencies),
      'programme-items': read(KINDS['programme-items'], written['programme-items']),
    },
  };
}

function read<F>(schema: { parse: (row: unknown) => F }, written: readonly object[] = []): Row<F>[] {
  return written.map((each) => ({ ...schema.parse(each), ...rowOf(each) }));
}

const DULL = { id: 'row', version: 1, enteredAt: at('2019-03-01T06:00:00.000Z') };

function rowOf(written: object): typeof DULL {
  const { id, version, enteredAt } = { ...DULL, ...written };
  return { id, version, enteredAt };
}

/** A town with one service to businesses, in use, without a date yet. */
export function townOf(differing: object = {}): object {
  return { id: 'kaupunki', names: { fi: 'Esimerkkikaupunki', sv: 'Exempelstad' }, type: 'MUNICIPALITY', ...differing };
}

export function permitOf(differing: object = {}): object {
  return {
    id: 'rakennuslupa',
    organisationId: 'kaupunki',
    names: { fi: 'Rakennuslupa', sv: 'Bygglov' },
    offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE' }],
    ...differing,
  };
}

/** A plan with nothing missing for the town and its service. */
export function townPlanOf(differing: object = {}): object {
  return {
    id: 'plan-kaupunki',
    organisationId: 'kaupunki',
    offerings: [{ serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2022-06-30' }],
    legislationObstacles: 'NONE',
    ...differing,
  };
}

export function stepOf(type: PlanStep['type'], when: string, version = 1): PlanStep {
  return { type, at: at(when), version };
}

/** A report of a month, due on the morning after it unless said otherwise. */
export function requestOf(
  kind: ReportKind,
  differing: Partial<Record<'from' | 'to' | 'dueAt' | 'organisationId', string>> = {},
): ReportRequest {
  const { from = '2020-07-01', to = '2020-07-31', dueAt = '2020-08-03T03:00:00.000Z', organisationId } = differing;
  return {
    kind,
    period: from.slice(0, 7),
    from: date(from),
    to: date(to),
    dueAt: at(dueAt),
    receivers: [],
    organisationId,
  };
}
