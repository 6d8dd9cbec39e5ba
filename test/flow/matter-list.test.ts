import { beforeEach, describe, expect, it } from 'vitest';
import type { Power } from '#shared/domain/message/power';
import { HOUR, after } from '#shared/kernel/time';
import type { MatterWish } from '#shared/flow/consent/change-matter';
import { NOON, PAULA, SERVICE, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, done, openWorld } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
});

const matter = (matterId: string) => ({ serviceId: SERVICE, matterId });
const PAPER: MatterWish = { kind: 'PAPER' };
const AGENT: MatterWish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'AGENT', agentId: PAULA } };
const choosing = async (wish: MatterWish, matterId = 'M1') =>
  world.hub.setMatter(await acting(world, TESSA), matter(matterId), { wish, language: 'fi' });
const listed = async () => world.hub.listMatters((await acting(world, TESSA)).recipientId, { limit: 50 });

const WHOLE: Power = {
  mandateId: 'm-1',
  role: 'AGENT',
  source: 'GIVEN_HERE',
  scope: { type: 'WHOLE_MAILBOX' },
  mayReceiveService: true,
  validFrom: NOON,
};

/** Powers that let nobody be served in M1, now. */
const OF_NO_USE: readonly (readonly [who: string, held: readonly Power[]])[] = [
  ['without any power', []],
  ['whose power does not reach to being served', [{ ...WHOLE, mayReceiveService: false }]],
  ['whose power has ended', [{ ...WHOLE, validTo: NOON }]],
  ['whose power has not begun', [{ ...WHOLE, validFrom: after(NOON, HOUR) }]],
  [
    'whose power is for another matter',
    [{ ...WHOLE, scope: { type: 'MATTERS', matters: [{ serviceId: SERVICE, matterId: 'M2' }] } }],
  ],
];

/** The register answers with these powers that Paula has for Tessa. */
function holding(...powers: readonly Power[]) {
  const between = async (holder: string, principal: string) => (holder === PAULA && principal === TESSA ? powers : []);
  world.restart((ports) => ({ ...ports, powers: { ...ports.powers, between } }));
}

describe("the list of one's choices for matters", () => {
  it('is empty for who has made none', async () => {
    expect(await listed()).toEqual({ matters: [], next: undefined });
  });

  it('holds what is in force, by service and matter, and leaves out what was taken back', async () => {
    done(await choosing(PAPER, 'M1'));
    done(await choosing({ kind: 'PROCESS_ADDRESS', processAddress: { type: 'MESSAGES' } }, 'M2'));
    done(await choosing(PAPER, 'M3'));
    await world.hub.clearMatter(await acting(world, TESSA), matter('M3'));
    const { matters } = await listed();
    expect(matters.map(({ of, preference }) => [of.matterId, preference.kind]).toSorted()).toEqual([
      ['M1', 'PAPER'],
      ['M2', 'MESSAGES'],
    ]);
    expect(matters.find(({ of }) => of.matterId === 'M2')?.address).toEqual({ type: 'MESSAGES' });
  });

  it('keeps the names of matters under seal', async () => {
    done(await choosing(PAPER, 'Huoltajuusasia 7'));
    const { recipientId } = await acting(world, TESSA);
    const stored = recipientId && (await world.ports.matters.list(recipientId, { limit: 1 }));
    expect(JSON.stringify(stored)).not.toContain('Huoltajuus');
  });

  it('shows a choice an official made for a visitor, with the role on record', async () => {
    const official = { ...(await acting(world, TESSA)), actor: { role: 'OFFICIAL' } as const, reason: 'Käynti 3/2026' };
    done(await world.hub.setMatter(official, matter('M1'), { wish: PAPER, language: 'fi' }));
    const [first] = (await listed()).matters;
    expect(first?.preference).toMatchObject({
      actor: { role: 'OFFICIAL' },
      reason: expect.stringMatching(/^recipients:/),
    });
  });
});

describe('an agent named as process address', () => {
  it('is kept, sealed, where a power to be served reaches the matter', async () => {
    holding(WHOLE);
    done(await choosing(AGENT));
    const [first] = (await listed()).matters;
    expect(first).toMatchObject({ preference: { kind: 'AGENT' }, address: { type: 'AGENT', agentId: PAULA } });
    expect(JSON.stringify(first?.preference)).not.toContain(PAULA);
  });

  it.each(OF_NO_USE)('%s is refused, and nothing changes', async (_, powers) => {
    holding(...powers);
    expect(await choosing(AGENT)).toEqual({ ok: false, refusal: { kind: 'agent-without-power' } });
    expect((await listed()).matters).toEqual([]);
    expect((await acting(world, TESSA)).recipientId).toBeUndefined();
  });

  it('may be one for that matter alone', async () => {
    holding({ ...WHOLE, scope: { type: 'MATTERS', matters: [{ serviceId: SERVICE, matterId: 'M1' }] } });
    done(await choosing(AGENT));
  });
});
