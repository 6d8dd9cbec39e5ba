import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId as externalIdSchema, letterId } from '#shared/domain/message/ids';
import { makeShowBatch } from '#shared/flow/delivery-postal/show-batch';
import { DAY, HOUR, MINUTE, after } from '#shared/kernel/time';
import { refuse } from '#shared/kernel/result';
import { NOON, OTHER_TENANT, PAULA, TENANT, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import type { World, WorldOptions } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  openWorld,
  owesNow,
  send,
  told,
  upload,
} from '#test/builders/world-people';
import { SETTINGS } from '#test/builders/domain';

/** NOON is noon in Helsinki. */
const BATCHES = { times: ['13:00'], mostLetters: 3 };
const CUT = after(NOON, HOUR);

async function openBatchWorld(options: WorldOptions = {}): Promise<World> {
  const opened = await openWorld(options);
  opened.settings.current = { ...SETTINGS, batches: BATCHES };
  return opened;
}

let world: World;

beforeEach(async () => {
  world = await openBatchWorld();
});

type Paper = Partial<ReturnType<typeof paperPart>>;

async function posted(n: number, paper: Paper = {}): Promise<MessageId> {
  const externalId = externalIdSchema.parse(`asia-${n}`);
  const paperMail = paperPart(await upload(world, { text: `%PDF-1.7 ${n}` }), paper);
  const id = await send(world, { externalId, recipient: { id: PAULA }, paperMail });
  await world.settle();
  return id;
}

async function cutNow() {
  await world.moveTo(after(CUT, MINUTE));
  return world.hub.cutBatches();
}

const states = async () => (await letters(world)).map(({ state }) => state);
const handed = async (id: MessageId) =>
  (await deliveryOf(world, id)).facts.flatMap((fact) => (fact.type === 'HANDED_TO_POSTAL' ? [fact.batchId] : []));
const showBatch = async (id: string) => makeShowBatch(world.ports)(id);

describe('a letter that waits for its batch', () => {
  it('is not before the provider, is no fact yet, and owes nothing now', async () => {
    const id = await posted(1);
    expect(await states()).toEqual(['WAITING']);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED']);
    expect(await owesNow(world)).toBe(false);
    expect(
      await world.hub.recordPostalEvent(letterId.parse(`${id}-1-L1`), { type: 'PRINTED', eventId: 'e', at: NOON }),
    ).toMatchObject({ ok: false });
  });

  it('was with nobody before its batch was cut: what is said to have happened before that is refused', async () => {
    const id = letterId.parse(`${await posted(1)}-1-L1`);
    await cutNow();
    const signed = { type: 'RECEIPT_SIGNED', eventId: 'e' } as const;
    const early = await world.hub.recordPostalEvent(id, { ...signed, at: after(NOON, HOUR / 2) });
    expect(early).toMatchObject({ refusal: { problems: [{ field: 'at' }] } });
    expect(await world.hub.recordPostalEvent(id, { ...signed, at: world.now() })).toMatchObject({ ok: true });
  });

  it('goes with its batch, whose manifest is the same for good', async () => {
    const ids = [await posted(1), await posted(2)];
    expect(await cutNow()).toEqual({ batches: 1, letters: 2, left: 0 });
    const [name = ''] = await handed(ids[0] ?? never());
    expect(await Promise.all(ids.map(handed))).toEqual([[name], [name]]);
    expect(await letters(world)).toMatchObject([
      { state: 'READY', batchId: name },
      { state: 'READY', batchId: name },
    ]);
    const before = await showBatch(name);
    expect(before?.letters).toHaveLength(2);
    await posted(3);
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
    expect(await showBatch(name)).toEqual(before);
  });

  it('goes before its time once its batch is full', async () => {
    for (const n of [1, 2, 3, 4]) await posted(n);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 3, left: 0 });
    expect((await states()).sort()).toEqual(['READY', 'READY', 'READY', 'WAITING']);
  });

  it('does not go with letters of another kind', async () => {
    await posted(1);
    await posted(2, { messageServiceType: 'Verifiable' });
    await posted(3, { colorPrinting: true });
    expect(await cutNow()).toEqual({ batches: 3, letters: 3, left: 0 });
  });

  it('is looked at again where nobody cuts, and is still one', async () => {
    await posted(1);
    await world.moveBy(3 * DAY);
    expect(await states()).toEqual(['WAITING']);
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 1, left: 0 });
    expect(world.faults).toEqual([]);
  });

  it('goes at once when the operator cuts no batches any more', async () => {
    await posted(1);
    world.settings.current = SETTINGS;
    expect(await world.hub.cutBatches()).toEqual({ batches: 1, letters: 1, left: 0 });
  });

  it('is never printed when the message is opened before the cut', async () => {
    await consenting(world);
    const id = await send(world, { electronic: electronicPart({ messageServiceType: 'Verifiable' }) });
    await world.settle();
    await world.moveBy(8 * DAY);
    expect(await states()).toEqual(['WAITING']);
    const reader = await acting(world, TESSA);
    done(await world.hub.acknowledge(reader, id));
    done(await world.hub.openMessage(reader, id));
    await world.moveBy(DAY);
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0 });
    expect(await letters(world)).toEqual([]);
    expect((await factsOf(world, id)).filter((type) => type === 'HANDED_TO_POSTAL')).toEqual([]);
    expect(await factsOf(world, id)).toContain('OPENED');
  });
});

