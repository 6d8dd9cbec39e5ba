import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, after } from '#shared/kernel/time';
import { COMPANY, KALLE, NOON, PAULA, TESSA } from '#test/builders/messages';
import { ProcessDied } from '#test/builders/world-crash';
import type { World } from '#test/builders/world';
import { acting, choose, consenting, mailsTo, openWorld } from '#test/builders/world-people';

const EARLIER = after(NOON, -DAY);

const row = (differing: object = {}) => ({
  id: TESSA,
  electronic: true,
  email: 'tuotu@example.fi',
  language: 'sv',
  givenAt: EARLIER,
  textVersion: '2024-03',
  source: 'SUOMIFI_SYNC',
  provenance: 'Suomi.fi-viestit, poiminta 7',
  ...differing,
});

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

const bring = async (rows: readonly object[], options: { dryRun?: boolean; tell?: boolean } = {}) =>
  world.hub.importConsents(JSON.stringify({ rows }), { dryRun: false, tell: false, ...options });
const counts = async (...given: Parameters<typeof bring>) => {
  const { entered, unchanged, kept } = await bring(...given);
  return [entered, unchanged, kept];
};
const shown = async (code = TESSA) => world.hub.consentOf((await acting(world, code)).recipientId);
const errorsOf = async (...rows: object[]) =>
  (await bring(rows)).errors.map(({ row: at, pointer, rule }) => [at, pointer, rule]);

