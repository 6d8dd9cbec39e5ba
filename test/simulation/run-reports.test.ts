import { describe, expect, it } from 'vitest';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { RunReportsPorts } from '#shared/flow/programme/run-reports';
import { DAY, type Instant, MINUTE, after } from '#shared/kernel/time';
import { type RunWorld, openRunWorld } from '#test/builders/programme-run';
import { at, on } from '#test/builders/programme-scope';
import { type Death, ProcessDied } from '#test/builders/world-crash';

const OUTSIDE = ['shelf', 'mails', 'mailer', 'marks', 'rows', 'programmeAsOf', 'trafficUntil'] as const;

/** The same ports, through which the process dies at one of its calls. */
function mortal(ports: RunReportsPorts, fate: { readonly at: number; readonly death: Death }): RunReportsPorts {
  let calls = 0;
  async function through(call: () => unknown): Promise<unknown> {
    if (calls >= fate.at) throw new ProcessDied();
    calls += 1;
    const isDying = calls === fate.at;
    if (isDying && fate.death === 'before') throw new ProcessDied();
    const answer = await call();
    if (isDying) throw new ProcessDied();
    return answer;
  }
  const mortalCall =
    (target: object, call: (...given: never[]) => unknown) =>
    async (...given: unknown[]) =>
      through(() => Reflect.apply(call, target, given));
  const counted = (port: object): object =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        return isCall(member) ? mortalCall(target, member) : member;
      },
    });
  return new Proxy(ports, {
    get: (target, name) => {
      const port: unknown = Reflect.get(target, name);
      if (!OUTSIDE.some((each) => each === name)) return port;
      if (isCall(port)) return mortalCall(target, port);
      return typeof port === 'object' && port !== null ? counted(port) : port;
    },
  });
}

function isCall(member: unknown): member is (...given: never[]) => unknown {
  return typeof member === 'function';
}

const NAMES = { names: { fi: 'Nimi' }, type: 'STATE' };

interface Case {
  /** When the programme is entered; the first run comes then too. */
  readonly start: Instant;
  /** When the hub comes back after three days. */
  readonly back: Instant;
  readonly calendar: ProgrammeCalendar;
}

const CASES: readonly (readonly [string, Case])[] = [
  [
    'the night in spring that lacks an hour',
    {
      start: at('2020-03-27T10:00:00.000Z'),
      back: at('2020-03-30T12:00:00.000Z'),
      calendar: { ...CALENDAR_2019, planDeadline: on('2020-03-28') },
    },
  ],
  [
    'the end of a year',
    {
      start: at('2022-12-31T10:00:00.000Z'),
      back: at('2023-01-02T12:00:00.000Z'),
      calendar: CALENDAR_2019,
    },
  ],
];

async function opened({ start, calendar }: Case): Promise<RunWorld> {
  const world = openRunWorld(start, calendar);
  await world.enter('vero', { ...NAMES, contactEmail: 'vero@example.fi', ministryBranch: 'vm' });
  await world.enter('vm', { ...NAMES, roles: ['MINISTRY'], contactEmail: 'vm@example.fi' });
  await world.run();
  return world;
}

/** What there is when nothing ever dies and the runs come each day. */
async function undisturbed(given: Case) {
  const world = await opened(given);
  for (let now = given.start; now < given.back; now = after(now, DAY / 4)) {
    world.moveTo(now);
    await world.run();
    await world.evidence();
  }
  return whatThereIs(world);
}

async function whatThereIs(world: RunWorld) {
  const ids = await world.reportIds();
  const texts = await Promise.all(ids.map(async (id) => JSON.stringify(await world.ports.shelf.read(id))));
  return { ids, texts, mailed: world.mailed(), unsent: await world.ports.mails.unsent(1000) };
}

async function livedThrough(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (fault) {
    const faults: unknown[] = fault instanceof AggregateError ? fault.errors : [fault];
    if (faults.every((each) => each instanceof ProcessDied)) return false;
    throw fault;
  }
}

describe.each(CASES)('a hub that is away for three days over %s', (_, given) => {
  it.each(['before', 'after'] as const)(
    'and dies %s any call of the run that catches up makes each report as if it had never been away, and sends each mail once',
    async (death) => {
      const expected = await undisturbed(given);
      expect(expected.ids.length).toBeGreaterThan(3);
      expect(expected.mailed.length).toBeGreaterThan(2);
      let calls = 0;
      for (let died = true; died; calls += 1) {
        const world = await opened(given);
        world.moveTo(given.back);
        const ports = mortal({ ...world.ports, ...world.restarted() }, { at: calls + 1, death });
        died = !(await livedThrough(async () => world.run(ports)));
        await world.evidence();
        for (let runs = 1; runs <= 3; runs += 1) {
          world.moveTo(after(given.back, runs * 20 * MINUTE));
          await world.run(world.restarted());
          await world.evidence();
        }
        expect(await whatThereIs(world), `dying ${death} call ${calls + 1}`).toEqual(expected);
      }
      expect(calls).toBeGreaterThan(30);
    },
  );

  it('and is caught up with by several runs at a time makes each once', async () => {
    const expected = await undisturbed(given);
    const world = await opened(given);
    world.moveTo(given.back);
    await Promise.all(Array.from({ length: 4 }, async () => world.run(world.restarted())));
    await world.evidence();
    world.moveTo(after(given.back, 20 * MINUTE));
    await world.run(world.restarted());
    expect(await whatThereIs(world)).toEqual(expected);
  });
});
