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

describe('what mail costs', () => {
  const TARIFF = { product: 'LETTER', itemCents: 100, sheetCents: 10, vatPerMille: 255, validFrom: '2026-01-01' };
  const tariff = async (id: string, json: object, caller = ministry) =>
    caller.call('PUT', `/programme/v1/tariffs/${id}`, { json });
  const coordinator = authorityWith(hub, { 'x-api-key': 'coordinator-key' });
  const costs = async (query: string, caller = city) => caller.call('GET', `/hub/v1/costs?${query}`);
  const usage = async (query: string, caller = city) => caller.call('GET', `/hub/v1/usage?${query}`);

  it('is not known until the ministry has entered a tariff, which only the ministry does', async () => {
    expect(await costs('month=2026-11')).toMatchObject({ status: 200, json: { total: { netCents: null } } });
    for (const caller of [city, coordinator, collector])
      expect((await tariff('kirje', TARIFF, caller)).status).toBe(403);
    expect((await tariff('kirje', TARIFF, authorityWith(hub, {}))).status).toBe(401);
    expect((await tariff('kirje', TARIFF)).status).toBe(201);
    expect((await tariff('viesti', { ...TARIFF, product: 'ELECTRONIC', itemCents: 4, sheetCents: 0 })).status).toBe(
      201,
    );
    for (const caller of [city, coordinator])
      expect(await caller.call('GET', '/programme/v1/tariffs/kirje')).toMatchObject({ status: 200, json: TARIFF });
  });

  it.each([
    [{ product: 'PARCEL' }, '/product'],
    [{ itemCents: 1.5 }, '/itemCents'],
    [{ itemCents: -1 }, '/itemCents'],
    [{ sheetCents: '10' }, '/sheetCents'],
    [{ vatPerMille: 1001 }, '/vatPerMille'],
    [{ validFrom: '2026-01-02' }, '/validFrom'],
    [{ endsBefore: 'never' }, '/endsBefore'],
    [{ envelope: 'C6' }, '/envelope'],
    [{ colour: 'red' }, '/colour'],
    [{ duplex: 2 }, '/duplex'],
    [{ abroad: 'SE' }, '/abroad'],
    [{ costPool: '' }, '/costPool'],
  ])('is entered by no tariff with %j', async (part, pointer) => {
    expect(await tariff('virhe', { ...TARIFF, ...part })).toMatchObject({
      status: 400,
      json: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
  });

  it('is told of a month, as JSON and as CSV', async () => {
    expect(await costs('month=2026-11')).toMatchObject({
      json: {
        month: '2026-11',
        lines: [{ product: 'ELECTRONIC' }, { product: 'LETTER', items: 3 }],
        total: { netCents: expect.any(Number) },
      },
    });
    const csv = await costs('month=2026-11&format=csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toMatch(/product.+costPool.+netCents/);
  });

  it('is told to the programme by the same tariffs', async () => {
    expect((await group('BUSINESS')).months[0]).toMatchObject({
      month: '2026-11',
      cost: { electronicCents: 12, letterCents: 220, receiptLetterCents: null, notEntered: ['receiptLetter'] },
    });
  });

  it('is told of days with what was used, each authority its own', async () => {
    const november = { messages: 6, channels: { ELECTRONIC: 3, LETTER: 3 }, fallbacks: 0, avoidedLetters: 3 };
    const { total } = z.object({ total: z.object({ netCents: z.int() }) }).parse((await costs('month=2026-11')).json);
    expect(await usage('from=2026-11-30&to=2026-11-30')).toMatchObject({
      status: 200,
      json: { ...november, costs: { total: { netCents: total.netCents } } },
    });
    expect(await usage('from=2026-11-01&to=2026-11-29')).toMatchObject({ json: { messages: 0, costs: { lines: [] } } });
    expect(await usage('from=2026-11-30&to=2026-12-01')).toMatchObject({
      json: { messages: expect.any(Number), channels: { LETTER: 3 } },
    });
    const csv = await usage('from=2026-11-30&to=2026-11-30&format=csv');
    expect(csv.text).toMatch(/^\S*costPool\W+product\W/);
    expect(await usage('from=2026-11-01&to=2026-11-30', systemTwo(hub))).toMatchObject({ json: { messages: 0 } });
  });

  it.each([
    ['costs', '', '/month'],
    ['costs', 'month=2026-13', '/month'],
    ['costs', 'month=2026-11&format=pdf', '/format'],
    ['usage', 'from=2026-11-01', '/to'],
    ['usage', 'to=2026-11-01', '/from'],
    ['usage', 'from=2026-11&to=2026-11', '/from'],
    ['usage', 'from=2026-02-30&to=2026-11-01', '/from'],
    ['usage', 'from=2026-11-02&to=2026-11-01', '/to'],
    ['usage', 'from=2025-11-01&to=2026-11-02', '/to'],
    ['usage', 'from=2026-11-01&to=2026-11-02&format=xml', '/format'],
  ])('is not told of nonsense: %s?%s', async (call, query, pointer) => {
    const answer = await city.call('GET', `/hub/v1/${call}?${query}`);
    expect(answer).toMatchObject({
      status: 400,
      json: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
  });

  it('is told to systems of authorities only', async () => {
    for (const caller of [
      authorityWith(hub, {}),
      ministry,
      coordinator,
      authorityWith(hub, { 'x-api-key': 'print-key' }),
    ]) {
      expect((await costs('month=2026-11', caller)).status).toBe(401);
      expect((await usage('from=2026-11-01&to=2026-11-30', caller)).status).toBe(401);
    }
  });
});
