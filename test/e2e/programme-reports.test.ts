import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type HubProcess, removeFolder, startHub } from '#test/builders/e2e-hub';
import { type Sandbox, sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, ask } from '#test/builders/e2e-wire';

const FRIDAY = '2020-06-26T09:00:00.000Z';
const BEFORE_MIDNIGHT = '2020-06-30T20:59:59.000Z';
const MIDNIGHT = '2020-06-30T21:00:00.000Z';
const WEDNESDAY_SIX = '2020-07-01T03:00:00.000Z';
const CITY = 'esimerkkikaupunki';
const TO_DO = `R2-2020-07-01-${CITY}`;

const KEYS = {
  ministry: 'ministry-key',
  collector: 'collector-key',
  coordinator: 'coordinator-key',
  city: 'hub-api-key',
  agency: 'hub-api-key-2',
} as const;
type Who = keyof typeof KEYS | 'nobody';

const list = z.object({ reports: z.array(z.looseObject({ id: z.string(), createdAt: z.string() })) });

const started: { hub?: HubProcess } = {};
const hub = () => {
  if (!started.hub) throw new Error('the hub serves inside tests only');
  return started.hub;
};
const sandbox = (): Sandbox => sandboxOf(hub());

async function call(who: Who, method: string, path: string, json?: object): Promise<Answer> {
  const headers: Record<string, string> = who === 'nobody' ? {} : { 'x-api-key': KEYS[who] };
  return ask(hub(), method, path, { headers, ...(json ? { json } : {}) });
}
const idsFor = async (who: Who, query = '') =>
  list.parse((await call(who, 'GET', `/programme/v1/reports${query}`)).json).reports.map(({ id }) => id);
const statusOf = async () => (await call('ministry', 'GET', `/programme/v1/authorities/${CITY}/status`)).json;
const mailsTo = async (to: string) =>
  (await sandbox().emails(to)).map(({ kind, at, subject }) => ({ kind, at, subject }));

beforeAll(async () => {
  started.hub = await startHub({ env: { HUB_NOW: FRIDAY } });
  const enter = async (id: string, fields: object) =>
    call('ministry', 'PUT', `/programme/v1/organisations/${id}`, fields);
  await enter('vm', {
    names: { fi: 'Valtiovarainministeriö', sv: 'Finansministeriet' },
    type: 'STATE',
    roles: ['MINISTRY'],
    contactEmail: 'vm@example.fi',
  });
  await enter(CITY, {
    names: { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden' },
    type: 'MUNICIPALITY',
    contactEmail: 'kaupunki@example.fi',
  });
});
afterAll(async () => {
  await started.hub?.end('SIGKILL');
  if (started.hub) removeFolder(started.hub.folder);
});

describe('an authority without a plan (TR-02)', () => {
  it('is missing until midnight of the last day and late from then on', async () => {
    await sandbox().moveTo(BEFORE_MIDNIGHT);
    expect(await statusOf()).toMatchObject({ planState: 'MISSING', late: false });
    await sandbox().moveTo(MIDNIGHT);
    expect(await statusOf()).toMatchObject({ planState: 'MISSING', late: true, level: 1 });
  });

  it('is told so on Wednesday at six, once, though the hub is started anew in between', async () => {
    const { folder } = hub();
    await hub().end('SIGTERM');
    started.hub = await startHub({ folder, env: { HUB_NOW: MIDNIGHT } });
    await sandbox().moveTo('2020-07-01T02:59:59.000Z');
    expect(await idsFor('city')).not.toContain(TO_DO);
    await sandbox().moveTo('2020-07-01T12:00:00.000Z');
    const toDos = (await mailsTo('kaupunki@example.fi')).filter(({ at }) => at === WEDNESDAY_SIX);
    expect(toDos.map(({ kind }) => kind)).toEqual(['REPORT', 'REPORT', 'REPORT']);
    expect(new Set(toDos.map(({ subject }) => subject)).size).toBe(3);
    const { json } = await call('city', 'GET', `/programme/v1/reports/${TO_DO}`);
    expect(json).toMatchObject({ id: TO_DO, kind: 'R2', period: '2020-07-01', createdAt: WEDNESDAY_SIX });
    await hub().end('SIGKILL');
    started.hub = await startHub({ folder, env: { HUB_NOW: MIDNIGHT } });
    await sandbox().advance('PT12H');
    expect((await mailsTo('kaupunki@example.fi')).filter(({ at }) => at >= WEDNESDAY_SIX)).toEqual(toDos);
  });
});

describe('reports', () => {
  it('are seen by the ministry all, by an authority its own, by others what is for them and for everybody', async () => {
    const all = await idsFor('ministry');
    expect(all).toEqual(expect.arrayContaining([TO_DO, 'R1-2020-06', 'R3-2020-07-01', 'R10-2020-Q2', 'R5-2020-Q2']));
    expect(await idsFor('ministry', '?kind=R2&period=2020-07-01')).toEqual([TO_DO]);
    const open = await idsFor('nobody');
    expect(open).toContain('R5-2020-Q2');
    expect(open).not.toContain(TO_DO);
    expect(await idsFor('city')).toEqual(expect.arrayContaining([...open, TO_DO]));
    expect(await idsFor('city')).not.toContain('R1-2020-06');
    expect(await idsFor('agency')).toEqual(open);
    expect(await idsFor('collector')).toEqual(open);
    expect(await idsFor('coordinator')).toEqual(expect.arrayContaining([...open, 'R10-2020-Q2']));
  });

  it('of others answer like those that are not there', async () => {
    for (const who of ['agency', 'collector', 'coordinator', 'nobody'] as const)
      for (const id of [TO_DO, 'R2-2020-07-01-nobody', '..%2f'])
        expect(await call(who, 'GET', `/programme/v1/reports/${id}`)).toMatchObject({
          status: 404,
          json: { type: 'urn:viestivayla:problem:not-found' },
        });
  });

  it('are pages, tables, figures and schemas', async () => {
    const path = `/programme/v1/reports/${TO_DO}`;
    const page = await call('city', 'GET', `${path}?format=html&lang=sv`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="sv">');
    expect((await call('city', 'GET', `${path}?format=csv`)).text).toContain(';');
    expect(await call('city', 'GET', `${path}/schema`)).toMatchObject({ status: 200, json: { type: 'object' } });
    expect((await call('nobody', 'GET', '/programme/v1/reports?format=html')).text).toContain('R5');
  });

  it('open by the link in their mail and no other does by it', async () => {
    const mails = await sandbox().emails('kaupunki@example.fi');
    const link = mails.map(({ text }) => new RegExp(`http://\\S+/${TO_DO}\\?\\S+`).exec(text)?.[0]).find(Boolean) ?? '';
    const { pathname, search } = new URL(link);
    expect((await call('nobody', 'GET', pathname + search)).status).toBe(200);
    expect((await call('nobody', 'GET', `/programme/v1/reports/R1-2020-06${search}`)).status).toBe(404);
  });

  it('that reach nobody for want of an address are shown to the ministry only', async () => {
    const unsent = (await call('ministry', 'GET', '/programme/v1/reports')).json;
    expect(unsent).toMatchObject({
      unsent: expect.arrayContaining([
        expect.objectContaining({ reportId: 'R10-2020-Q2', receiver: 'coordinators', because: 'NO_ADDRESS' }),
      ]),
    });
    expect((await call('city', 'GET', '/programme/v1/reports')).json).not.toHaveProperty('unsent');
  });
});
