import { describe, expect, it } from 'vitest';
import { programmeFixture } from '#local/demo/programme/fixture';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { aService, anOrganisation, authority, importWorld } from '#test/builders/programme-import';

const base = { organisations: [anOrganisation], services: [aService] };

describe('an import', () => {
  it('enters every row of every register', async () => {
    const world = importWorld();
    const result = await world.json({ ...base, volumes: [{ id: 'v', serviceId: 'met-1', year: 2018, total: 5 }] });
    expect(result).toEqual({ accepted: 3, errors: [], warnings: [] });
    expect((await world.onRecord()).map(({ id }) => id)).toEqual(['met', 'met-1', 'v']);
  });

  it('knows a register in camel case too, and a volume without an id by its service and year', async () => {
    const { json, rows } = importWorld();
    const volume = { serviceId: 'met-1', year: 2018, total: 10 };
    const body = { organisations: [anOrganisation], services: [aService], volumes: [volume] };
    expect(await json({ ...body, surveyRounds: [{ id: '2019', year: 2019 }] })).toMatchObject({
      accepted: 4,
      errors: [],
    });
    expect(await rows.read('volumes', 'met-1-2018')).toMatchObject(volume);
    expect(await rows.read('survey-rounds', '2019')).toMatchObject({ year: 2019 });
    expect((await json({ volumes: [volume, volume] })).errors).toMatchObject([{ row: 1, pointer: '/volumes/1/id' }]);
    expect((await json({ surveyRounds: [{ year: 2019 }] })).errors).toMatchObject([{ pointer: '/surveyRounds/0/id' }]);
  });

  it('only looks, in a dry run', async () => {
    const world = importWorld();
    expect(await world.json(base, { role: 'MINISTRY' }, true)).toMatchObject({ accepted: 2, errors: [] });
    expect(await world.onRecord()).toEqual([]);
  });

  it('takes the place of rows with the same ids', async () => {
    const world = importWorld();
    await world.json(base);
    await world.json({ organisations: [{ ...anOrganisation, names: { fi: 'Metsäkeskus' } }] });
    expect(await world.rows.read('organisations', 'met')).toMatchObject({ version: 2, names: { fi: 'Metsäkeskus' } });
  });

  it('names what it leaves out, and enters the rest', async () => {
    const world = importWorld();
    const result = await world.json({
      organisations: [{ ...anOrganisation, colour: 'green', names: { fi: 'M', se: 'S' } }],
    });
    expect(result.accepted).toBe(1);
    expect(result.warnings.map(({ row, pointer }) => [row, pointer])).toEqual([
      [0, '/organisations/0/names/se'],
      [0, '/organisations/0/colour'],
    ]);
  });

  it('of the whole demonstration is accepted', async () => {
    const world = importWorld();
    const body = programmeFixture(CALENDAR_2019);
    const rows = Object.values(body).flat();
    const { warnings, ...result } = await world.json(body);
    expect(result).toEqual({ accepted: rows.length, errors: [] });
    expect(new Set(warnings.map(({ rule }) => rule.split(':')[0]))).toEqual(new Set(['GROUND_NOT_ALLOWED']));
    expect(await world.onRecord()).toHaveLength(rows.length);
  });
});

