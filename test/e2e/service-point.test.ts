import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PAULA, TESSA, identityCode } from '#test/builders/e2e-bodies';
import { REASON, begun, officialAt, serving, visitOf } from '#test/builders/e2e-desk';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask } from '#test/builders/e2e-wire';

const hub = useHub();
const sandbox = sandboxOf(hub);
const VILLE = '010190-900P';
const visitor = (part: object = {}) => visitOf(VILLE, part);
const problem = (kind: string) => ({ type: expect.stringMatching(new RegExp(`:${kind}$`)) });

beforeAll(async () => {
  await sandbox.person(VILLE, { name: 'Vieras Ville', birthDate: '1990-01-01' });
});

describe('a service point', () => {
  it('takes the consent of a visitor, whose own log and history tell of it', async () => {
    const desk = await serving(await officialAt(hub, 'Virtanen Vilma'), VILLE);
    const before = await desk('GET', '/consent');
    expect(before).toMatchObject({ status: 200, json: { electronic: false } });
    const headers = { 'if-match': before.headers.get('etag') ?? '' };
    const wish = { electronic: true, email: 'ville@example.fi' };
    expect(await desk('PUT', '/consent', { json: wish })).toMatchObject({ status: 428 });
    expect(await desk('PUT', '/consent', { json: wish, headers })).toMatchObject({
      status: 200,
      json: { electronic: true, source: 'SERVICE_POINT' },
    });
    expect(await desk('PUT', '/consent', { json: wish, headers })).toMatchObject({ status: 412 });
    await sandbox.settle();
    expect((await sandbox.emails('ville@example.fi')).map(({ kind }) => kind)).toContain('CONSENT_GIVEN');

    const ville = await personAt(hub, VILLE);
    expect(await ville.consent()).toMatchObject({ electronic: true, source: 'SERVICE_POINT' });
    const by = { role: 'OFFICIAL', assurance: 'STRONG' };
    expect((await ville.call('GET', '/me/v1/consent/history')).json).toMatchObject({
      records: [{ action: 'GIVE', by, reason: REASON }],
    });
    const log = z.object({ entries: z.array(z.looseObject({ act: z.string() })) });
    const { entries } = log.parse((await ville.call('GET', '/me/v1/access-log')).json);
    expect(entries.map(({ act }) => act).toSorted()).toEqual(['CONSENT_CHANGED', 'CONSENT_SHOWN', 'VISIT_BEGUN']);
    for (const entry of entries)
      expect(entry).toMatchObject({
        by: { role: 'OFFICIAL', name: 'Virtanen Vilma' },
        organisation: 'Esimerkkikaupungin palvelupiste',
        reason: REASON,
        identifiedBy: 'PASSPORT',
      });
  });

  it('registers a mandate on paper and cancels it, and tells both', async () => {
    const desk = await serving(await officialAt(hub, 'Virtanen Vilma'), PAULA);
    const paper = {
      principal: { id: TESSA, name: 'Testilä Tessa' },
      holder: { id: PAULA, name: 'Postila Paula' },
      scope: { type: 'WHOLE_MAILBOX' },
      evidence: { sha256: 'a'.repeat(64), mediaType: 'application/pdf' },
    };
    const registered = await desk('POST', '/mandates', { json: paper });
    const evidence = { ...paper.evidence, organisation: 'Esimerkkikaupungin palvelupiste' };
    expect(registered).toMatchObject({ status: 201, json: { state: 'IN_FORCE', evidence } });
    expect(registered.text).not.toMatch(/\d{6}[-A]\d{3}/);
    expect((await desk('GET', '/mandates')).json).toMatchObject({ held: [{ state: 'IN_FORCE', evidence }] });
    await sandbox.settle();
    expect((await sandbox.emails('active@example.fi')).map(({ kind }) => kind)).toContain('MANDATE_GIVEN');
    expect(await (await personAt(hub, PAULA, TESSA)).call('GET', '/me/v1/messages')).toMatchObject({ status: 200 });

    const { mandateId } = z.looseObject({ mandateId: z.string() }).parse(registered.json);
    expect(await desk('DELETE', `/mandates/${mandateId}`)).toMatchObject({ status: 204 });
    expect((await desk('GET', '/mandates')).json).toMatchObject({ held: [{ state: 'CANCELLED' }] });
    const log = (await (await personAt(hub, TESSA)).call('GET', '/me/v1/access-log')).text;
    expect(log).toContain('MANDATE_REGISTERED');
    expect(log).toContain('MANDATE_CANCELLED');
    const stranger = await serving(await officialAt(hub, 'Virtanen Vilma'), VILLE);
    expect(await stranger('DELETE', `/mandates/${mandateId}`)).toMatchObject({ status: 404 });
  });

  it('chooses for a matter, and takes it back', async () => {
    const desk = await serving(await officialAt(hub, 'Virtanen Vilma'), VILLE);
    const path = '/matters/hub-service-1/PK-1';
    const address = {
      name: 'Vieras Ville',
      streetAddress: 'Prosessikatu 1',
      zipCode: '00100',
      city: 'HELSINKI',
      countryCode: 'FI',
    };
    const wish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'POSTAL', address } };
    expect(await desk('PUT', path, { json: wish })).toMatchObject({ status: 200, json: wish });
    expect((await desk('GET', '/matters')).json).toMatchObject({ matters: [{ ...wish, matterId: 'PK-1' }] });
    expect(await desk('PUT', '/matters/no-such-service/X', { json: { kind: 'PAPER' } })).toMatchObject({ status: 404 });
    expect(await desk('DELETE', path)).toMatchObject({ status: 204 });
    expect((await desk('GET', '/matters')).json).toEqual({ matters: [] });
  });

  it('shows no address of a person under a protection order', async () => {
    const code = identityCode('010191');
    await sandbox.person(code, { name: 'Suojattu Salla', protectionOrder: true });
    const desk = await serving(await officialAt(hub, 'Virtanen Vilma'), code);
    const headers = { 'if-match': '"0"' };
    const given = await desk('PUT', '/consent', { json: { electronic: true, email: 'salla@example.fi' }, headers });
    expect(given).toMatchObject({ status: 200, json: { electronic: true } });
    const address = {
      name: 'Suojattu Salla',
      streetAddress: 'Salakatu 1',
      zipCode: '00100',
      city: 'HELSINKI',
      countryCode: 'FI',
    };
    const path = '/matters/hub-service-1/PK-2';
    const wish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'POSTAL', address } };
    const set = await desk('PUT', path, { json: wish });
    expect(set).toMatchObject({ status: 200, json: { processAddress: { type: 'POSTAL' } } });
    const answers = [given, set, await desk('GET', '/consent'), await desk('GET', '/matters')];
    for (const { text } of answers) expect(text).not.toMatch(/salla@|Salakatu/);
  });

  it.each([
    ['without a reason', { reason: undefined }, '/reason'],
    ['with a reason that says nothing', { reason: 'asia' }, '/reason'],
    ['by a document that is none', { identifiedBy: 'LIBRARY_CARD' }, '/identifiedBy'],
    ['for a code nobody has', { visitorId: identityCode('010190', '-', 901) }, '/visitorId'],
  ])('is refused by field %s', async (_, part, pointer) => {
    const official = await officialAt(hub, 'Virtanen Vilma');
    expect(await official('POST', '/visits', { json: visitor(part) })).toMatchObject({
      status: 400,
      json: { ...problem('body-invalid'), errors: [{ pointer }] },
    });
  });

  it('shows nothing without a visit, in another official’s visit, nor after half an hour', async () => {
    const [vilma, veera] = [await officialAt(hub, 'Virtanen Vilma'), await officialAt(hub, 'Virtanen Veera')];
    expect(await vilma('GET', '/consent')).toMatchObject({ status: 403, json: problem('visit-required') });
    const { visit } = begun.parse((await vilma('POST', '/visits', { json: visitor() })).json);
    const headers = { 'x-visit': visit };
    for (const foreign of [headers, { 'x-visit': 'visits:AAAA' }, { 'x-visit': 'x' }])
      expect(await veera('GET', '/consent', { headers: foreign })).toMatchObject({ status: 404 });
    expect(await vilma('GET', '/consent', { headers })).toMatchObject({ status: 200 });
    await sandbox.advance('PT30M');
    const later = await officialAt(hub, 'Virtanen Vilma');
    expect(await later('GET', '/consent', { headers })).toMatchObject({ status: 404 });
  });

  it('serves a guardian for the child, and refuses by name what a guardian may not', async () => {
    const [child, guardian] = [identityCode('010115', 'A'), identityCode('010185')];
    await sandbox.person(guardian, { name: 'Huoltaja Heidi' });
    await sandbox.person(child, { name: 'Lapsi Lauri', birthDate: '2015-01-01', guardians: [guardian] });
    const vilma = await officialAt(hub, 'Virtanen Vilma');
    const desk = await serving(vilma, guardian, { onBehalfOf: child });
    const wish = { electronic: true, email: 'heidi@example.fi' };
    expect(await desk('PUT', '/consent', { json: wish, headers: { 'if-match': '"0"' } })).toMatchObject({
      status: 200,
      json: { electronic: true, source: 'SERVICE_POINT' },
    });
    const paper = {
      principal: { id: child, name: 'Lapsi Lauri' },
      holder: { id: PAULA, name: 'Postila Paula' },
      scope: { type: 'WHOLE_MAILBOX' },
      evidence: { sha256: 'a'.repeat(64), mediaType: 'application/pdf' },
    };
    expect(await desk('POST', '/mandates', { json: paper })).toMatchObject({
      status: 403,
      json: problem('act-not-covered'),
    });
    expect(await vilma('POST', '/visits', { json: visitOf(guardian, { onBehalfOf: TESSA }) })).toMatchObject({
      status: 403,
      json: problem('mandate-missing'),
    });
    await sandbox.person(child, { name: 'Lapsi Lauri', birthDate: '2015-01-01', guardians: [] });
    expect(await desk('GET', '/consent')).toMatchObject({ status: 403, json: problem('mandate-missing') });
  });

  it('serves no official themself, and nobody who is none', async () => {
    const own = await officialAt(hub, 'Virkailija Ville', VILLE);
    expect(await own('POST', '/visits', { json: visitor() })).toMatchObject({
      status: 403,
      json: problem('own-matter'),
    });
    expect(await ask(hub, 'POST', '/point/v1/visits', { json: visitor() })).toMatchObject({ status: 401 });
    const person = await personAt(hub, TESSA);
    expect(await person.call('POST', '/point/v1/visits', { json: visitor() })).toMatchObject({ status: 401 });
  });
});
