import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { electronicOnly, multichannel, paperOnly, wordingOf } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { placesIn, withAt, without } from '#test/builders/e2e-mutations';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer } from '#test/builders/e2e-wire';

/** Bodies of each kind. */
const RUNS = 70;

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const files = { own: '' };
const accepted: number[] = [];

const rich = () => ({
  file: files.own,
  wording: wordingOf('Uutta tietoa', 'Asiassasi on uutta tietoa.'),
  address: { additionalName: 'c/o Naapuri' },
  costPool: 'POOL1',
  addressPage: true,
  hub: { matterId: 'M1', appealPeriod: { days: 30 }, language: 'sv', capacity: 'PRIVATE' } as const,
});

const ROADS = [
  ['multichannel', SENDING.multichannel, () => multichannel(rich())],
  ['electronic-only', SENDING.electronic, () => electronicOnly(rich())],
  ['paper-only', SENDING.paper, () => paperOnly(rich())],
] as const;

/** Values of every kind, the strange ones among them. */
const anything = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(-0, 1e308, 2 ** 53, -1, 1.5),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    '\t\r\n',
    '\u0000',
    '\ud800',
    'a'.repeat(50_000),
    '‮ﺎﺒﺟﺮﻣ‬',
    '👩‍👩‍👧‍👦'.repeat(40),
    '\u202e\u2066\ufeff',
  ),
  fc.constantFrom('\u001b[31m', '<script>', '${7*7}', '../../etc/passwd', "' OR 1=1 --", 'toString', '%s%n', '٣٣٣'),
  fc.array(fc.anything(), { maxLength: 4 }),
  fc.constantFrom({}, [], [[]], { length: 3 }, { __proto__: null, constructor: 1 }),
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }),
);

/** Which of the places of a body is changed, and how. */
const change = fc.record({
  place: fc.nat(),
  how: fc.oneof(fc.constant('remove' as const), fc.record({ put: anything }), fc.record({ add: fc.string() })),
});

function changed(body: object, { place, how }: { place: number; how: 'remove' | { put: unknown } | { add: string } }) {
  const places = placesIn(body);
  const path = places[place % places.length] ?? [];
  if (how === 'remove') return without(body, path);
  return 'put' in how ? withAt(body, path, how.put) : withAt(body, [...path.slice(0, -1), how.add], 1);
}

function expectDocumented(road: string, { status, headers, json, text }: Answer): void {
  expect([200, 400, 409], text).toContain(status);
  expect(headers.get('content-type')).toBe('application/json');
  if (status === 200) {
    expect(json).toEqual({ messageId: expect.any(Number) });
    accepted.push(Object(json).messageId);
  }
  if (status === 409) expect(json).toEqual({ messageId: expect.any(Number), reason: expect.stringMatching(/./) });
  if (status !== 400) return;
  const reason = expect.stringMatching(/./);
  expect(json).toEqual(road === SENDING.electronic ? { reason, validationErrors: expect.any(Array) } : { reason });
}

/** JSON that keeps what `JSON.stringify` would refuse. */
function asJson(body: object): string {
  return JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

beforeAll(async () => {
  files.own = await city.upload();
});

describe.each(ROADS)('a %s body', (_, road, make) => {
  it('changed anywhere in any way is accepted, repeated or refused, and never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const body = changes.reduce<object>((before, each) => changed(before, each), make());
        expectDocumented(road, await city.call('POST', road, { body: asJson(body) }));
      }),
      { numRuns: RUNS },
    );
  });

  it('damaged on its way is accepted, repeated or refused, and never a fault', async () => {
    const damage = fc.record({ at: fc.nat(), cut: fc.nat({ max: 30 }), bytes: fc.uint8Array({ maxLength: 6 }) });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, cut, bytes }) => {
        const whole = Buffer.from(JSON.stringify(make()));
        const place = at % whole.length;
        const body = new Uint8Array([...whole.subarray(0, place), ...bytes, ...whole.subarray(place + cut)]);
        const headers = { 'content-type': 'application/json' };
        expectDocumented(road, await city.call('POST', road, { body, headers }));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what was accepted of it', () => {
  it('is delivered in spite of its strange words, without a fault and with nothing stuck', async () => {
    await sandbox.settle();
    const shown = await Promise.all(accepted.map(async (messageId) => city.show(messageId)));
    expect(shown.filter(({ deliveries }) => deliveries.length !== 1)).toEqual([]);
    expect(hub.output()).not.toContain('fault');
  });
});
