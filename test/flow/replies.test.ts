import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId, messageId, serviceId } from '#shared/domain/message/ids';
import { RETENTION_ON_SUOMIFI_FRONT } from '#shared/flow/mailbox/fetch-inbound';
import { NOON, OTHER_TENANT, PAULA, SENDER, SERVICE, TENANT, TESSA, electronicPart } from '#test/builders/messages';
import { attachmentNo } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import { acting, consenting, done, openWorld, send, told, upload, nextWork } from '#test/builders/world-people';

const WRITING = { title: 'Kysymys', body: 'Hei, milloin?', attachmentIds: [] };
const NOT_THERE = { ok: false, refusal: { kind: 'not-there' } };

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

const reply = async (to: MessageId, writing: { title?: string } = {}) =>
  world.hub.reply(await acting(world, TESSA), to, { body: 'Kiitos', attachmentIds: [], ...writing });

async function fetched(id: MessageId) {
  return done(await world.hub.fetchInbound(TENANT, id));
}

describe('a message from a person', () => {
  it('reaches the service it is written to, sealed, with the name of who wrote it', async () => {
    const id = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const { message, content } = await fetched(id);
    expect(message).toMatchObject({ tenantId: TENANT, serviceId: SERVICE, receivedAt: NOON });
    expect(message.thread).toBeUndefined();
    expect(content).toMatchObject({ title: 'Kysymys', mailboxOwner: { id: TESSA, name: 'Testilä Tessa' } });
    expect(Buffer.from(message.sealedContent ?? []).includes('Kysymys')).toBe(false);
  });

  it('is told to its authority without an external id, and to no other', async () => {
    const id = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    await world.settle();
    expect(await told(world)).toMatchObject([{ messageId: id, fact: { type: 'RECEIVED', at: NOON } }]);
    expect((await told(world))[0]?.externalId).toBeUndefined();
    expect(await told(world, OTHER_TENANT)).toEqual([]);
    expect(await nextWork(world)).toBeUndefined();
  });

  it('may come from who has no mailbox', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula' });
    const id = done(await world.hub.write(await acting(world, PAULA), SERVICE, WRITING));
    expect((await fetched(id)).content.mailboxOwner.name).toBe('Postila Paula');
  });

  it('to a service nobody offers is refused by name', async () => {
    const stray = await world.hub.write(await acting(world, TESSA), serviceId.parse('hub-service-9'), WRITING);
    expect(stray).toMatchObject({ refusal: { kind: 'body-refused', problems: [{ field: 'serviceId' }] } });
  });

  it('carries files of the person, which its authority alone may then download', async () => {
    const person = await acting(world, TESSA);
    const owner = { type: 'recipient' as const, recipientId: person.recipientId ?? failed() };
    const file = await upload(world, { filename: 'selvitys.txt', text: 'Selvitys', owner });
    const id = done(await world.hub.write(person, SERVICE, { ...WRITING, attachmentIds: [file] }));
    expect((await fetched(id)).content.documents).toMatchObject([{ filename: 'selvitys.txt' }]);
    expect(await world.hub.fetchAttachment(TENANT, file)).toMatchObject({ ok: true });
    expect(await world.hub.fetchAttachment(OTHER_TENANT, file)).toEqual(NOT_THERE);
    expect((await world.ports.attachments.read(file))?.wakeAt).toBeUndefined();
  });

  it.each([
    ['of an authority', { type: 'tenant' as const, tenantId: TENANT }],
    ['nobody uploaded', undefined],
  ])('with a file %s is refused and leaves nothing behind', async (_, owner) => {
    const file = owner ? await upload(world, { owner }) : attachmentNo(404);
    const written = await world.hub.write(await acting(world, TESSA), SERVICE, { ...WRITING, attachmentIds: [file] });
    expect(written).toMatchObject({ refusal: { problems: [{ field: 'attachmentIds.0' }] } });
    await world.settle();
    expect(await told(world)).toEqual([]);
  });
});

