import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { SERVICE, TESSA, paperPart } from '#test/builders/messages';
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
  mailsTo,
  openWorld,
  owesNow,
  send,
  upload,
  withdraw,
} from '#test/builders/world-people';
import { acknowledgeAndOpen, at, lastFact, sendVerifiable, serviceOf } from '#test/builders/world-service';

let world: World;

beforeEach(async () => {
  world = await openWorld({ start: at('2026-11-23T08:15:00Z') });
  await consenting(world);
});

const numbered = (n: number) => ({ externalId: externalId.parse(`asia-${n}`) });
const letterIds = async () => (await letters(world)).map(({ letterId }) => letterId).sort();

describe('a withdrawal after dispatch (AC-13)', () => {
  let ordinary: MessageId;
  let pending: MessageId;

  beforeEach(async () => {
    ordinary = await send(world, numbered(1));
    pending = await sendVerifiable(world, numbered(2));
    await world.moveTo(at('2026-11-24T09:00:00Z'));
  });

  it('leaves an ordinary message where it is, and sends a verifiable one on paper at once', async () => {
    await withdraw(world);
    await world.settle();
    expect((await deliveryOf(world, ordinary)).facts.at(-1)?.type).toBe('NOTICE_SENT');
    expect((await lastFact(world, pending, 'DECIDED'))?.decision).toMatchObject({
      channel: 'LETTER_ADVICE_OF_RECEIPT',
      reason: 'WITHDRAWN',
      decidedAt: at('2026-11-24T09:00:00Z'),
    });
    expect(await lastFact(world, pending, 'FALLBACK_STARTED')).toMatchObject({ reason: 'WITHDRAWN' });
    expect(await letterIds()).toEqual([`${pending}-1-L2`]);
    expect(mailsTo(world)).toContain('CONSENT_WITHDRAWN');
    await world.moveTo(at('2026-11-26T12:00:00Z'));
    expect(await serviceOf(world, ordinary)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-26' });
    expect(await lastFact(world, ordinary, 'SERVED')).toMatchObject({ deemedDate: '2026-11-26' });
    expect(world.faults).toEqual([]);
  });

  it('leaves old messages readable', async () => {
    await withdraw(world);
    await world.settle();
    const tessa = await acting(world, TESSA);
    expect(done(await world.hub.openMessage(tessa, ordinary)).content.electronic?.title).toBeDefined();
    expect(done(await world.hub.openMessage(tessa, pending)).content.electronic?.title).toBeDefined();
    expect(await mailboxOf(world)).toHaveLength(2);
    expect((await factsOf(world, pending)).at(-1)).toBe('OPENED_LATE');
  });

  it('sends the next message on paper', async () => {
    await withdraw(world);
    const next = await sendVerifiable(world, { ...numbered(3), paperMail: paperPart(await upload(world)) });
    expect((await lastFact(world, next, 'DECIDED'))?.decision).toMatchObject({ reason: 'WITHDRAWN' });
  });

  it('is followed up although every queue loses everything', async () => {
    world.nudger.lose(true);
    await withdraw(world);
    world.nudger.lose(false);
    await world.moveBy(MINUTE);
    expect(await letterIds()).toEqual([`${pending}-1-L2`]);
  });

  it('leaves alone what was opened', async () => {
    await acknowledgeAndOpen(world, pending);
    await withdraw(world);
    await world.moveBy(30 * DAY);
    expect(await letters(world)).toEqual([]);
  });

  it('leaves alone who has consented again before it is followed up', async () => {
    world.nudger.lose(true);
    await withdraw(world);
    await choose(world, TESSA, { electronic: true, email: 'active@example.fi' });
    world.nudger.lose(false);
    await world.moveBy(HOUR);
    expect(await letters(world)).toEqual([]);
    expect(Object.keys((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.owed ?? {})).toEqual(
      [],
    );
  });

  it('is followed up once', async () => {
    await withdraw(world);
    await world.settle();
    const before = await factsOf(world, pending);
    const { recipientId } = await acting(world, TESSA);
    if (recipientId) await world.hub.followWithdrawal(recipientId);
    await withdraw(world);
    await world.moveBy(HOUR);
    expect(await factsOf(world, pending)).toEqual(before);
    expect(await owesNow(world)).toBe(false);
  });
});

describe('a withdrawal', () => {
  it('reaches every message whose window runs, however many there are', async () => {
    const ids: MessageId[] = [];
    for (let n = 0; n < 130; n += 1) ids.push(await send(world, { ...numbered(n), hub: { protectionNeed: true } }));
    await world.settle();
    await withdraw(world);
    await world.settle();
    expect(await letterIds()).toEqual(ids.map((id) => `${id}-1-L2`).sort());
  });

  it('leaves a message to its window where the operator says so', async () => {
    world.settings.current = { ...SETTINGS, withdrawalTriggersFallback: false };
    const id = await sendVerifiable(world);
    world.settings.current = SETTINGS;
    await withdraw(world);
    await world.settle();
    expect(await letters(world)).toEqual([]);
    await world.moveBy(30 * DAY);
    expect(await lastFact(world, id, 'FALLBACK_STARTED')).toMatchObject({
      reason: 'WINDOW_EXPIRED',
      at: at('2026-12-01T04:00:00Z'),
    });
  });

  it('reaches a message whose notice is being sent', async () => {
    world.mailer.meet('lose-answer');
    const id = await sendVerifiable(world);
    await withdraw(world);
    await world.moveBy(2 * HOUR);
    expect(await letterIds()).toEqual([`${id}-1-L2`]);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
  });

  it('keeps no message back because of another that can not go', async () => {
    const broken = await sendVerifiable(world, numbered(1));
    const fine = await sendVerifiable(world, numbered(2));
    const { messages } = world.ports;
    world.restart((ports) => ({
      ...ports,
      messages: {
        ...messages,
        read: async (id) => (id === broken ? Promise.reject(new Error('unreadable')) : messages.read(id)),
      },
    }));
    await withdraw(world);
    await world.settle();
    expect(await letterIds()).toEqual([`${fine}-1-L2`]);
    world.restart();
    await world.moveBy(HOUR);
    expect(await letterIds()).toEqual([`${broken}-1-L2`, `${fine}-1-L2`].sort());
  });
});

describe('a withdrawal of the general consent', () => {
  it('leaves what came by a process address to its window, and its reminder goes to the address of the matter', async () => {
    const wish = { type: 'MESSAGES', noticeEmail: 'prosessi@example.fi' } as const;
    const matter = { serviceId: SERVICE, matterId: 'M1' };
    const chosen = { wish: { kind: 'PROCESS_ADDRESS', processAddress: wish }, language: 'fi' } as const;
    done(await world.hub.setMatter(await acting(world, TESSA), matter, chosen));
    const id = await sendVerifiable(world, { hub: { matterId: 'M1' } });
    await withdraw(world);
    await world.settle();
    expect((await deliveryOf(world, id)).facts.at(-1)?.type).toBe('NOTICE_SENT');

    await world.moveTo(at('2026-11-26T08:00:00Z'));
    expect(await lastFact(world, id, 'REMINDER_SENT')).toMatchObject({ consentVersion: 0 });
    const reminders = world.mailer.sent.filter(({ notice }) => notice.kind === 'VERIFIABLE_REMINDER');
    expect(reminders.map(({ to }) => to)).toEqual(['prosessi@example.fi']);
  });
});
