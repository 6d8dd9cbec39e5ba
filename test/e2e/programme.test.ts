import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '#test/builders/e2e-hub';
import { problemsIn, programmeUser } from '#test/builders/e2e-programme';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask } from '#test/builders/e2e-wire';

const hub = useHub({ env: { HUB_NOW: '2020-06-01T06:00:00.000Z' } });
const sandbox = sandboxOf(hub);
const ministry = programmeUser(hub, 'ministry-key');
const collector = programmeUser(hub, 'collector-key');
const coordinator = programmeUser(hub, 'coordinator-key');
/** An authority, and another one. */
const city = programmeUser(hub, 'hub-api-key');
const agency = programmeUser(hub, 'hub-api-key-2');

const decided = { managementDecision: { date: '2019-01-10', decisionMakerTitle: 'Kaupunginjohtaja' } };
const permit = (differing: object = {}) => ({
  organisationId: 'kaupunki',
  names: { fi: 'Rakennuslupa', sv: 'Bygglov' },
  offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE' }],
  ...decided,
  ...differing,
});
const UNKNOWN = 'UNKNOWN_REFERENCE: there is no such row';

beforeAll(async () => {
  await city.enter('organisations/kaupunki', { names: { fi: 'Kaupunki' }, type: 'MUNICIPALITY', population: 90_000 });
  await agency.enter('organisations/virasto', { names: { fi: 'Virasto' }, type: 'STATE' });
  await city.enter('services/lupa', permit());
  await agency.enter('services/ilmoitus', permit({ organisationId: 'virasto' }));
});

describe('a register of the programme', () => {
  it('gives a row back with its version as ETag, and changes it for who has seen that version', async () => {
    const entered = await city.put('services/vapaa', permit());
    expect(entered).toMatchObject({ status: 201, json: { id: 'vapaa', version: 1, type: 'E_SERVICE' } });
    expect(entered.headers.get('etag')).toBe('"1"');
    expect(await city.put('services/vapaa', permit())).toMatchObject({ status: 428 });
    expect(await city.put('services/vapaa', permit(), '"2"')).toMatchObject({ status: 412 });
    const changed = await city.put('services/vapaa', permit({ hasApi: true }), '"1"');
    expect(changed).toMatchObject({ status: 200, json: { version: 2, hasApi: true } });
    expect(await city.put('services/uusi', permit(), '"1"')).toMatchObject({ status: 412 });
    const read = await city.get('services/vapaa');
    expect(read).toMatchObject({ status: 200, json: { version: 2, hasApi: true } });
    expect(read.headers.get('etag')).toBe('"2"');
  });

  it('leaves out what it does not know, and says so', async () => {
    const offerings = [{ targetGroup: 'PERSON', status: 'IN_USE', colour: 'blue' }];
    const answer = await city.put('services/outo', permit({ offerings, mood: 'good', id: 'outo', version: 7 }));
    expect(answer).toMatchObject({ status: 201, json: { version: 1, ignored: ['/offerings/0/colour', '/mood'] } });
  });

  it('names the field and the rule of everything else that is wrong', async () => {
    const answer = await city.put('services/vika', { organisationId: 'kaupunki', names: {}, interactive: 'yes' });
    expect(answer.status).toBe(400);
    expect(problemsIn(answer)).toEqual(['/names/fi: is required', '/interactive: must be a boolean']);
    expect(problemsIn(await city.put('services/010190-900P', permit()))[0]).toMatch(/^\/id: must be 1 to 64/);
    const lost = await ministry.put('volumes/lost', { serviceId: 'ei-ole', year: 2019, total: 1 });
    expect(problemsIn(lost)).toEqual([`/serviceId: ${UNKNOWN}`]);
    const early = await city.put('services/aika', permit({ obligationFrom: '2018-12-31' }));
    expect(problemsIn(early)[0]).toMatch(/^\/obligationFrom: OUTSIDE_PROGRAMME: /);
  });

  it('shows an authority its own rows and nothing of another', async () => {
    expect((await agency.get('services/lupa')).status).toBe(404);
    expect((await agency.get('organisations/kaupunki')).status).toBe(404);
    expect(await agency.put('services/lupa', permit(), '"1"')).toMatchObject({ status: 404 });
    expect(await agency.get('authorities/kaupunki/status')).toMatchObject({ status: 404 });
    expect(problemsIn(await agency.put('services/vieras', permit()))).toEqual([`/organisationId: ${UNKNOWN}`]);
    expect(problemsIn(await agency.put('volumes/vieras', { serviceId: 'lupa', year: 2019 }))).toEqual([
      `/serviceId: ${UNKNOWN}`,
    ]);
    const { json } = await agency.get('services');
    expect(json).toMatchObject({ items: [{ id: 'ilmoitus' }] });
    expect(Reflect.get(Object(json), 'items')).toHaveLength(1);
  });

  it('takes an organisation for whose credential enters it, whatever the body says', async () => {
    const body = { names: { fi: 'Toinen' }, type: 'STATE', tenantId: 'esimerkkikaupunki' };
    expect(await agency.put('organisations/toinen', body)).toMatchObject({ json: { tenantId: 'esimerkkivirasto' } });
    expect((await city.get('organisations/toinen')).status).toBe(404);
    expect((await agency.put('organisations/esimerkkikaupunki', body)).status).toBe(404);
    const own = { names: { fi: 'Esimerkkikaupunki' }, type: 'MUNICIPALITY' };
    expect((await ministry.put('organisations/esimerkkikaupunki', own)).status).toBe(201);
    expect((await city.get('organisations/esimerkkikaupunki')).status).toBe(200);
  });

  it('does not let an authority take upon itself what is for others to give', async () => {
    const claimed = { names: { fi: 'Ahne' }, type: 'STATE', roles: ['MINISTRY'], successorOf: ['kaupunki'] };
    expect(problemsIn(await agency.put('organisations/ahne', claimed))).toEqual([
      expect.stringMatching(/^\/roles: DECIDED_BY_MINISTRY/),
      expect.stringMatching(/^\/successorOf: DECIDED_BY_MINISTRY/),
    ]);
    const mail = permit({ hubServices: ['hub-service-1', 'hub-service-2'] });
    expect(problemsIn(await city.put('services/posti', mail))).toEqual([`/hubServices/1: ${UNKNOWN}`]);
  });

  it('is for those of the programme, each for its own part', async () => {
    expect((await ask(hub, 'GET', '/programme/v1/services')).status).toBe(401);
    expect((await coordinator.get('services/lupa')).status).toBe(200);
    expect((await coordinator.put('services/lupa', permit(), '"1"')).status).toBe(403);
    expect((await collector.put('survey-rounds/2019', { year: 2019 })).status).toBe(201);
    expect((await collector.get('plans')).status).toBe(403);
    expect((await city.put('circulars/kirje', { issuer: 'kaupunki', names: { fi: 'Kirje' } })).status).toBe(403);
    expect((await city.get('survey-rounds/2019')).status).toBe(200);
    expect((await city.put('calendar', {})).status).toBe(400);
    const answered = { roundId: '2019', organisationId: 'kaupunki', answers: { kieli: 'fi' } };
    expect(problemsIn(await city.put('survey-answers/1', answered))).toEqual([
      expect.stringMatching(/^\/answers\/kieli: UNKNOWN_QUESTION: /),
    ]);
  });
});