describe('an import with something wrong in it', () => {
  const plan = { id: 'p', organisationId: 'met' };
  const volume = { id: 'v', serviceId: 'met-1', year: 2018, total: 100_000 };
  const round = { id: 'k', year: 2019, questions: [{ id: 'koko', text: { fi: 'Koko?' }, kind: 'NUMBER' }] };
  const answer = { id: 'a', roundId: 'k', organisationId: 'met' };

  it.each<[string, object, string, RegExp]>([
    [
      'a split that does not sum',
      { volumes: [{ ...volume, split: { electronic: 99_999 } }] },
      '/volumes/0/split',
      /^SPLIT_SUM/,
    ],
    ['a year outside the programme', { volumes: [{ ...volume, year: 1999 }] }, '/volumes/0/year', /^OUTSIDE_PROGRAMME/],
    [
      'a target before the programme',
      { plans: [{ ...plan, offerings: [{ serviceId: 'met-1', targetGroup: 'BUSINESS', targetDate: '2018-12-31' }] }] },
      '/plans/0/offerings/0/targetDate',
      /^OUTSIDE_PROGRAMME: must be from 2019-01-01 to 2028-01-01/,
    ],
    [
      'a milestone long after it',
      { plans: [{ ...plan, milestones: [{ text: 'Kaikki', due: '2091-12-31' }] }] },
      '/plans/0/milestones/0/due',
      /^OUTSIDE_PROGRAMME/,
    ],
    [
      'an unknown organisation',
      { plans: [{ id: 'p', organisationId: 'x' }] },
      '/plans/0/organisationId',
      /^UNKNOWN_REFERENCE/,
    ],
    ['an unknown service', { volumes: [{ ...volume, serviceId: 'x' }] }, '/volumes/0/serviceId', /^UNKNOWN_REFERENCE/],
    [
      'an answer to a question of no round',
      { 'survey-rounds': [round], 'survey-answers': [{ ...answer, answers: { koko: 5, muu: 'on' } }] },
      '/survey-answers/0/answers/muu',
      /^UNKNOWN_QUESTION/,
    ],
    ['a project', { services: [{ ...aService, type: 'PROJECT' }] }, '/services/0/type', /^PROJECT_NOT_SERVICE/],
    [
      'an information site',
      { services: [{ ...aService, interactive: false }] },
      '/services/0/interactive',
      /^NOT_INTERACTIVE/,
    ],
    [
      'no decision of the management',
      { services: [{ ...aService, managementDecision: undefined }] },
      '/services/0/managementDecision',
      /^NO_MANAGEMENT_DECISION/,
    ],
    [
      'an unknown status',
      { services: [{ ...aService, offerings: [{ targetGroup: 'BUSINESS', status: 'READY' }] }] },
      '/services/0/offerings/0/status',
      /^must be one of/,
    ],
    ['a field missing', { plans: [{ id: 'p' }] }, '/plans/0/organisationId', /^is required$/],
    ['no id', { plans: [{ organisationId: 'met' }] }, '/plans/0/id', /^is required$/],
    ['an identity code for an id', { plans: [{ ...plan, id: '010280-952L' }] }, '/plans/0/id', /identity code/],
    ['a register nobody knows', { ships: [] }, '/ships', /^is not a known register/],
    ['a row that is none', { plans: [7] }, '/plans/0', /^must be an object$/],
    ['an id that stands twice', { plans: [plan, plan] }, '/plans/1/id', /^stands twice in the import, first in row 0$/],
  ])('is refused whole for %s', async (_, more, pointer, rule) => {
    const world = importWorld();
    await world.json(base);
    const before = await world.onRecord();
    const result = await world.json({ organisations: [{ ...anOrganisation, id: 'uusi' }], ...more });
    expect(result.accepted).toBe(0);
    expect(result.errors).toEqual([{ row: expect.any(Number), pointer, rule: expect.stringMatching(rule) }]);
    expect(await world.onRecord()).toEqual(before);
  });

  it('asks a round on record too', async () => {
    const world = importWorld();
    await world.json({ ...base, 'survey-rounds': [round] });
    expect(await world.json({ 'survey-answers': [{ ...answer, answers: { koko: 5 } }] })).toMatchObject({
      accepted: 1,
    });
    const { errors } = await world.json({ 'survey-answers': [{ ...answer, answers: { muu: true } }] });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/survey-answers/0/answers/muu']);
  });

  it('is refused for a plan after the lock', async () => {
    const world = importWorld('2022-12-31T21:59:59.999Z');
    await world.json(base);
    expect(await world.json({ plans: [plan] })).toMatchObject({ accepted: 1 });
    world.moveTo('2022-12-31T22:00:00.000Z');
    const { errors } = await world.json({ plans: [plan] });
    expect(errors).toMatchObject([{ row: 0, pointer: '/plans/0', rule: expect.stringMatching(/^PLAN_LOCKED/) }]);
  });

  it('tells every error, in the order of the rows', async () => {
    const wrong = Array.from({ length: 3 }, (_, at) => ({ id: `v${at}`, serviceId: 'x', year: 1 }));
    const { errors } = await importWorld().json({ volumes: wrong });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/volumes/0/year', '/volumes/1/year', '/volumes/2/year']);
  });

  it('does not blame a row for naming one that is itself wrong', async () => {
    const { errors } = await importWorld().json({
      organisations: [{ ...anOrganisation, type: 'KINGDOM' }],
      services: [aService],
    });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/organisations/0/type']);
  });

  it('tells a thousand errors and how many more there are', async () => {
    const { errors } = await importWorld().json({ plans: Array.from({ length: 1500 }, () => ({})) });
    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)?.rule).toBe('and 2000 more');
  });

  it('may not have more rows than one can be told of', async () => {
    const { errors } = await importWorld().json({ plans: Array.from({ length: 10_001 }, () => 0) });
    expect(errors).toEqual([{ row: 10_000, pointer: '', rule: expect.stringMatching(/^TOO_MANY_LINES/) }]);
  });

  it('is told when it is no JSON, or no object', async () => {
    const world = importWorld();
    expect((await world.json([])).errors).toHaveLength(1);
    expect((await world.json({ plans: 'x' })).errors).toMatchObject([
      { pointer: '/plans', rule: 'must be a list of rows' },
    ]);
  });
});

