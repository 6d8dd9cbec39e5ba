import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf, messageId, serviceId } from '#shared/domain/message/ids';
import { DAY, MINUTE, after } from '#shared/kernel/time';
import { NOON, OTHER_SERVICE, OTHER_TENANT, PAULA, SERVICE, TENANT, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type HubPorts, openHub } from '#test/builders/world-hub';
import { acting, consenting, done, factsOf, mailsTo, openWorld, told, upload } from '#test/builders/world-people';
import { dayOf } from '#test/builders/world-retention';

const WRITING = { title: 'Lupahakemus', body: 'Haen lupaa.', attachmentIds: [] };
const ORDER = { toServiceId: OTHER_SERVICE, reason: 'Asia kuuluu virastolle.' };

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function written(writing: Partial<typeof WRITING> = {}, code = TESSA): Promise<MessageId> {
  const id = done(await world.hub.write(await acting(world, code), SERVICE, { ...WRITING, ...writing }));
  await world.settle();
  world.tick(MINUTE);
  return id;
}

async function transfer(id: MessageId, order: Partial<typeof ORDER> = {}, tenantId = TENANT) {
  const passed = await world.hub.transferInbound({ tenantId, messageId: id }, { ...ORDER, ...order });
  await world.settle();
  return passed;
}

async function withFile() {
  const person = await acting(world, TESSA);
  const owner = { type: 'recipient' as const, recipientId: person.recipientId ?? world.ports.ids.recipient() };
  const file = await upload(world, { filename: 'liite.txt', text: 'Liite', owner });
  const id = done(await world.hub.write(person, SERVICE, { ...WRITING, attachmentIds: [file] }));
  await world.settle();
  return { id, file };
}

/** The time of the message ends just before one of the calls of a transfer to its stores. */
function endingAt(ports: HubPorts, steps: { left: number }, id: MessageId): HubPorts {
  const counted = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]): Promise<unknown> => {
          steps.left -= 1;
          if (steps.left === 0) await endNow(ports, id);
          return Reflect.apply(member, target, given);
        };
      },
    });
  return { ...ports, inbound: counted(ports.inbound), attachments: counted(ports.attachments) };
}

/** Another process, a day later. */
async function endNow(ports: HubPorts, id: MessageId): Promise<void> {
  const later = after(ports.clock(), DAY);
  done(await openHub({ ...ports, clock: () => later }).endRetention(deliveryIdOf(id, 1)));
}

