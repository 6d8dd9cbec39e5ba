import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '#shared/domain/message/decision';
import { type MessageId, deliveryIdOf, messageId } from '#shared/domain/message/ids';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { HOUR, MINUTE, after, instant } from '#shared/kernel/time';
import { COMPANY, NOON, PAULA, TESSA, address, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  openWorld,
  send,
  told,
  upload,
  withdraw,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

async function decisionOn(id: MessageId): Promise<Decision | undefined> {
  await world.settle();
  return (await deliveryOf(world, id)).facts.find((fact) => fact.type === 'DECIDED')?.decision;
}

/** A multichannel message. */
async function sendBoth(part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  return send(world, { paperMail: paperPart(await upload(world)), ...part });
}

describe('routing a message', () => {
  it('goes to the mailbox of who has consented', async () => {
    await consenting(world);
    expect(await decisionOn(await send(world))).toMatchObject({
      channel: 'ELECTRONIC',
      reason: 'CONSENT',
      decidedAt: NOON,
    });
  });

  it('goes by post to who has not', async () => {
    expect(await decisionOn(await sendBoth({ recipient: { id: PAULA } }))).toMatchObject({
      channel: 'LETTER',
      reason: 'NO_CONSENT',
      facts: { mailbox: 'NONE', addressSource: 'AUTHORITY' },
    });
  });

  it('goes by post to who has taken the consent back', async () => {
    await consenting(world);
    await withdraw(world);
    expect(await decisionOn(await sendBoth())).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });

  it('obeys the consent of the moment it is decided, not of the one it was sent', async () => {
    await consenting(world);
    const id = await send(world);
    await withdraw(world);
    expect(await decisionOn(id)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });

  it('writes down which consent and which version of the gate it saw', async () => {
    await consenting(world);
    await choose(world, TESSA, { electronic: true, email: 'other@example.fi' });
    expect(await decisionOn(await send(world))).toMatchObject({ gateVersion: 2, facts: { consentVersion: 2 } });
  });

  it('asks no register about a letter by address alone', async () => {
    const id = await sendBoth({ recipient: undefined, electronic: undefined });
    world.restart((ports) => ({
      ...ports,
      people: { ...ports.people, find: () => Promise.reject(new Error('asked')) },
    }));
    expect(await decisionOn(id)).toMatchObject({ channel: 'LETTER', reason: 'NO_ID' });
    expect((await deliveryOf(world, id)).recipientId).toBeUndefined();
  });

  it('goes to the mailbox of an organisation whose representative has consented', async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    world.bearers.set(TESSA, { id: TESSA, name: 'Testilä Tessa', assurance: 'STRONG' });
    const forCompany = done(await world.hub.whoActs(TESSA, COMPANY));
    const wish = { electronic: true, email: 'kuljetus@example.fi', language: 'fi', seenVersion: 0 } as const;
    done(await world.hub.setConsent(forCompany, wish));
    expect(await decisionOn(await send(world, { recipient: { id: COMPANY } }))).toMatchObject({
      channel: 'ELECTRONIC',
      reason: 'ACTIVATED',
      facts: { recipientKind: 'COMPANY', capacity: 'BUSINESS' },
    });
  });

  it('names the rule set the operator has chosen', async () => {
    world.settings.current = { ...world.settings.current, ruleSetId: 'wg-2019' };
    expect(await decisionOn(await sendBoth())).toMatchObject({ ruleSetId: 'wg-2019' });
  });

  it('keeps a letter by law on paper, whatever the consent', async () => {
    await consenting(world);
    const hub = { statutoryChannel: { rule: 'PAPER_ONLY' as const, legalBasis: '1/2000 § 1' } };
    expect(await decisionOn(await sendBoth({ hub }))).toMatchObject({
      channel: 'LETTER',
      reason: 'STATUTE_PAPER_ONLY',
    });
  });

  it('serves verifiably where protection asks for it', async () => {
    await consenting(world);
    const id = await send(world, { hub: { protectionNeed: true } });
    expect((await decisionOn(id))?.flags).toContain('UPGRADED_VERIFIABLE');
    expect((await deliveryOf(world, id)).kind).toBe('VERIFIABLE');
  });

  it('rests with a person where no letter can go', async () => {
    await world.ports.entry.enterPerson(PAULA, {
      name: 'Postila Paula',
      postalAddress: address(),
      protectionOrder: true,
    });
    const id = await sendBoth({ recipient: { id: PAULA } });
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'PROTECTED_NO_SAFE_ADDRESS' });
    expect(await world.ports.index.earliest()).toBeUndefined();
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'AUTHORITY_NOTIFIED']);
    expect(await told(world)).toHaveLength(3);
  });

  it('makes one delivery, however often it runs', async () => {
    await consenting(world);
    const id = await send(world);
    const first = done(await world.hub.routeMessage(id));
    await withdraw(world);
    expect(done(await world.hub.routeMessage(id))).toEqual(first);
    expect(await world.ports.deliveries.ofMessage(id)).toHaveLength(1);
  });

  it('takes the message out of the work list only once its delivery stands there', async () => {
    await consenting(world);
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    expect((await world.ports.messages.read(id))?.wakeAt).toBeUndefined();
    expect((await deliveryOf(world, id)).wakeAt).toBe(NOON);
  });

  it('refuses a message that is not there', async () => {
    expect(await world.hub.routeMessage(messageId.parse(404))).toEqual({
      ok: false,
      refusal: { kind: 'message-unknown' },
    });
  });
});

describe('a message that is not to be delivered before a moment', () => {
  const TEN = after(NOON, 10 * HOUR);

  it('waits for it, however it is nudged', async () => {
    await consenting(world);
    const id = await send(world, { hub: { deliverNotBefore: TEN } });
    await world.moveTo(after(TEN, -1));
    expect(await world.hub.routeMessage(id)).toEqual({ ok: false, refusal: { kind: 'not-yet' } });
    expect(await world.ports.deliveries.read(deliveryIdOf(id, 1))).toBeUndefined();
  });

  it('goes at that moment, without anybody asking', async () => {
    await consenting(world);
    const id = await send(world, { hub: { deliverNotBefore: TEN } });
    await world.moveTo(TEN);
    expect((await decisionOn(id))?.decidedAt).toBe(TEN);
    expect(foldFacts((await deliveryOf(world, id)).facts).noticed).toBe(true);
  });

  it('obeys the consent of that moment', async () => {
    await consenting(world);
    const id = await send(world, { hub: { deliverNotBefore: TEN } });
    await world.moveTo(after(TEN, -MINUTE));
    await withdraw(world);
    await world.moveTo(TEN);
    expect(await decisionOn(id)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });

  it('goes at once when the moment is past already', async () => {
    await consenting(world);
    const id = await send(world, { hub: { deliverNotBefore: instant.parse('2026-01-01T00:00:00.000Z') } });
    expect((await decisionOn(id))?.decidedAt).toBe(NOON);
  });
});
