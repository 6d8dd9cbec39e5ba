import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE, after } from '#shared/kernel/time';
import { type MessageId, externalId, messageId } from '#shared/domain/message/ids';
import { ACTOR_CONTEXT } from '#shared/flow/mandate/who-acts';
import { NOON, PAULA, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import { attachmentNo } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  mailboxOf,
  openWorld,
  send,
  told,
  upload,
} from '#test/builders/world-people';

const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };
const VERIFIABLE = electronicPart({ messageServiceType: 'Verifiable' });

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function arrived(part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  const id = await send(world, part);
  await world.settle();
  return id;
}

const open = async (id: MessageId, code = TESSA) => world.hub.openMessage(await acting(world, code), id);
const acknowledge = async (id: MessageId, code = TESSA) => world.hub.acknowledge(await acting(world, code), id);

describe('opening a message', () => {
  it('shows what the authority wrote, with the opening on record first', async () => {
    const id = await arrived();
    world.tick(MINUTE);
    const opened = done(await open(id));
    expect(opened.content.electronic).toMatchObject({ title: 'Päätös varhaiskasvatusmaksusta' });
    expect((await deliveryOf(world, id)).facts.at(-1)).toMatchObject({
      type: 'OPENED',
      at: after(NOON, MINUTE),
      by: { role: 'SELF', assurance: 'STRONG' },
    });
  });

  it('shows nothing when the opening can not be put on record', async () => {
    const id = await arrived();
    const { deliveries } = world.ports;
    world.restart((ports) => ({
      ...ports,
      deliveries: { ...deliveries, append: () => Promise.reject(new Error('lost')) },
    }));
    await expect(open(id)).rejects.toThrow('lost');
  });

  it('writes who opened it under seal', async () => {
    const id = await arrived();
    done(await open(id));
    const fact = (await deliveryOf(world, id)).facts.at(-1);
    const name = fact?.type === 'OPENED' ? (fact.by.name ?? '') : '';
    expect(name).not.toContain('Tessa');
    expect(await world.ports.sealer.openText(ACTOR_CONTEXT, name)).toBe('Testilä Tessa');
  });

  it('a second time adds nothing', async () => {
    const id = await arrived();
    done(await open(id));
    const once = await deliveryOf(world, id);
    world.tick(DAY);
    expect(done(await open(id)).content.electronic?.body).toBe('Maksu on 186,00 euroa kuukaudessa.');
    expect(await deliveryOf(world, id)).toEqual(once);
  });

  it('from two windows at once is one opening', async () => {
    const id = await arrived();
    const both = await Promise.all([open(id), open(id)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await factsOf(world, id)).filter((type) => type === 'OPENED')).toHaveLength(1);
  });

  it('is told to the authority', async () => {
    const id = await arrived();
    done(await open(id));
    await world.settle();
    expect((await told(world)).map(({ fact }) => fact.type)).toContain('OPENED');
  });

  it.each([
    ["is somebody else's", PAULA, undefined],
    ['is not there', TESSA, messageId.parse(404)],
  ])('that %s is like opening none at all', async (_, code, other) => {
    const id = await arrived();
    expect(await open(other ?? id, code)).toEqual(UNKNOWN);
    expect(await acknowledge(other ?? id, code)).toEqual(UNKNOWN);
    expect(await factsOf(world, id)).not.toContain('OPENED');
  });

  it('that is not in the mailbox yet is like opening none at all', async () => {
    const id = await send(world);
    done(await world.hub.routeMessage(id));
    expect(await open(id)).toEqual(UNKNOWN);
  });

  it('that went by post is like opening none at all', async () => {
    const id = await arrived({ recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    expect(await open(id, PAULA)).toEqual(UNKNOWN);
  });
});

describe('a message whose receipt must be acknowledged', () => {
  it('opens only after that, and until then stays shut', async () => {
    const id = await arrived({ electronic: VERIFIABLE });
    expect(await open(id)).toEqual({ ok: false, refusal: { kind: 'receipt-required' } });
    expect(await factsOf(world, id)).not.toContain('OPENED');
    done(await acknowledge(id));
    expect(done(await open(id)).content.electronic?.title).toBe('Päätös varhaiskasvatusmaksusta');
    expect((await factsOf(world, id)).slice(-2)).toEqual(['ACKNOWLEDGED', 'OPENED']);
  });

  it('is acknowledged once', async () => {
    const id = await arrived({ electronic: VERIFIABLE });
    await Promise.all([acknowledge(id), acknowledge(id)]);
    done(await acknowledge(id));
    expect((await factsOf(world, id)).filter((type) => type === 'ACKNOWLEDGED')).toHaveLength(1);
  });

  it('stands on the list as waiting, then new, then opened', async () => {
    const id = await arrived({ electronic: VERIFIABLE });
    const state = async () => (await mailboxOf(world)).map((line) => line.state);
    expect(await state()).toEqual(['AWAITING_RECEIPT']);
    done(await acknowledge(id));
    expect(await state()).toEqual(['NEW']);
    done(await open(id));
    expect(await state()).toEqual(['OPENED']);
  });

  it('is one that protection made so', async () => {
    const id = await arrived({ hub: { protectionNeed: true } });
    expect(await open(id)).toMatchObject({ refusal: { kind: 'receipt-required' } });
  });

  it('is never an ordinary one', async () => {
    const id = await arrived();
    expect(await acknowledge(id)).toEqual({ ok: false, refusal: { kind: 'receipt-not-asked' } });
    expect(await factsOf(world, id)).not.toContain('ACKNOWLEDGED');
  });
});

describe('a file of a message', () => {
  it('is the one the authority attached, and getting it opens the message', async () => {
    const file = await upload(world, { filename: 'liite.pdf' });
    const id = await arrived({ electronic: electronicPart({ attachments: [{ attachmentId: file }] }) });
    const reference = done(await world.hub.documentOf(await acting(world, TESSA), id, file));
    expect(reference).toMatchObject({ filename: 'liite.pdf', mediaType: 'application/pdf' });
    expect((await factsOf(world, id)).at(-1)).toBe('OPENED');
    expect(await world.ports.documents.read(reference.documentKey)).toBeDefined();
  });

  it('stays shut with its message', async () => {
    const file = await upload(world);
    const electronic = { ...VERIFIABLE, attachments: [{ attachmentId: file }] };
    const id = await arrived({ electronic });
    const person = await acting(world, TESSA);
    expect(await world.hub.documentOf(person, id, file)).toMatchObject({ refusal: { kind: 'receipt-required' } });
  });

  it('that was meant for print only is not shown', async () => {
    const file = await upload(world);
    const id = await arrived({ paperMail: paperPart(file) });
    const person = await acting(world, TESSA);
    expect(await world.hub.documentOf(person, id, file)).toEqual(UNKNOWN);
    expect(await world.hub.documentOf(person, id, attachmentNo(404))).toEqual(UNKNOWN);
  });
});

describe('a mailbox', () => {
  it('is empty for who never had one', async () => {
    expect(await mailboxOf(world, PAULA)).toEqual([]);
  });

  it('lists the newest message first, with its sender', async () => {
    const first = await arrived();
    world.tick(MINUTE);
    const second = await arrived({ externalId: externalId.parse('asia-2') });
    expect(await mailboxOf(world)).toMatchObject([
      { messageId: second, receivedAt: after(NOON, MINUTE), authority: { name: { fi: 'Esimerkkikaupunki' } } },
      { messageId: first, receivedAt: NOON, service: { name: { fi: 'Varhaiskasvatus' } } },
    ]);
  });

  it('is read a page at a time, and says when there is more', async () => {
    const ids = [];
    for (const n of [1, 2, 3]) {
      world.tick(MINUTE);
      ids.push(await arrived({ externalId: externalId.parse(`asia-${n}`) }));
    }
    const { recipientId } = await acting(world, TESSA);
    if (!recipientId) throw new Error('nobody is known by that code');
    const first = await world.hub.listMailbox(recipientId, { limit: 2 });
    const second = await world.hub.listMailbox(recipientId, { limit: 2, after: first.next });
    expect([...first.lines, ...second.lines].map((line) => line.messageId)).toEqual(ids.reverse());
    expect(second.next).toBeUndefined();
  });

  it('shows the title of a message that awaits its receipt', async () => {
    await arrived({ electronic: VERIFIABLE });
    expect(await mailboxOf(world)).toMatchObject([{ title: 'Päätös varhaiskasvatusmaksusta' }]);
  });
});
