import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { programmeUser } from '#test/builders/e2e-programme';
import { ask } from '#test/builders/e2e-wire';

const hub = useHub({ env: { HUB_NOW: '2019-12-30T08:00:00.000Z', LOG_LEVEL: 'info', ASSISTANT: 'on' } });
const ministry = programmeUser(hub, 'ministry-key');
const coordinator = programmeUser(hub, 'coordinator-key');
const { sandbox, send, person } = channelAt(hub, '010172');

/** Words for the register, and for nobody outside it. */
const CANARIES = {
  mailbox: 'kanaria.osoite',
  contact: 'kanaria.yhteys',
  reason: 'Kanariaperuste',
  matter: 'KANARIA/7/2020',
  resources: 'Kanariaresurssit',
  returned: 'Kanariapalautus',
  note: 'Kanariahuomautus',
  answer: 'Kanariavastaus',
  question: 'Kanariakysymys',
  field: 'kanariakenttä',
} as const;
const TOWN_MAIL = `${CANARIES.mailbox}@example.fi`;

const joined = { managementDecision: { date: '2019-02-01', decisionMakerTitle: 'Johtaja' } };
const business = (status: string, part: object = {}) => [{ targetGroup: 'BUSINESS', status, ...part }];

async function fillRegisters(): Promise<void> {
  await ministry.enter('organisations/vm', {
    names: { fi: 'Valtiovarainministeriö', sv: 'Finansministeriet' },
    type: 'STATE',
    roles: ['MINISTRY'],
    contactEmail: 'vm@example.fi',
  });
  const vrk = { fi: 'Väestörekisterikeskus', sv: 'Befolkningsregistercentralen' };
  await ministry.enter('organisations/vrk', { names: vrk, type: 'STATE', validTo: '2019-12-31' });
  await ministry.enter('organisations/dvv', {
    names: { fi: 'Digi- ja väestötietovirasto', sv: 'Myndigheten för digitalisering och befolkningsdata' },
    type: 'STATE',
    validFrom: '2020-01-01',
    successorOf: ['vrk'],
  });
  await ministry.enter('organisations/pikkula', {
    names: { fi: 'Pikkula', sv: 'Lillby' },
    type: 'MUNICIPALITY',
    population: 2_900,
    ministryBranch: 'vm',
    contactEmail: TOWN_MAIL,
  });
  await ministry.enter('services/muutto', {
    organisationId: 'vrk',
    names: { fi: 'Muuttoilmoitus', sv: 'Flyttanmälan' },
    guidanceChannels: ['EMAIL', 'WEB_FORM', 'PHONE'],
    offerings: business('IN_USE'),
    ...joined,
  });
  await ministry.enter('services/lupa', {
    organisationId: 'pikkula',
    names: { fi: 'Torilupa' },
    guidanceChannels: ['EMAIL', 'WEB_FORM'],
    offerings: business('IN_DEVELOPMENT'),
    businessEvents: ['permits'],
    contactEmail: `${CANARIES.contact}@example.fi`,
    ...joined,
  });
  await ministry.enter('obstacles/este', {
    statute: '1/2000',
    section: '§ 1',
    type: 'PAPER_ONLY_DELIVERY',
    services: ['lupa'],
    responsibleMinistry: 'vm',
  });
}

async function plantCanaries(): Promise<void> {
  const offerings = [{ serviceId: 'lupa', targetGroup: 'BUSINESS', targetDate: '2022-06-30' }];
  const plan = { organisationId: 'pikkula', offerings, resources: CANARIES.resources, legislationObstacles: 'NONE' };
  const about = { organisationId: 'pikkula', serviceId: 'lupa' };
  await ministry.enter('exceptions/1', {
    ...about,
    ground: 'INDIVIDUAL_REASON',
    reason: CANARIES.reason,
    matter: CANARIES.matter,
  });
  await ministry.enter('plans/pikkula', { ...plan, exceptionsProposed: ['1'] });
  await ministry.call('POST', 'plans/pikkula/submissions');
  await ministry.call('POST', 'plans/pikkula/decisions', { decision: 'RETURNED', note: CANARIES.returned });
  await ministry.enter('follow-ups/1', {
    organisationId: 'pikkula',
    period: '2019-Q4',
    ministryNote: CANARIES.note,
    response: CANARIES.answer,
  });
  await ministry.put('services/outo', { [CANARIES.field]: CANARIES.note, contactEmail: CANARIES.mailbox });
  await ministry.get(`services/x?${CANARIES.field}=${CANARIES.note}`);
  await ask(hub, 'POST', '/support/v1/assistant/questions', { json: { question: CANARIES.question } });
}

