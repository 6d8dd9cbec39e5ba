import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { systemOne, systemTwo } from '#test/builders/e2e-authority';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { ask } from '#test/builders/e2e-wire';
import { runsOf } from '#test/builders/letter-pdf';

const TESSA = '010280-952L';
const CITY = 'esimerkkikaupunki';
const hub = useHub();
const city = systemOne(hub);
const agency = systemTwo(hub);

const request = z.looseObject({ requestId: z.string(), state: z.string(), dueDate: z.string() });
const requests = z.object({ requests: z.array(request) });
const wish = (authorityId = CITY) => ({ json: { authorityId, what: 'Kaikki tiedot minusta' } });

describe('own data', () => {
  it('is asked for over HTTP, with its due date and the safe way of its answer', async () => {
    const tessa = await personAt(hub, TESSA);
    const asked = await tessa.call('POST', '/me/v1/data-requests', wish());
    expect(asked.status).toBe(201);
    expect(asked.json).toMatchObject({
      authorityId: CITY,
      authority: 'Esimerkkikaupunki',
      channel: 'MESSAGES',
      receivedAt: '2026-11-23T08:15:00.000Z',
      dueDate: '2026-12-23',
      state: 'OPEN',
      guidance: expect.stringContaining('turvallisena viestinä'),
    });
    const { requestId } = request.parse(asked.json);
    const path = `/hub/v1/data-requests/${requestId}`;
    const listed = await city.call('GET', '/hub/v1/data-requests?state=OPEN');
    expect(listed.json).toMatchObject({ requests: [{ requestId, requester: { id: TESSA, name: 'Testilä Tessa' } }] });
    expect(requests.parse((await agency.call('GET', '/hub/v1/data-requests')).json).requests).toEqual([]);
    const answer = { json: { answeredAt: '2026-11-23T08:15:00.000Z' } };
    expect((await agency.call('POST', `${path}/answers`, answer)).status).toBe(404);
    expect((await city.call('POST', `${path}/extensions`, { json: { reason: 'Laaja arkisto' } })).status).toBe(200);
    expect((await city.call('POST', `${path}/extensions`, { json: { reason: 'Vielä' } })).status).toBe(409);
    expect((await tessa.call('GET', `/me/v1/data-requests/${requestId}`)).json).toMatchObject({
      state: 'EXTENDED',
      dueDate: '2027-02-23',
      extension: { reason: 'Laaja arkisto' },
    });
    expect((await city.call('POST', `${path}/answers`, answer)).json).toMatchObject({ state: 'ANSWERED' });
  });

  it('is asked for by nobody who is not identified, nor for another', async () => {
    expect((await ask(hub, 'POST', '/me/v1/data-requests', wish())).status).toBe(401);
    const company = await personAt(hub, TESSA, '2532004-3');
    for (const [method, path, question] of [
      ['POST', '/me/v1/data-requests', wish()],
      ['GET', '/me/v1/data-requests', {}],
      ['POST', '/me/v1/export', { json: {} }],
      ['GET', '/me/v1/erasures', {}],
      ['POST', '/me/v1/erasures', { json: {} }],
    ] as const) {
      const refused = await company.call(method, path, question);
      expect([refused.status, refused.json]).toMatchObject([
        403,
        { type: expect.stringMatching(/own-data-for-another$/) },
      ]);
    }
    const tessa = await personAt(hub, TESSA);
    const unknown = await tessa.call('POST', '/me/v1/data-requests', wish('tuntematon'));
    expect([unknown.status, unknown.json]).toMatchObject([400, { errors: [{ pointer: '/authorityId' }] }]);
  });

  it('is given as JSON and as a document, and both stand in the log', async () => {
    const tessa = await personAt(hub, TESSA);
    const json = await tessa.call('POST', '/me/v1/export', { json: {} });
    expect(json.json).toMatchObject({
      format: 'viestivayla-own-data-1',
      person: { id: TESSA, name: 'Testilä Tessa' },
      consents: [{ action: 'GIVE', email: 'active@example.fi' }],
      registers: [{ register: 'VTJ', told: { postalAddress: { streetAddress: 'Henrikintie 14 B 3' } } }],
    });
    const headers = { accept: 'application/pdf', 'accept-language': 'sv' };
    const pdf = await tessa.call('POST', '/me/v1/export', { json: {}, headers });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await runsOf(pdf.bytes)).map(({ text }) => text)).toContain('Mina uppgifter i meddelandetjänsten');
    expect((await tessa.call('GET', '/me/v1/access-log')).json).toMatchObject({
      entries: [{ act: 'DATA_EXPORTED', by: { role: 'SELF', name: 'Testilä Tessa' } }, { act: 'DATA_EXPORTED' }],
    });
  });

  it('is erased as far as the law lets, and the rest is told why it stays', async () => {
    const tessa = await personAt(hub, TESSA);
    const ahead = await tessa.call('GET', '/me/v1/erasures?withdrawConsent=true');
    expect(ahead.json).toMatchObject({ goes: ['NOTICE_ADDRESS'], stays: expect.arrayContaining([]) });
    expect((await tessa.consent()).electronic).toBe(true);
    const done = await tessa.call('POST', '/me/v1/erasures', { json: { withdrawConsent: true } });
    expect(done.json).toMatchObject({ newest: { state: 'DONE', erased: ['NOTICE_ADDRESS'] } });
    expect((await tessa.consent()).electronic).toBe(false);
  });
});
