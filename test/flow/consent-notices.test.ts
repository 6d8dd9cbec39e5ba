import { beforeEach, describe, expect, it } from 'vitest';
import { readConsentNoticeTag } from '#shared/domain/consent/owed-name';
import { EVIDENCE_WAIT } from '#shared/domain/service-of-document/evidence-wait';
import { recipientId } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/kernel/time';
import { TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, choose, done, mailsTo, openWorld } from '#test/builders/world-people';

const OLD = 'active@example.fi';
const NEW = 'new@example.fi';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
});

/** A consent given and confirmed. */
async function given(): Promise<void> {
  await choose(world, TESSA, { electronic: true, email: OLD });
  await world.settle();
}

async function owed() {
  return Object.values((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.owed ?? {});
}

const inForce = async () => (await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate;

/** What the mail provider reports of a notice; of the last one sent, unless another is named. */
async function evidence(outcome: 'sent' | 'hard' | 'soft', about = world.mailer.sent.at(-1)?.about ?? '') {
  const notice = readConsentNoticeTag(about);
  if (!notice) throw new Error(`no notice about a consent: ${about}`);
  await world.hub.recordConsentNotice(notice, outcome);
}

describe('a person who gives consent', () => {
  it('is told so at the address just given', async () => {
    await given();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
    expect(await world.ports.index.earliest()).toBeUndefined();
  });

  it('is told so in the language chosen', async () => {
    await choose(world, TESSA, { electronic: true, email: OLD, language: 'sv' });
    await world.settle();
    expect(world.mailer.sent[0]?.notice.subject).toBe('Du får nu myndigheternas meddelanden elektroniskt');
  });

  it('is told so although the nudge is lost', async () => {
    world.nudger.lose(true);
    await choose(world, TESSA, { electronic: true, email: OLD });
    world.nudger.lose(false);
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
  });
});

describe('a person who withdraws consent', () => {
  it('is told so at the address held before', async () => {
    await given();
    await choose(world, TESSA, { electronic: false });
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'CONSENT_WITHDRAWN']);
  });

  it('is told so at the old address even where a new one is named with the withdrawal', async () => {
    await given();
    await choose(world, TESSA, { electronic: false, email: NEW });
    await world.settle();
    expect(mailsTo(world, NEW)).toEqual([]);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'CONSENT_WITHDRAWN']);
  });

  it('before the confirmation went out is told both', async () => {
    await choose(world, TESSA, { electronic: true, email: OLD });
    await choose(world, TESSA, { electronic: false });
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'CONSENT_WITHDRAWN']);
  });

  it('twice is told once', async () => {
    await given();
    await choose(world, TESSA, { electronic: false });
    await choose(world, TESSA, { electronic: false });
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'CONSENT_WITHDRAWN']);
  });
});

describe('a person who gives another address', () => {
  it('is told so at both', async () => {
    await given();
    await choose(world, TESSA, { electronic: true, email: NEW });
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'EMAIL_CHANGED']);
    expect(mailsTo(world, NEW)).toEqual(['EMAIL_CHANGED']);
  });

  it('that is the same one is told nothing', async () => {
    await given();
    await choose(world, TESSA, { electronic: true, email: OLD, language: 'en' });
    await world.settle();
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
  });
});