const listed = z.object({
  reports: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  next: z.optional(z.string()),
});

async function reportIds(): Promise<string[]> {
  const { json } = await ministry.get('reports');
  return listed.parse(json).reports.map(({ id }) => id);
}

async function sectionsOf(id: string): Promise<unknown> {
  const { status, json } = await ministry.get(`reports/${id}`);
  expect(status).toBe(200);
  return Object(json).sections;
}

const authorityNames = async (lang: string) =>
  z
    .object({
      services: z.array(z.looseObject({ serviceId: z.string(), authority: z.looseObject({ name: z.string() }) })),
    })
    .parse((await ask(hub, 'GET', `/programme/v1/roadmap?lang=${lang}`)).json)
    .services.filter(({ serviceId }) => serviceId === 'muutto')
    .map(({ authority }) => authority.name);

const BEFORE: { names: string[]; report: string } = { names: [], report: '' };

beforeAll(async () => {
  const { json } = await ministry.get('calendar');
  await ministry.put('calendar', { ...Object(json), planDeadline: '2019-12-31' }, '"0"');
  await fillRegisters();
  await sandbox.moveTo('2019-12-31T08:00:00.000Z');
  BEFORE.names = await authorityNames('fi');
  await plantCanaries();
  const statutoryChannel = { rule: 'PAPER_ONLY', legalBasis: '1/2000 § 1' } as const;
  for (let i = 0; i < 7; i += 1) await send({ to: await person(), hub: { statutoryChannel } });
  await ask(hub, 'GET', '/support/v1/providers?municipality=Utsjoki&language=fi');
  await sandbox.moveTo('2020-01-02T05:00:00.000Z');
}, 60_000);

describe('a programme at the turn of a year', () => {
  it('calls an authority by the name it had then, and by the name it has now (TR-15)', async () => {
    expect(BEFORE.names).toEqual(['Väestörekisterikeskus']);
    expect(await authorityNames('fi')).toEqual(['Digi- ja väestötietovirasto']);
    expect(await authorityNames('sv')).toEqual(['Myndigheten för digitalisering och befolkningsdata']);
  });

  it('tells a small municipality that is late to work with others, and that it is late (TR-19)', async () => {
    expect((await ministry.get('authorities/pikkula/status')).json).toMatchObject({
      planState: 'RETURNED',
      late: true,
      level: 1,
      rag: 'RED',
      tags: ['RISK_SMALL_MUNICIPALITY'],
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'JOINT_IMPLEMENTATION_SUGGESTED' })]),
    });
    expect(await sectionsOf('R3-2020-01-01')).toMatchObject({
      late: {
        rows: expect.arrayContaining([expect.objectContaining({ organisationId: 'pikkula', smallMunicipality: true })]),
      },
    });
  });

  it('counts the letters a statute has asked for in the quarter (TR-20)', async () => {
    expect(await sectionsOf('R6-2019-Q4')).toMatchObject({
      obstacles: { rows: [{ statute: '1/2000', section: '§ 1', hits: 7 }] },
    });
  });

  it('names the service whose guidance is by mail and form only, and none with a phone (TR-08)', async () => {
    const { guidance } = Object(await sectionsOf('R11-2019-H2'));
    expect(guidance).toMatchObject({ rows: [{ service: { fi: 'Torilupa' } }] });
  });

  it('tells the coordinators where support was sought and not found (TR-17)', async () => {
    const { json } = await coordinator.get('reports/R10-2019-Q4');
    expect(json).toMatchObject({ sections: { unmetNeeds: { rows: [expect.objectContaining({ language: 'fi' })] } } });
  });
});

