import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeAllowConsents } from '#shared/flow/consent/allow-consents';
import { DAY, HOUR, after } from '#shared/kernel/time';
import { KALLE, NOON, OTHER_TENANT, PAULA, TENANT, TESSA, personCode } from '#test/builders/messages';
import { ProcessDied } from '#test/builders/world-crash';
import type { World, WorldOptions } from '#test/builders/world';
import { acting, choose, done, openWorld } from '#test/builders/world-people';

let world: World;
let key: string;

async function open(options: WorldOptions = {}): Promise<void> {
  world = await openWorld({ feedLanes: 3, ...options });
  ({ key } = done(await allowing().allow(TENANT)));
}

beforeEach(async () => {
  await open();
});

const allowing = () => makeAllowConsents(world.ports);
const give = async (code: string, n = 1) => choose(world, code, { electronic: true, email: `a${n}@example.fi` });
const withdraw = async (code: string) => choose(world, code, { electronic: false });
const read = async (token?: string, limit = 100, tenantId = TENANT) =>
  world.hub.readConsents({ tenantId, token, limit });

/** As the authority works it out, with the key it was given. */
const hashOf = (code: string, of = key) => createHmac('sha256', Buffer.from(of, 'hex')).update(code).digest('hex');

/** Everything there is, page by page. */
async function all(limit = 2) {
  const told = [];
  for (let token: string | undefined; ;) {
    const page = done(await read(token, limit));
    if (page.consents.length === 0) return told;
    told.push(...page.consents);
    ({ token } = page);
  }
}

const short = async () => (await all()).map(({ hash, electronic, version }) => [hash, electronic, version]);

describe('the feed of consents', () => {
  it('tells each change by the hash the authority works out itself, and nothing else of the person', async () => {
    await give(TESSA);
    await world.settle();
    expect(await all()).toEqual([{ hash: hashOf(TESSA), electronic: true, version: 1, at: NOON }]);
  });

  it('tells a withdrawal after the consent, an imported one and the end of neither address nor language', async () => {
    await give(TESSA);
    await choose(world, TESSA, { electronic: true, email: 'toinen@example.fi' });
    await choose(world, TESSA, { electronic: true, language: 'sv' });
    await withdraw(TESSA);
    const row = { id: PAULA, electronic: true, email: 'p@example.fi', textVersion: '1', source: 'SUOMIFI_SYNC' };
    const rows = [{ ...row, givenAt: after(NOON, -DAY), provenance: 'x' }];
    await world.hub.importConsents(JSON.stringify({ rows }), { dryRun: false, tell: false });
    await world.settle();
    const told = await short();
    expect(told.filter(([hash]) => hash === hashOf(TESSA))).toEqual([
      [hashOf(TESSA), true, 1],
      [hashOf(TESSA), false, 4],
    ]);
    expect(told.filter(([hash]) => hash === hashOf(PAULA))).toEqual([[hashOf(PAULA), true, 1]]);
  });

  it('tells a withdrawal that came with an erasure, and keeps no code of who is erased', async () => {
    await give(TESSA);
    await world.settle();
    const erased = done(await world.hub.eraseOwnData(await acting(world, TESSA), { withdrawConsent: true }));
    await world.settle();
    expect(await short()).toEqual([
      [hashOf(TESSA), true, 1],
      [hashOf(TESSA), false, 2],
    ]);
    expect(erased.newest).toMatchObject({ state: 'DONE' });
    expect(erased.newest).not.toHaveProperty('code');
  });

  it('tells an opt-out under the draft reform, and its end', async () => {
    world.settings.current = { ...world.settings.current, ruleSetId: 'fi-2026-draft' };
    await give(TESSA);
    await withdraw(TESSA);
    await world.moveBy(200 * DAY);
    await world.hub.reactivateMailbox(await acting(world, TESSA));
    await world.settle();
    expect((await short()).map(([, electronic]) => electronic)).toEqual([true, false, true]);
  });

  it('is none to an authority that may not have it, nor after that is taken back', async () => {
    await give(TESSA);
    await world.settle();
    const none = { ok: false, refusal: { kind: 'no-such-feed' } };
    expect(await read(undefined, 10, OTHER_TENANT)).toEqual(none);
    done(await allowing().deny(TENANT));
    expect(await read()).toEqual(none);
  });

  it('has another hash for another authority, and for another key of the same', async () => {
    await give(TESSA);
    await world.settle();
    const other = done(await allowing().allow(OTHER_TENANT)).key;
    const [told] = done(await read(undefined, 10, OTHER_TENANT)).consents;
    expect(told?.hash).toBe(hashOf(TESSA, other));
    expect(told?.hash).not.toBe(hashOf(TESSA));
    done(await allowing().deny(TENANT));
    const next = done(await allowing().allow(TENANT));
    expect(next.keyVersion).toBe(2);
    expect(done(await read())).toMatchObject({ keyVersion: 2, consents: [{ hash: hashOf(TESSA, next.key) }] });
    expect(next.key).not.toBe(key);
  });

  it('refuses a token that was changed, made up or given to another authority', async () => {
    await give(TESSA);
    await world.settle();
    done(await allowing().allow(OTHER_TENANT));
    const { token } = done(await read());
    const refused = { ok: false, refusal: { kind: 'token-refused' } };
    for (const wrong of [`9${token}`, `${token}0`, '', '1.0_1.0_1.0-x', 'x'])
      expect(await read(wrong)).toEqual(refused);
    expect(await read(token, 10, OTHER_TENANT)).toEqual(refused);
  });

  it('gives the same token again while there is nothing new', async () => {
    const { token, consents } = done(await read());
    expect(consents).toEqual([]);
    expect(done(await read(token))).toMatchObject({ token, consents: [] });
  });

  it('holds identity codes under seal', async () => {
    await give(TESSA);
    const { recipientId } = await acting(world, TESSA);
    const gate = recipientId && (await world.ports.gates.read(recipientId));
    await world.settle();
    const lanes = await Promise.all([0, 1, 2].map(async (lane) => world.ports.consentFeed.from(lane, 1, 10)));
    expect(JSON.stringify([gate, lanes])).not.toContain(TESSA);
  });
});

