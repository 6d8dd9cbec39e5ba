import { beforeEach, describe, expect, it } from 'vitest';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type AttemptToken, type MessageId, deliveryIdOf, externalId, messageId } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE, elapsed } from '#shared/kernel/time';
import { TESSA, paperPart } from '#test/builders/messages';
import { token } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import {
  acting,
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  mailboxOf,
  noticesOf,
  openWorld,
  owesNow,
  send,
  upload,
  withdraw,
} from '#test/builders/world-people';

let world: World;
let id: MessageId;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  id = await send(world);
  await world.settle();
});

function lastNotice(): AttemptToken {
  const notice = noticesOf(world, id).at(-1)?.attempt;
  if (!notice) throw new Error('no notice was sent');
  return notice;
}

/** The notice comes back, as the mail provider reports it. */
async function bounce(outcome: 'hard' | 'soft', notice = lastNotice()): Promise<void> {
  done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome }));
  await world.settle();
}

const gate = async () => (await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate;
const decision = async () => foldFacts((await deliveryOf(world, id)).facts).decision;

describe('a notice that came back for good', () => {
  it('starts the letter at once', async () => {
    await bounce('hard');
    expect((await factsOf(world, id)).slice(3)).toEqual([
      'NOTICE_SENT',
      'NOTICE_BOUNCED',
      'FALLBACK_STARTED',
      'DECIDED',
      'HANDED_TO_POSTAL',
    ]);
    expect(await decision()).toMatchObject({ channel: 'LETTER', reason: 'NO_EADDRESS' });
    expect((await letters(world)).map(({ letterId }) => letterId)).toEqual([`${id}-1-L2`]);
  });

  it('writes why the letter goes into one write with the bounce', async () => {
    await bounce('hard');
    const { facts } = await deliveryOf(world, id);
    expect(facts.slice(4, 7).map(({ attempt }) => attempt !== undefined)).toEqual([true, false, false]);
    expect(facts[5]).toMatchObject({ type: 'FALLBACK_STARTED', reason: 'NO_EADDRESS' });
  });

  it('leaves the message in the mailbox', async () => {
    await bounce('hard');
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id, state: 'NEW' }]);
  });

  it('marks the address as dead: the consent stays, the next message goes by post', async () => {
    await bounce('hard');
    expect(await gate()).toMatchObject({ electronic: true, emailUsable: false, consent: { action: 'EMAIL_BOUNCED' } });
    const next = await send(world, {
      externalId: externalId.parse('asia-2'),
      paperMail: paperPart(await upload(world)),
    });
    expect(next).not.toBe(id);
    await world.settle();
    expect((await deliveryOf(world, next)).facts[1]).toMatchObject({
      decision: { channel: 'LETTER', reason: 'NO_EADDRESS' },
    });
  });

  it('counts once, however often it is reported', async () => {
    await bounce('hard');
    const before = await deliveryOf(world, id);
    await bounce('hard');
    await bounce('soft');
    expect(await deliveryOf(world, id)).toEqual(before);
    expect(await letters(world)).toHaveLength(1);
  });

  it('starts no letter for a message that has been opened', async () => {
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await bounce('hard');
    expect((await factsOf(world, id)).slice(-2)).toEqual(['OPENED', 'NOTICE_BOUNCED']);
    expect((await gate())?.emailUsable).toBe(false);
    await world.moveBy(2 * DAY);
    expect(await letters(world)).toEqual([]);
  });

  it('from a person who has withdrawn meanwhile is a letter for that reason', async () => {
    await withdraw(world);
    await bounce('hard');
    expect(await decision()).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });
});

describe('a bounce that concerns an address given up meanwhile', () => {
  beforeEach(async () => {
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await world.settle();
  });

  it('leaves the new address alone, and the notice goes there', async () => {
    await bounce('hard');
    expect(await gate()).toMatchObject({ emailUsable: true, consent: { action: 'UPDATE_EMAIL' } });
    expect(noticesOf(world, id).map(({ to }) => to)).toEqual(['active@example.fi', 'new@example.fi']);
    expect(await letters(world)).toEqual([]);
  });

  it('shows the message in the mailbox once', async () => {
    await bounce('hard');
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id }]);
  });

  it('says of nobody that a consent was withdrawn which stands', async () => {
    await bounce('hard');
    const fallback = (await deliveryOf(world, id)).facts.find(({ type }) => type === 'FALLBACK_STARTED');
    expect(fallback).not.toMatchObject({ reason: 'WITHDRAWN' });
  });
});

