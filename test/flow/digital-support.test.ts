import { beforeEach, describe, expect, it } from 'vitest';
import { assistantCalls } from '#functions/_shell/calls/support';
import { anybody } from '#functions/_shell/http-door';
import { makeMemoryIds } from '#shared/adapters/memory/ids';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { Programme } from '#shared/domain/programme/programme';
import { reportContent } from '#shared/domain/programme/report';
import { SUPPORT_KINDS } from '#shared/domain/digital-support/kinds';
import { makeAskAssistant } from '#shared/flow/digital-support/ask-assistant';
import { countedNeeds, makeFindSupport, makeKnownDirectory } from '#shared/flow/digital-support/find-support';
import { makeProposals } from '#shared/flow/digital-support/propose-provider';
import { makeReadSupport } from '#shared/flow/digital-support/read-support';
import { supportRows } from '#shared/flow/digital-support/support-rows';
import { BUILDERS } from '#shared/flow/programme/builders';
import { ok } from '#shared/kernel/result';
import { type Instant, DAY, HOUR, MINUTE, after, calendarDate, instant } from '#shared/kernel/time';
import { memoryStores } from '#test/builders/stores';
import { CENTRES, providerRow } from '#test/builders/support';
import { NO_ROWS } from '#test/builders/programme-rows';

const START = instant.parse('2020-07-31T20:59:00.000Z');
const SEPTEMBER_END = instant.parse('2020-10-01T03:00:00.000Z');

function open() {
  const stores = memoryStores();
  const time = { now: START };
  const ports = {
    rows: supportRows(stores.programme),
    tallies: stores.tallies,
    ids: makeMemoryIds({ epoch: 1, alone: true }),
    clock: () => time.now,
  };
  const directory = makeKnownDirectory(ports);
  return {
    ...ports,
    time,
    directory,
    find: makeFindSupport(ports, directory),
    ask: makeAskAssistant(ports, directory),
    proposals: makeProposals(ports, directory),
    enter: async (kind: string, id: string, fields: object, follows?: number) =>
      ports.rows.put({ kind, id, fields }, { at: time.now, follows }),
    read: makeReadSupport({ rows: stores.programme, tallies: stores.tallies }),
    needs: async (...months: string[]) => countedNeeds(stores.tallies, months),
  };
}

let world: ReturnType<typeof open>;

beforeEach(async () => {
  world = open();
  for (const centre of CENTRES) await world.enter('centres', centre.id, centre);
  await world.enter('providers', 'rovaniemi', providerRow('rovaniemi', ['698']));
});

const move = (to: Instant) => {
  world.time.now = to;
};

describe('a need that is not met', () => {
  it('is counted by place and wish in the month of Helsinki it is asked in', async () => {
    await world.find({ municipality: 'Utsjoki', language: 'se' });
    move(after(START, 2 * MINUTE));
    await world.find({ municipality: 'Utsjoki', language: 'se' });
    await world.find({ municipality: 'Rovaniemi' });
    const place = { municipality: '890', region: '19', language: 'se' };
    expect(await world.needs('2020-07', '2020-08')).toEqual([
      { ...place, month: '2020-07', count: 1 },
      { ...place, month: '2020-08', count: 1 },
    ]);
  });

  it('is counted no more than so often in a minute, whatever comes in', async () => {
    const flood = async () => {
      for (let n = 0; n < 50; n += 1) await world.find({ municipality: 'Utsjoki' });
    };
    await flood();
    expect(await world.needs('2020-07')).toMatchObject([{ count: 20 }]);
    move(after(START, MINUTE));
    await flood();
    expect(await world.needs('2020-08')).toMatchObject([{ count: 20 }]);
  });

  it('is counted no more than so often of all kinds together', async () => {
    const forms = ['CHAT', 'VIDEO', 'PEER', 'AT_HOME', 'PHONE'];
    const languages = ['en', 'se', 'ru', 'et', 'ar', 'so', 'uk'];
    for (const form of forms)
      for (const language of languages)
        for (let n = 0; n < 20; n += 1) await world.find({ municipality: 'Utsjoki', form, language });
    const counted = await world.needs('2020-07');
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(600);
  });
});

