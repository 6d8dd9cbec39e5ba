import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { KULJETUS, PAULA, TESSA, electronicOnly } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { type Person, personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

const view = z.looseObject({ mandateId: z.string(), state: z.string() });
const wish = (part: object = {}) => ({
  holder: { id: PAULA, name: 'Postila Paula' },
  scope: { type: 'WHOLE_MAILBOX' },
  ...part,
});
const problem = (kind: string) => ({ type: expect.stringMatching(new RegExp(`:${kind}$`)) });

const people: Partial<Record<'tessa' | 'paula', Person>> = {};
const at = (who: keyof typeof people): Person => {
  const person = people[who];
  if (!person) throw new Error(`${who} has not signed in`);
  return person;
};

beforeAll(async () => {
  people.tessa = await personAt(hub, TESSA);
  people.paula = await personAt(hub, PAULA);
});

async function give(part: object = {}): Promise<string> {
  const answer = await at('tessa').call('POST', '/me/v1/mandates', { json: wish(part) });
  expect(answer).toMatchObject({ status: 201, json: { state: 'OFFERED' } });
  expect(answer.text).not.toMatch(/\d{6}[-A]\d{3}/);
  return view.parse(answer.json).mandateId;
}

describe('a mandate', () => {
  it('is given, accepted, used and cancelled, and then opens nothing', async () => {
    const messageId = await city.send(SENDING.electronic, electronicOnly({ title: 'Valtuutetulle', replies: true }));
    const forTessa = electronicOnly({ title: 'Vain vastaanottajalle' });
    const electronic = { ...forTessa.electronic, visibility: 'Recipient only' as const };
    const alone = await city.send(SENDING.electronic, { ...forTessa, electronic });
    await sandbox.settle();
    const id = await give();
    const agent = await personAt(hub, PAULA, TESSA);
    expect(await agent.call('GET', '/me/v1/messages')).toMatchObject({ status: 403, json: problem('mandate-missing') });

    const accepted = await at('paula').call('POST', `/me/v1/mandates/${id}/acceptance`);
    expect(accepted).toMatchObject({ status: 200, json: { state: 'IN_FORCE', principal: { name: 'Testilä Tessa' } } });
    const named = await personAt(hub, PAULA, id);
    for (const each of [agent, named]) {
      expect(await each.lineOf(messageId)).toMatchObject({ title: 'Valtuutetulle' });
      expect(await each.open(messageId)).toMatchObject({ title: 'Valtuutetulle' });
      expect(await each.lineOf(alone)).toBeUndefined();
      expect(await each.call('GET', `/me/v1/messages/${alone}`)).toMatchObject({ status: 404 });
    }
    expect(await agent.reply(messageId, { body: 'Kiitos' })).toBeGreaterThan(0);
    const denied = [
      ['GET', '/me/v1/consent', undefined, 'act-not-covered'],
      ['POST', '/me/v1/mandates', wish(), 'act-not-covered'],
      ['DELETE', `/me/v1/messages/${messageId}`, undefined, 'act-not-covered'],
      ['GET', '/me/v1/access-log', undefined, 'own-data-for-another'],
    ] as const;
    for (const [method, path, json, kind] of denied)
      expect(await agent.call(method, path, { json })).toMatchObject({ status: 403, json: problem(kind) });
    expect(await agent.call('GET', '/me/v1/messages/counts')).toMatchObject({ status: 200, json: { unread: 0 } });

    expect(await at('tessa').call('DELETE', `/me/v1/mandates/${id}`)).toMatchObject({ status: 204 });
    for (const each of [agent, named])
      expect(await each.call('GET', `/me/v1/messages/${messageId}`)).toMatchObject({
        status: 403,
        json: problem('mandate-missing'),
      });
    expect(await at('paula').call('POST', `/me/v1/mandates/${id}/acceptance`)).toMatchObject({
      status: 409,
      json: problem('mandate-settled'),
    });
    const log = await at('tessa').call('GET', '/me/v1/access-log');
    expect(log.text).toContain('MESSAGE_OPENED');
    expect(log.text).toContain('Postila Paula');
  });

  it('is told of to its giver', async () => {
    await give();
    await sandbox.settle();
    const mails = await sandbox.emails('active@example.fi');
    expect(mails.map(({ kind }) => kind)).toContain('MANDATE_GIVEN');
  });

  it('of somebody else answers exactly like one that does not exist', async () => {
    const id = await give();
    const stranger = await personAt(hub, '010190-900P');
    const tried = async (mandateId: string) =>
      Promise.all(
        [
          ['POST', '/acceptance'],
          ['POST', '/refusal'],
          ['DELETE', ''],
        ].map(async ([method = '', rest = '']) => {
          const answer = await stranger.call(method, `/me/v1/mandates/${mandateId}${rest}`);
          return [answer.status, answer.text];
        }),
      );
    const unknown = await tried(`m-${'0'.repeat(32)}`);
    expect(unknown.map(([status]) => status)).toEqual([404, 404, 404]);
    for (const each of [id, 'nonsense']) expect(await tried(each)).toEqual(unknown);
  });

  it('is refused alike to who is not there and to who has another name', async () => {
    const refused = async (holder: object) => {
      const answer = await at('tessa').call('POST', '/me/v1/mandates', { json: wish({ holder }) });
      return [answer.status, answer.text];
    };
    const nobody = await refused({ id: '010190-900P', name: 'Postila Paula' });
    expect(nobody[0]).toBe(400);
    expect(await refused({ id: PAULA, name: 'Postila Pekka' })).toEqual(nobody);
  });
});

describe('a sign-in', () => {
  it('of a child under 15 and of a business is refused by name', async () => {
    const child = await personAt(hub, '010115A905H');
    expect(await child.call('GET', '/me/v1/messages')).toMatchObject({
      status: 403,
      json: problem('guardian-required'),
    });
    await expect(personAt(hub, KULJETUS)).rejects.toThrow('must be a personal identity code');
  });
});