describe('an import of consents', () => {
  it('brings a choice into force with where it comes from, in silence', async () => {
    expect(await counts([row()])).toEqual([1, 0, 0]);
    expect(await shown()).toMatchObject({
      email: 'tuotu@example.fi',
      gate: {
        electronic: true,
        emailUsable: true,
        language: 'sv',
        consent: { action: 'GIVE', at: NOON, givenAt: EARLIER, source: 'SUOMIFI_SYNC', textVersion: '2024-03' },
      },
    });
    const { records } = await world.hub.consentHistory((await shown()).gate?.recipientId, { limit: 5 });
    expect(records).toMatchObject([
      { provenance: 'Suomi.fi-viestit, poiminta 7', record: { actor: { role: 'SYSTEM' } } },
    ]);
    await world.moveBy(HOUR);
    expect(mailsTo(world, 'tuotu@example.fi')).toEqual([]);
  });

  it('tells the people where that is asked for, with the code that verifies the address', async () => {
    await bring([row()], { tell: true });
    await world.settle();
    expect(mailsTo(world, 'tuotu@example.fi')).toEqual(['CONSENT_GIVEN']);
  });

  it('keeps address and provenance under seal', async () => {
    await bring([row()]);
    expect(JSON.stringify((await shown()).gate)).not.toMatch(/tuotu@example\.fi|poiminta/);
  });

  it('changes nothing in a dry run, and says what would happen', async () => {
    expect(await counts([row()], { dryRun: true })).toEqual([1, 0, 0]);
    expect(await shown()).toEqual({ version: 0 });
  });

  it('sent once more changes nothing', async () => {
    await bring([row()]);
    expect(await counts([row()])).toEqual([0, 1, 0]);
    expect((await shown()).gate?.version).toBe(1);
  });

  it.each([
    ['of an earlier day', { givenAt: after(EARLIER, -DAY), email: 'vanha@example.fi' }, [0, 0, 1]],
    ['of the same moment that is put right', { email: 'oikea@example.fi' }, [1, 0, 0]],
    ['of a later moment', { givenAt: after(EARLIER, HOUR), electronic: false, email: undefined }, [1, 0, 0]],
  ])('%s, after one that came before it', async (_, differing, expected) => {
    await bring([row()]);
    expect(await counts([row(differing)])).toEqual(expected);
  });

  it("never takes the place of a newer choice of the person's own", async () => {
    await consenting(world);
    const { warnings } = await bring([row()]);
    expect(warnings).toEqual([{ row: 0, pointer: '/rows/0', rule: 'KEPT: a newer choice stands' }]);
    expect((await shown()).email).toBe('active@example.fi');
  });

  it('never does so sent again after the person has chosen otherwise', async () => {
    await bring([row()]);
    await choose(world, TESSA, { electronic: false });
    expect(await counts([row()])).toEqual([0, 0, 1]);
    expect((await shown()).gate?.electronic).toBe(false);
  });

  it("takes the place of an older one of the person's own", async () => {
    await consenting(world);
    await world.moveBy(DAY);
    expect(await counts([row({ givenAt: after(NOON, HOUR), electronic: false, email: undefined })])).toEqual([1, 0, 0]);
    expect((await shown()).gate?.consent).toMatchObject({ action: 'WITHDRAW', source: 'SUOMIFI_SYNC' });
  });

  it('enters none of its rows where one is wrong', async () => {
    expect((await bring([row(), row({ id: KALLE, email: 'ei osoite' })])).entered).toBe(0);
    expect(await shown()).toEqual({ version: 0 });
  });

  it('that was cut short is finished by sending it again', async () => {
    const { gates } = world.ports;
    let changes = 0;
    const change: typeof gates.change = async (before, next) => {
      changes += 1;
      if (changes === 2) throw new ProcessDied();
      return gates.change(before, next);
    };
    world.restart((ports) => ({ ...ports, gates: { ...gates, change } }));
    const rows = [row(), row({ id: PAULA, email: 'paula@example.fi' })];
    await expect(bring(rows)).rejects.toThrow(ProcessDied);
    world.restart((ports) => ({ ...ports, gates }));
    expect(await counts(rows)).toEqual([1, 1, 0]);
    expect((await shown(PAULA)).gate?.electronic).toBe(true);
  });

  it('ends the same in whatever order its rows come, with the newest', async () => {
    const hours = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(hours, async (ages) => {
        world = await openWorld();
        for (const age of ages) await bring([row({ givenAt: after(NOON, -age * HOUR), email: `a${age}@example.fi` })]);
        expect((await shown()).email).toBe(`a${Math.min(...ages)}@example.fi`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a row of an import', () => {
  it.each([
    ['an id that is no identity code', { id: '010101-123X' }, 'id', /identity code/],
    ['a business', { id: COMPANY }, 'id', /identity code/],
    ['no address for a consent', { email: undefined }, 'email', /is required/],
    ['a header in the address', { email: 'a@example.fi\nBcc: b@example.fi' }, 'email', /white space/],
    ['a source of one’s own', { source: 'SELF' }, 'source', /must be one of/],
    ['no provenance', { provenance: undefined }, 'provenance', /is required/],
    ['an empty wording', { textVersion: '' }, 'textVersion', /at least/],
    ['a moment that is to come', { givenAt: after(NOON, 1) }, 'givenAt', /future/],
    ['a field nobody knows', { name: 'Testilä' }, 'name', /not a known field/],
  ])('is refused by row, field and rule for %s', async (_, differing, field, rule) => {
    const [first] = await errorsOf(row({ id: PAULA }), row(differing));
    expect(first).toEqual([1, `/rows/1/${field}`, expect.stringMatching(rule)]);
  });

  it('is refused where the person stands twice', async () => {
    expect(await errorsOf(row(), row())).toEqual([[1, '/rows/1/id', 'stands twice in the import, first in row 0']]);
  });

  it('is never repeated in what is told of it', async () => {
    const told = JSON.stringify(await bring([row({ id: '010101-123X', email: 'salainen osoite' })]));
    expect(told).not.toMatch(/010101|salainen/);
  });

  it.each(['[]', '{"rows":{}}', '{"lines":[]}', 'x'])('is looked for in a list named rows: %s', async (text) => {
    const { errors } = await world.hub.importConsents(text, { dryRun: false, tell: false });
    expect(errors).toHaveLength(1);
  });

  it('is one of a thousand at the most', async () => {
    const { errors } = await bring(Array.from({ length: 1001 }, () => ({})));
    expect(errors).toMatchObject([{ rule: expect.stringContaining('1000') }]);
  });
});
