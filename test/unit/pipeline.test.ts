import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEDULES, SCHEDULE_ZONE, STEPS } from '#shared/contracts/pipeline';
import { DOORS } from '#shared/contracts/routes';
import { everyFact } from '#test/builders/domain-facts';

interface Stop {
  readonly name: string;
  readonly hears: readonly string[];
  readonly writes: readonly string[];
  readonly nudges: readonly string[];
}

const STOPS: readonly Stop[] = Object.entries(STEPS).map(([name, step]) => ({ name, ...step }));
const NAMES = STOPS.map(({ name }) => name);

/** Facts that doors write: the sender's, the recipient's and the print provider's. */
const WRITTEN_BY_DOORS = [
  'ACCEPTED',
  'OPENED',
  'ACKNOWLEDGED',
  'RECEIVED',
  'PRINTED',
  'POSTED',
  'ARRIVED',
  'RECEIPT_SIGNED',
  'RETURNED',
  'ADDRESS_UNRESOLVED',
  'PROOF_ATTACHED',
  'OPENED_LATE',
  'MANUAL_CLOSED',
  'REBUTTED',
  'RECALLED',
  'ARCHIVED',
  'TRANSFERRED',
];

type Edge = readonly [from: string, fact: string, to: string];

const EDGES: readonly Edge[] = STOPS.flatMap((from) =>
  from.writes.flatMap((fact) =>
    STOPS.filter(({ hears }) => hears.includes(fact)).map(({ name }): Edge => [from.name, fact, name]),
  ),
);

/** The only ways back: a decision made anew after the first, and the mail provider's word, which comes from outside. */
const isWayBack = ([from, fact, to]: Edge) =>
  (['DECIDED', 'HOLD_STARTED'].includes(fact) && from !== 'route-message') || to === 'record-notice-event';

/** Everything that work at `name` can lead to. */
function leadsTo(name: string, edges: readonly Edge[], seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return edges
    .filter(([from, , to]) => from === name && !seen.has(to))
    .reduce((reached, [, , to]) => leadsTo(to, edges, new Set([...reached, to])), seen);
}

describe('the road of a message', () => {
  it.each(NAMES)('does not lead from %s back to itself, but by the fallback', (name) => {
    const forward = EDGES.filter((edge) => !isWayBack(edge));
    expect([...leadsTo(name, forward)]).not.toContain(name);
  });

  it('leads back to some steps by the fallback and by another outage, and never to the first decision', () => {
    const back = NAMES.filter((name) => leadsTo(name, EDGES).has(name));
    expect(back).toEqual([
      'deliver-electronically',
      'record-notice-event',
      'settle-service',
      'order-print',
      'release-hold',
    ]);
  });

  it('leads from the first decision to mailbox, notice, letter and feed', () => {
    expect([...leadsTo('route-message', EDGES)].sort()).toEqual([
      'deliver-electronically',
      'order-print',
      'publish-events',
      'record-notice-event',
      'release-hold',
      'settle-service',
    ]);
  });

  it.each(STOPS)('has a writer for every fact that $name hears', ({ hears }) => {
    const written = [...WRITTEN_BY_DOORS, ...STOPS.flatMap(({ writes }) => writes)];
    expect(hears.filter((fact) => !written.includes(fact))).toEqual([]);
  });

  it('has a writer for every fact there is', () => {
    const written = new Set([...WRITTEN_BY_DOORS, ...STOPS.flatMap(({ writes }) => writes)]);
    expect(
      everyFact()
        .map(({ type }) => type)
        .filter((type) => !written.has(type)),
    ).toEqual([]);
  });

  it('puts every fact on the queue of the feed', () => {
    const { hears } = STEPS['publish-events'];
    const heard = new Set<string>(hears);
    expect(
      everyFact()
        .map(({ type }) => type)
        .filter((type) => !heard.has(type)),
    ).toEqual([]);
  });
});

