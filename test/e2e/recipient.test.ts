import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne, tokenFor } from '#test/builders/e2e-authority';
import { KULJETUS, PAULA, TESSA, electronicOnly, identityCode, multichannel } from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { type Person, personAt, personWith } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask } from '#test/builders/e2e-wire';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const people: Partial<Record<'tessa' | 'paula' | 'business', Person>> = {};

const at = (who: keyof typeof people): Person => {
  const person = people[who];
  if (!person) throw new Error(`${who} has not signed in`);
  return person;
};

beforeAll(async () => {
  people.tessa = await personAt(hub, TESSA);
  people.paula = await personAt(hub, PAULA);
  people.business = await personAt(hub, TESSA, KULJETUS);
});

/** A message that has been delivered. */
async function delivered(about: Parameters<typeof electronicOnly>[0] = {}): Promise<number> {
  const messageId = await city.send(SENDING.electronic, electronicOnly(about));
  await sandbox.settle();
  return messageId;
}

describe('a mailbox', () => {
  it('lists a message with its sender and without its content, and as opened once it is', async () => {
    const messageId = await delivered({ title: 'Päätös maksusta', body: 'Maksu on 27 euroa.' });
    expect(await at('tessa').lineOf(messageId)).toEqual({
      messageId,
      sender: { organisation: 'Esimerkkikaupunki', service: 'Varhaiskasvatus' },
      title: 'Päätös maksusta',
      receivedAt: START,
      kind: 'ORDINARY',
      state: 'NEW',
    });
    await at('tessa').open(messageId);
    expect(await at('tessa').lineOf(messageId)).toMatchObject({ state: 'OPENED' });
  });

  it('lists the newest first, page by page, each once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 55 }, async (_, i) =>
        city.send(SENDING.electronic, electronicOnly({ title: `Viesti ${i}` })),
      ),
    );
    await sandbox.settle();
    await sandbox.advance('PT1M');
    const newest = await delivered({ title: 'Viimeinen' });
    const list = (await at('tessa').list()).map(({ messageId }) => messageId);
    expect(list[0]).toBe(newest);
    expect(new Set(list).size).toBe(list.length);
    expect(list).toEqual(expect.arrayContaining(sent));
  });

  it('opens a message to its reader, and tells its sender so once', async () => {
    const messageId = await delivered({ title: 'Otsikko', body: 'Rivi 1\n\nRivi 2 äöå 👋', replies: true });
    const opened = await at('tessa').open(messageId);
    expect(opened).toMatchObject({
      messageId,
      title: 'Otsikko',
      body: 'Rivi 1\n\nRivi 2 äöå 👋',
      bodyFormat: 'Text',
      attachments: [],
    });
    await at('tessa').open(messageId);
    await Promise.all([at('tessa').open(messageId), at('tessa').open(messageId)]);
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Electronic message created', 'Electronic message read']);
  });

  it('opened many times at once for the first time tells its sender so once', async () => {
    const messageId = await delivered();
    await Promise.all(Array.from({ length: 6 }, async () => at('tessa').open(messageId)));
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Electronic message created', 'Electronic message read']);
  });

  it('gives files under the names their sender gave them', async () => {
    const names = ['Päätös åäö ÅÄÖ.pdf', 'liite (1) 100 %.pdf', 'šžê €.pdf'];
    const more = await Promise.all(names.map(async (name) => city.upload({ name })));
    const messageId = await delivered({ more });
    const { attachments } = await at('tessa').open(messageId);
    expect(attachments.map(({ filename, mediaType }) => [filename, mediaType])).toEqual(
      names.map((name) => [name, 'application/pdf']),
    );
    for (const { attachmentId, filename, sizeBytes } of attachments) {
      const file = await at('tessa').call('GET', `/me/v1/messages/${messageId}/attachments/${attachmentId}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toBe('application/pdf');
      expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.bytes).toHaveLength(sizeBytes);
      const name = /filename\*=UTF-8''(\S+)/.exec(file.headers.get('content-disposition') ?? '')?.[1] ?? '';
      expect(decodeURIComponent(name)).toBe(filename);
    }
  });
});

describe('a verifiable message', () => {
  it('shows its title only, until its receipt is acknowledged', async () => {
    const more = [await city.upload()];
    const messageId = await delivered({ verifiable: true, title: 'Kehotus', body: 'SALAINEN SISÄLTÖ', more });
    expect(await sandbox.emailAbout(messageId)).toMatchObject({ kind: 'VERIFIABLE_NEW' });
    expect(await at('tessa').lineOf(messageId)).toMatchObject({
      title: 'Kehotus',
      kind: 'VERIFIABLE',
      state: 'AWAITING_RECEIPT',
    });
    for (const path of ['', `/attachments/${more[0]}`]) {
      const answer = await at('tessa').call('GET', `/me/v1/messages/${messageId}${path}`);
      expect(answer).toMatchObject({ status: 409, json: { type: expect.stringMatching(/receipt-required$/) } });
      expect(answer.text).not.toContain('SALAINEN');
    }
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Electronic message created']);

    expect(await at('tessa').acknowledge(messageId)).toMatchObject({ status: 204, text: '' });
    expect(await at('tessa').acknowledge(messageId)).toMatchObject({ status: 204 });
    expect(await at('tessa').open(messageId)).toMatchObject({ body: 'SALAINEN SISÄLTÖ' });
    await sandbox.settle();
    const about = (await city.eventsFrom()).events.filter(({ metadata }) => metadata.messageId === messageId);
    expect(about.map(({ type }) => type)).toEqual([
      'Electronic message created',
      'Receipt confirmed',
      'Electronic message read',
    ]);
    expect(about[1]?.metadata).toMatchObject({ receiptConfirmedBy: 'Testilä Tessa' });
  });

  it('to a business names the person who acknowledged it', async () => {
    const messageId = await delivered({ to: KULJETUS, verifiable: true });
    expect(await at('business').acknowledge(messageId)).toMatchObject({ status: 204 });
    await sandbox.settle();
    const { events } = await city.eventsFrom();
    const receipt = events.find(({ type, metadata }) => type.startsWith('Receipt') && metadata.messageId === messageId);
    expect(receipt?.metadata).toMatchObject({ receiptConfirmedBy: 'Testilä Tessa' });
    expect(await at('tessa').lineOf(messageId)).toBeUndefined();
  });

  it('is the only one that can be acknowledged', async () => {
    const answer = await at('tessa').acknowledge(await delivered());
    expect(answer).toMatchObject({ status: 409, json: { type: expect.stringMatching(/receipt-not-asked$/) } });
  });
});

describe('another person’s message', () => {
  it('answers on every call exactly as one that does not exist', async () => {
    const file = await city.upload();
    const theirs = await delivered({ more: [file], replies: true, verifiable: true });
    const byLetter = await city.send(SENDING.multichannel, multichannel({ to: PAULA, file }));
    await sandbox.settle();
    const calls = [
      ['GET', ''],
      ['POST', '/receipt'],
      ['POST', '/replies'],
      ['GET', `/attachments/${file}`],
    ] as const;
    for (const [method, rest] of calls) {
      const question = method === 'POST' ? { json: { body: 'Moi' } } : {};
      const ask_ = async (id: number | string) => {
        const answer = await at('paula').call(method, `/me/v1/messages/${id}${rest}`, question);
        return [answer.status, answer.headers.get('content-type'), answer.text];
      };
      const unknown = await ask_(123_456_789);
      expect(unknown[0]).toBe(404);
      for (const id of [theirs, byLetter, 'nonsense', 0]) expect(await ask_(id)).toEqual(unknown);
    }
    await sandbox.settle();
    expect(await city.typesAbout(theirs)).toEqual(['Electronic message created']);
  });
});

describe('acting for a business', () => {
  it('is for who represents it', async () => {
    const messageId = await delivered({ to: KULJETUS, title: 'Yritykselle' });
    expect(await at('business').lineOf(messageId)).toMatchObject({ title: 'Yritykselle' });
    const chosenAtSignIn = personWith(hub, { authorization: `Bearer ${await sandbox.signIn(TESSA, KULJETUS)}` });
    expect(await chosenAtSignIn.open(messageId)).toMatchObject({ title: 'Yritykselle' });
  });

  it.each([KULJETUS, '0737546-2', '1111111-1', 'nonsense', TESSA])('is refused to who does not: %s', async (party) => {
    const paula = await personAt(hub, PAULA, party);
    const answer = await paula.call('GET', '/me/v1/messages');
    expect(answer).toMatchObject({ status: 403, json: { type: expect.stringMatching(/mandate-missing$/) } });
    expect(answer.text).not.toContain(party);
  });
});

describe('a credential at the recipients’ front', () => {
  const PATHS = ['/me/v1/consent', '/me/v1/messages', '/me/v1/messages/1', '/me/v1/messages/1/attachments/x'];
  const missed = async (headers: Record<string, string>) =>
    (await Promise.all(PATHS.map(async (path) => ask(hub, 'GET', path, { headers })))).map(({ status }) => status);

  it('is missed with 401: none, nonsense, a system’s token, an API key', async () => {
    const credentials: readonly Record<string, string>[] = [
      {},
      { authorization: 'Bearer nonsense' },
      { authorization: `Bearer ${await tokenFor(hub)}` },
      { 'x-api-key': 'hub-api-key' },
      { 'x-api-key': 'print-key' },
    ];
    for (const each of credentials) expect(await missed(each)).toEqual(PATHS.map(() => 401));
    const upload = await ask(hub, 'POST', '/me/v1/attachments', { body: new FormData() });
    expect(upload).toMatchObject({ status: 401, json: { type: expect.stringMatching(/unauthorized$/) } });
  });

  it('of a person opens no system’s call', async () => {
    const headers = { authorization: `Bearer ${await sandbox.signIn(TESSA)}` };
    expect(await ask(hub, 'GET', '/v2/events', { headers })).toMatchObject({ status: 401 });
  });

  it('that says nothing of strong identification opens nothing, and one signed by a stranger neither', async () => {
    const signed = async (claims: object, key: object) =>
      new SignJWT({ national_id: TESSA, name: 'Testilä Tessa', ...claims })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer('urn:viestivayla:local:people')
        .setAudience('viestivayla')
        .setExpirationTime(Math.floor(Date.parse(START) / 1000) + 3600)
        .sign(await importJWK({ kty: '', ...key }, 'EdDSA'));
    const own: unknown = JSON.parse(readFileSync(join(hub.folder, 'people.jwk'), 'utf8'));
    const systems: unknown = JSON.parse(readFileSync(join(hub.folder, 'systems.jwk'), 'utf8'));
    const strong = await signed({ acr: 'strong' }, Object(own));
    const weak = await signed({ acr: 'weak' }, Object(own));
    const foreign = await signed({ acr: 'strong' }, Object(systems));
    const statuses = [strong, weak, foreign].map(async (token) => missed({ authorization: `Bearer ${token}` }));
    const [withStrong, withWeak, withForeign] = await Promise.all(statuses);
    expect(withStrong?.slice(0, 2)).toEqual([200, 200]);
    expect(withWeak).toEqual(PATHS.map(() => 403));
    expect(withForeign).toEqual(PATHS.map(() => 401));
  });

  it('lives for an hour', async () => {
    const headers = { authorization: `Bearer ${await sandbox.signIn(identityCode('010101', 'A'))}` };
    await sandbox.advance('PT3599S');
    expect(await ask(hub, 'GET', '/me/v1/consent', { headers })).toMatchObject({ status: 200 });
    await sandbox.advance('PT1S');
    expect(await missed(headers)).toEqual(PATHS.map(() => 401));
  });
});

describe('the title of a problem', () => {
  it.each([
    ['fi', 'Ei löytynyt'],
    ['sv', 'Hittades inte'],
    ['en', 'Not found'],
    ['sv-FI,fi;q=0.8,en;q=0.5', 'Hittades inte'],
    ['de,en;q=0.7,fi;q=0.3', 'Not found'],
    ['de', 'Ei löytynyt'],
    ['', 'Ei löytynyt'],
    ['*', 'Ei löytynyt'],
  ])('follows Accept-Language “%s”: %s', async (language, title) => {
    const paula = await personAt(hub, PAULA);
    const answer = await paula.call('GET', '/me/v1/messages/1', { headers: { 'accept-language': language } });
    expect(answer).toMatchObject({ status: 404, json: { title, status: 404, type: expect.any(String) } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});