describe('a service on its way to the roadmap', () => {
  it.each([
    [{ interactive: false }, ['/interactive: NOT_INTERACTIVE: ']],
    [{ type: 'PROJECT' }, ['/type: PROJECT_NOT_SERVICE: ']],
    [{ managementDecision: undefined }, ['/managementDecision: NO_MANAGEMENT_DECISION: ']],
  ])('is refused by its code: %j (TR-06)', async (differing, codes) => {
    const answer = await city.put('services/ei', permit(differing));
    expect(answer.status).toBe(400);
    const told = problemsIn(answer);
    expect(told.map((each, i) => each.startsWith(codes[i] ?? '-'))).toEqual(codes.map(() => true));
  });

  it('is admitted by a decision that names it', async () => {
    const decision = { organisationId: 'kaupunki', services: ['paatetty'], date: '2019-02-01' };
    await city.enter('management-decisions/1', decision);
    expect((await city.put('services/paatetty', permit({ managementDecision: undefined }))).status).toBe(201);
  });

  it('is admitted as a bot that guides (TR-07)', async () => {
    const bot = await city.put('services/botti', permit({ type: 'BOT', interactive: false }));
    expect(bot).toMatchObject({ status: 201, json: { type: 'BOT' } });
  });

  it('says that nobody could be asked whether the catalogue has it', async () => {
    const ptvId = '8b1b2b2e-6d1f-4b6e-9f52-0d4a8e3f7a11';
    expect(await city.put('services/ptv', permit({ ptvId }))).toMatchObject({ json: { ptvId, ptv: 'UNCHECKED' } });
  });

  it('does not oblige businesses before it is in use for them (TR-13)', async () => {
    const offerings = [{ targetGroup: 'BUSINESS', status: 'IN_DEVELOPMENT' }];
    const answer = await city.put('services/velvoite', permit({ offerings, obligationFrom: '2023-01-01' }));
    expect(problemsIn(answer)).toEqual([expect.stringMatching(/^\/obligationFrom: SERVICE_NOT_DIGITAL: /)]);
    expect((await city.put('services/velvoite', permit({ obligationFrom: '2023-01-01' }))).status).toBe(201);
  });

  it.each([
    ['a', { proposedAt: '2019-03-20', cohort: '2019' }, '2019-06-20'],
    ['b', { proposedAt: '2019-01-31' }, '2019-04-30'],
    ['c', { proposedAt: '2019-11-30' }, '2020-02-29'],
    ['d', { proposedAt: '2027-01-15' }, '2027-04-15'],
  ])('has a day for its self-assessment (TR-05 %s)', async (id, proposed, dueAt) => {
    const answer = await city.put(`self-assessments/${id}`, { serviceId: 'lupa', ...proposed });
    expect(answer).toMatchObject({ status: 201, json: { dueAt } });
  });

  it('keeps the total of a volume whose split does not sum, and not the split (TR-09)', async () => {
    const split = { electronic: 81_000, paper: 9_000, visit: 6_000, phone: 3_999 };
    const answer = await city.put('volumes/2019', { serviceId: 'lupa', year: 2019, total: 100_000, split });
    expect(answer).toMatchObject({ status: 201, json: { total: 100_000, warnings: [{ pointer: '/split' }] } });
    const { json } = await city.get('volumes/2019');
    expect(json).toMatchObject({ total: 100_000 });
    expect(json).not.toHaveProperty('split');
  });
});

