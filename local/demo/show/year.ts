import { type ImportBody, daysOf } from '#local/demo/programme/rows';
import { programmeFixture, roundIdOf } from '#local/demo/programme/fixture';
import { ofAuthorities, someAuthorities } from '#local/demo/programme/fewer';
import { ACCEPTED_PLANS, SUBMITTED_PLANS } from '#local/demo/programme/plans';
import { secondRound } from '#local/demo/programme/second-round';
import { SEARCHES, SUPPORT } from '#local/demo/programme/support';
import { type DemoHub, done } from '#local/demo/show/hub';
import { sendTraffic } from '#local/demo/show/send-traffic';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { addDays, addMonths, momentOn } from '#shared/kernel/calendar';
import { calendarDate } from '#shared/kernel/time';

const IMPORTS = '/programme/v1/imports';
/** Cents. */
const UNIT_COSTS = { electronic: 5, letter: 115, receiptLetter: 980 };

/** Everything on record when the year begins; the mail of one service goes through the hub. */
export function programmeOf(authorities: number): ImportBody {
  const body = ofAuthorities(programmeFixture(CALENDAR_2019), someAuthorities(authorities));
  const services = (body.services ?? []).map((row) =>
    row.id === 'kuusilahti-1'
      ? { ...row, hubServices: ['hub-service-1'], offerings: row.offerings?.map(withTarget) }
      : row,
  );
  return { ...body, services };
}

export interface Year {
  readonly months: number;
  readonly authorities: number;
  /** Called a few days into the next month, once the reports of this one are made: `2020-06`. */
  readonly told: (month: string) => Promise<void>;
}

/** What is done in each month of the year, from January. */
export async function liveThrough(hub: DemoHub, { months, authorities, told }: Year): Promise<void> {
  const body = programmeOf(authorities);
  await hub.ministry(IMPORTS, body);
  await hub.put('/programme/v1/calendar', { ...CALENDAR_2019, unitCosts: UNIT_COSTS });
  await hub.ministry('/support/v1/imports', SUPPORT);
  for (let month = 0; month < months; month += 1) {
    const first = addMonths(calendarDate.parse('2020-01-01'), month);
    await hub.moveTo(momentOn(calendarDate.parse(`${first.slice(0, 8)}10`), '12:00'));
    await sendTraffic(hub, month);
    for (const wish of SEARCHES) done('/support/v1/providers', await hub.client(`/support/v1/providers?${wish}`));
    await steps(hub, first.slice(5, 7), body);
    await hub.moveTo(momentOn(addDays(addMonths(first, 1), 4), '12:00'));
    await told(first.slice(0, 7));
  }
}

async function steps(hub: DemoHub, month: string, body: ImportBody): Promise<void> {
  const planned = new Set((body.plans ?? []).map(({ id }) => id));
  const submitted = SUBMITTED_PLANS.filter((id) => planned.has(id));
  const late = submitted.slice(-2);
  if (month === '06') await submit(hub, submitted.slice(0, -2));
  if (month === '07') await submit(hub, late);
  if (month === '08') await accept(hub, submitted);
  if (month === '10') await hub.ministry(IMPORTS, secondRound(body, roundIdOf(CALENDAR_2019), daysOf(CALENDAR_2019)));
}

function withTarget<T extends object>(offering: T) {
  return { ...offering, targetDate: '2021-06-30' };
}

/** A plan that is not whole stays with its authority, which is late then. */
async function submit(hub: DemoHub, plans: readonly string[]): Promise<void> {
  for (const id of plans) await hub.attempt(`/programme/v1/plans/${id}/submissions`);
}

async function accept(hub: DemoHub, plans: readonly string[]): Promise<void> {
  for (const id of plans) {
    if (!ACCEPTED_PLANS.includes(id)) continue;
    await hub.attempt(`/programme/v1/plans/${id}/decisions`, { decision: 'ACCEPTED' });
  }
}
