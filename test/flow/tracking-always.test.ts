import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterStateOf } from '#shared/domain/delivery-postal/letter';
import { type MessageId, deliveryIdOf, letterIdOf } from '#shared/domain/message/ids';
import { assessDelivery } from '#shared/domain/service-of-document/assess';
import { MOST_EVENTS, type PostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { DAY, HOUR, after, calendarDate } from '#shared/kernel/time';
import { NOON, PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { evidenceOf, verdictOn } from '#test/builders/world-evidence';
import { deliveryOf, factsOf, letters, openWorld, send, upload } from '#test/builders/world-people';
import { lastFact, serviceOf } from '#test/builders/world-service';

type Kind = 'Normal' | 'Verifiable';

/** Everything is reported on this moment, ten days after the letter was ordered. */
const TOLD_AT = after(NOON, 10 * DAY);
const FIRST_DAY = calendarDate.parse('2026-11-23');

async function letterOf(kind: Kind): Promise<{ world: World; id: MessageId }> {
  const world = await openWorld();
  const paper = { messageServiceType: kind };
  const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world), paper) });
  await world.settle();
  await world.moveTo(TOLD_AT);
  return { world, id };
}

const letterNo = (id: MessageId, attempt: number) => letterIdOf(deliveryIdOf(id, 1), attempt);

/** Tells all of it, letting the hub do what follows after each. */
async function tell(kind: Kind, events: readonly PostalEvent[]) {
  return tellWith(async (world) => world.settle(), kind, events);
}

/** The same, and the hub does nothing before all is told: what it has sent anew by then would depend on the order. */
async function tellAtOnce(kind: Kind, events: readonly PostalEvent[]) {
  const told = await tellWith(async () => undefined, kind, events);
  await told.world.settle();
  return { ...told, delivery: await deliveryOf(told.world, told.id) };
}

async function tellWith(between: (world: World) => Promise<void>, kind: Kind, events: readonly PostalEvent[]) {
  const { world, id } = await letterOf(kind);
  for (const event of events) {
    await world.hub.recordPostalEvent(letterNo(id, 1), event);
    await between(world);
  }
  return { world, id, delivery: await deliveryOf(world, id) };
}

const kinds = fc.constantFrom<Kind>('Normal', 'Verifiable');
const days = fc.integer({ min: -3, max: 13 });
const types = fc.constantFrom('PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED', 'RETURNED', 'UNRESOLVED');
const events: fc.Arbitrary<PostalEvent[]> = fc.uniqueArray(
  fc.record({
    type: types,
    eventId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    at: days.map((day) => after(NOON, day * DAY + HOUR)),
    postedOn: days.map((day) => calendarDate.parse(after(NOON, day * DAY).slice(0, 10))),
    reason: fc.constantFrom('MOVED', 'REFUSED', 'huh', undefined),
    signer: fc.constantFrom(undefined, 'Å'.repeat(256)),
  }),
  { selector: ({ eventId }) => eventId, maxLength: 7 },
);
const shuffled = events.chain((some) =>
  fc.tuple(
    fc.constant(some),
    fc.shuffledSubarray([...some, ...some], { minLength: 2 * some.length, maxLength: 2 * some.length }),
  ),
);

describe('whatever a provider tells of a letter, in whatever order and however often', () => {
  it('means the same', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(kinds, shuffled, async (kind, [told, again]) => {
        const [one, other] = [await tellAtOnce(kind, told), await tellAtOnce(kind, again)];
        const first = ({ delivery }: typeof one) => assessDelivery(delivery).filter(({ attempt }) => attempt === 1);
        expect(first(other)).toEqual(first(one));
        const stateOf = ({ delivery, id }: typeof one) => letterStateOf(letterNo(id, 1), delivery.facts);
        expect(stateOf(other)).toBe(stateOf(one));
        expect(other.delivery.facts.filter((fact) => 'reportedAt' in fact)).toHaveLength(
          one.delivery.facts.filter((fact) => 'reportedAt' in fact).length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never makes a third letter, and leaves a chain that holds', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(kinds, shuffled, async (kind, [, told]) => {
        const { world, id, delivery } = await tell(kind, told);
        expect((await letters(world)).length).toBeLessThanOrEqual(2);
        expect(verdictOn(await evidenceOf(world, id))[0]).not.toBe('BROKEN');
        const ids = delivery.facts.flatMap((fact) => ('reportedAt' in fact ? [fact.eventId] : []));
        expect(new Set(ids).size).toBe(ids.length);
        const posted = delivery.facts.flatMap((fact) => (fact.type === 'POSTED' ? [fact.postedOn] : []));
        expect(posted.every((day) => day >= FIRST_DAY && day <= '2026-12-03')).toBe(true);
        expect(world.faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it(
    'leaves nothing in silence: served, on its way again, or known to the authority',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(kinds, events, async (kind, told) => {
          const { world, id } = await tell(kind, told);
          await world.moveBy(60 * DAY);
          const types = await factsOf(world, id);
          expect(types.includes('AUTHORITY_NOTIFIED') || (await serviceOf(world, id)) !== undefined).toBe(true);
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('a letter', () => {
  it('whose receipt is signed after all, though it was told to have come back, is served and raises no alarm', async () => {
    const { world, id } = await letterOf('Verifiable');
    const at = world.now();
    await world.hub.recordPostalEvent(letterNo(id, 1), { type: 'RETURNED', eventId: '1', at });
    await world.settle();
    await world.hub.recordPostalEvent(letterNo(id, 1), { type: 'RECEIPT_SIGNED', eventId: '2', at });
    await world.moveBy(60 * DAY);
    expect(await serviceOf(world, id)).toMatchObject({ attempt: 1, status: 'SERVED' });
    const task = await lastFact(world, id, 'AUTHORITY_NOTIFIED');
    expect(task?.task).not.toBe('RECEIPT_MISSING');
  });

  it('that is an ordinary one and is said to be signed for still needs its day of posting', async () => {
    const { world, id } = await letterOf('Normal');
    await world.hub.recordPostalEvent(letterNo(id, 1), { type: 'RECEIPT_SIGNED', eventId: '1', at: world.now() });
    await world.moveBy(10 * DAY);
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({ task: 'POSTED_ON_MISSING' });
  });

  it('has as many events as anybody needs, and no more; a repeat is still a repeat', async () => {
    const { world, id } = await letterOf('Normal');
    const printed = async (n: number) =>
      world.hub.recordPostalEvent(letterNo(id, 1), { type: 'PRINTED', eventId: `${n}`, at: world.now() });
    for (let n = 0; n < MOST_EVENTS; n += 1) expect(await printed(n)).toMatchObject({ ok: true });
    expect(await printed(MOST_EVENTS)).toMatchObject({ refusal: { problems: [{ field: 'eventId' }] } });
    expect(await printed(0)).toMatchObject({ ok: true });
  });
});
