import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { MessageId } from '#shared/domain/message/ids';
import { HOUR } from '#shared/kernel/time';
import { SENDER, paperPart, submission } from '#test/builders/messages';
import { AINO, BORN, MAIJA, MARKKU, NIKO, family, live, mandate } from '#test/builders/world-families';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { choose, done, openWorld, told, upload } from '#test/builders/world-people';
import type { World } from '#test/builders/world';

/** Whom the deliveries of a message are for, by the roles and rules they bear. */
async function madeFor(world: World, id: MessageId): Promise<string[]> {
  const all = await world.ports.deliveries.ofMessage(id);
  return all.map(({ addressee }) => `${addressee?.role ?? 'SELF'} ${addressee?.rule ?? ''}`.trim());
}

/** What the first delivery says the resolution was. */
function resolution([first]: readonly Delivery[]): number {
  return 1 + (first?.others?.length ?? 0);
}

/** Sends to Niko, however often it takes, and lives on for a day. */
async function walk(world: World, part: object): Promise<MessageId> {
  const answer = await world.hub.acceptMessage(SENDER, submission({ recipient: { id: NIKO }, ...part }));
  const id = answer.ok ? answer.value : 'messageId' in answer.refusal ? answer.refusal.messageId : undefined;
  if (id === undefined) throw new Error('the message was refused');
  await world.settle();
  return id;
}

async function survives(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof ProcessDied) return false;
      throw fault;
    },
  );
}

describe('a message to a child of 16 and two guardians', () => {
  it.each<Death>(['before', 'after'])(
    'goes to each of those it was first resolved to, once, though the process dies right %s any call and the register changes then',
    async (death) => {
      for (let at = 1, lived = false; !lived; at += 1) {
        const world = await openWorld();
        await family(world, BORN['of 16'], [MARKKU, MAIJA]);
        const part = { paperMail: paperPart(await upload(world)) };
        world.restart((ports) => mortal(ports, { at, death }));
        lived = await survives(walk(world, part));
        world.restart();
        const begun = await begunBefore(world);
        if (!lived) await family(world, BORN['under 15'], [MAIJA]);
        const id = await walk(world, part);
        await world.moveBy(2 * HOUR);

        const asAt16 = ['SELF R3', 'GUARDIAN R3', 'GUARDIAN R3'];
        expect(await madeFor(world, id)).toEqual(begun ? asAt16 : ['GUARDIAN R2']);
        const letters = await world.ports.shelf.list('READY', { limit: 10 });
        expect(letters.map(({ letterId }) => letterId).sort()).toEqual(
          (begun ? [1, 2, 3] : [1]).map((n) => `${id}-${n}-L1`),
        );
        const events = (await told(world)).map(({ deliveryId, seq }) => `${deliveryId}/${seq}`);
        expect(new Set(events).size).toBe(events.length);
        expect(world.faults).toEqual([]);
      }
    },
  );
});

/** Whether the first delivery had been made: from there on the resolution stands. */
async function begunBefore(world: World): Promise<boolean> {
  const found = await world.hub.showMessage.byExternalId(SENDER, submission().externalId);
  return found.ok && found.value.deliveries.length > 0;
}

const HAPPENINGS = {
  'Niko consents': async (world: World) => choose(world, NIKO, { electronic: true, email: 'niko@example.fi' }),
  'Markku consents': async (world: World) => choose(world, MARKKU, { electronic: true, email: 'markku@example.fi' }),
  'Markku withdraws': async (world: World) => choose(world, MARKKU, { electronic: false }),
  'Aino consents': async (world: World) => choose(world, AINO, { electronic: true, email: 'aino@example.fi' }),
  'Niko is 16': async (world: World) => family(world, BORN['of 16'], [MARKKU, MAIJA]),
  'Niko is 11': async (world: World) => family(world, BORN['under 15'], [MARKKU]),
  'Niko is grown up': async (world: World) => live(world, NIKO, { name: 'Nuorila Niko' }),
  'Niko has died': async (world: World) =>
    live(world, NIKO, { name: 'Nuorila Niko', deceased: true, estateHolder: MAIJA }),
  'Aino may receive': async (world: World) => {
    mandate(world, NIKO);
  },
  'Aino may only be told': async (world: World) => {
    mandate(world, NIKO, { mayReceiveService: false });
  },
  'Aino has no mandate': async (world: World) => {
    world.powers.cancel('valtuus-1');
  },
  'an outage begins': async (world: World) => outage(world, {}),
  'the outage ends': async (world: World) => outage(world, { endedAt: world.now() }),
  'the process dies': async (world: World) => {
    world.restart();
  },
  'time passes': async (world: World) => world.moveBy(HOUR),
} as const;
type Happening = keyof typeof HAPPENINGS;

async function outage(world: World, part: object): Promise<void> {
  const about = { outageId: 'katko-1', scope: 'mailbox', startedAt: world.now(), prolonged: false };
  await world.hub.declareOutage({ ...about, ...part });
}

const SOME = fc.array(
  fc.constantFrom(...Object.keys(HAPPENINGS).filter((name): name is Happening => name in HAPPENINGS)),
  { maxLength: 8 },
);

describe('an accepted message, whatever happens around it', () => {
  it('has exactly one delivery with one decision in force for each addressee it was resolved to', async () => {
    await fc.assert(
      fc.asyncProperty(SOME, SOME, async (before, after) => {
        const world = await openWorld();
        await family(world, BORN['of 16']);
        await live(world, AINO, { name: 'Asiamies Aino' });
        for (const name of before) await HAPPENINGS[name](world);
        const paperMail = paperPart(await upload(world));
        const wanted = submission({ recipient: { id: NIKO }, paperMail, hub: { matterId: 'M1' } });
        const id = done(await world.hub.acceptMessage(SENDER, wanted));
        for (const name of after) await HAPPENINGS[name](world);
        await world.moveBy(48 * HOUR);

        const all = await world.ports.deliveries.ofMessage(id);
        expect(all).toHaveLength(resolution(all));
        expect(all.map(({ deliveryId }) => deliveryId)).toEqual(all.map((_, i) => `${id}-${i + 1}`));
        const channels = all.map(({ facts }) => foldFacts(facts).decision?.channel);
        for (const channel of channels) expect(['ELECTRONIC', 'LETTER', 'MANUAL']).toContain(channel);
        const owners = all.flatMap(({ recipientId }) => recipientId ?? []);
        expect(new Set(owners).size).toBe(owners.length);
        expect(world.faults).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