describe('a recall', () => {
  it('takes a letter back until its batch is cut: it is never printed', async () => {
    const id = await posted(1);
    await posted(2);
    for (let times = 0; times < 2; times += 1) done(await world.hub.recallMessage(TENANT, id, 'Väärä liite'));
    expect(await cutNow()).toEqual({ batches: 1, letters: 1, left: 0 });
    await world.moveBy(30 * DAY);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'RECALLED']);
    expect(done(await world.hub.showMessage.byId(TENANT, id)).state).toBe('RECALLED');
    expect(JSON.stringify(await deliveryOf(world, id))).not.toContain('Väärä');
  });

  it('comes too late once the batch is cut', async () => {
    const id = await posted(1);
    await cutNow();
    expect(await world.hub.recallMessage(TENANT, id, 'x')).toEqual(refuse({ kind: 'recall-too-late' }));
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'HANDED_TO_POSTAL']);
  });

  it('comes too late for a message in a mailbox, and is nobody else’s', async () => {
    await consenting(world);
    const id = await send(world, {});
    await world.settle();
    expect(await world.hub.recallMessage(TENANT, id, 'x')).toEqual(refuse({ kind: 'recall-too-late' }));
    const letter = await posted(7);
    expect(await world.hub.recallMessage(OTHER_TENANT, letter, 'x')).toEqual(refuse({ kind: 'message-unknown' }));
  });

  it('and the cut at the same moment agree on whether there is a letter', async () => {
    const id = await posted(1);
    await world.moveTo(after(CUT, MINUTE));
    const [recalled] = await Promise.all([world.hub.recallMessage(TENANT, id, 'x'), world.hub.cutBatches()]);
    await world.hub.cutBatches();
    const facts = await factsOf(world, id);
    expect(facts.includes('RECALLED')).toBe(recalled.ok);
    expect(facts.includes('HANDED_TO_POSTAL')).toBe(!recalled.ok);
    expect(await states()).toEqual(recalled.ok ? [] : ['READY']);
  });
});

function never(): never {
  throw new Error('there is no such message');
}

describe('two runs at once', () => {
  it('cut each letter into one batch', async () => {
    const ids = [await posted(1), await posted(2), await posted(3, { colorPrinting: true })];
    await world.moveTo(after(CUT, MINUTE));
    await Promise.all([world.hub.cutBatches(), world.hub.cutBatches(), world.hub.cutBatches()]);
    await checkEachOnce(ids);
  });

  it('and somebody who opens at that moment agree on whether there is a letter', async () => {
    await consenting(world);
    const id = await send(world, { electronic: electronicPart({ messageServiceType: 'Verifiable' }) });
    await world.settle();
    await world.moveBy(9 * DAY);
    const reader = await acting(world, TESSA);
    done(await world.hub.acknowledge(reader, id));
    await Promise.all([world.hub.cutBatches(), world.hub.openMessage(reader, id)]);
    const facts = await factsOf(world, id);
    expect(facts.includes('OPENED')).toBe(!facts.includes('HANDED_TO_POSTAL'));
    expect((await states()).includes('READY')).toBe(facts.includes('HANDED_TO_POSTAL'));
  });
});

