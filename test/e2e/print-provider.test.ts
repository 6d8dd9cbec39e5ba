import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemOne, systemTwo } from '#test/builders/e2e-authority';
import { PNG, scannedPdf } from '#test/builders/domain-scans';
import { anAddress } from '#test/builders/e2e-bodies';
import { operatorAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { deliveryOf, send, somebody } from '#test/builders/e2e-service';
import { type Fate, exampleProvider } from '#test/builders/example-provider';

const hub = useHub();
const stage = { city: systemOne(hub), printer: printerAt(hub), sandbox: sandboxOf(hub) };
const { sandbox } = stage;
const operator = operatorAt(hub);

const fates = new Map<string, Fate>();
const scans: Record<string, Uint8Array<ArrayBuffer>> = {};
const journal = new Map<string, number>();

/** The provider after a start: it remembers its journal and nothing else. */
const provider = () =>
  exampleProvider({
    url: hub.url,
    key: 'print-key',
    now: async () => sandbox.now(),
    fateOf: (letterId) => fates.get(letterId) ?? { outcome: 'DELIVERED' },
    scan: async (letterId) => (scans[letterId] ??= await scannedPdf()),
    journal,
  });

/** A letter to somebody new, and what the provider does with it. */
async function letterThatIs(fate: Fate, about: object = {}): Promise<number> {
  const id = await send(stage, { to: await somebody(stage), ...about });
  fates.set(`${id}-1-L1`, fate);
  return id;
}

const typesOf = async (id: number) => (await deliveryOf(stage, id)).events.map(({ type }) => type);
const afterHandOver = async (id: number) => (await typesOf(id)).slice(3);

describe('a provider that knows the contract only', () => {
  const sent: Record<
    'delivered' | 'signed' | 'returned' | 'unresolved' | 'lost' | 'refused' | 'doubled' | 'reversed',
    number
  > = {
    delivered: 0,
    signed: 0,
    returned: 0,
    unresolved: 0,
    lost: 0,
    refused: 0,
    doubled: 0,
    reversed: 0,
  };

  beforeAll(async () => {
    sent.delivered = await letterThatIs({ outcome: 'DELIVERED' });
    sent.signed = await letterThatIs({ outcome: 'SIGNED' }, { verifiable: true });
    sent.returned = await letterThatIs({ outcome: 'RETURNED' }, { address: anAddress({ streetAddress: 'Uusitie 2' }) });
    sent.unresolved = await letterThatIs(
      { outcome: 'UNRESOLVED' },
      { address: anAddress({ streetAddress: 'Uusitie 3' }) },
    );
    sent.lost = await letterThatIs({ outcome: 'LOST' });
    sent.refused = await letterThatIs(
      { outcome: 'RETURNED', reason: 'REFUSED' },
      { address: anAddress({ streetAddress: 'Uusitie 4' }), verifiable: true },
    );
    sent.doubled = await letterThatIs({ outcome: 'DELIVERED', manner: 'DOUBLED' });
    sent.reversed = await letterThatIs({ outcome: 'SIGNED', manner: 'REVERSED' }, { verifiable: true });
    await provider()();
    await sandbox.settle();
  });

  it('prints, posts and delivers', async () => {
    expect(await afterHandOver(sent.delivered)).toEqual(['PRINTED', 'POSTED', 'ARRIVED']);
  });

  it('brings the receipt back, and the document is served', async () => {
    expect(await typesOf(sent.signed)).toEqual(expect.arrayContaining(['RECEIPT_SIGNED', 'SERVED']));
  });

  it('attaches the scan of the receipt, which its sender reads under its hash and nobody else does', async () => {
    const bytes = scans[`${sent.signed}-1-L1`] ?? new Uint8Array();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { events } = await deliveryOf(stage, sent.signed);
    const attached = { proofId: 'receipt', sha256, mediaType: 'application/pdf', sizeBytes: bytes.byteLength };
    expect(events.find(({ type }) => type === 'PROOF_ATTACHED')?.['detail']).toMatchObject(attached);
    expect((await stage.city.call('GET', `/hub/v1/messages/${sent.signed}/evidence`)).text).toContain(sha256);
    const path = `/hub/v1/messages/${sent.signed}/proofs/${sha256}`;
    const answer = await stage.city.call('GET', path);
    expect([answer.status, new Uint8Array(answer.bytes)]).toEqual([200, bytes]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${sent.signed}-1-L1-receipt.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const [foreign, none] = [
      await systemTwo(hub).call('GET', path),
      await systemTwo(hub).call('GET', path.replace(String(sent.signed), '1')),
    ];
    expect([foreign.status, foreign.text]).toEqual([404, none.text]);
  });

  it.each([
    [404, '9-1-L1', 'a', 'image/png', PNG],
    [400, '', 'a b', 'image/png', PNG],
    [409, '', 'receipt', 'image/png', PNG],
    [413, '', 'a', 'image/png', new Uint8Array(4_194_305)],
    [415, '', 'a', 'image/gif', PNG],
    [415, '', 'a', 'image/png', new Uint8Array(0)],
    [400, '', 'a', 'application/pdf', new Uint8Array(Buffer.from('%PDF-1.7'))],
  ])('is answered %i for a scan that can not be kept', async (status, letterId, proofId, mediaType, bytes) => {
    const name = encodeURIComponent(proofId);
    const answer = await stage.printer.attach(letterId || `${sent.signed}-1-L1`, name, { mediaType, bytes });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  it.each(['returned', 'unresolved'] as const)('has a letter %s: the next address is tried', async (how) => {
    expect(await typesOf(sent[how])).toContain('FALLBACK_STARTED');
    expect((await sandbox.letters()).filter(({ messageId }) => messageId === sent[how])).toHaveLength(2);
  });

  it('has a letter refused at the door: no other address helps, and the authority knows the same day', async () => {
    expect((await sandbox.letters()).filter(({ messageId }) => messageId === sent.refused)).toHaveLength(1);
    expect((await typesOf(sent.refused)).at(-1)).toBe('AUTHORITY_NOTIFIED');
  });

  it('tells everything twice, and it counts once', async () => {
    expect(await afterHandOver(sent.doubled)).toEqual(['PRINTED', 'POSTED', 'ARRIVED']);
  });

  it('tells it backwards, and what it says is the same', async () => {
    const [there, back] = await Promise.all([deliveryOf(stage, sent.signed), deliveryOf(stage, sent.reversed)]);
    expect(back.assessments).toEqual(there.assessments);
  });

  it('prints the second letters too, and nothing a second time, also after it was killed', async () => {
    await provider()();
    await provider()();
    await sandbox.settle();
    expect([...journal.values()].every((times) => times === 1)).toBe(true);
    expect(journal.size).toBe((await sandbox.letters()).length);
  });

  it('loses a letter: the authority hears of it after two working days', async () => {
    await sandbox.advance('P3D');
    expect(await typesOf(sent.lost)).toContain('AUTHORITY_NOTIFIED');
    expect(await typesOf(sent.delivered)).not.toContain('AUTHORITY_NOTIFIED');
  });
});

const recall = async (id: number) =>
  stage.city.call('POST', `/hub/v1/messages/${id}/recall`, { json: { reason: 'Väärä liite' } });

describe('batches cut by the clock', () => {
  it('reach the provider when they are cut, together, and each letter once', async () => {
    await sandbox.config({ batches: '08:00' });
    const ids = [await letterThatIs({ outcome: 'DELIVERED' }), await letterThatIs({ outcome: 'DELIVERED' })];
    await provider()();
    for (const id of ids) expect(await typesOf(id)).toEqual(['ACCEPTED', 'DECIDED']);
    const recalled = await letterThatIs({ outcome: 'DELIVERED' });
    expect((await recall(recalled)).status).toBe(204);
    const before = journal.size;
    await sandbox.advance('P1D');
    const ready = await stage.printer.letters();
    expect(new Set(ready.map(({ batchId }) => batchId)).size).toBe(1);
    await provider()();
    expect(journal.size - before).toBe(2);
    for (const id of ids) expect(await afterHandOver(id)).toEqual(['PRINTED', 'POSTED', 'ARRIVED']);
    expect((await stage.city.show(recalled)).state).toBe('RECALLED');
    expect(await recall(ids[0] ?? 0)).toMatchObject({
      status: 409,
      json: { type: expect.stringMatching(/recall-too-late$/) },
    });
  });
});

/** A letter to somebody new, as the sandbox shows it. */
async function ordered() {
  return sandbox.letterOf(await letterThatIs({ outcome: 'DELIVERED' }));
}

const waitsFor = async (messageId: number) => (await deliveryOf(stage, messageId)).next?.waitsFor;

const stateOf = async (letterId: string) =>
  (await sandbox.letters()).find((letter) => letter.letterId === letterId)?.state;

describe('the gate of the post', () => {
  beforeAll(async () => sandbox.config({ batches: 'EACH_LETTER' }));

  const GATE = '/hub/v1/postal-gate';
  const set = async (json: object) => operator.call('PUT', GATE, { json });

  it('stops what is not printed yet, lying with the provider or not, and lets it go again', async () => {
    const before = await ordered();
    expect(await set({ open: false, reason: 'Väärä liite' })).toMatchObject({ status: 200, json: { open: false } });
    const kept = await ordered();
    expect(kept.state).toBe('WAITING');
    expect(await waitsFor(kept.messageId)).toBe('POSTAL_GATE');
    expect(await stage.printer.letters()).toEqual([]);
    expect(await stage.printer.pdf(before.letterId)).toMatchObject({
      status: 409,
      json: { type: expect.stringMatching(/post-stopped$/) },
    });
    expect(await stage.printer.pdf(kept.letterId)).toMatchObject({ status: 404 });
    expect(
      await stage.printer.report(before.letterId, { type: 'PRINTED', at: await sandbox.now(), eventId: 'gate' }),
    ).toMatchObject({ status: 204 });
    expect(await operator.call('GET', GATE)).toMatchObject({ json: { open: false, reason: 'Väärä liite' } });
    expect(await set({ open: true })).toMatchObject({ status: 200, json: { open: true } });
    expect((await stage.printer.pdf(before.letterId)).status).toBe(200);
    await sandbox.advance('PT10M');
    expect(await stateOf(kept.letterId)).toBe('READY');
  });

  it.each([
    [{}, '/open'],
    [{ open: 'no' }, '/open'],
    [{ open: false, reason: '' }, '/reason'],
    [{ open: false, reason: 'x'.repeat(501) }, '/reason'],
    [{ open: false, until: 'tomorrow' }, '/until'],
  ])('is not moved by %j', async (json, pointer) => {
    expect(await set(json)).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
    expect(await operator.call('GET', GATE)).toMatchObject({ json: { open: true } });
  });
});

describe('the limit of an authority', () => {
  const OF = '/hub/v1/postal-limits/esimerkkikaupunki';
  const limit = async (json: object) => operator.call('PUT', OF, { json });
  const approve = async (json: object) => operator.call('POST', `${OF}/approvals`, { json });
  const FINE = { letters: 1, by: 'Aalto Aino', reason: 'Vuosittaiset päätökset' };

  it('keeps letters until a second person lets them go, and both see why', async () => {
    expect(await approve(FINE)).toMatchObject({ status: 409 });
    expect(await limit({ approvalAbove: 0, reason: 'Uusi järjestelmä' })).toMatchObject({ status: 200 });
    const { letterId, messageId } = await ordered();
    await sandbox.advance('PT10M');
    expect(await stateOf(letterId)).toBe('WAITING');
    expect(await waitsFor(messageId)).toBe('POSTAL_LIMIT');
    const held = { approvalAbove: 0, waiting: 1, beyond: 1, needsApproval: true, toApprove: 1, approvals: [] };
    const own = await stage.city.call('GET', '/hub/v1/postal-limit');
    expect(own).toMatchObject({ status: 200, json: { tenantId: 'esimerkkikaupunki', ...held } });
    expect(await operator.call('GET', OF)).toMatchObject({ status: 200, json: own.json });
    expect(await operator.call('GET', '/hub/v1/postal-limits')).toMatchObject({ json: { limits: [own.json] } });
    expect(await stage.city.call('POST', '/hub/v1/postal-limit/approvals', { json: FINE })).toMatchObject({
      status: 403,
      json: { type: expect.stringMatching(/role-missing$/) },
    });
    expect(await approve(FINE)).toMatchObject({ status: 200, json: { needsApproval: false, approvals: [FINE] } });
    await sandbox.advance('PT10M');
    expect(await stateOf(letterId)).toBe('READY');
    expect(await operator.call('GET', OF)).toMatchObject({ json: { taken: 1, waiting: 0, beyond: 0 } });
  });

  it.each([
    [limit, { lettersADay: 0 }, '/lettersADay'],
    [limit, { lettersADay: 1.5 }, '/lettersADay'],
    [limit, { approvalAbove: -1 }, '/approvalAbove'],
    [limit, { approvalAbove: '10' }, '/approvalAbove'],
    [limit, { reason: '' }, '/reason'],
    [limit, { euros: 10 }, '/euros'],
    [approve, { ...FINE, letters: undefined }, '/letters'],
    [approve, { ...FINE, letters: -1 }, '/letters'],
    [approve, { ...FINE, by: '' }, '/by'],
    [approve, { ...FINE, reason: 'x'.repeat(501) }, '/reason'],
    [approve, { ...FINE, day: '2026-02-30' }, '/day'],
    [approve, { ...FINE, day: '2026-11-22' }, '/day'],
    [approve, { ...FINE, day: '2027-01-01' }, '/day'],
  ])('takes no nonsense: %# %j', async (call, json, pointer) => {
    expect(await call(json)).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
  });

  it('is lifted without numbers', async () => {
    expect(await limit({})).toMatchObject({ status: 200, json: { needsApproval: false } });
    expect((await ordered()).state).toBe('READY');
  });
});

describe('what an operator rules of the post', () => {
  const APPROVAL = { letters: 1, by: 'Aalto Aino', reason: 'x' };
  it.each([
    ['PUT', '/hub/v1/postal-gate', { open: false }],
    ['GET', '/hub/v1/postal-gate', undefined],
    ['GET', '/hub/v1/postal-limits', undefined],
    ['GET', '/hub/v1/postal-limits/esimerkkikaupunki', undefined],
    ['PUT', '/hub/v1/postal-limits/esimerkkikaupunki', { approvalAbove: 0 }],
    ['POST', '/hub/v1/postal-limits/esimerkkikaupunki/approvals', APPROVAL],
  ])('is nobody else’s: %s %s', async (method, path, json) => {
    for (const key of ['', 'nonsense', 'hub-api-key', 'print-key', 'ministry-key']) {
      const headers = { 'x-api-key': key };
      expect(await operator.call(method, path, { headers, ...(json ? { json } : {}) })).toMatchObject({ status: 401 });
    }
  });

  it.each(['GET', 'POST'])('is an authority’s own by its own credential: %s', async (method) => {
    const path = method === 'GET' ? '/hub/v1/postal-limit' : '/hub/v1/postal-limit/approvals';
    const json = method === 'GET' ? {} : { json: APPROVAL };
    expect(await operator.call(method, path, json)).toMatchObject({ status: 401 });
    expect(await stage.printer.call(method, path, json)).toMatchObject({ status: 401 });
  });
});
