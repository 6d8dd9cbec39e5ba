import { beforeEach, describe, expect, it } from 'vitest';
import { type AttemptToken, type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { EVIDENCE_WAIT } from '#shared/domain/service-of-document/evidence-wait';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/kernel/time';
import { TESSA, address, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
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
  withdraw,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const deliver = (id: MessageId) => world.hub.deliverElectronically(deliveryIdOf(id, 1));
const report = (id: MessageId, notice: AttemptToken, outcome: 'sent' | 'hard' | 'soft') =>
  world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice, outcome });

function attemptOf(id: MessageId, n = 0): AttemptToken {
  const attempt = noticesOf(world, id)[n]?.attempt;
  if (!attempt) throw new Error('no such notice was sent');
  return attempt;
}

describe('a notice', () => {
  it('says in the language of the recipient that something has come, from whom and where to read it', async () => {
    const id = await send(world);
    await world.settle();
    const [order] = noticesOf(world, id);
    expect(order?.notice.subject).toBe('Sinulle on uusi viesti');
    expect(order?.notice.text).toContain('Esimerkkikaupunki, Varhaiskasvatus');
    expect(order?.notice.text).toContain('https://posti.example.fi');
  });

  it('of a verifiable message says that receipt must be acknowledged', async () => {
    const id = await send(world, { electronic: electronicPart({ messageServiceType: 'Verifiable' }) });
    await world.settle();
    expect(noticesOf(world, id)).toMatchObject([{ notice: { kind: 'VERIFIABLE_NEW' } }]);
  });

  it.each([
    [
      'its sender asks for it',
      electronicPart({
        notifications: {
          senderDetailsInNotifications: 'None',
          unreadMessageNotification: { reminder: 'Default reminder' },
        },
      }),
      false,
    ],
    ['the recipient is protected', electronicPart(), true],
  ])('names no sender where %s', async (_, electronic, protectionOrder) => {
    await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: address(), protectionOrder });
    const id = await send(world, { electronic });
    await world.settle();
    expect(noticesOf(world, id)[0]?.notice.text).not.toContain('Esimerkkikaupunki');
  });

  it('uses the wording of the sender where there is one', async () => {
    const title = { fi: 'Uutta kaupungilta', sv: 'Nytt från staden', en: 'News from the city' };
    const notifications = {
      senderDetailsInNotifications: 'None' as const,
      unreadMessageNotification: { reminder: 'No reminders' as const },
      customisedNewMessageNotification: { title, content: title },
    };
    const id = await send(world, { electronic: electronicPart({ notifications }) });
    await world.settle();
    expect(noticesOf(world, id)).toMatchObject([{ notice: { subject: 'Uutta kaupungilta' } }]);
  });

  it('is on record with the consent it went out under', async () => {
    const id = await send(world);
    await world.settle();
    expect((await deliveryOf(world, id)).facts.at(-1)).toMatchObject({
      type: 'NOTICE_SENT',
      notice: attemptOf(id),
      consentVersion: 1,
    });
  });

  it('goes out once when two workers have the same delivery in hand', async () => {
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    const both = await Promise.all([deliver(id), deliver(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(noticesOf(world, id)).toHaveLength(1);
  });
});

describe('a notice whose answer was lost', () => {
  let id: MessageId;

  beforeEach(async () => {
    world.mailer.meet('lose-answer');
    id = await send(world);
    await world.settle();
  });

  it('is not sent again within ten minutes, whoever asks', async () => {
    await world.moveBy(EVIDENCE_WAIT - SECOND);
    expect(await deliver(id)).toEqual({ ok: false, refusal: { kind: 'awaiting-evidence' } });
    expect(noticesOf(world, id)).toHaveLength(1);
    expect(await factsOf(world, id)).not.toContain('NOTICE_SENT');
  });

  it('is sent again after ten minutes without evidence', async () => {
    await world.moveBy(EVIDENCE_WAIT);
    expect(noticesOf(world, id)).toHaveLength(2);
    expect((await deliveryOf(world, id)).facts.at(-1)).toMatchObject({ type: 'NOTICE_SENT', notice: attemptOf(id, 1) });
  });

  it('is on record as soon as evidence comes, and not sent again', async () => {
    done(await report(id, attemptOf(id), 'sent'));
    await world.moveBy(DAY);
    expect(noticesOf(world, id)).toHaveLength(1);
    expect(foldFacts((await deliveryOf(world, id)).facts).noticed).toBe(true);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
    expect(await owesNow(world)).toBe(false);
  });

  it('is on record once, however often the evidence comes', async () => {
    for (let times = 0; times < 3; times += 1) done(await report(id, attemptOf(id), 'sent'));
    expect((await factsOf(world, id)).filter((type) => type === 'NOTICE_SENT')).toHaveLength(1);
  });

  it('leaves the message readable meanwhile', async () => {
    expect(await mailboxOf(world)).toMatchObject([{ messageId: id, state: 'NEW' }]);
  });

  it('needs no second one when the message is opened meanwhile', async () => {
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.moveBy(HOUR);
    expect(noticesOf(world, id)).toHaveLength(1);
    expect(await owesNow(world)).toBe(false);
  });

  it('and came back all the same is a bounce of a notice that was sent', async () => {
    done(await report(id, attemptOf(id), 'soft'));
    expect((await factsOf(world, id)).slice(-2)).toEqual(['NOTICE_SENT', 'NOTICE_BOUNCED']);
  });
});

describe('a notice whose second answer was lost too', () => {
  let id: MessageId;

  beforeEach(async () => {
    world.mailer.meet('lose-answer', Number.POSITIVE_INFINITY);
    id = await send(world);
    await world.moveBy(EVIDENCE_WAIT);
  });

  it('is never sent a third time', async () => {
    await world.moveBy(10 * DAY);
    expect(noticesOf(world, id)).toHaveLength(2);
    expect(await deliver(id)).toEqual({ ok: false, refusal: { kind: 'sends-exhausted' } });
  });

  it('is settled by evidence of the second send', async () => {
    done(await report(id, attemptOf(id, 1), 'sent'));
    expect((await factsOf(world, id)).at(-1)).toBe('NOTICE_SENT');
  });

  it('stands before an operator in the end', async () => {
    await world.moveBy(2 * DAY);
    world.tick(DAY);
    expect((await world.hub.sweep()).stuck).toBe(1);
  });
});

describe('a notice that the mail provider', () => {
  it('never got is sent after the wait for evidence', async () => {
    world.mailer.meet('fail');
    const id = await send(world);
    await world.moveBy(EVIDENCE_WAIT - SECOND);
    expect(noticesOf(world, id)).toEqual([]);
    await world.moveBy(SECOND);
    expect(noticesOf(world, id)).toHaveLength(1);
    expect((await factsOf(world, id)).at(-1)).toBe('NOTICE_SENT');
  });

  it('throttles costs no send: it goes as soon as it may, and still has two sends', async () => {
    world.mailer.meet('throttle', Number.POSITIVE_INFINITY);
    const id = await send(world);
    await world.moveBy(5 * MINUTE);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'MAILBOX_STORED']);
    world.mailer.meet('lose-answer');
    await world.moveBy(MINUTE);
    expect((await deliveryOf(world, id)).claim?.sends).toBe(1);
    await world.moveBy(EVIDENCE_WAIT);
    expect(noticesOf(world, id)).toHaveLength(2);
    expect((await factsOf(world, id)).at(-1)).toBe('NOTICE_SENT');
  });

  it('throttled is a letter when the consent is withdrawn before it may go', async () => {
    world.mailer.meet('throttle', Number.POSITIVE_INFINITY);
    const id = await send(world);
    await world.settle();
    world.mailer.recover();
    await withdraw(world);
    await world.moveBy(MINUTE);
    expect(noticesOf(world, id)).toEqual([]);
    expect((await factsOf(world, id)).slice(-3)).toEqual(['FALLBACK_STARTED', 'DECIDED', 'HANDED_TO_POSTAL']);
  });

  it('refuses for good is as good as bounced: the address is dead and a letter goes', async () => {
    world.mailer.meet('refuse');
    const id = await send(world);
    await world.settle();
    expect((await factsOf(world, id)).slice(-5)).toEqual([
      'MAILBOX_STORED',
      'NOTICE_BOUNCED',
      'FALLBACK_STARTED',
      'DECIDED',
      'HANDED_TO_POSTAL',
    ]);
    expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.emailUsable).toBe(false);
    expect(await letters(world)).toHaveLength(1);
  });
});

describe('after a restart of a single machine', () => {
  it('a notice that was being sent goes at once: nobody can still be at work on it', async () => {
    world = await openWorld({ alone: true });
    await consenting(world);
    world.mailer.meet('fail');
    const id = await send(world);
    await world.settle();
    world.restart();
    done(await deliver(id));
    expect(noticesOf(world, id)).toHaveLength(1);
    expect((await deliveryOf(world, id)).claim).toBeUndefined();
  });

  it('but a deployed hub waits for evidence, since another process may be at work', async () => {
    world.mailer.meet('fail');
    const id = await send(world);
    await world.settle();
    world.restart();
    expect(await deliver(id)).toEqual({ ok: false, refusal: { kind: 'awaiting-evidence' } });
  });
});