describe('an authority', () => {
  const own = { ...anOrganisation, tenantId: 'metsa' };

  it('enters rows of its own organisation', async () => {
    const world = importWorld();
    await world.json({ organisations: [own] });
    const result = await world.json(
      {
        services: [aService],
        volumes: [{ id: 'v', serviceId: 'met-1', year: 2018 }],
        plans: [{ id: 'p', organisationId: 'met' }],
        actions: [{ id: 'a', planId: 'p', text: 'Tehdään', due: '2020-12-31' }],
      },
      authority('metsa'),
    );
    expect(result).toEqual({ accepted: 4, errors: [], warnings: [] });
  });

  it.each([
    ['of another organisation', { plans: [{ id: 'p', organisationId: 'ves' }] }, '/plans/0'],
    ['of a service of another', { volumes: [{ id: 'v', serviceId: 'ves-1', year: 2018 }] }, '/volumes/0'],
    ['that was another’s', { services: [{ ...aService, id: 'ves-1' }] }, '/services/0'],
    ['that is the programme’s own', { 'survey-rounds': [{ id: 'r', year: 2019 }] }, '/survey-rounds/0'],
    ['that makes another organisation its own', { organisations: [{ ...own, id: 'ves' }] }, '/organisations/0'],
  ])('enters no row %s', async (_, body, pointer) => {
    const world = importWorld();
    const other = { ...anOrganisation, id: 'ves', tenantId: 'vesi' };
    await world.json({ organisations: [own, other], services: [{ ...aService, id: 'ves-1', organisationId: 'ves' }] });
    const result = await world.json(body, authority('metsa'));
    expect(result).toMatchObject({ accepted: 0, errors: [{ pointer, rule: expect.stringMatching(/^NOT_YOURS/) }] });
  });

  it('hears nothing of a row of another but that it is not its own', async () => {
    const world = importWorld();
    const note = { id: 'n', organisationId: 'ves', period: '2020-H1', ministryNote: 'Suunnitelma puuttuu.' };
    await world.json({
      organisations: [own, { ...anOrganisation, id: 'ves', tenantId: 'vesi' }],
      'follow-ups': [note],
    });
    for (const ministryNote of ['Suunnitelma puuttuu.', 'Arvaus.']) {
      const { errors } = await world.json({ 'follow-ups': [{ ...note, ministryNote }] }, authority('metsa'));
      expect(errors).toEqual([{ row: 0, pointer: '/follow-ups/0', rule: expect.stringMatching(/^NOT_YOURS/) }]);
    }
  });

  it('is not somebody without any part in it', async () => {
    expect(await importWorld().json(base, { role: 'COORDINATOR' })).toMatchObject({ accepted: 0 });
    expect(await importWorld().json(base, { role: 'PUBLIC' })).toMatchObject({ accepted: 0 });
  });
});