describe('a message that came to the wrong authority', () => {
  it('is with the right one, as it was and with the time of its arrival, and told in its events', async () => {
    const id = await written();
    const { copyId } = done(await transfer(id));
    const { message, content } = done(await world.hub.fetchInbound(OTHER_TENANT, copyId));
    expect(message).toMatchObject({ serviceId: OTHER_SERVICE, receivedAt: NOON });
    expect(content).toMatchObject({ title: 'Lupahakemus', mailboxOwner: { id: TESSA } });
    expect(await told(world, OTHER_TENANT)).toMatchObject([
      { messageId: copyId, serviceId: OTHER_SERVICE, fact: { type: 'RECEIVED', arrivedAt: NOON } },
    ]);
    expect(await factsOf(world, id)).toEqual(['RECEIVED', 'TRANSFERRED']);
  });

  it('brings its files along', async () => {
    const { recipientId } = await acting(world, TESSA);
    if (!recipientId) throw new Error('nobody is known by that code');
    const owner = { type: 'recipient' as const, recipientId };
    const file = await upload(world, { filename: 'liite.txt', text: 'Liite', owner });
    const person = await acting(world, TESSA);
    const id = done(await world.hub.write(person, SERVICE, { ...WRITING, attachmentIds: [file] }));
    expect(await world.hub.fetchAttachment(OTHER_TENANT, file)).toMatchObject({ ok: false });
    done(await transfer(id));
    expect(await world.hub.fetchAttachment(OTHER_TENANT, file)).toMatchObject({ ok: true });
  });

  it('is told of to who sent it: by an e-mail without content, and by the receipt', async () => {
    const id = await written();
    const { copyId } = done(await transfer(id));
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN', 'MESSAGE_TRANSFERRED']);
    expect(world.mailer.sent.at(-1)?.notice.text).not.toContain('Lupahakemus');
    const shown = done(await world.hub.showSent(await acting(world, TESSA), id));
    expect(shown.transfer).toMatchObject({ toServiceId: OTHER_SERVICE, copyId });
  });

  it('is passed on for who gets no e-mail too', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula' });
    done(await transfer(await written({}, PAULA)));
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN']);
    expect(await told(world, OTHER_TENANT)).toHaveLength(1);
  });

  it('is passed on once, however often it is asked for', async () => {
    const id = await written();
    const first = done(await transfer(id));
    expect(done(await transfer(id))).toEqual(first);
    expect(await told(world, OTHER_TENANT)).toHaveLength(1);
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN', 'MESSAGE_TRANSFERRED']);
  });

  it('goes on where an attempt broke off', async () => {
    const id = await written();
    const { deliveries } = world.ports;
    world.restart((ports) => ({
      ...ports,
      deliveries: { ...deliveries, append: () => Promise.reject(new Error('x')) },
    }));
    await expect(world.hub.transferInbound({ tenantId: TENANT, messageId: id }, ORDER)).rejects.toThrow('x');
    world.restart();
    done(await transfer(id));
    expect(await factsOf(world, id)).toEqual(['RECEIVED', 'TRANSFERRED']);
    expect(await told(world, OTHER_TENANT)).toHaveLength(1);
  });

  it('takes its files along or is not there, wherever between its steps the time of the message ends', async () => {
    const outcomes = new Set<string>();
    for (let at = 1, isOver = false; !isOver; at += 1) {
      const { id, file } = await withFile();
      await world.moveTo(dayOf('2028-11-23', '23:59'));
      const steps = { left: at };
      world.restart((ports) => endingAt(ports, steps, id));
      const passOn = async () => world.hub.transferInbound({ tenantId: TENANT, messageId: id }, ORDER);
      const passed = await passOn().catch(passOn);
      isOver = steps.left > 0;
      world.restart();
      await world.moveBy(DAY);
      expect((await world.ports.inbound.read(id))?.sealedContent).toBeUndefined();
      outcomes.add(passed.ok ? 'passed on' : passed.refusal.kind);
      const fetched = await world.hub.fetchAttachment(OTHER_TENANT, file);
      expect([at, fetched.ok]).toEqual([at, passed.ok]);
      world = await openWorld();
      await consenting(world);
    }
    expect(outcomes).toEqual(new Set(['passed on', 'not-there']));
  });

  it('keeps the reason under seal', async () => {
    const { grounds } = done(await transfer(await written()));
    expect(grounds).not.toContain('virastolle');
  });

  it.each([
    ['a service that is none', { toServiceId: serviceId.parse('no-such-service') }],
    ['the service that has it', { toServiceId: SERVICE }],
  ])('is not passed on to %s', async (_, order) => {
    const id = await written();
    expect(await transfer(id, order)).toMatchObject({
      refusal: { kind: 'body-refused', problems: [{ field: 'toServiceId' }] },
    });
    expect(await factsOf(world, id)).toEqual(['RECEIVED']);
  });

  it('is to another authority like none at all', async () => {
    const refused = { ok: false, refusal: { kind: 'not-there' } };
    expect(await transfer(await written(), {}, OTHER_TENANT)).toEqual(refused);
    expect(await transfer(messageId.parse(404))).toEqual(refused);
  });

  it('can be passed further by the authority that got it', async () => {
    const { copyId } = done(await transfer(await written()));
    const back = done(await transfer(copyId, { toServiceId: SERVICE }, OTHER_TENANT));
    expect(done(await world.hub.fetchInbound(TENANT, back.copyId)).message.receivedAt).toBe(NOON);
  });
});