describe('the directory', () => {
  it('is known anew after a minute, and at once where it was changed', async () => {
    await world.find({ municipality: '890' });
    await world.enter('providers', 'utsjoki', providerRow('utsjoki', ['890']));
    expect(await world.find({ municipality: '890' })).toMatchObject({ met: false });
    move(after(START, MINUTE));
    expect(await world.find({ municipality: '890' })).toMatchObject({ met: true });
    await world.enter('providers', 'utsjoki', providerRow('utsjoki', ['890'], { closed: true }), 1);
    world.directory.forget();
    expect(await world.find({ municipality: '890' })).toMatchObject({ met: false });
  });
});

describe('a proposal', () => {
  const provider = SUPPORT_KINDS.providers.parse(providerRow('x', ['890']));

  it('is in the directory once it is accepted, also when the first attempt ended half way', async () => {
    const proposed = await world.proposals.propose(provider);
    const id = proposed.ok ? proposed.value.id : '';
    await world.enter('providers', id, provider);
    expect(await world.proposals.decide(id, { accept: true })).toMatchObject({
      ok: true,
      value: { state: 'ACCEPTED' },
    });
    expect(await world.find({ municipality: '890' })).toMatchObject({ met: true });
  });

  it('that is refused stays out, and is not decided another way', async () => {
    const proposed = await world.proposals.propose(provider);
    const id = proposed.ok ? proposed.value.id : '';
    await world.proposals.decide(id, { accept: false, reason: 'Ei yhteystietoja' });
    expect(await world.proposals.decide(id, { accept: true })).toMatchObject({ refusal: { kind: 'decided' } });
    expect(await world.find({ municipality: '890' })).toMatchObject({ met: false });
    expect(await world.proposals.decide('none', { accept: true })).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  it('is one of so many in a day at most', async () => {
    for (let n = 0; n < 200; n += 1) expect(await world.proposals.propose(provider)).toMatchObject({ ok: true });
    expect(await world.proposals.propose(provider)).toMatchObject({ refusal: { kind: 'too-many' } });
    move(after(START, DAY));
    expect(await world.proposals.propose(provider)).toMatchObject({ ok: true });
  });
});

describe('the automatic adviser', () => {
  it('keeps which topics it answered with, and of the question nothing', async () => {
    const keywords = { fi: ['kirje'], sv: [], en: [] };
    await world.enter('assistant-topics', 'kirjeet', {
      text: { fi: 'Ohje' },
      keywords,
      links: [],
      owner: 'X',
      checkedOn: '2020-01-01',
    });
    await world.ask({ question: 'Kirjeeni 010190-900P?', language: 'fi' });
    await world.ask({ question: 'Muuta', language: 'fi' });
    expect(await world.tallies.of('assistant-topics', '2020-07')).toEqual(
      new Map([
        ['kirjeet', 1],
        ['NONE', 1],
      ]),
    );
  });
});

describe('the call of the automatic adviser', () => {
  const body = JSON.stringify({ question: 'Kirje?', language: 'sv' });
  const request = { method: 'POST', resource: '', params: {}, query: {}, headers: {}, body, traceId: '' };
  const answerOf = async (on: boolean) => {
    const ports = { ...world, assistant: { on, owner: 'Neuvonta' } };
    const [call] = assistantCalls(ports, { anybody, programme: anybodyIs }, world.directory);
    return call?.answer(request);
  };
  const anybodyIs = async () => ok({ role: 'PUBLIC' } as const);

  it('says that it is off where nobody has switched it on', async () => {
    expect(await answerOf(false)).toMatchObject({
      status: 404,
      json: { type: 'urn:viestivayla:problem:assistant-off', title: 'Automaattinen neuvoja ei ole käytössä' },
    });
  });

  it('answers in the language asked for where somebody has', async () => {
    expect(await answerOf(true)).toMatchObject({
      status: 200,
      json: { automated: true, disclosure: expect.stringContaining('automatisk'), owner: 'Neuvonta', answers: [] },
    });
  });
});

describe('the report R10', () => {
  const request = {
    kind: 'R10',
    period: '2020-Q3',
    from: calendarDate.parse('2020-07-01'),
    to: calendarDate.parse('2020-09-30'),
    dueAt: SEPTEMBER_END,
    receivers: [{ type: 'national-developer' }, { type: 'coordinators' }],
  } as const;
  const programme: Programme = { calendar: CALENDAR_2019, rows: NO_ROWS, planSteps: new Map() };
  const build = async () => BUILDERS.R10(request, { programme, traffic: [], support: await world.read(request) });
  const rowsOf = async (section: string) => {
    const content = await build();
    return content.sections.find(({ id }) => id === section)?.table.rows;
  };

  it('tells needs that were not met, by place and wish, and too few only as few (TR-17)', async () => {
    for (let n = 0; n < 7; n += 1) await world.find({ municipality: 'Utsjoki', form: 'AT_HOME' });
    for (let n = 0; n < 4; n += 1) await world.find({ municipality: 'Inari', language: 'se' });
    await world.find({ municipality: 'Kaukola' });
    expect(await rowsOf('unmetNeeds')).toMatchObject([
      { municipality: { fi: 'Utsjoki' }, region: '19', form: 'AT_HOME', searches: 7 },
      { municipality: { fi: 'Inari', sv: 'Enare' }, language: 'se', searches: '<5' },
      { municipality: { fi: 'Kunta ei ole luettelossa' }, region: null, searches: '<5' },
    ]);
  });

  it('tells how many municipalities of each region are served, and which forms are missing', async () => {
    expect(await rowsOf('regions')).toContainEqual({
      region: '19',
      municipalities: 3,
      served: 1,
      servedPct: 33.3,
      providers: 1,
      members: 0,
    });
    expect(await rowsOf('forms')).toContainEqual({
      form: 'CHAT',
      providers: 0,
      regions: 0,
      regionsWithout: 5,
      nationwide: 0,
    });
    expect(await rowsOf('groups')).toContainEqual({
      group: 'PERSON',
      providers: 1,
      regions: 1,
      regionsWithout: 4,
      nationwide: 0,
    });
  });

  it('tells of the period what was done, and of few people that they were few', async () => {
    const contacts = { region: '19', month: '2020-08', form: 'CHAT', group: 'PERSON' };
    await world.enter('support-contacts', 'a', { ...contacts, outcome: 'HELPED', count: 40 });
    await world.enter('support-contacts', 'b', { ...contacts, outcome: 'NOT_HELPED', count: 2 });
    await world.enter('support-contacts', 'c', { ...contacts, month: '2020-10', outcome: 'HELPED', count: 9 });
    const training = { names: { fi: 'K' }, audience: 'CUSTOMER_SERVICE', region: '19', participants: 30 };
    await world.enter('trainings', 'a', { ...training, date: '2020-09-30' });
    await world.enter('trainings', 'b', { ...training, date: '2020-06-30' });
    expect(await rowsOf('contacts')).toEqual([{ form: 'CHAT', helped: 40, referred: 0, notHelped: '<5' }]);
    expect(await rowsOf('trainings')).toEqual([
      { region: '19', audience: 'CUSTOMER_SERVICE', trainings: 1, participants: 30 },
    ]);
  });

  it('says the same when it is made again later, whatever has come in since', async () => {
    await world.find({ municipality: 'Utsjoki' });
    const first = await build();
    move(after(SEPTEMBER_END, HOUR));
    await world.find({ municipality: 'Utsjoki' });
    await world.enter('providers', 'utsjoki', providerRow('utsjoki', ['890']));
    await world.enter('providers', 'rovaniemi', providerRow('rovaniemi', ['698'], { closed: true }), 1);
    expect(JSON.stringify(await build())).toBe(JSON.stringify(first));
  });

  it('has a cell for every column, in Finnish and Swedish, and charts of columns only', async () => {
    await world.find({ municipality: 'Utsjoki' });
    const content = reportContent.parse(await build());
    expect(content.sections.map(({ id }) => id)).toContain('services');
    for (const { heading, table, chart } of content.sections) {
      const ids = table.columns.map(({ id }) => id);
      expect(heading.sv).toBeDefined();
      for (const column of table.columns) expect(column.heading.sv).toBeDefined();
      for (const row of table.rows) expect(Object.keys(row).sort()).toEqual(ids.toSorted());
      expect(ids).toEqual(expect.arrayContaining(chart ? [chart.label, ...chart.series] : []));
    }
  });
});