describe('the feed of consents, whatever happens', () => {
  it('tells a change once though the process died between any two writes, and though it was worked on twice', async () => {
    for (let death = 1; death <= 4; death += 1) {
      await open();
      await give(TESSA);
      const { gates, consentFeed } = world.ports;
      let writes = 0;
      const dying = async <T>(write: () => Promise<T>, isBefore: boolean): Promise<T> => {
        writes += 1;
        if (isBefore && writes === death) throw new ProcessDied();
        const written = await write();
        if (!isBefore && writes === death) throw new ProcessDied();
        return written;
      };
      const isBefore = death % 2 === 1;
      world.restart((ports) => ({
        ...ports,
        consentFeed: { ...consentFeed, put: async (entry) => dying(async () => consentFeed.put(entry), isBefore) },
        gates: { ...gates, dropOwed: async (id, name) => dying(async () => gates.dropOwed(id, name), isBefore) },
      }));
      const { recipientId } = await acting(world, TESSA);
      if (recipientId)
        await Promise.allSettled([world.hub.tellConsent(recipientId), world.hub.tellConsent(recipientId)]);
      world.restart((ports) => ({ ...ports, gates, consentFeed }));
      await give(KALLE);
      await world.moveBy(HOUR);
      expect((await short()).filter(([hash]) => hash === hashOf(TESSA))).toEqual([[hashOf(TESSA), true, 1]]);
    }
  });

  it('loses nothing of what commits late to whoever reads meanwhile, and keeps the order of each person', async () => {
    const codes = [TESSA, PAULA, KALLE, personCode(905)];
    const steps = fc.array(
      fc.oneof(
        fc.record({ who: fc.nat(codes.length - 1) }),
        fc.constant('settle' as const),
        fc.record({ read: fc.integer({ min: 1, max: 3 }) }),
      ),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await open();
        const standing = new Map<string, boolean>();
        const expected = new Map<string, boolean[]>();
        const told: { hash: string; electronic: boolean }[] = [];
        let token: string | undefined;
        const page = async (limit: number) => {
          const next = done(await read(token, limit));
          ({ token } = next);
          told.push(...next.consents);
          return next.consents.length;
        };
        for (const step of all) {
          if (step === 'settle') await world.settle();
          else if ('read' in step) await page(step.read);
          else {
            const code = codes[step.who] ?? TESSA;
            const electronic = standing.get(code) !== true;
            await (electronic ? give(code) : withdraw(code));
            standing.set(code, electronic);
            expected.set(code, [...(expected.get(code) ?? []), electronic]);
          }
        }
        await world.settle();
        while ((await page(2)) > 0);
        for (const [code, changes] of expected)
          expect(told.filter(({ hash }) => hash === hashOf(code)).map(({ electronic }) => electronic)).toEqual(changes);
        expect(told).toHaveLength([...expected.values()].flat().length);
      }),
      { numRuns: 25 },
    );
  });
});