describe('the public roadmap', () => {
  it('is Swedish in Swedish, and marks what there is in Finnish only (TR-18)', async () => {
    const page = await ask(hub, 'GET', '/roadmap?lang=sv');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="sv">');
    expect(page.text).toContain('Flyttanmälan');
    expect(page.text).toContain('<span lang="fi">Torilupa</span> <small class="mark">(på finska)</small>');
    expect(page.text).not.toMatch(/Muuttoilmoitus|Väestörekisterikeskus|Käytössä|Yrityksille/);
  });

  it.each([
    ['', ['Muuttoilmoitus', 'Torilupa']],
    ['authority=pikkula', ['Torilupa']],
    ['event=permits', ['Torilupa']],
    ['status=IN_USE', ['Muuttoilmoitus']],
    ['group=PERSON', []],
  ])('shows those asked for: %s', async (query, names) => {
    const { text } = await ask(hub, 'GET', `/roadmap?${query}`);
    expect(['Muuttoilmoitus', 'Torilupa'].filter((name) => text.includes(name))).toEqual(names);
  });

  it('has a service in the morning after the day it came', async () => {
    await ministry.enter('services/uusi', {
      organisationId: 'dvv',
      names: { fi: 'Nimipalvelu', sv: 'Namntjänst' },
      offerings: business('IN_USE'),
      ...joined,
    });
    await sandbox.moveTo('2020-01-03T05:00:00.000Z');
    expect((await ask(hub, 'GET', '/roadmap?lang=sv')).text).toContain('Namntjänst');
  });
});

describe('mails of the programme', () => {
  it('lead to their reports without a credential, in both languages', async () => {
    const mails = (await sandbox.emails()).filter(({ kind }) => kind === 'REPORT');
    const links = mails.flatMap(({ text }) => text.match(/http:\/\/\S+/g) ?? []);
    expect(links.length).toBe(2 * mails.length);
    const newest = links.slice(-12).map((link) => new URL(link));
    for (const { pathname, search, searchParams } of newest) {
      const page = await ask(hub, 'GET', pathname + search);
      expect([page.status, page.text.includes(`<html lang="${searchParams.get('lang')}">`)]).toEqual([200, true]);
    }
  });
});

describe('what is for the registers only', () => {
  const found = (text: string) =>
    Object.values(CANARIES).filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));

  it('is in the registers', async () => {
    const { text } = await ministry.get('organisations/pikkula');
    expect(found(text)).toEqual([CANARIES.mailbox]);
    expect(found((await ministry.get('exceptions/1')).text)).toEqual([CANARIES.reason, CANARIES.matter]);
  });

  it('is in no report, in no form and no language', async () => {
    const ids = await reportIds();
    expect(new Set(ids.map((id) => id.split('-')[0])).size).toBeGreaterThanOrEqual(8);
    for (const id of ids)
      for (const form of ['json', 'csv&lang=fi', 'html&lang=fi', 'html&lang=sv'])
        expect([id, form, found((await ministry.get(`reports/${id}?format=${form}`)).text)]).toEqual([id, form, []]);
  });

  it('is on no public page and in no list', async () => {
    const paths = ['/roadmap', '/roadmap?lang=en', '/programme/v1/roadmap?format=csv', '/programme/v1/roadmap'];
    for (const path of [...paths, '/programme/v1/reports?format=html', '/support/v1/providers?municipality=Pikkula'])
      expect([path, found((await ask(hub, 'GET', path)).text)]).toEqual([path, []]);
    expect(found((await ministry.get('reports')).text)).toEqual([]);
  });

  it('is in a mail as its address only', async () => {
    for (const { subject, text, html } of await sandbox.emails()) expect(found(subject + text + html)).toEqual([]);
  });

  it('is not in the log', () => {
    expect(hub.output()).toContain('"event":"request"');
    expect(found(hub.output())).toEqual([]);
  });
});
