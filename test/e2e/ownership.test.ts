import * as z from 'zod/mini';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { PAULA, TESSA, anAddress, electronicOnly, identityCode, multichannel } from '#test/builders/e2e-bodies';
import { operatorAt } from '#test/builders/e2e-channel';
import { PNG } from '#test/builders/domain-scans';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Caller, deskAt, strangersAt, visitAt } from '#test/builders/e2e-ownership';
import { type Answer, ask } from '#test/builders/e2e-wire';

/**
 * Every call of the served description that names something by an id, asked by everybody it does not belong to: the
 * answer is to the last byte that to an id nobody has. A call without a row here fails: add one line to OWNED or SHARED.
 */
const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

/** Ids of things that exist, in place of the names in a path. */
const IDS: Record<string, string> = {};

/** Ids of the same form and length that nobody has; a service is everybody's. */
const NOBODYS: Record<string, string> = {};

type Owner = 'city' | 'tessa' | 'holder' | 'visit' | 'holder on the pages' | 'desk' | 'printer' | 'operator';

interface Owned {
  /** Who it belongs to: is answered otherwise than an id nobody has. */
  readonly by: Owner;
  /** Names of ids, in the order of the path. */
  readonly ids: readonly string[];
  readonly json?: object | (() => object);
  /** Each caller has a name space of their own: what they write under the id is theirs, and the answer says so to both. */
  readonly apart?: true;
}

const GRANTED = {
  recipientId: '2532004-3',
  ...{ from: '2026-11-10', to: '2026-11-12' },
  ...{ ground: 'INDIVIDUAL_REASON', decidedBy: 'Hallintojohtaja' },
};
const PL1 = { name: 'Kaupunki', streetAddress: 'PL 1', zipCode: '00100', city: 'HELSINKI', countryCode: 'FI' };
const POSTI = {
  postiMessaging: { username: 'abc123', password: '1234', contactDetails: { email: 'posti@example.fi' } },
  sender: { address: PL1 },
};
const TODAY = '2026-11-23';
const CLOSING = () => ({ deliveryId: IDS['delivery'], evidence: 'PROCESS_SERVER', date: TODAY });
const REBUTTAL = () => ({ deliveryId: IDS['delivery'], servedOn: TODAY, reason: 'Sairaalassa' });
const OUTAGE = { scope: 'mailbox', startedAt: '2026-11-20T06:00:00.000Z', endedAt: '2026-11-20T07:00:00.000Z' };
const APPROVAL = { letters: 1, by: 'Johtaja', reason: 'Vuosittaiset päätökset' };
const TRANSFER = { toServiceId: 'hub-service-2', reason: 'Asia kuuluu toiselle' };
const HOLD = { matterId: 'asia-1', reason: 'Oikeudenkäynti', decidedBy: 'Johtaja' };

