import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId as externalIdSchema } from '#shared/domain/message/ids';
import type { PersonRecord } from '#shared/domain/registers/person';
import { makeShowBatch } from '#shared/flow/delivery-postal/show-batch';
import { DAY, HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON, PAULA, TESSA, address, paperPart } from '#test/builders/messages';
import { SETTINGS } from '#test/builders/domain';
import type { World } from '#test/builders/world';
import { ProcessDied, mortal } from '#test/builders/world-crash';
import { deliveryOf, factsOf, letters, openWorld, send, upload } from '#test/builders/world-people';

const AT_HOME = address({ streetAddress: 'Kotikatu 1' });
const SAFE = address({ streetAddress: 'PL 18' });
/** NOON is noon in Helsinki. */
const CUT = after(NOON, HOUR);

let world: World;

async function openBatchWorld(): Promise<World> {
  const opened = await openWorld();
  opened.settings.current = { ...SETTINGS, batches: { times: ['13:00'], mostLetters: 3 } };
  return opened;
}

beforeEach(async () => {
  world = await openBatchWorld();
});

const enter = async (order: Partial<PersonRecord> = {}) =>
  world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: AT_HOME, ...order });

async function posted(code: string = PAULA): Promise<MessageId> {
  const externalId = externalIdSchema.parse(`kirje-${code.slice(0, 6)}`);
  const id = await send(world, { externalId, recipient: { id: code }, paperMail: paperPart(await upload(world)) });
  await world.settle();
  return id;
}

async function cutNow() {
  await world.moveTo(after(CUT, MINUTE));
  return world.hub.cutBatches();
}

const batchOf = async (id: MessageId) =>
  (await deliveryOf(world, id)).facts.flatMap((fact) => (fact.type === 'HANDED_TO_POSTAL' ? [fact.batchId] : []));
const showBatch = async (id: string) => makeShowBatch(world.ports)(id);
const decisions = async (id: MessageId) =>
  (await deliveryOf(world, id)).facts.flatMap((fact) =>
    fact.type === 'DECIDED' ? [[fact.decision.channel, fact.decision.reason, fact.decision.facts.addressSource]] : [],
  );

async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (fault) {
    if (fault instanceof ProcessDied) return true;
    throw fault;
  }
}

describe('a protection order that comes while a letter waits', () => {
  it('is seen at the cut: the letter leaves the shelf and the authority deals with it the same day', async () => {
    await enter();
    const id = await posted();
    const [shelved] = await letters(world);
    await enter({ protectionOrder: true });
    expect(await cutNow()).toEqual({ batches: 0, letters: 0, left: 0 });
    expect(await letters(world)).toEqual([]);
    expect(await world.ports.documents.read(shelved?.documentKey ?? '')).toBeUndefined();
    await world.settle();
    expect(await decisions(id)).toEqual([
      ['LETTER', 'NO_CONSENT', 'REGISTER'],
      ['MANUAL', 'PROTECTED_NO_SAFE_ADDRESS', undefined],
    ]);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'DECIDED', 'AUTHORITY_NOTIFIED']);
    await world.moveBy(3 * DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
  });

  it('sends the letter to the contact address instead, composed anew and in restricted hands', async () => {
    await enter();
    const id = await posted();
    const [before] = await letters(world);
    await enter({ protectionOrder: true, contactAddress: SAFE });
    expect(await cutNow()).toEqual({ batches: 0, letters: 0, left: 0 });
    await world.settle();
    expect(await decisions(id)).toEqual([
      ['LETTER', 'NO_CONSENT', 'REGISTER'],
      ['LETTER', 'NO_CONSENT', 'CONTACT'],
    ]);
    await world.moveBy(DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 1, left: 0 });
    expect(await letters(world)).toMatchObject([{ letterId: before?.letterId, state: 'READY', restricted: true }]);
    expect((await showBatch((await batchOf(id))[0] ?? ''))?.letters).toHaveLength(1);
  });

  it('holds back no other letter of the batch', async () => {
    await enter();
    await posted();
    await posted(TESSA);
    await enter({ protectionOrder: true });
    expect(await cutNow()).toEqual({ batches: 1, letters: 1, left: 0 });
  });

  it.each([
    ['before', 'before'],
    ['right after', 'after'],
  ] as const)('is seen whatever call the cut dies %s', async (_, death) => {
    let calls = 0;
    for (let died = true; died; calls += 1) {
      world = await openBatchWorld();
      await enter();
      const id = await posted();
      await enter({ protectionOrder: true, contactAddress: SAFE });
      await world.moveTo(after(CUT, MINUTE));
      world.restart((ports) => mortal(ports, { at: calls + 1, death }));
      died = await dies(world.hub.cutBatches());
      world.restart();
      await world.hub.cutBatches();
      await world.settle();
      await world.moveBy(2 * DAY);
      await world.hub.cutBatches();
      expect((await decisions(id)).at(-1)).toEqual(['LETTER', 'NO_CONSENT', 'CONTACT']);
      expect(await letters(world)).toMatchObject([{ state: 'READY', restricted: true }]);
      const [batchId = ''] = await batchOf(id);
      expect(batchId).toContain('restricted');
      expect((await showBatch(batchId))?.letters).toHaveLength(1);
    }
    expect(calls).toBeGreaterThan(5);
  });
});
