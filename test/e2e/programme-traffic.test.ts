import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { authorityWith, systemTwo } from '#test/builders/e2e-authority';
import { anAddress } from '#test/builders/e2e-bodies';
import { businessId, channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';

const hub = useHub({ env: { HUB_NOW: '2026-11-30T08:00:00.000Z' } });
const { city, sandbox, send, person } = channelAt(hub, '010172');
const ministry = authorityWith(hub, { 'x-api-key': 'ministry-key' });
const collector = authorityWith(hub, { 'x-api-key': 'collector-key' });

const counts = z.record(z.string(), z.union([z.number(), z.string()]));
const traffic = z.object({
  from: z.string(),
  to: z.string(),
  isUpToDate: z.boolean(),
  services: z.array(
    z.looseObject({
      serviceId: z.string(),
      programmeServices: z.array(z.string()),
      groups: z.array(
        z.looseObject({ group: z.string(), months: z.array(z.looseObject({ month: z.string(), counts })) }),
      ),
    }),
  ),
});

async function ask(caller = ministry, query = 'service=hub-service-1') {
  const answer = await caller.call('GET', `/programme/v1/traffic?${query}`);
  expect(answer.status).toBe(200);
  return traffic.parse(answer.json);
}

async function group(name: 'BUSINESS' | 'PERSON') {
  const found = (await ask()).services[0]?.groups.find((each) => each.group === name);
  return z
    .looseObject({ group: z.string(), months: z.array(z.looseObject({ month: z.string(), counts })) })
    .parse(found);
}

const statutoryChannel = { rule: 'PAPER_ONLY', legalBasis: '1/2000 § 1' } as const;

async function business(n: number, mailboxActive: boolean): Promise<string> {
  const id = businessId(n);
  const postalAddress = anAddress({ name: 'Kuljetus Oy' });
  const row = { name: 'Kuljetus Oy', kind: 'COMPANY', employees: 5, postalAddress };
  await sandbox.business(id, { ...row, mailboxActive, consented: mailboxActive });
  return id;
}

beforeAll(async () => {
  const electronic = await business(10, true);
  const paper = await business(20, false);
  for (let i = 0; i < 3; i += 1) await send({ to: electronic });
  await send({ to: paper });
  await send({ to: paper, hub: { statutoryChannel } });
  await send({ to: await person() });
  await sandbox.moveTo('2026-12-01T08:00:00.000Z');
  await send({ to: electronic });
});

describe('the traffic of a service', () => {
  it('is told by month and group, as it was decided and as it went', async () => {
    const { months } = await group('BUSINESS');
    expect(months).toMatchObject([
      {
        month: '2026-11',
        isWhole: true,
        counts: { deliveries: 5, electronic: 3, letter: 2, paperStatute: 1, paperNoConsent: 1, stored: 3 },
        rates: { electronicSharePct: 60 },
      },
      { month: '2026-12', isWhole: false, counts: { deliveries: 1, electronic: 1 } },
    ]);
  });

  it('tells nothing of people that is too small to tell', async () => {
    const { months } = await group('PERSON');
    expect(months).toMatchObject([{ counts: { deliveries: '<5', opened: 0 }, rates: { electronicSharePct: null } }]);
  });

  it('is fresh: what has happened since is told at once', async () => {
    const before = (await group('BUSINESS')).months.at(-1)?.counts['deliveries'];
    await send({ to: businessId(10) });
    const after = (await group('BUSINESS')).months.at(-1)?.counts['deliveries'];
    expect(after).toBe(Number(before) + 1);
  });

  it('is the same when it is counted again from the feed', async () => {
    const live = await ask();
    const recount = await ministry.call('POST', '/programme/v1/traffic/recounts', {
      json: { tenantId: 'esimerkkikaupunki' },
    });
    expect(recount).toMatchObject({ status: 200, json: { isDone: true } });
    expect(await ask()).toEqual(live);
  });

  it('is told for the months asked for, by month or by day', async () => {
    const months = async (query: string) =>
      (await ask(ministry, `service=hub-service-1&${query}`)).services[0]?.groups
        .at(-1)
        ?.months.map(({ month }) => month);
    expect(await months('from=2026-12')).toEqual(['2026-12']);
    expect(await months('from=2026-11-01&to=2026-11-30')).toContain('2026-11');
    expect((await ministry.call('GET', '/programme/v1/traffic?from=2026-12&to=2026-11')).status).toBe(400);
    expect((await ministry.call('GET', '/programme/v1/traffic?from=marraskuu')).status).toBe(400);
  });

  it('is held against the target date of the service of the programme whose mail it is', async () => {
    const enter = async (path: string, json: object) => {
      expect(await ministry.call('PUT', `/programme/v1/${path}`, { json })).toMatchObject({ status: 201 });
    };
    await enter('organisations/esimerkkikaupunki', { names: { fi: 'Esimerkkikaupunki' }, type: 'MUNICIPALITY' });
    await enter('services/paivahoito', {
      organisationId: 'esimerkkikaupunki',
      names: { fi: 'Päivähoito' },
      managementDecision: { date: '2026-01-15', diaryReference: 'D/1/2026' },
      hubServices: ['hub-service-1'],
      offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE', targetDate: '2027-06-30' }],
    });
    const told = await ask(ministry, 'service=paivahoito');
    expect(told.services).toMatchObject([
      {
        serviceId: 'hub-service-1',
        programmeServices: ['paivahoito'],
        groups: [
          {},
          { against: { targets: [{ service: 'paivahoito', targetDate: '2027-06-30', verdict: 'NOT_KNOWN' }] } },
        ],
      },
    ]);
    expect((await ask(ministry, '')).services.map(({ serviceId }) => serviceId)).toEqual(['hub-service-1']);
  });

  it('is its authority’s own to see, and the ministry’s: another’s is like what is not there', async () => {
    expect(await ask(city, '')).toMatchObject({ services: [{ serviceId: 'hub-service-1' }] });
    const other = systemTwo(hub);
    const [first, second] = await Promise.all([
      other.call('GET', '/programme/v1/traffic?service=hub-service-1'),
      other.call('GET', '/programme/v1/traffic?service=tuntematon'),
    ]);
    expect([first.status, second.status]).toEqual([404, 404]);
    expect(first.json).toEqual(second.json);
    expect((await ministry.call('GET', '/programme/v1/traffic?service=tuntematon')).status).toBe(404);
    expect((await ask(other, '')).services).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const path = '/programme/v1/traffic?service=hub-service-1';
    expect((await collector.call('GET', path)).status).toBe(403);
    expect((await authorityWith(hub, {}).call('GET', path)).status).toBe(401);
    const json = { tenantId: 'esimerkkikaupunki' };
    expect((await city.call('POST', '/programme/v1/traffic/recounts', { json })).status).toBe(403);
    const unknown = { tenantId: 'ei-ole' };
    expect((await ministry.call('POST', '/programme/v1/traffic/recounts', { json: unknown })).status).toBe(404);
  });
});