const OWNED: Readonly<Record<string, Owned>> = {
  'GET /v2/messages/{id}': { by: 'city', ids: ['inbound'] },
  'GET /v1/attachments/{id}': { by: 'city', ids: ['received'] },
  'GET /hub/v1/messages/{messageId}': { by: 'city', ids: ['message'] },
  'GET /hub/v1/messages/{messageId}/evidence': { by: 'city', ids: ['message'] },
  'POST /hub/v1/messages/{messageId}/recall': { by: 'city', ids: ['message'], json: { reason: 'Väärä liite' } },
  'POST /hub/v1/messages/{messageId}/closings': { by: 'city', ids: ['message'], json: CLOSING },
  'POST /hub/v1/messages/{messageId}/rebuttals': { by: 'city', ids: ['message'], json: REBUTTAL },
  'POST /hub/v1/messages/{messageId}/archivings': { by: 'city', ids: ['message'], json: { archivedOn: TODAY } },
  'POST /hub/v1/data-requests/{requestId}/extensions': { by: 'city', ids: ['request'], json: { reason: 'Laaja' } },
  'POST /hub/v1/data-requests/{requestId}/answers': {
    by: 'city',
    ids: ['request'],
    json: { answeredAt: '2026-11-23T08:15:00.000Z' },
  },
  'POST /hub/v1/inbound/{messageId}/transfers': { by: 'city', ids: ['inbound'], json: TRANSFER },
  'GET /hub/v1/exceptions/{id}': { by: 'city', ids: ['exception'] },
  'PUT /hub/v1/exceptions/{id}': { by: 'city', ids: ['exception'], json: GRANTED, apart: true },
  'PUT /hub/v1/services/{serviceId}/posti-credentials': { by: 'city', ids: ['own service'], json: POSTI },
  'GET /hub/v1/services/{serviceId}/posti-credentials': { by: 'city', ids: ['own service'] },
  'DELETE /hub/v1/services/{serviceId}/posti-credentials': { by: 'city', ids: ['own service'] },
  'GET /hub/v1/outages/{id}': { by: 'operator', ids: ['outage'] },
  'PUT /hub/v1/outages/{id}': { by: 'operator', ids: ['outage'], json: OUTAGE },
  'GET /hub/v1/postal-limits/{tenantId}': { by: 'operator', ids: ['tenant'] },
  'PUT /hub/v1/postal-limits/{tenantId}': { by: 'operator', ids: ['tenant'], json: {} },
  'POST /hub/v1/postal-limits/{tenantId}/approvals': { by: 'operator', ids: ['tenant'], json: APPROVAL },
  'GET /hub/v1/legal-holds/{id}': { by: 'city', ids: ['hold'] },
  'PUT /hub/v1/legal-holds/{id}': { by: 'city', ids: ['hold'], json: HOLD, apart: true },
  'DELETE /hub/v1/legal-holds/{id}': { by: 'city', ids: ['hold'], apart: true },
  'GET /me/v1/messages/{messageId}': { by: 'tessa', ids: ['message'] },
  'POST /me/v1/messages/{messageId}/receipt': { by: 'tessa', ids: ['verifiable'] },
  'POST /me/v1/messages/{messageId}/replies': { by: 'tessa', ids: ['message'], json: { body: 'Kiitos' } },
  'DELETE /me/v1/messages/{messageId}': { by: 'tessa', ids: ['message'] },
  'POST /me/v1/messages/{messageId}/restore': { by: 'tessa', ids: ['message'] },
  'GET /me/v1/messages/{messageId}/receipt-of-arrival': { by: 'tessa', ids: ['inbound'] },
  'GET /me/v1/threads/{rootMessageId}': { by: 'tessa', ids: ['message'] },
  'GET /me/v1/messages/{messageId}/attachments/{attachmentId}': { by: 'tessa', ids: ['message', 'file'] },
  'GET /me/v1/decisions/{messageId}': { by: 'tessa', ids: ['message'] },
  'GET /me/v1/data-requests/{requestId}': { by: 'tessa', ids: ['request'] },
  'GET /me/v1/matters/{serviceId}/{matterId}': { by: 'tessa', ids: ['service', 'matter'] },
  'PUT /me/v1/matters/{serviceId}/{matterId}': {
    by: 'tessa',
    ids: ['service', 'matter'],
    json: { kind: 'PAPER' },
    apart: true,
  },
  'DELETE /me/v1/matters/{serviceId}/{matterId}': { by: 'tessa', ids: ['service', 'matter'], apart: true },
  'POST /me/v1/mandates/{mandateId}/acceptance': { by: 'holder', ids: ['mandate'] },
  'POST /me/v1/mandates/{mandateId}/refusal': { by: 'holder', ids: ['mandate'] },
  'DELETE /me/v1/mandates/{mandateId}': { by: 'holder', ids: ['mandate'] },
  'GET /mailbox/messages/{messageId}': { by: 'visit', ids: ['message'] },
  'GET /mailbox/messages/{messageId}/decision': { by: 'visit', ids: ['message'] },
  'GET /mailbox/messages/{messageId}/reply': { by: 'visit', ids: ['message'] },
  'POST /mailbox/messages/{messageId}/reply': { by: 'visit', ids: ['message'], json: { body: 'Kiitos' } },
  'POST /mailbox/messages/{messageId}/receipt': { by: 'visit', ids: ['verifiable'] },
  'GET /mailbox/messages/{messageId}/attachments/{attachmentId}': { by: 'visit', ids: ['message', 'file'] },
  'GET /mailbox/sent/{messageId}': { by: 'visit', ids: ['inbound'] },
  'GET /mailbox/threads/{messageId}': { by: 'visit', ids: ['message'] },
  'POST /mailbox/messages/{messageId}/deletion': { by: 'visit', ids: ['message'] },
  'POST /mailbox/messages/{messageId}/restoration': { by: 'visit', ids: ['message'] },
  'POST /mailbox/mandates/{mandateId}/acceptance': { by: 'holder on the pages', ids: ['later mandate'] },
  'POST /mailbox/mandates/{mandateId}/refusal': { by: 'holder on the pages', ids: ['later mandate'] },
  'POST /mailbox/mandates/{mandateId}/ending': { by: 'holder on the pages', ids: ['later mandate'] },
  'PUT /point/v1/matters/{serviceId}/{matterId}': {
    by: 'desk',
    ids: ['service', 'matter'],
    json: { kind: 'PAPER' },
    apart: true,
  },
  'DELETE /point/v1/matters/{serviceId}/{matterId}': { by: 'desk', ids: ['service', 'matter'], apart: true },
  'DELETE /point/v1/mandates/{mandateId}': { by: 'desk', ids: ['desk mandate'] },
  'GET /print/v1/letters/{letterId}/pdf': { by: 'printer', ids: ['letter'] },
  'GET /print/v1/batches/{batchId}': { by: 'printer', ids: ['batch'] },
  'GET /hub/v1/messages/{messageId}/proofs/{sha256}': { by: 'city', ids: ['paper', 'scan'] },
  'PUT /print/v1/letters/{letterId}/proofs/{proofId}': { by: 'printer', ids: ['letter', 'proof'], json: {} },
  'POST /print/v1/letters/{letterId}/events': {
    by: 'printer',
    ids: ['letter'],
    json: { type: 'POSTED', eventId: '1', at: '2026-11-23T08:15:00.000Z', postedOn: TODAY },
  },
};