describe('a notice about a consent', () => {
  it('names no sender and carries the recipient id and the version of the consent only', async () => {
    await given();
    const [order] = world.mailer.sent;
    expect(order?.about).toBe(`${(await acting(world, TESSA)).recipientId}-1-new`);
    expect(order?.notice.text).not.toContain('Lähettäjä');
  });

  it('whose answer was lost is sent once more after ten minutes, and never a third time', async () => {
    world.mailer.meet('lose-answer', Number.POSITIVE_INFINITY);
    await given();
    await world.moveBy(EVIDENCE_WAIT - SECOND);
    expect(mailsTo(world, OLD)).toHaveLength(1);
    await world.moveBy(10 * DAY);
    expect(mailsTo(world, OLD)).toHaveLength(2);
  });

  it('that is throttled for an hour costs no send and goes when it may', async () => {
    world.mailer.meet('throttle', Number.POSITIVE_INFINITY);
    await given();
    for (let minutes = 0; minutes < 60; minutes += 1) await world.moveBy(MINUTE);
    expect(mailsTo(world, OLD)).toEqual([]);
    world.mailer.recover();
    await world.moveBy(DAY);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
    expect(await owed()).toEqual([]);
  });

  it('that is throttled once goes within minutes', async () => {
    world.mailer.meet('throttle');
    await given();
    await world.moveBy(5 * MINUTE);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
  });

  it('to an address the mail provider will never take is given up', async () => {
    world.mailer.meet('refuse');
    await given();
    expect(await owed()).toEqual([]);
    await world.moveBy(DAY);
    expect(mailsTo(world, OLD)).toEqual([]);
  });

  it('does not wait for another one that is stuck', async () => {
    await given();
    world.mailer.meet('lose-answer');
    await choose(world, TESSA, { electronic: true, email: NEW });
    await world.moveBy(MINUTE);
    expect([...mailsTo(world, OLD), ...mailsTo(world, NEW)]).toEqual([
      'CONSENT_GIVEN',
      'EMAIL_CHANGED',
      'EMAIL_CHANGED',
    ]);
  });

  it('that was given up after two sends keeps no later one back', async () => {
    world.mailer.meet('lose-answer', 2);
    await given();
    await world.moveBy(HOUR);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN', 'CONSENT_GIVEN']);
    await choose(world, TESSA, { electronic: false });
    await world.moveBy(2 * DAY);
    expect(mailsTo(world, OLD)).toContain('CONSENT_WITHDRAWN');
  });

  it('that is throttled after a lost answer is still sent twice at the most', async () => {
    world.mailer.meet('lose-answer');
    await given();
    world.mailer.meet('throttle');
    await world.moveBy(HOUR);
    world.mailer.meet('lose-answer', Number.POSITIVE_INFINITY);
    await world.moveBy(10 * DAY);
    expect(mailsTo(world, OLD)).toHaveLength(2);
  });

  it('is sent once when two workers have the same person in hand', async () => {
    await choose(world, TESSA, { electronic: true, email: OLD });
    const id = (await acting(world, TESSA)).recipientId;
    if (id) await Promise.all([world.hub.tellConsent(id), world.hub.tellConsent(id)]);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
  });

  it('is owed no more once there is evidence that it was sent', async () => {
    world.mailer.meet('lose-answer');
    await given();
    await evidence('sent');
    await world.moveBy(DAY);
    expect(mailsTo(world, OLD)).toEqual(['CONSENT_GIVEN']);
    expect(await owed()).toEqual([]);
  });

  it('that comes back for good marks the address it confirmed as dead', async () => {
    await given();
    await evidence('hard');
    expect(await inForce()).toMatchObject({
      electronic: true,
      emailUsable: false,
      consent: { action: 'EMAIL_BOUNCED' },
    });
  });

  it('that comes back for now changes nothing', async () => {
    await given();
    const before = await inForce();
    await evidence('soft');
    expect(await inForce()).toEqual(before);
  });

  it('that comes back from an address given up says nothing of the one in force', async () => {
    await given();
    await choose(world, TESSA, { electronic: true, email: NEW });
    await world.settle();
    for (const { about } of world.mailer.sent.filter(({ to }) => to === OLD)) await evidence('hard', about);
    expect(await inForce()).toMatchObject({ emailUsable: true });
  });

  it('to nobody the hub knows is none', async () => {
    done(await world.hub.tellConsent(recipientId.parse(`r-${'f'.repeat(32)}`)));
    expect(world.mailer.sent).toEqual([]);
  });
});