/** Each has one hand-over, lies before the provider in that batch, and stands in the manifest of no other. */
async function checkEachOnce(ids: readonly MessageId[]): Promise<void> {
  const all = await letters(world);
  expect(all.map(({ state }) => state)).toEqual(ids.map(() => 'READY'));
  const lists = await Promise.all([...new Set(all.map(({ batchId }) => batchId))].map(showBatch));
  const listed = lists.flatMap((batch) => batch?.letters ?? []).map(({ letterId: id }) => id);
  expect(listed.sort()).toEqual(all.map(({ letterId: id }) => id).sort());
  for (const id of ids) expect(await handed(id)).toEqual([all.find(({ messageId }) => messageId === id)?.batchId]);
  expect(await world.ports.batches.open()).toEqual([]);
}

describe('a process that dies', () => {
  it.each([
    ['before', 'before'],
    ['right after', 'after'],
  ] as const)('%s any call on the way to the shelf leaves one letter in one batch', async (_, death) => {
    let calls = 0;
    for (let died = true; died; calls += 1) died = await dieOnTheWay(calls + 1, death);
    expect(calls).toBeGreaterThan(8);
  });

  it.each([
    ['before', 'before'],
    ['right after', 'after'],
  ] as const)('%s any call of the cut and the hand-over leaves each letter in one batch', async (_, death) => {
    let calls = 0;
    for (let died = true; died; calls += 1) died = await dieAt(calls + 1, death);
    expect(calls).toBeGreaterThan(20);
  });
});

async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (fault) {
    if (fault instanceof ProcessDied) return true;
    throw fault;
  }
}

/** From the acceptance to the shelf; then the batch is cut. */
async function dieOnTheWay(at: number, death: Death): Promise<boolean> {
  world = await openBatchWorld();
  const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
  world.restart((ports) => mortal(ports, { at, death }));
  const died = await dies(world.hub.routeMessage(id).then(async () => world.settle()));
  world.restart();
  await world.moveBy(2 * DAY);
  await world.hub.cutBatches();
  await checkEachOnce([id]);
  return died;
}

/** What a provider has been brought; a file that lies there already is left. */
interface Brought {
  readonly files: Map<string, string>;
  readonly manifests: Map<string, string>;
}

async function dieAt(at: number, death: Death): Promise<boolean> {
  world = await openBatchWorld();
  const brought: Brought = { files: new Map(), manifests: new Map() };
  const ids = [await posted(1), await posted(2), await posted(3, { colorPrinting: true })];
  await world.moveTo(after(CUT, MINUTE));
  world.restart((ports) => mortal({ ...ports, handOver: providerOf(brought) }, { at, death }));
  const died = await dies(world.hub.cutBatches());
  world.restart((ports) => ({ ...ports, handOver: providerOf(brought) }));
  const late = await posted(4);
  await world.moveBy(DAY);
  await world.hub.cutBatches();
  await checkEachOnce([...ids, late]);
  expect([...brought.files.keys()].sort()).toEqual((await letters(world)).map(({ letterId: id }) => id).sort());
  expect([...brought.manifests.keys()].sort()).toEqual([...new Set(brought.files.values())].sort());
  await world.settle();
  expect((await told(world)).filter(({ fact }) => fact.type === 'HANDED_TO_POSTAL')).toHaveLength(4);
  return died;
}

/** Fails where a letter is brought in two batches, or a batch comes again with another manifest. */
function providerOf({ files, manifests }: Brought) {
  return {
    deliver: async (batch: { batchId: string }, given: readonly { letterId: string }[]) => {
      for (const { letterId: id } of given) {
        expect(files.get(id) ?? batch.batchId).toBe(batch.batchId);
        files.set(id, batch.batchId);
      }
      const manifest = given.map(({ letterId: id }) => id).join();
      expect(manifests.get(batch.batchId) ?? manifest).toBe(manifest);
      manifests.set(batch.batchId, manifest);
      return { untaken: [], left: 0 };
    },
  };
}
