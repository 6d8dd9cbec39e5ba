import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '#local/verify/verify-bundle';
import { SENDING, systemOne, systemTwo } from '#test/builders/e2e-authority';
import { TESSA, electronicOnly } from '#test/builders/e2e-bodies';
import { operatorAt } from '#test/builders/e2e-channel';
import { pdfOf } from '#test/builders/e2e-files';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

/** A message that was served and one that is held, three years later. */
const hub = useHub();
const city = systemOne(hub);
const operator = operatorAt(hub);
const sandbox = sandboxOf(hub);
const sent = { over: 0, held: 0, body: electronicOnly() };
const WHY = { reason: 'Oikeudenkäynti', decidedBy: 'Hallintojohtaja' };
const hold = (json?: object) => ({ json: { ...WHY, ...json } });

beforeAll(async () => {
  sent.body = electronicOnly({ file: await city.upload({ bytes: await pdfOf(1) }) });
  sent.over = await city.send(SENDING.electronic, sent.body);
  sent.held = await city.send(SENDING.electronic, electronicOnly({ title: 'Riidanalainen' }));
  await sandbox.settle();
  const tessa = await personAt(hub, TESSA);
  await tessa.open(sent.over);
  const entered = await city.call('PUT', '/hub/v1/legal-holds/juttu-1', hold({ messageId: sent.held }));
  expect(entered).toMatchObject({ status: 201, json: { holdId: 'juttu-1', messageId: sent.held, ...WHY } });
  await sandbox.moveTo('2026-12-01T10:00:00.000Z');
});

describe('a legal hold over HTTP', () => {
  it('is seen and lifted by whoever entered it, and by nobody else', async () => {
    expect((await city.call('GET', '/hub/v1/legal-holds/juttu-1')).json).toMatchObject(WHY);
    for (const stranger of [systemTwo(hub), operator])
      for (const method of ['GET', 'DELETE'])
        expect((await stranger.call(method, '/hub/v1/legal-holds/juttu-1')).status).toBe(404);
    expect((await operator.call('PUT', '/hub/v1/legal-holds/valvonta', hold({ everything: true }))).status).toBe(201);
    expect((await operator.call('DELETE', '/hub/v1/legal-holds/valvonta')).status).toBe(204);
  });

  it.each([
    ['without a reason', { messageId: 1, reason: undefined }, '/reason'],
    ['on nothing', {}, ''],
    ['on another authority', { matterId: 'asia-1', tenantId: 'toinen' }, ''],
    ['on a message that is not there', { messageId: 1 }, '/messageId'],
  ])('%s is refused by its field', async (_, wish, pointer) => {
    const answer = await city.call('PUT', '/hub/v1/legal-holds/juttu-2', hold(wish));
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: expect.stringContaining(pointer) }] } });
  });
});

describe('a look ahead over HTTP', () => {
  it('is the operator’s, and tells what would end without ending it', async () => {
    const ahead = await operator.call('GET', '/hub/v1/retention?until=2029-12-31');
    expect(ahead).toMatchObject({ status: 200, json: { ending: [{ kind: 'MESSAGE_CONTENT', messageId: sent.over }] } });
    expect(ahead.json).toMatchObject({ counts: [{ kind: 'MESSAGE_CONTENT', count: 1 }] });
    const past = await operator.call('GET', '/hub/v1/retention?until=2027-12-31');
    expect(past.json).toMatchObject({ ending: [], counts: [] });
    expect((await city.call('GET', '/hub/v1/retention?until=2029-12-31')).status).toBe(401);
    expect((await operator.call('GET', '/hub/v1/retention?until=soon')).status).toBe(400);
    expect((await city.call('GET', `/hub/v1/messages/${sent.over}`)).json).not.toHaveProperty('erased');
  });
});

describe('three years later', () => {
  beforeAll(async () => {
    for (const day of ['2027-12-01', '2028-11-20', '2029-02-01', '2029-07-01', '2029-12-01'])
      await sandbox.moveTo(`${day}T10:00:00.000Z`);
  }, 120_000);

  it('the content is gone for its recipient, and what is held is not', async () => {
    const tessa = await personAt(hub, TESSA);
    expect((await tessa.list()).map(({ messageId }) => messageId)).toEqual([sent.held]);
    expect((await tessa.call('GET', `/me/v1/messages/${sent.over}`)).status).toBe(404);
    expect(await tessa.open(sent.held)).toMatchObject({ title: 'Riidanalainen' });
    expect(documents()).toEqual([]);
  });

  it('its sender sees that it is gone and what became of it, and the evidence still verifies', async () => {
    const shown = await city.call('GET', `/hub/v1/messages/${sent.over}`);
    expect(shown.json).toMatchObject({ state: 'SERVED', erased: { contentAt: expect.stringMatching(/^2028-11-/) } });
    const evidence = await city.call('GET', `/hub/v1/messages/${sent.over}/evidence`);
    expect(verifyBundle(evidence.text).lines[0]).toBe('INTACT AND SEALED');
  });

  it('its external id stays taken', async () => {
    const again = await city.call('POST', SENDING.electronic, { json: sent.body });
    expect(again.status).toBe(409);
  });

  it('its proof ends when its authority has confirmed the archiving, and the chain still verifies', async () => {
    const path = `/hub/v1/messages/${sent.over}/archivings`;
    expect((await city.call('POST', path, { json: { archivedOn: '2029-11-30' } })).status).toBe(204);
    expect((await systemTwo(hub).call('POST', path, { json: { archivedOn: '2029-11-30' } })).status).toBe(404);
    expect((await city.call('POST', path, { json: { archivedOn: '2039-11-30' } })).status).toBe(400);
    await sandbox.advance('P2D');
    const shown = await city.call('GET', `/hub/v1/messages/${sent.over}`);
    expect(shown.json).toMatchObject({ state: 'SERVED', erased: { proofAt: expect.any(String) } });
    const evidence = await city.call('GET', `/hub/v1/messages/${sent.over}/evidence`);
    expect(verifyBundle(evidence.text).lines[0]).toMatch(/^INTACT/);
    const certificate = await city.call('GET', `/hub/v1/messages/${sent.over}/evidence`, {
      headers: { accept: 'application/pdf' },
    });
    expect(certificate.status).toBe(200);
  });

  it('what was held ends within a month of the lifting', async () => {
    expect((await city.call('DELETE', '/hub/v1/legal-holds/juttu-1')).status).toBe(204);
    await sandbox.advance('P31D');
    expect(await (await personAt(hub, TESSA)).list()).toEqual([]);
  });
});

/** Names of the files in the document store that messages and letters had. */
function documents(): string[] {
  const names = readdirSync(join(hub.folder, 'documents'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /^(documents|letters)\/.*\/[^/]+$/.test(name));
}
