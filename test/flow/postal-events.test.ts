import { beforeEach, describe, expect, it } from 'vitest';
import type { ShelfState } from '#shared/domain/delivery-postal/letter';
import { type MessageId, letterId } from '#shared/domain/message/ids';
import type { PostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { DAY, MINUTE, after, calendarDate, instant } from '#shared/kernel/time';
import { NOON, PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { deliveryOf, done, factsOf, letters, openWorld, send, told, upload } from '#test/builders/world-people';

const MONDAY = calendarDate.parse('2026-11-23');

let world: World;
let id: MessageId;

beforeEach(async () => {
  world = await openWorld();
  const paper = { messageServiceType: 'Verifiable' as const };
  id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world), paper) });
  await world.settle();
});

const letter = () => letterId.parse(`${id}-1-L1`);

/** An event as it happened at noon; `eventId` follows from its type. */
const event = (type: PostalEvent['type'], part: Partial<PostalEvent> = {}): PostalEvent => ({
  type,
  eventId: `event-${type}`,
  at: NOON,
  ...(type === 'POSTED' ? { postedOn: MONDAY } : {}),
  ...part,
});
const report = (...given: Parameters<typeof event>) => world.hub.recordPostalEvent(letter(), event(...given));
const state = async (): Promise<ShelfState | undefined> => (await letters(world))[0]?.state;
const lastFact = async () => (await deliveryOf(world, id)).facts.at(-1);

describe('the life of a letter', () => {
  it('is on record as the provider tells it', async () => {
    for (const type of ['PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED'] as const) {
      done(await report(type));
      expect(await state()).toBe(type);
    }
    expect((await factsOf(world, id)).slice(-4)).toEqual(['PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED']);
  });

  it('keeps the day it was posted apart from the moment that was reported', async () => {
    world.tick(DAY);
    done(await report('POSTED', { at: NOON }));
    expect(await lastFact()).toMatchObject({ postedOn: MONDAY, reportedAt: NOON, at: after(NOON, DAY) });
  });

  it('names who signed for it under seal', async () => {
    done(await report('RECEIPT_SIGNED', { signer: 'Pekka Postila' }));
    const fact = await lastFact();
    const signer = fact?.type === 'RECEIPT_SIGNED' ? (fact.signer ?? '') : '';
    expect(signer).not.toContain('Pekka');
    expect(await world.ports.sealer.openText(`signer/${letter()}`, signer)).toBe('Pekka Postila');
  });

  it('ends with its return, or with nobody knowing', async () => {
    done(await report('RETURNED', { reason: 'not collected', trackingCode: 'JJFI1' }));
    expect(await lastFact()).toMatchObject({ type: 'RETURNED', reason: 'not collected', trackingCode: 'JJFI1' });
    done(await report('UNRESOLVED'));
    expect((await factsOf(world, id)).at(-1)).toBe('ADDRESS_UNRESOLVED');
    expect(await state()).toBe('UNRESOLVED');
  });

  it('is told to the authority', async () => {
    done(await report('PRINTED'));
    await world.settle();
    expect((await told(world)).at(-1)?.fact.type).toBe('PRINTED');
  });
});

describe('events that come', () => {
  it('twice count once', async () => {
    done(await report('PRINTED'));
    done(await report('PRINTED'));
    expect((await factsOf(world, id)).filter((type) => type === 'PRINTED')).toHaveLength(1);
  });

  it('twice at once count once', async () => {
    await Promise.all([report('PRINTED'), report('PRINTED'), report('PRINTED')]);
    expect((await factsOf(world, id)).filter((type) => type === 'PRINTED')).toHaveLength(1);
    expect(await state()).toBe('PRINTED');
  });

  it('under an event id that told something else before change nothing', async () => {
    done(await report('PRINTED', { eventId: 'one' }));
    done(await report('POSTED', { eventId: 'one' }));
    expect(await state()).toBe('PRINTED');
  });

  it('in another order never move the letter back', async () => {
    done(await report('POSTED'));
    done(await report('PRINTED'));
    expect(await state()).toBe('POSTED');
    expect((await factsOf(world, id)).slice(-2)).toEqual(['POSTED', 'PRINTED']);
  });

  it('late are on record at the moment they came, and tell when they happened', async () => {
    await world.moveBy(3 * DAY);
    done(await report('PRINTED', { at: NOON }));
    expect(await lastFact()).toMatchObject({ at: after(NOON, 3 * DAY), reportedAt: NOON });
  });

  it('before the hand-over is on record are taken, and the letter is still one', async () => {
    world = await openWorld();
    id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    done(await world.hub.routeMessage(id));
    world.restart((ports) => ({
      ...ports,
      printHouse: {
        order: async (each) => {
          await ports.printHouse.order(each);
          throw new Error('died');
        },
      },
    }));
    await expect(world.hub.orderPrint((await deliveryOf(world, id)).deliveryId)).rejects.toThrow('died');
    world.restart();
    done(await report('PRINTED'));
    await world.settle();
    expect((await factsOf(world, id)).slice(2)).toEqual(['PRINTED', 'HANDED_TO_POSTAL']);
    expect(await letters(world)).toMatchObject([{ state: 'PRINTED' }]);
  });

  it('from two lines at once are all on record', async () => {
    const types = ['PRINTED', 'POSTED', 'ARRIVED'] as const;
    await Promise.all(types.map((type) => report(type)));
    expect((await factsOf(world, id)).slice(-3).sort()).toEqual([...types].sort());
    expect(await state()).toBe('ARRIVED');
  });
});

describe('an event is refused', () => {
  it.each<[string, Parameters<typeof event>, string]>([
    ['that says POSTED and not on which day', ['POSTED', { postedOn: undefined }], 'postedOn'],
    ['posted on a day to come', ['POSTED', { postedOn: calendarDate.parse('2026-11-24') }], 'postedOn'],
    ['posted on a day before it was ordered', ['POSTED', { postedOn: calendarDate.parse('2026-11-22') }], 'postedOn'],
    ['signed for before it was ordered', ['RECEIPT_SIGNED', { at: after(NOON, -6 * MINUTE) }], 'at'],
    ['arrived before it was ordered', ['ARRIVED', { at: after(NOON, -DAY) }], 'at'],
    ['at a moment to come', ['PRINTED', { at: after(NOON, 6 * MINUTE) }], 'at'],
  ])('%s', async (_, given, field) => {
    const before = await deliveryOf(world, id);
    expect(await report(...given)).toMatchObject({ refusal: { kind: 'event-refused', problems: [{ field }] } });
    expect(await deliveryOf(world, id)).toEqual(before);
    expect(await state()).toBe('READY');
  });

  it('about a letter nobody knows', async () => {
    const stray = letterId.parse('404-1-L1');
    expect(await world.hub.recordPostalEvent(stray, event('PRINTED'))).toEqual({
      ok: false,
      refusal: { kind: 'letter-unknown' },
    });
  });

  it('but not for a provider whose clock is a little ahead, or behind', async () => {
    expect(await report('PRINTED', { at: after(NOON, 5 * MINUTE) })).toMatchObject({ ok: true });
    expect(await report('RECEIPT_SIGNED', { at: after(NOON, -5 * MINUTE) })).toMatchObject({ ok: true });
  });

  it('but not for a day that has begun in Helsinki, though not yet in London', async () => {
    await world.moveTo(instant.parse('2026-11-23T22:30:00.000Z'));
    const today = calendarDate.parse('2026-11-24');
    expect(await report('POSTED', { at: world.now(), postedOn: today })).toMatchObject({ ok: true });
  });
});
