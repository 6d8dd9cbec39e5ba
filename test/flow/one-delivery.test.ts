import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { MatterWish } from '#shared/flow/consent/change-matter';
import { HOUR } from '#shared/kernel/time';
import { SERVICE, TESSA, address, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, choose, done, openWorld, send, upload } from '#test/builders/world-people';

const M1 = { serviceId: SERVICE, matterId: 'M1' };

async function wants(world: World, wish: MatterWish): Promise<void> {
  done(await world.hub.setMatter(await acting(world, TESSA), M1, { wish, language: 'fi' }));
}

async function declares(world: World, part: object = {}): Promise<void> {
  const outage = { outageId: 'katko-1', scope: 'mailbox', startedAt: world.now(), prolonged: false };
  await world.hub.declareOutage({ ...outage, ...part });
}

const processAddress = { type: 'MESSAGES', noticeEmail: 'asia@example.fi' } as const;

/** What may happen around a message, in any order. */
const HAPPENINGS = {
  consents: async (world: World) => choose(world, TESSA, { electronic: true, email: 'tessa@example.fi' }),
  withdraws: async (world: World) => choose(world, TESSA, { electronic: false }),
  'wants paper': async (world: World) => wants(world, { kind: 'PAPER' }),
  'wants the mailbox': async (world: World) => wants(world, { kind: 'PROCESS_ADDRESS', processAddress }),
  'wants nothing of it': async (world: World) => world.hub.clearMatter(await acting(world, TESSA), M1),
  'an outage begins': async (world: World) => declares(world),
  'the outage ends': async (world: World) => declares(world, { endedAt: world.now() }),
  'the outage lasts': async (world: World) => declares(world, { prolonged: true }),
  'the process dies': async (world: World) => {
    world.restart();
  },
  'time passes': async (world: World) => world.moveBy(HOUR),
} as const;
type Happening = keyof typeof HAPPENINGS;

const SOME = (most: number) =>
  fc.array(fc.constantFrom(...Object.keys(HAPPENINGS).filter((name): name is Happening => name in HAPPENINGS)), {
    maxLength: most,
  });
const BASES: readonly Happening[] = ['consents', 'wants the mailbox'];

describe('an accepted message, whatever happens around it', () => {
  it('has one delivery with one decision in force, and no person without a basis gets it electronically', async () => {
    await fc.assert(
      fc.asyncProperty(SOME(12), SOME(6), async (before, after) => {
        const world = await openWorld();
        await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: address() });
        for (const name of before) await HAPPENINGS[name](world);
        const paperMail = paperPart(await upload(world));
        const id = await send(world, { paperMail, hub: { matterId: 'M1' } });
        for (const name of after) await HAPPENINGS[name](world);
        await world.moveBy(48 * HOUR);

        const deliveries = await world.ports.deliveries.ofMessage(id);
        expect(deliveries).toHaveLength(1);
        const decision = deliveries[0] && foldFacts(deliveries[0].facts).decision;
        expect(['ELECTRONIC', 'LETTER']).toContain(decision?.channel);
        if (![...before, ...after].some((name) => BASES.includes(name))) expect(decision?.channel).toBe('LETTER');
        expect(world.faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
