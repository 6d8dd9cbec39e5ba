import { describe, expect, it } from 'vitest';
import { SENDING, systemOne, systemTwo } from '#test/builders/e2e-authority';
import { KULJETUS, PAULA, TESSA, electronicOnly } from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const agency = systemTwo(hub);
const sandbox = sandboxOf(hub);

async function received(messageId: number) {
  await sandbox.settle();
  return city.call('GET', `/v2/messages/${messageId}`);
}

describe('a reply', () => {
  it('arrives with its file and its thread on the sender’s side', async () => {
    const body = electronicOnly({ replies: true, title: 'Lisäselvityspyyntö' });
    const asked = await city.send(SENDING.electronic, body);
    await sandbox.settle();
    const { token } = await city.eventsFrom();
    const tessa = await personAt(hub, TESSA);
    const bytes = new Uint8Array(Buffer.from('Tulot: 0 €\n'));
    const file = await tessa.upload({ name: 'selvitys åäö.txt', type: 'text/plain', bytes });
    const messageId = await tessa.reply(asked, { body: 'Ohessa selvitys.', attachmentIds: [file] });

    const answer = await received(messageId);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      messageId,
      createdAt: START,
      electronic: {
        messageId,
        createdAt: START,
        title: 'Lisäselvityspyyntö',
        body: 'Ohessa selvitys.',
        attachments: [
          { attachmentId: file, filename: 'selvitys åäö.txt', mediaType: 'text/plain', sizeBytes: bytes.length },
        ],
        thread: { rootMessageId: asked, threadExternalId: body.externalId },
      },
      sender: { mailboxOwner: { id: TESSA, name: 'Testilä Tessa' } },
    });
    const fetched = await city.call('GET', `/v1/attachments/${file}`);
    expect([fetched.status, fetched.text]).toEqual([200, 'Tulot: 0 €\n']);
    expect((await city.eventsFrom(token)).events).toEqual([
      {
        type: 'Electronic message from end user',
        eventTime: START,
        metadata: { messageId, serviceId: 'hub-service-1' },
      },
    ]);
  });

  it('and the answer to it stay in one thread', async () => {
    const tessa = await personAt(hub, TESSA);
    const question = await tessa.write({ serviceId: 'hub-service-1', title: 'Kysymys', body: 'Milloin?' });
    const answered = await city.send(SENDING.electronic, electronicOnly({ inReplyTo: question, replies: true }));
    await sandbox.settle();
    const thanks = await tessa.reply(answered, { title: 'Kiitos', body: 'Selvä.' });
    const answer = await received(thanks);
    expect(answer.json).toMatchObject({ electronic: { title: 'Kiitos', thread: { rootMessageId: question } } });
  });

  it('is refused where its sender does not take any, and leaves nothing', async () => {
    const asked = await city.send(SENDING.electronic, electronicOnly({ replies: false }));
    await sandbox.settle();
    const { token } = await city.eventsFrom();
    const tessa = await personAt(hub, TESSA);
    const answer = await tessa.call('POST', `/me/v1/messages/${asked}/replies`, { json: { body: 'Hei' } });
    expect(answer).toMatchObject({ status: 403, json: { type: expect.stringMatching(/reply-not-allowed$/) } });
    await sandbox.settle();
    expect((await city.eventsFrom(token)).events).toEqual([]);
  });

  it.each([
    ['no text', {}],
    ['an empty text', { body: '' }],
    ['a text too long', { body: 'x'.repeat(40_001) }],
    ['a title too long', { title: 'x'.repeat(257), body: 'Hei' }],
    ['an unknown field', { body: 'Hei', to: 'somebody' }],
    ['a file that is none', { body: 'Hei', attachmentIds: ['nonsense'] }],
    ['a file nobody uploaded', { body: 'Hei', attachmentIds: ['00000000-0000-4000-8000-000000000001'] }],
  ])('with %s is refused', async (_, json) => {
    const asked = await city.send(SENDING.electronic, electronicOnly({ replies: true }));
    await sandbox.settle();
    const tessa = await personAt(hub, TESSA);
    const answer = await tessa.call('POST', `/me/v1/messages/${asked}/replies`, { json });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: expect.any(String) }] } });
  });
});

describe('a message of one’s own accord', () => {
  it('reaches the service it names, also from a person without consent', async () => {
    const paula = await personAt(hub, PAULA);
    const messageId = await paula.write({ serviceId: 'hub-service-1', title: 'Hei', body: 'Kysyisin…' });
    expect((await received(messageId)).json).toMatchObject({
      electronic: { title: 'Hei', body: 'Kysyisin…', attachments: [], thread: { rootMessageId: messageId } },
      sender: { mailboxOwner: { id: PAULA, name: 'Postila Paula' } },
    });
  });

  it('for a business names the business and the person who wrote', async () => {
    const representative = await personAt(hub, TESSA, KULJETUS);
    const messageId = await representative.write({ serviceId: 'hub-service-1', title: 'Hei', body: 'Lupa?' });
    expect((await received(messageId)).json).toMatchObject({
      sender: {
        mailboxOwner: { id: KULJETUS, name: 'Kuljetus Oy' },
        personSendingMessageOnBehalfOfMailboxOwner: { id: TESSA, name: 'Testilä Tessa' },
      },
    });
  });

  it('to a service that is none is refused by name', async () => {
    const tessa = await personAt(hub, TESSA);
    const json = { serviceId: 'no-such-service', title: 'Hei', body: 'Hei' };
    const answer = await tessa.call('POST', '/me/v1/messages', { json });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: '/serviceId' }] } });
    expect(answer.text).not.toContain('no-such-service');
  });

  it('with another person’s file is refused', async () => {
    const paula = await personAt(hub, PAULA);
    const tessa = await personAt(hub, TESSA);
    const json = { serviceId: 'hub-service-1', title: 'Hei', body: 'Hei', attachmentIds: [await tessa.upload()] };
    const answer = await paula.call('POST', '/me/v1/messages', { json });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: '/attachmentIds/0' }] } });
  });

  it('is not shown, nor is its file, to another authority', async () => {
    const tessa = await personAt(hub, TESSA);
    const file = await tessa.upload();
    const messageId = await tessa.write({
      serviceId: 'hub-service-2',
      title: 'Hei',
      body: 'Hei',
      attachmentIds: [file],
    });
    expect(await received(messageId)).toMatchObject({ status: 404 });
    expect(await city.call('GET', `/v1/attachments/${file}`)).toMatchObject({ status: 404 });
    expect(await agency.call('GET', `/v1/attachments/${file}`)).toMatchObject({ status: 200 });
  });

  it('may bring the same file to two authorities, and both can fetch it', async () => {
    const tessa = await personAt(hub, TESSA);
    const letter = { title: 'Hei', body: 'Sama liite kummallekin.', attachmentIds: [await tessa.upload()] };
    await tessa.write({ serviceId: 'hub-service-1', ...letter });
    await tessa.write({ serviceId: 'hub-service-2', ...letter });
    const statuses = [city, agency].map(
      async (authority) => (await authority.call('GET', `/v1/attachments/${letter.attachmentIds[0]}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200]);
  });
});
