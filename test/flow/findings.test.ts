import { beforeEach, describe, expect, it } from 'vitest';
import { factView } from '#functions/_shell/fact-view';
import { type MessageId, messageId } from '#shared/domain/message/ids';
import { type Closing, type Rebuttal, findingContext } from '#shared/flow/evidence/record-finding';
import { DAY, calendarDate } from '#shared/kernel/time';
import { KALLE, OTHER_TENANT, TENANT, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  openWorld,
  send,
  upload,
  nextWork,
} from '#test/builders/world-people';
import { at, lastFact, sendVerifiable, serviceOf } from '#test/builders/world-service';

const day = (text: string) => calendarDate.parse(text);
const UNKNOWN = { ok: false, refusal: { kind: 'delivery-unknown' } };
const NOTE = 'Haastemies tavoitti vastaanottajan kotoa.';

let world: World;
let id: MessageId;

beforeEach(async () => {
  world = await openWorld({ start: at('2026-11-23T08:15:00Z') });
  await consenting(world);
});

const spoken = (part: object = {}) => ({ tenantId: TENANT, messageId: id, deliveryId: `${id}-1`, ...part });
const CLOSING: Closing = { evidence: 'PROCESS_SERVER', date: day('2026-11-24'), note: NOTE };
const close = async (part: Partial<Closing> = {}, of: object = {}) =>
  world.hub.close(spoken(of), { ...CLOSING, ...part });
const rebut = async (part: Partial<Rebuttal> = {}, of: object = {}) =>
  world.hub.rebut(spoken(of), { servedOn: day('2026-11-25'), reason: NOTE, ...part });
const refusedOf = async (answer: ReturnType<typeof close>) => {
  const { ok, ...rest } = await answer;
  return ok ? 'taken' : rest;
};

describe('a delivery closed by hand', () => {
  beforeEach(async () => {
    id = await sendVerifiable(world);
    await world.moveBy(2 * DAY);
  });

  it('is served as its evidence says, and nothing follows any more', async () => {
    done(await close());
    await world.moveBy(40 * DAY);
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-11-24' });
    expect((await factsOf(world, id)).slice(-2)).toEqual(['MANUAL_CLOSED', 'SERVED']);
    expect(await letters(world)).toEqual([]);
    expect(await nextWork(world)).toBeUndefined();
  });

  it.each([
    ['SUBSTITUTED', '2026-11-27'],
    ['GENERAL_NOTICE', '2026-12-01'],
    ['HAND_DELIVERY', '2026-11-24'],
  ] as const)('by %s has the day of its rule', async (evidence, deemedDate) => {
    done(await close({ evidence }));
    expect(await serviceOf(world, id)).toMatchObject({ deemedDate });
  });

  it('keeps the words of the official sealed, and shows them to nobody', async () => {
    done(await close());
    const fact = await lastFact(world, id, 'MANUAL_CLOSED');
    expect(fact?.note).not.toContain('Haastemies');
    expect(await world.ports.sealer.openText(findingContext(await deliveryOf(world, id)), fact?.note ?? '')).toBe(NOTE);
    expect(fact && factView(fact, 5)).toEqual({
      seq: 5,
      type: 'MANUAL_CLOSED',
      at: world.now(),
      actor: { role: 'AUTHORITY' },
      detail: { evidence: 'PROCESS_SERVER', date: '2026-11-24' },
    });
  });

  it('twice with the same words is closed once, also at the same time', async () => {
    for (const each of await Promise.all([close(), close(), close()])) done(each);
    done(await close());
    expect((await factsOf(world, id)).filter((type) => type === 'MANUAL_CLOSED')).toHaveLength(1);
  });

  it.each<[string, Partial<Closing>]>([
    ['words', { note: 'Toinen huomautus.' }],
    ['no words', { note: undefined }],
    ['evidence', { evidence: 'HAND_DELIVERY' }],
    ['a date', { date: day('2026-11-25') }],
  ])('again with other %s is closed again', async (_, part) => {
    done(await close());
    done(await close(part));
    done(await close(part));
    expect((await factsOf(world, id)).filter((type) => type === 'MANUAL_CLOSED')).toHaveLength(2);
  });

  it('on a day to come is refused by name, and stays as it was', async () => {
    const before = await factsOf(world, id);
    expect(await refusedOf(close({ date: day('2026-11-26') }))).toEqual({
      refusal: { kind: 'finding-refused', problems: [{ field: 'date', rule: 'must not be a day to come' }] },
    });
    expect(await factsOf(world, id)).toEqual(before);
  });
});

describe('a finding', () => {
  beforeEach(async () => {
    id = await send(world);
    await world.settle();
    await world.moveBy(4 * DAY);
  });

  it('overrides the presumption', async () => {
    expect(await serviceOf(world, id)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-26' });
    done(await rebut({ servedOn: day('2026-11-27') }));
    await world.settle();
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-11-27' });
    expect((await factsOf(world, id)).slice(-2)).toEqual(['REBUTTED', 'SERVED']);
  });

  it('twice is one', async () => {
    for (let times = 0; times < 3; times += 1) done(await rebut());
    expect((await factsOf(world, id)).filter((type) => type === 'REBUTTED')).toHaveLength(1);
  });

  it('shows its day and not its grounds', async () => {
    done(await rebut());
    const fact = await lastFact(world, id, 'REBUTTED');
    expect(fact && factView(fact, 1).detail).toEqual({ servedOn: '2026-11-25' });
    expect(JSON.stringify(fact)).not.toContain('Haastemies');
  });

  it.each([
    ['on a day to come', '2026-11-28', 'must not be a day to come'],
    ['before the message was there', '2026-11-22', 'must not be before the message was accepted'],
  ])('%s is refused by name', async (_, servedOn, rule) => {
    expect(await refusedOf(rebut({ servedOn: day(servedOn) }))).toEqual({
      refusal: { kind: 'finding-refused', problems: [{ field: 'servedOn', rule }] },
    });
  });

  it.each([
    ['another authority', { tenantId: OTHER_TENANT }],
    ['another message', { messageId: messageId.parse(1) }],
    ['a delivery that is not there', { deliveryId: '1-1' }],
    ['no delivery at all', { deliveryId: 'x' }],
  ])('of %s finds nothing', async (_, of) => {
    expect([await close({}, of), await rebut({}, of)]).toEqual([UNKNOWN, UNKNOWN]);
  });
});

it('of a delivery that never left is taken as well', async () => {
  await world.ports.entry.enterPerson(KALLE, { name: 'Kalle', protectionOrder: true });
  id = await send(world, { recipient: { id: KALLE }, paperMail: paperPart(await upload(world)) });
  await world.settle();
  done(await close({ date: day('2026-11-23') }));
  await world.settle();
  expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'AUTHORITY_NOTIFIED', 'MANUAL_CLOSED', 'SERVED']);
});