describe('an exception', () => {
  it('for a low volume is on record and not allowed (TR-11)', async () => {
    const proposed = { organisationId: 'virasto', serviceId: 'ilmoitus', ground: 'LOW_VOLUME' };
    expect(await agency.put('exceptions/vahan', proposed)).toMatchObject({ status: 201, json: { allowed: false } });
    await agency.enter('plans/virasto', { organisationId: 'virasto', exceptionsProposed: ['vahan'] });
    const answer = await agency.call('POST', 'plans/virasto/submissions');
    expect(problemsIn(answer).join()).toContain('the BUSINESS offering of ilmoitus has no target date');
    const offerings = [{ serviceId: 'ilmoitus', targetGroup: 'BUSINESS', targetDate: '2023-06-30' }];
    expect((await agency.put('plans/virasto', { organisationId: 'virasto', offerings }, '"1"')).status).toBe(200);
    expect(await agency.get('authorities/virasto/status')).toMatchObject({
      json: { rag: 'RED', reasons: [{ code: 'TARGET_AFTER_END' }] },
    });
  });

  it('is proposed by an authority and decided by the ministry', async () => {
    const proposed = { organisationId: 'kaupunki', ground: 'FOREIGN' };
    const own = await city.put('exceptions/oma', { ...proposed, decision: 'APPROVED' });
    expect(problemsIn(own)).toEqual([expect.stringMatching(/^\/decision: DECIDED_BY_MINISTRY/)]);
    await city.enter('exceptions/oma', proposed);
    const approved = await ministry.put('exceptions/oma', { ...proposed, decision: 'APPROVED' }, '"1"');
    expect(approved).toMatchObject({ status: 200, json: { decision: 'APPROVED', allowed: true } });
    expect(problemsIn(await city.put('exceptions/oma', proposed, '"2"'))[0]).toContain('it is APPROVED');
  });
});

describe('the guidance for plans', () => {
  it('is a schema with its days and words in both languages', async () => {
    expect(await city.get('plans/template')).toMatchObject({
      status: 200,
      json: {
        planDeadline: '2020-06-30',
        schema: { type: 'object', properties: { offerings: { type: 'array' } } },
        instructions: expect.arrayContaining([
          { pointer: '/offerings', text: { fi: expect.any(String), sv: expect.any(String) } },
        ]),
      },
    });
  });
});

describe('the calendar', () => {
  it('is the example until the ministry sets another, with a deadline the sandbox can move', async () => {
    const example = await coordinator.get('calendar');
    expect(example).toMatchObject({ status: 200, json: { id: '2019-2023', planDeadline: '2020-06-30' } });
    expect(example.headers.get('etag')).toBe('"0"');
    const body = { ...Object(example.json), selfAssessmentMonths: 4 };
    expect((await collector.put('calendar', body)).status).toBe(403);
    expect(problemsIn(await ministry.put('calendar', { ...body, transitionEnd: '2019-05-01' }))[0]).toMatch(
      /^\/transitionEnd: /,
    );
    expect((await ministry.put('calendar', body)).headers.get('etag')).toBe('"1"');
    expect((await ministry.put('calendar', body)).status).toBe(428);
    expect((await ministry.put('calendar', body, '"0"')).status).toBe(412);
    await sandbox.config({ planDeadline: '2020-06-20' });
    expect(await city.get('calendar')).toMatchObject({ json: { planDeadline: '2020-06-20', selfAssessmentMonths: 4 } });
    await sandbox.config({ planDeadline: '2020-06-30' });
  });
});

