import { beforeEach, describe, expect, it } from 'vitest';

import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE, elapsed } from '#shared/kernel/time';

import { TESSA, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  noticesOf,
  openWorld,
  owesNow,
  send,
  nextWork,
} from '#test/builders/world-people';
import { at, lastFact, sendVerifiable } from '#test/builders/world-service';

let world: World;
let id: MessageId;

async function begin(start: string): Promise<void> {
  world = await openWorld({ start: at(start) });
  await consenting(world);
}

const kinds = () => noticesOf(world, id).map(({ notice }) => notice.kind);
const letterClasses = async () => (await letters(world)).map((letter) => letter.class);

describe('a reminder', () => {
  beforeEach(async () => {
    await begin('2026-11-23T08:15:00Z');
  });

  it('of an ordinary message comes once, after a week', async () => {
    id = await send(world);
    await world.moveTo(at('2026-11-30T06:59:59Z'));
    expect(kinds()).toEqual(['NEW']);
    await world.moveTo(at('2026-11-30T07:00:00Z'));
    await world.moveBy(60 * DAY);
    expect(kinds()).toEqual(['NEW', 'REMINDER']);
    expect(await nextWork(world)).toBeUndefined();
  });

  it.each([
    [
      'the sender wants none',
      {
        electronic: electronicPart({
          messageServiceType: 'Verifiable',
          notifications: {
            senderDetailsInNotifications: 'None',
            unreadMessageNotification: { reminder: 'No reminders' },
          },
        }),
      },
    ],
    ['the message only informs', { hub: { informational: true } }],
  ] as const)('does not come where %s', async (_, part) => {
    id = await sendVerifiable(world, part);
    await world.moveBy(60 * DAY);
    expect(kinds()).toEqual(['VERIFIABLE_NEW']);
    expect(await letterClasses()).toEqual(['LETTER_ADVICE_OF_RECEIPT']);
  });

  it('does not come where the message was opened', async () => {
    id = await send(world);
    await world.settle();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.moveBy(60 * DAY);
    expect(kinds()).toEqual(['NEW']);
  });

  it('names the sender, or does not, as the notice did', async () => {
    id = await send(world, {
      electronic: electronicPart({
        notifications: {
          senderDetailsInNotifications: 'None',
          unreadMessageNotification: { reminder: 'Default reminder' },
        },
      }),
    });
    await world.moveBy(8 * DAY);
    expect(noticesOf(world, id).map(({ notice }) => notice.text.includes('Esimerkkikaupunki'))).toEqual([false, false]);
  });

  it('lapses where consent was withdrawn, and nothing waits for it', async () => {
    id = await send(world);
    await world.settle();
    await choose(world, TESSA, { electronic: false });
    await world.moveBy(60 * DAY);
    expect(kinds()).toEqual(['NEW']);
    expect((await deliveryOf(world, id)).reminderLapsed).toBe(true);
    expect(await nextWork(world)).toBeUndefined();
  });

  it('that the mail provider never takes marks the address and lapses', async () => {
    id = await send(world);
    await world.settle();
    world.mailer.meet('refuse');
    await world.moveBy(8 * DAY);
    expect((await deliveryOf(world, id)).reminderLapsed).toBe(true);
    expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.emailUsable).toBe(false);
  });

  it('waits while the mail provider is paused', async () => {
    id = await sendVerifiable(world);
    await world.moveTo(at('2026-11-26T06:59:00Z'));
    world.mailer.meet('throttle', Infinity);
    await world.moveBy(5 * MINUTE);
    expect(kinds()).toEqual(['VERIFIABLE_NEW']);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
    world.mailer.recover();
    await world.moveBy(HOUR);
    expect(kinds()).toEqual(['VERIFIABLE_NEW', 'VERIFIABLE_REMINDER']);
  });

  it('whose answer was lost is on record as soon as evidence comes', async () => {
    id = await sendVerifiable(world);
    await world.moveTo(at('2026-11-26T06:59:00Z'));
    world.mailer.meet('lose-answer');
    await world.moveBy(2 * MINUTE);
    const notice = noticesOf(world, id)[1]?.attempt;
    if (!notice) throw new Error('no reminder was sent');
    done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome: 'sent' }));
    await world.moveBy(HOUR);
    expect(kinds()).toEqual(['VERIFIABLE_NEW', 'VERIFIABLE_REMINDER']);
    expect(await lastFact(world, id, 'REMINDER_SENT')).toMatchObject({ notice });
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
  });

  it('that nobody hears of is sent twice at the most', async () => {
    id = await sendVerifiable(world);
    await world.moveTo(at('2026-11-26T06:59:00Z'));
    world.mailer.meet('lose-answer', 10);
    await world.moveBy(3 * HOUR);
    expect(kinds()).toEqual(['VERIFIABLE_NEW', 'VERIFIABLE_REMINDER', 'VERIFIABLE_REMINDER']);
    expect((await deliveryOf(world, id)).reminderLapsed).toBe(true);
    expect(await owesNow(world)).toBe(false);
  });

  it('that a hub which was away did not send in time lapses, since its day has passed', async () => {
    id = await sendVerifiable(world);
    world.tick(elapsed(world.now(), at('2026-11-30T23:00:00Z')));
    await world.settle();
    expect(kinds()).toEqual(['VERIFIABLE_NEW']);
    expect((await deliveryOf(world, id)).reminderLapsed).toBe(true);
    expect(await owesNow(world)).toBe(false);
  });

  it('that comes back leaves the window as it is and marks the address', async () => {
    id = await sendVerifiable(world);
    await world.moveTo(at('2026-11-26T07:00:00Z'));
    const notice = noticesOf(world, id)[1]?.attempt;
    if (!notice) throw new Error('no reminder was sent');
    done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome: 'hard' }));
    await world.settle();
    expect(await factsOf(world, id)).not.toContain('NOTICE_BOUNCED');
    expect(await letters(world)).toEqual([]);
    expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.emailUsable).toBe(false);
  });
});
