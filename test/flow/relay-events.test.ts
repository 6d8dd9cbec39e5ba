import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageId } from '#shared/domain/message/ids';
import { DAY, HOUR, after } from '#shared/kernel/time';
import { NOON, SERVICE } from '#test/builders/messages';
import { type NationalPost, startNationalPost } from '#test/builders/national-post';
import type { World } from '#test/builders/world';
import { deliveryOf, factsOf, letters } from '#test/builders/world-people';
import { nameOf, postedTo, relayWorld } from '#test/builders/world-relay';

let post: NationalPost;
let world: World;

beforeEach(async () => {
  post = await startNationalPost();
  ({ world } = await relayWorld(post));
});
afterEach(async () => {
  await post.close();
});

describe('what the national service tells', () => {
  const tell = (id: MessageId | string, type: string, part: Record<string, unknown> = {}) =>
    post.events.push({
      type,
      eventTime: after(NOON, HOUR),
      metadata: { messageId: 1, serviceId: SERVICE, externalId: typeof id === 'string' ? id : nameOf(id), ...part },
    });
  async function follow() {
    const run = await world.hub.followRelay();
    await world.settle();
    return run;
  }

  async function sentVerifiable(): Promise<MessageId> {
    const id = await postedTo(world, 1, { messageServiceType: 'Verifiable' });
    await world.hub.cutBatches();
    await world.settle();
    world.tick(DAY);
    return id;
  }

  it('is put on record: printed, and signed for by whom, with its tracking code', async () => {
    const id = await sentVerifiable();
    tell(id, 'Paper mail created');
    tell(id, 'Sent for printing and enveloping');
    tell(id, 'Posti: receipt confirmed', { postiTrackingCode: 'JJFI1', recipientSignature: 'Testilä Tessa' });
    expect(await follow()).toEqual({ recorded: 2, unknown: 0, refused: 0 });
    const { facts } = await deliveryOf(world, id);
    const signed = facts.find((fact) => fact.type === 'RECEIPT_SIGNED');
    expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['PRINTED', 'RECEIPT_SIGNED']));
    expect(signed).toMatchObject({ trackingCode: 'JJFI1', reportedAt: after(NOON, HOUR) });
    expect(JSON.stringify(facts)).not.toContain('Testilä');
    expect(await letters(world)).toMatchObject([{ state: 'RECEIPT_SIGNED' }]);
  });

  it.each([
    ['Posti: returned to sender', 'RETURNED'],
    ['Posti: unresolved', 'ADDRESS_UNRESOLVED'],
  ])('as %s ends the attempt', async (type, fact) => {
    const id = await sentVerifiable();
    tell(id, type, { postiTrackingCode: 'JJFI1' });
    await follow();
    expect(await factsOf(world, id)).toEqual(expect.arrayContaining([fact, 'FALLBACK_STARTED']));
  });

  it('twice, in any order or from the beginning adds nothing', async () => {
    const id = await sentVerifiable();
    tell(id, 'Posti: receipt confirmed', { postiTrackingCode: 'JJFI1', recipientSignature: 'T' });
    tell(id, 'Sent for printing and enveloping');
    tell(id, 'Posti: receipt confirmed', { postiTrackingCode: 'JJFI1', recipientSignature: 'T' });
    await follow();
    const facts = await factsOf(world, id);
    await world.ports.relayMark.move('unohdettu');
    await follow();
    expect(await factsOf(world, id)).toEqual(facts);
    expect(facts.filter((type) => type === 'RECEIPT_SIGNED' || type === 'PRINTED')).toHaveLength(2);
    expect(await letters(world)).toMatchObject([{ state: 'RECEIPT_SIGNED' }]);
  });

  it('of others is passed over, and what nobody has heard of is counted', async () => {
    await sentVerifiable();
    tell('asia-1', 'Sent for printing and enveloping');
    tell('viestivayla/esimerkkikaupunki/999-1-L1', 'Sent for printing and enveloping');
    tell('viestivayla/x', 'Posti: unresolved');
    post.events.push({ type: 'Electronic message from end user', eventTime: NOON, metadata: {} });
    tell('asia-2', 'Posti: eaten by a bear');
    expect(await follow()).toEqual({ recorded: 0, unknown: 1, refused: 0 });
    expect(await world.ports.relayMark.read()).toBe('5');
  });

  it('of a moment to come is refused and does not stop what follows', async () => {
    const id = await sentVerifiable();
    tell(id, 'Posti: receipt confirmed');
    post.events.push({ ...(post.events[0] ?? never()), eventTime: after(NOON, 9 * DAY) }, ...post.events.splice(0));
    expect(await follow()).toEqual({ recorded: 1, unknown: 0, refused: 1 });
  });

  it('is read again where a page failed', async () => {
    const id = await sentVerifiable();
    tell(id, 'Sent for printing and enveloping');
    post.faults.push({ at: 'events', nth: 1, answer: 'cut' });
    await expect(world.hub.followRelay()).rejects.toThrow('did not answer');
    expect(await follow()).toMatchObject({ recorded: 1 });
  });
});

function never(): never {
  throw new Error('there is none');
}