describe('a nudge', () => {
  it.each(STOPS)('from $name goes to a step, once', ({ nudges }) => {
    expect(nudges.filter((name) => !NAMES.includes(name))).toEqual([]);
    expect(new Set(nudges).size).toBe(nudges.length);
  });

  it.each(STOPS)('from $name goes to steps that hear what it writes', ({ writes, nudges }) => {
    const hearers = STOPS.filter(({ hears }) => hears.some((fact) => writes.includes(fact))).map(({ name }) => name);
    expect(nudges.filter((name) => !hearers.includes(name))).toEqual([]);
  });

  it('goes round nowhere but in the steps that decide anew: the mailbox and the release', () => {
    const nudged = STOPS.flatMap(({ name, nudges }) => nudges.map((to): Edge => [name, '', to]));
    expect(NAMES.filter((name) => leadsTo(name, nudged).has(name))).toEqual(['deliver-electronically', 'release-hold']);
    const others = nudged.filter(([from, , to]) => from !== to);
    expect(NAMES.filter((name) => leadsTo(name, others).has(name))).toEqual([]);
  });

  it.each(Object.entries(DOORS).map(([name, { nudges }]) => ({ name, nudges })))(
    'from the door $name goes to a step',
    ({ nudges }) => {
      expect(nudges.filter((name) => !NAMES.includes(name))).toEqual([]);
    },
  );

  it('from the sweep reaches every step whose work an item can owe', () => {
    expect([...SCHEDULES.sweep.nudges].sort()).toEqual([
      'deliver-electronically',
      'end-retention',
      'expire-attachment',
      'follow-withdrawal',
      'order-print',
      'publish-events',
      'release-hold',
      'remind-recipient',
      'route-message',
      'settle-service',
      'tell-consent',
      'tend-own-data',
    ]);
  });
});

describe('a step', () => {
  it.each(Object.entries(STEPS).map(([name, step]) => ({ name, ...step })))(
    'named $name says who notices when it stops',
    (step) => {
      expect(step.impact).toMatch(/^\p{Ll}.{20,}[^.]$/u);
      expect(step.batchSize).toBeGreaterThan(0);
      expect(step.timeout).toBeLessThanOrEqual(60);
    },
  );

  it('with an outside effect takes few records at once', () => {
    expect(STEPS['tell-consent'].batchSize).toBeLessThanOrEqual(5);
  });
});

const HOUR_FIELD = /^cron\([\d,]+ (?<hour>\d+) /;

describe('a schedule', () => {
  const schedules = Object.entries(SCHEDULES).map(([name, schedule]) => ({ name, ...schedule }));

  it.each(schedules)('$name has no hour of the clock, or one that every day has', ({ expression }) => {
    expect(expression).toMatch(/^(rate\(\d+ (minute|hour)s?\)|cron\(\d+(,\d+)* \d+ .*\))$/);
    expect(HOUR_FIELD.exec(expression)?.groups?.['hour'] ?? '').not.toMatch(/^0?3$/);
  });

  it.each(schedules)('$name says who notices when it does not run', ({ impact, timeout }) => {
    expect(impact).toMatch(/^\p{Ll}.{20,}[^.]$/u);
    expect(timeout).toBeLessThanOrEqual(900);
  });

  it('is written in Helsinki time', () => {
    expect(SCHEDULE_ZONE).toBe('Europe/Helsinki');
  });

  it('of the sweep ends before it begins again', () => {
    expect(SCHEDULES.sweep).toMatchObject({ expression: 'rate(1 minute)' });
    expect(SCHEDULES.sweep.timeout).toBeLessThan(60);
  });
});

describe('the doors of the house', () => {
  const has = (folder: string, name: string) =>
    existsSync(join(import.meta.dirname, '../../functions', folder, `${name}.ts`));

  it.each(NAMES)('hold a worker for the step %s', (name) => {
    expect(has('worker', name)).toBe(true);
  });

  it.each(Object.keys(SCHEDULES))('hold what runs by the clock: %s', (name) => {
    expect(has('schedule', name)).toBe(true);
  });

  it.each(Object.keys(DOORS))('hold the door %s', (name) => {
    expect(has('api', name)).toBe(true);
  });
});
