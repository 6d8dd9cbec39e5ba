import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDelivery } from '#shared/domain/service-of-document/assess';
import type { PostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { letterId } from '#shared/domain/message/ids';
import { HOUR, calendarDate } from '#shared/kernel/time';
import { NOON, PAULA, paperPart } from '#test/builders/messages';
import { deliveryOf, done, letters, openWorld, send, upload } from '#test/builders/world-people';

const TYPES = ['PRINTED', 'POSTED', 'ARRIVED', 'RECEIPT_SIGNED', 'RETURNED'] as const;

const eventOf = (type: (typeof TYPES)[number]): PostalEvent => ({
  type,
  eventId: `event-${type}`,
  at: NOON,
  ...(type === 'POSTED' ? { postedOn: calendarDate.parse('2026-11-23') } : {}),
});

/** The letter after these events, told one an hour. */
async function told(types: readonly (typeof TYPES)[number][]) {
  const world = await openWorld();
  const paper = { messageServiceType: 'Verifiable' as const };
  const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world), paper) });
  await world.settle();
  const letter = letterId.parse(`${id}-1-L1`);
  for (const type of types) {
    done(await world.hub.recordPostalEvent(letter, eventOf(type)));
    world.tick(HOUR);
  }
  const delivery = await deliveryOf(world, id);
  const kinds = delivery.facts.map(({ type }) => type).sort();
  return { state: (await letters(world))[0]?.state, assessments: assessDelivery(delivery), facts: kinds };
}

describe('events of a letter', () => {
  it('say the same late, doubled and in any order', async () => {
    const inOrder = await told(TYPES);
    const anyOrder = fc
      .array(fc.constantFrom(...TYPES), { maxLength: 5 })
      .chain((again) => fc.shuffledSubarray([...TYPES, ...again], { minLength: TYPES.length + again.length }));
    await fc.assert(
      fc.asyncProperty(anyOrder, async (types) => {
        expect(await told(types)).toEqual(inOrder);
      }),
      { numRuns: 30 },
    );
    expect(inOrder.state).toBe('RECEIPT_SIGNED');
  });
});
