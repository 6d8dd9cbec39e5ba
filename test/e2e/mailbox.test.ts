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

async function delivered(about: Parameters<typeof electronicOnly>[0] = {}, hubFields: object = {}): Promise<number> {
  const messageId = await city.send(SENDING.electronic, { ...electronicOnly(about), hub: hubFields });
  await sandbox.settle();
  return messageId;
}

describe('the mailbox over the wire', () => {
  it('is searched by sender and time in the URL, and by words of the title in a body', async () => {
    const tessa = await personAt(hub, TESSA);
    const id = await delivered({ title: 'Lokakuun lasku' });
    await delivered({ title: 'Muu viesti' });
    const listed = await tessa.call('GET', '/me/v1/messages?sender=kaupunki&from=2020-01-01&folder=inbox&state=NEW');
    expect(listed).toMatchObject({ status: 200 });
    expect(listed.text).toContain('Muu viesti');
    expect(listed.text).toContain(String(id));
    const none = await tessa.call('GET', '/me/v1/messages?sender=virasto');
    expect(none).toMatchObject({ status: 200, json: { messages: [] } });
    const found = await tessa.call('POST', '/me/v1/messages/searches', { json: { title: 'LASKU' } });
    expect(found).toMatchObject({ status: 200, json: { messages: [{ messageId: id }] } });
    const refused = await tessa.call('GET', '/me/v1/messages?from=2026-02-30');
    expect(refused).toMatchObject({ status: 400, json: { errors: [{ pointer: '/from' }] } });
  });

  it('counts what is unread, and keeps what is deleted until it is taken back', async () => {
    const business = await personAt(hub, TESSA, KULJETUS);
    const plain = await delivered({ to: KULJETUS });
    const verifiable = await delivered({ to: KULJETUS, verifiable: true });
    expect((await business.call('GET', '/me/v1/messages/counts')).json).toEqual({
      unread: 2,
      awaitingReceipt: 1,
      complete: true,
    });
    expect(await business.call('DELETE', `/me/v1/messages/${plain}`)).toMatchObject({ status: 204 });
    expect(await business.lineOf(plain)).toBeUndefined();
    const deleted = await business.call('GET', '/me/v1/messages?folder=deleted');
    expect(deleted).toMatchObject({ json: { messages: [{ messageId: plain, restorableUntil: expect.any(String) }] } });
    expect(await business.call('DELETE', `/me/v1/messages/${verifiable}`)).toMatchObject({
      status: 409,
      json: { type: expect.stringMatching(/receipt-before-deletion$/) },
    });
    expect(await business.call('POST', `/me/v1/messages/${plain}/restore`)).toMatchObject({ status: 204 });
    expect(await business.lineOf(plain)).toMatchObject({ state: 'NEW' });
  });

  it('shows what was sent, its receipt and the conversation', async () => {
    const tessa = await personAt(hub, TESSA);
    const answerBy = { lastDay: '2099-11-30', setBy: 'AUTHORITY' };
    const asked = await delivered({ replies: true, title: 'Selvityspyyntö' }, { answerBy });
    const answer = await tessa.call('POST', `/me/v1/messages/${asked}/replies`, { json: { body: 'Ohessa.' } });
    const receipt = {
      arrivedAt: START,
      basis: 'AVAILABLE',
      receivedAt: START,
      deadline: { lastDay: '2099-11-30', endsAt: '2099-11-30T21:59:59.999Z', setBy: 'AUTHORITY', inTime: true },
    };
    expect(answer).toMatchObject({ status: 201, json: { receipt } });
    const { messageId } = Object(answer.json);
    expect(await tessa.open(asked)).toMatchObject({ answerBy: { lastDay: '2099-11-30' } });
    expect((await tessa.call('GET', `/me/v1/messages/${messageId}/receipt-of-arrival`)).json).toEqual(receipt);
    expect((await tessa.call('GET', `/me/v1/messages/${messageId}`)).json).toMatchObject({
      direction: 'SENT',
      to: { organisation: 'Esimerkkikaupunki' },
      body: 'Ohessa.',
      receipt,
    });
    expect((await tessa.call('GET', '/me/v1/messages?folder=sent')).json).toMatchObject({
      messages: expect.arrayContaining([expect.objectContaining({ messageId, direction: 'SENT' })]),
    });
    expect((await tessa.call('GET', `/me/v1/threads/${asked}`)).json).toMatchObject({
      rootMessageId: asked,
      messages: [
        { messageId: asked, direction: 'RECEIVED' },
        { messageId, direction: 'SENT', with: { service: 'Varhaiskasvatus' } },
      ],
    });
  });

  it('answers for another person’s conversation as for none', async () => {
    const tessa = await personAt(hub, TESSA);
    const paula = await personAt(hub, PAULA);
    const own = await tessa.write({ serviceId: 'hub-service-1', title: 'Hei', body: 'Hei' });
    const received = await delivered();
    const calls = [
      ['GET', '/me/v1/threads/{id}'],
      ['GET', '/me/v1/messages/{id}/receipt-of-arrival'],
      ['GET', '/me/v1/messages/{id}'],
      ['DELETE', '/me/v1/messages/{id}'],
      ['POST', '/me/v1/messages/{id}/restore'],
    ] as const;
    for (const [method, path] of calls) {
      const ask = async (id: number | string) => {
        const answer = await paula.call(method, path.replace('{id}', String(id)));
        return [answer.status, answer.text];
      };
      const unknown = await ask(123_456_789);
      expect(unknown[0]).toBe(404);
      for (const id of [own, received, 'nonsense']) expect(await ask(id)).toEqual(unknown);
    }
  });
});

describe('a misaddressed message', () => {
  it('is passed on once, and its sender told', async () => {
    const tessa = await personAt(hub, TESSA);
    const own = await tessa.write({ serviceId: 'hub-service-1', title: 'Lupahakemus', body: 'Haen lupaa.' });
    await sandbox.settle();
    const { token } = await agency.eventsFrom();
    const order = { json: { toServiceId: 'hub-service-2', reason: 'Asia kuuluu virastolle.' } };
    const path = `/hub/v1/inbound/${own}/transfers`;
    const passed = await city.call('POST', path, order);
    expect(passed).toMatchObject({ status: 201, json: { toServiceId: 'hub-service-2' } });
    expect((await city.call('POST', path, order)).json).toEqual(passed.json);
    await sandbox.settle();
    const { events } = await agency.eventsFrom(token);
    expect(events).toMatchObject([{ type: 'Electronic message from end user' }]);
    const receipt = await tessa.call('GET', `/me/v1/messages/${own}/receipt-of-arrival`);
    expect(receipt.json).toMatchObject({ transferred: { to: { organisation: 'Esimerkkivirasto' } } });
    const mail = (await sandbox.emails('active@example.fi')).filter(({ kind }) => kind === 'MESSAGE_TRANSFERRED');
    expect(mail).toHaveLength(1);
    expect(mail[0]?.text).not.toContain('Lupahakemus');
    const elsewhere = { json: { ...order.json, toServiceId: 'hub-service-1' } };
    expect(await city.call('POST', path, elsewhere)).toMatchObject({ status: 400 });
    expect(await agency.call('POST', path, order)).toMatchObject({ status: 404 });
  });
});