describe('a bounce of a notice whose answer was lost', () => {
  it('concerns the address it went to and no later one', async () => {
    world = await openWorld();
    await consenting(world);
    world.mailer.meet('lose-answer');
    id = await send(world);
    await world.settle();
    world.tick(MINUTE);
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await bounce('hard');
    expect((await gate())?.emailUsable).toBe(true);
  });
});

describe('a notice that came back for now', () => {
  it('is sent again after 15 minutes, 1, 4 and 12 hours, and then the address is dead', async () => {
    for (const wait of [15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR]) {
      await bounce('soft');
      await world.moveBy(wait - MINUTE);
      expect((await factsOf(world, id)).at(-1)).toBe('NOTICE_BOUNCED');
      await world.moveBy(MINUTE);
      const [bounced, again] = (await deliveryOf(world, id)).facts.slice(-2);
      expect(again?.type).toBe('NOTICE_SENT');
      expect(bounced && again && elapsed(bounced.at, again.at)).toBe(wait);
    }
    expect(noticesOf(world, id)).toHaveLength(5);
    await bounce('soft');
    expect(
      (await deliveryOf(world, id)).facts.find((fact) => fact.type === 'NOTICE_BOUNCED' && fact.bounce === 'hard'),
    ).toBeDefined();
    expect(await decision()).toMatchObject({ channel: 'LETTER', reason: 'NO_EADDRESS' });
    expect((await gate())?.emailUsable).toBe(false);
  });

  it('keeps no queue busy until it is due', async () => {
    const delivery = deliveryIdOf(id, 1);
    done(await world.hub.recordNoticeEvent({ deliveryId: delivery, notice: lastNotice(), outcome: 'soft' }));
    const before = world.nudger.all.length;
    done(await world.hub.deliverElectronically(delivery));
    const steps = world.nudger.all.slice(before).map(({ step }) => step);
    expect(steps).not.toContain('deliver-electronically');
  });

  it('leaves the address alone while it may be sent again', async () => {
    await bounce('soft');
    expect((await gate())?.emailUsable).toBe(true);
    expect(await letters(world)).toEqual([]);
  });

  it('is not sent again when the message is opened meanwhile', async () => {
    await bounce('soft');
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.moveBy(DAY);
    expect(noticesOf(world, id)).toHaveLength(1);
    expect(await owesNow(world)).toBe(false);
  });

  it('is a letter when the consent is withdrawn meanwhile', async () => {
    await bounce('soft');
    await withdraw(world);
    await world.moveBy(15 * MINUTE);
    expect(await decision()).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
    expect(noticesOf(world, id)).toHaveLength(1);
  });

  it('goes to the address that is in force by then', async () => {
    await bounce('soft');
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await world.moveBy(15 * MINUTE);
    expect(noticesOf(world, id).map(({ to }) => to)).toEqual(['active@example.fi', 'new@example.fi']);
  });

  it('and for good afterwards counts as it was reported first', async () => {
    const first = lastNotice();
    await bounce('soft');
    await bounce('hard', first);
    expect((await factsOf(world, id)).filter((type) => type === 'NOTICE_BOUNCED')).toHaveLength(1);
  });
});

describe('an event about a notice', () => {
  it('nobody knows of changes nothing', async () => {
    const before = await deliveryOf(world, id);
    await bounce('hard', token('stranger'));
    expect(await deliveryOf(world, id)).toEqual(before);
    expect((await gate())?.emailUsable).toBe(true);
  });

  it('of a delivery nobody knows is refused', async () => {
    const event = {
      deliveryId: deliveryIdOf(messageId.parse(404), 1),
      notice: token('stranger'),
      outcome: 'sent' as const,
    };
    expect(await world.hub.recordNoticeEvent(event)).toEqual({ ok: false, refusal: { kind: 'delivery-unknown' } });
  });

  it('comes to its end although the recipient writes to the delivery at the same time', async () => {
    const person = await acting(world, TESSA);
    await Promise.all([bounce('soft'), world.hub.openMessage(person, id)]);
    expect((await factsOf(world, id)).slice(-2).sort()).toEqual(['NOTICE_BOUNCED', 'OPENED']);
  });
});
