import { beforeEach, describe, expect, it } from 'vitest';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { deliveryIdOf, externalId, type MessageId, serviceId } from '#shared/domain/message/ids';
import type { MatterWish } from '#shared/flow/consent/change-matter';
import { PAULA, SERVICE, TESSA, address } from '#test/builders/messages';
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
  send,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
});

const M1 = { serviceId: SERVICE, matterId: 'M1' };
const PAPER: MatterWish = { kind: 'PAPER' };
const messages = (noticeEmail?: string): MatterWish => ({
  kind: 'PROCESS_ADDRESS',
  processAddress: { type: 'MESSAGES', noticeEmail },
});
const choosing = async (code: string, wish: MatterWish) =>
  world.hub.setMatter(await acting(world, code), M1, { wish, language: 'fi' });

async function gateOf(code: string) {
  const id = await makeRecipientIds(world.ports).find(code);
  return id && world.ports.gates.read(id);
}

async function reasonOf(id: MessageId): Promise<string | undefined> {
  const fact = (await deliveryOf(world, id)).facts.findLast(({ type }) => type === 'DECIDED');
  return fact?.type === 'DECIDED' ? fact.decision.reason : undefined;
}

const inM1 = { hub: { matterId: 'M1' } };

describe('a choice for a matter', () => {
  it('moves the gate of its recipient before it answers, and leaves the consent as it is', async () => {
    await consenting(world);
    const before = await gateOf(TESSA);
    done(await choosing(TESSA, PAPER));
    const { version, ...rest } = (await gateOf(TESSA)) ?? { version: 0 };
    expect(version).toBe((before?.version ?? 0) + 1);
    expect(rest).toMatchObject({ electronic: true, consent: { version: before?.consent.version } });
  });

  it('makes a gate for who has none, without a consent', async () => {
    done(await choosing(PAULA, PAPER));
    expect(await gateOf(PAULA)).toMatchObject({
      version: 1,
      electronic: false,
      consent: { version: 0, action: 'NONE' },
    });
    await choose(world, PAULA, { electronic: true, email: 'paula@example.fi' });
    expect(await gateOf(PAULA)).toMatchObject({
      version: 2,
      electronic: true,
      consent: { version: 1, action: 'GIVE' },
    });
  });

  it('made between the decision and the mailbox kills the decision: the letter goes', async () => {
    await consenting(world);
    const id = await send(world, inM1);
    done(await world.hub.routeMessage(id));
    done(await choosing(TESSA, PAPER));
    await world.settle();
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'DECIDED', 'HANDED_TO_POSTAL']);
    expect(await reasonOf(id)).toBe('MATTER_PAPER_CHOICE');
  });

  it('made after the message stood in the mailbox leaves it there', async () => {
    await consenting(world);
    const id = await send(world, inM1);
    await world.settle();
    done(await choosing(TESSA, PAPER));
    await world.settle();
    expect(await reasonOf(id)).toBe('CONSENT');
    expect(await letters(world)).toEqual([]);
  });

  it('is of one service: the same id with another authority is another matter', async () => {
    await consenting(world);
    done(await choosing(TESSA, PAPER));
    const other = { serviceId: serviceId.parse('hub-service-2'), matterId: 'M1' };
    expect(await world.hub.matterOf(await acting(world, TESSA), other)).toMatchObject({ ok: false });
  });

  it('cleared is none, and clearing none does nothing', async () => {
    await consenting(world);
    await world.hub.clearMatter(await acting(world, TESSA), M1);
    const before = await gateOf(TESSA);
    done(await choosing(TESSA, PAPER));
    await world.hub.clearMatter(await acting(world, TESSA), M1);
    await world.hub.clearMatter(await acting(world, TESSA), M1);
    expect((await gateOf(TESSA))?.version).toBe((before?.version ?? 0) + 2);
    expect(await world.hub.matterOf(await acting(world, TESSA), M1)).toMatchObject({ ok: false });
  });

  it('keeps a process address sealed', async () => {
    done(await choosing(PAULA, messages('prosessi@example.fi')));
    const { recipientId } = await acting(world, PAULA);
    const name = await world.ports.sealer.digest('matter', JSON.stringify([SERVICE, 'M1']));
    const stored = recipientId && (await world.ports.matters.read(recipientId, name));
    expect(stored).toMatchObject({ kind: 'MESSAGES', sealed: expect.stringMatching(/^recipients:/) });
    expect(JSON.stringify(stored)).not.toMatch(/prosessi|"M1"/);
  });
});

describe('a mailbox named as process address', () => {
  it('is told of by e-mail to the address of the matter, and a bounce concerns that one alone', async () => {
    await consenting(world);
    done(await choosing(TESSA, messages('prosessi@example.fi')));
    const id = await send(world, inM1);
    await world.settle();
    const [notice] = noticesOf(world, id);
    expect(notice?.to).toBe('prosessi@example.fi');
    const sent = (await deliveryOf(world, id)).facts.find(({ type }) => type === 'NOTICE_SENT');
    expect(sent).toMatchObject({ consentVersion: 0 });
    if (notice)
      await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice: notice.attempt, outcome: 'hard' });
    await world.settle();
    expect(await reasonOf(id)).toBe('PROCESS_ADDRESS_UNUSABLE');
    expect(await gateOf(TESSA)).toMatchObject({ emailUsable: true });
  });

  it('goes with the recipient’s own address where the matter has none, and fails with it', async () => {
    await consenting(world);
    done(await choosing(TESSA, messages()));
    const id = await send(world, inM1);
    await world.settle();
    expect(noticesOf(world, id)[0]?.to).toBe('active@example.fi');
    await choose(world, TESSA, { electronic: false });
    const next = await send(world, { ...inM1, externalId: externalId.parse('asia-2') }).catch(() => undefined);
    expect(next).toBeUndefined();
  });

  it('is not usable by an address that is known to be dead, though it was named anew', async () => {
    await consenting(world);
    const id = await send(world);
    await world.settle();
    const [notice] = noticesOf(world, id);
    if (notice)
      await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice: notice.attempt, outcome: 'hard' });
    done(await choosing(TESSA, messages('active@example.fi')));
    await expect(send(world, { ...inM1, externalId: externalId.parse('asia-2') })).rejects.toThrow(
      'MAILBOX_NOT_IN_USE',
    );
    done(await choosing(TESSA, messages('toinen@example.fi')));
    const other = await send(world, { ...inM1, externalId: externalId.parse('asia-3') });
    await world.settle();
    expect(await reasonOf(other)).toBe('PROCESS_ADDRESS_MAILBOX');
  });
});