describe('a reply', () => {
  it('goes to the service that wrote, under the title of its message', async () => {
    const { message, content } = await fetched(done(await reply(await arrived())));
    expect(message.serviceId).toBe(SERVICE);
    expect(content).toMatchObject({ title: 'Päätös varhaiskasvatusmaksusta', body: 'Kiitos' });
  });

  it('may bear a title of its own', async () => {
    const id = done(await reply(await arrived(), { title: 'Oma otsikko' }));
    expect((await fetched(id)).content.title).toBe('Oma otsikko');
  });

  it('begins a thread at the message it answers', async () => {
    const asked = await arrived();
    expect((await fetched(done(await reply(asked)))).message.thread).toEqual({
      rootMessageId: asked,
      threadExternalId: 'asia-1',
    });
  });

  it('to an answer stays in the thread that began it all', async () => {
    const root = await arrived();
    const first = done(await reply(root));
    const answer = await arrived({
      externalId: externalId.parse('asia-2'),
      electronic: electronicPart({ inReplyToMessageId: first }),
    });
    expect((await fetched(done(await reply(answer)))).message.thread).toEqual({
      rootMessageId: root,
      threadExternalId: 'asia-1',
    });
  });

  it('to an answer to a message of one’s own stays in the thread of that message', async () => {
    const own = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const answer = await arrived({ electronic: electronicPart({ inReplyToMessageId: own }) });
    expect((await fetched(done(await reply(answer)))).message.thread).toEqual({ rootMessageId: own });
  });

  it('is refused where the sender takes none', async () => {
    const id = await arrived({ electronic: electronicPart({ replyAllowedBy: 'No one' }) });
    expect(await reply(id)).toEqual({ ok: false, refusal: { kind: 'reply-not-allowed' } });
  });

  it('to a message of somebody else is like one to none at all', async () => {
    const id = await arrived();
    const paula = await acting(world, PAULA);
    expect(await world.hub.reply(paula, id, WRITING)).toEqual({ ok: false, refusal: { kind: 'message-unknown' } });
    expect(await reply(messageId.parse(404))).toEqual({ ok: false, refusal: { kind: 'message-unknown' } });
  });
});

describe('what people have sent', () => {
  it('is shown to its authority for 60 days', async () => {
    const person = await acting(world, TESSA);
    const owner = { type: 'recipient' as const, recipientId: person.recipientId ?? failed() };
    const file = await upload(world, { text: 'Selvitys', filename: 'selvitys.txt', owner });
    const id = done(await world.hub.write(person, SERVICE, { ...WRITING, attachmentIds: [file] }));
    world.tick(RETENTION_ON_SUOMIFI_FRONT);
    expect(await world.hub.fetchInbound(TENANT, id)).toMatchObject({ ok: true });
    expect(await world.hub.fetchAttachment(TENANT, file)).toMatchObject({ ok: true });
    world.tick(1);
    expect(await world.hub.fetchInbound(TENANT, id)).toEqual(NOT_THERE);
    expect(await world.hub.fetchAttachment(TENANT, file)).toEqual(NOT_THERE);
  });

  it('is to another authority like nothing at all', async () => {
    const id = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    expect(await world.hub.fetchInbound(OTHER_TENANT, id)).toEqual(NOT_THERE);
    expect(await world.hub.fetchInbound(TENANT, messageId.parse(404))).toEqual(NOT_THERE);
  });

  it('does not include what the authority itself sent or uploaded', async () => {
    const file = await upload(world);
    const id = await arrived({ electronic: electronicPart({ attachments: [{ attachmentId: file }] }) });
    expect(await world.hub.fetchInbound(SENDER.tenantId, id)).toEqual(NOT_THERE);
    expect(await world.hub.fetchAttachment(SENDER.tenantId, file)).toEqual(NOT_THERE);
  });
});

function failed(): never {
  throw new Error('nobody is known by that code');
}