/** Calls whose ids name nothing that belongs to one recipient or authority alone, and why. */
const SHARED: readonly (readonly [calls: RegExp, why: string])[] = [
  [/^GET \/me\/v1\/consent-offers\//, 'an offer names a service and nobody: whoever holds its link may answer it'],
  [/^GET \/mailbox\/style\//, 'a stylesheet'],
  [/^(GET|PUT|POST) \/programme\/v1\//, 'registers of the programme, by role: test/unit/programme and programme.test'],
  [/^(GET|PUT|POST) \/support\/v1\//, 'registers of digital support, by role: digital-support.test'],
];

const described = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const owners: Partial<Record<Owner, Caller>> = {};
const strangers: Record<string, Caller> = {};
const calls: string[] = [];

const isShared = (call: string) => SHARED.some(([pattern]) => pattern.test(call));

/** Path of a call, with the ids of an entry or of nobody in it. */
function pathOf(call: string, ids: readonly string[], of: Readonly<Record<string, string>>): string {
  const names = [...ids];
  return call.replace(/^\S+ /, '').replaceAll(/\{[^}]+\}/g, () => of[names.shift() ?? ''] ?? 'missing');
}

/** All of an answer but what differs from one request to the next and the ids that were asked for. */
function toldBy({ status, headers, text }: Answer, ids: readonly string[]): unknown {
  const kept = [...headers].filter(([name]) => !['date', 'traceid', 'set-cookie'].includes(name));
  const blank = (words: string) => ids.reduce((left, id) => left.replaceAll(id, '…'), words);
  return { status, headers: kept.map(([name, value]) => [name, blank(value)]), text: blank(text) };
}

async function both(caller: Caller, call: string, { ids, json: body }: Owned) {
  const [method = ''] = call.split(' ');
  const json = typeof body === 'function' ? body() : body;
  const told = async (of: Readonly<Record<string, string>>) => {
    const answer = await caller.call(method, pathOf(call, ids, of), { json });
    return {
      status: answer.status,
      told: toldBy(
        answer,
        ids.map((name) => of[name] ?? ''),
      ),
    };
  };
  return { unknown: await told(NOBODYS), existing: await told(IDS) };
}

const isOwner = (name: string, by: Owner) =>
  (by === 'city' && name === 'an authority') ||
  (by === 'printer' && name === 'the print provider') ||
  (by === 'operator' && name === 'the operator');

const likeNoOther = (id: string) => id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

const idIn = ({ text }: Answer, name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? `no ${name}`;

/** A letter at the print provider, with the scan of its receipt. */
async function scannedLetter() {
  const printer = printerAt(hub);
  const [letter] = await printer.letters();
  if (!letter) throw new Error('no letter lies ready');
  const scan = await printer.attach(letter.letterId, 'scan-1', { mediaType: 'image/png', bytes: PNG });
  return { letter: letter.letterId, batch: letter.batchId, scan: idIn(scan, 'sha256'), proof: 'scan-1' };
}

beforeAll(async () => {
  const served = described.parse((await ask(hub, 'GET', '/openapi.json')).json);
  for (const [path, methods] of Object.entries(served.paths))
    for (const method of Object.keys(methods)) if (path.includes('{')) calls.push(`${method.toUpperCase()} ${path}`);

  const tessa = await personAt(hub, TESSA);
  const holderId = identityCode('121180');
  await sandbox.person(holderId, { name: 'Haltija Hilla', postalAddress: anAddress() });
  const printer = printerAt(hub);
  owners.city = city;
  owners.tessa = tessa;
  owners.holder = await personAt(hub, holderId);
  owners.visit = await visitAt(hub, TESSA);
  owners.desk = await deskAt(hub, 'Virtanen Vilma', TESSA);
  owners['holder on the pages'] = await visitAt(hub, holderId);
  owners.printer = printer;
  owners.operator = operatorAt(hub);
  Object.assign(strangers, await strangersAt(hub));

  const file = await city.upload();
  const received = await tessa.upload();
  const message = await city.send(SENDING.electronic, electronicOnly({ file, replies: true }));
  const verifiable = await city.send(SENDING.electronic, electronicOnly({ verifiable: true }));
  const paper = await city.send(SENDING.multichannel, multichannel({ to: PAULA, file, addressPage: true }));
  const inbound = await tessa.write({
    serviceId: 'hub-service-1',
    title: 'Hei',
    body: 'Hei',
    attachmentIds: [received],
  });
  await sandbox.settle();
  const wish = { holder: { id: holderId, name: 'Haltija Hilla' }, scope: { type: 'WHOLE_MAILBOX' } };
  const mandate = await tessa.call('POST', '/me/v1/mandates', { json: wish });
  const laterMandate = await tessa.call('POST', '/me/v1/mandates', { json: wish });
  const deskMandate = await tessa.call('POST', '/me/v1/mandates', { json: wish });
  const asked = { authorityId: 'esimerkkikaupunki', what: 'Kaikki' };
  const request = await tessa.call('POST', '/me/v1/data-requests', { json: asked });
  const letter = await scannedLetter();
  Object.assign(IDS, {
    tenant: 'esimerkkikaupunki',
    file,
    received,
    message: String(message),
    delivery: `${message}-1`,
    verifiable: String(verifiable),
    inbound: String(inbound),
    mandate: idIn(mandate, 'mandateId'),
    'desk mandate': idIn(deskMandate, 'mandateId'),
    'later mandate': idIn(laterMandate, 'mandateId'),
    request: idIn(request, 'requestId'),
    ...letter,
    paper: String(paper),
    service: 'hub-service-1',
    'own service': 'hub-service-1',
    matter: 'asia-1',
    exception: 'lupa-1',
    outage: 'katko-1',
    hold: 'juttu-1',
  });
  for (const [name, id] of Object.entries(IDS)) NOBODYS[name] = name === 'service' ? id : likeNoOther(id);
  await tessa.call('PUT', '/me/v1/matters/hub-service-1/asia-1', { json: { kind: 'PAPER' } });
  await city.call('PUT', '/hub/v1/exceptions/lupa-1', { json: GRANTED });
  await city.call('PUT', '/hub/v1/legal-holds/juttu-1', { json: HOLD });
  await operatorAt(hub).call('PUT', '/hub/v1/outages/katko-1', { json: OUTAGE });
}, 120_000);

describe('what belongs to somebody', () => {
  it('is all in the matrix: every call of the description that names something, and no call that is gone', () => {
    expect(calls.filter((call) => !(call in OWNED) && !isShared(call))).toEqual([]);
    expect(Object.keys(OWNED).filter((call) => !calls.includes(call))).toEqual([]);
  });

  it.each(Object.entries(OWNED))('answers %s to everybody else like what does not exist', async (call, entry) => {
    for (const [name, stranger] of Object.entries(strangers)) {
      if (isOwner(name, entry.by)) continue;
      const { unknown, existing } = await both(stranger, call, entry);
      expect(existing.told, name).toEqual(unknown.told);
      if (entry.apart !== true) expect([401, 403, 404, 405], name).toContain(existing.status);
    }
  });

  it.each(Object.entries(OWNED))(
    'answers %s to its owner otherwise, so the row is of something real',
    async (call, entry) => {
      const owner = owners[entry.by];
      if (!owner) throw new Error('the owner has not come');
      const { unknown, existing } = await both(owner, call, entry);
      if (entry.apart === true) expect(existing.status).toBeLessThan(300);
      else expect([existing.status, existing.told]).not.toEqual([unknown.status, unknown.told]);
    },
  );
});