describe('a plan', () => {
  const offerings = [{ serviceId: 'maksu', targetGroup: 'BUSINESS', targetDate: '2022-06-30' }];
  const full = { organisationId: 'kunta', offerings, legislationObstacles: 'NONE' };
  const statusOf = async (id: string) => (await ministry.get(`authorities/${id}/status`)).json;

  beforeAll(async () => {
    for (const id of ['kunta', 'myohassa'])
      await ministry.enter(`organisations/${id}`, { names: { fi: id }, type: 'MUNICIPALITY', population: 50_000 });
    await ministry.enter('services/maksu', permit({ organisationId: 'kunta' }));
  });

  it('that leaves out an offering to businesses is not taken, and the offering named (TR-10)', async () => {
    await ministry.enter('plans/kunta', { ...full, offerings: [] });
    const answer = await ministry.call('POST', 'plans/kunta/submissions');
    expect(answer).toMatchObject({
      status: 422,
      json: { state: 'INCOMPLETE', missing: [{ serviceId: 'maksu', targetGroup: 'BUSINESS' }] },
    });
    expect(await statusOf('kunta')).toMatchObject({ planState: 'DRAFT', late: false });
  });

  it('is handed in, given back, handed in again and accepted', async () => {
    expect((await ministry.put('plans/kunta', full, '"1"')).status).toBe(200);
    expect(await ministry.call('POST', 'plans/kunta/submissions')).toMatchObject({
      status: 201,
      json: { state: 'SUBMITTED', version: 2, at: '2020-06-01T06:00:00.000Z' },
    });
    const decide = async (decision: string) => ministry.call('POST', 'plans/kunta/decisions', { decision });
    expect((await city.call('POST', 'plans/kunta/decisions', { decision: 'ACCEPTED' })).status).toBe(403);
    expect((await city.call('POST', 'plans/kunta/submissions')).status).toBe(404);
    expect(await decide('RETURNED')).toMatchObject({ status: 201, json: { state: 'RETURNED' } });
    expect((await decide('ACCEPTED')).status).toBe(409);
    expect((await ministry.call('POST', 'plans/kunta/submissions')).status).toBe(201);
    expect(await decide('ACCEPTED')).toMatchObject({ json: { state: 'ACCEPTED', version: 2 } });
    expect((await ministry.put('plans/kunta', full, '"2"')).status).toBe(200);
    expect(await statusOf('kunta')).toMatchObject({ planState: 'REVISED', late: false, rag: 'GREEN' });
  });

  it('that is not there at the last second of its day is due, and late a second later (TR-02)', async () => {
    await sandbox.moveTo('2020-06-30T20:59:59.000Z');
    expect(await statusOf('myohassa')).toMatchObject({ planState: 'MISSING', late: false });
    await sandbox.moveTo('2020-06-30T21:00:00.000Z');
    expect(await statusOf('myohassa')).toMatchObject({ planState: 'MISSING', late: true, level: 1, rag: 'RED' });
  });

  it('is locked when the transition has ended', async () => {
    const standing = await ministry.get('calendar');
    const sooner = { transitionEnd: '2020-07-07', obligationFrom: '2020-07-08', milestones: ['2020-07-07'] };
    const entered = await ministry.put(
      'calendar',
      { ...Object(standing.json), ...sooner },
      standing.headers.get('etag') ?? '',
    );
    expect(entered.status).toBe(200);
    await sandbox.moveTo('2020-07-07T20:59:59.000Z');
    expect((await ministry.put('plans/kunta', full, '"3"')).status).toBe(200);
    await sandbox.moveTo('2020-07-07T21:00:00.000Z');
    for (const answer of [
      await ministry.put('plans/kunta', full, '"4"'),
      await ministry.call('POST', 'plans/kunta/submissions'),
    ])
      expect(answer).toMatchObject({
        status: 409,
        json: { type: 'urn:viestivayla:problem:plan-locked', detail: 'PLAN_LOCKED' },
      });
    expect(await statusOf('kunta')).toMatchObject({ planState: 'LOCKED' });
  });
});
