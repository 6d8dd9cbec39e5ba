import { describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { anAddress, electronicOnly, identityCode } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { ask } from '#test/builders/e2e-wire';
import { runsOf } from '#test/builders/letter-pdf';
import { CENTRES } from '#test/builders/support';

const hub = useHub({ env: { HUB_NOW: '2026-11-10T10:00:00.000Z', ASSISTANT: 'on' } });
const city = systemOne(hub);
const as = (key: string) => async (method: string, path: string, json?: object, etag?: string) =>
  ask(hub, method, `/support/v1${path}`, {
    headers: { ...(key === '' ? {} : { 'x-api-key': key }), ...(etag === undefined ? {} : { 'if-match': etag }) },
    json,
  });
const [anybody, coordinator, ministry, collector] = [
  as(''),
  as('coordinator-key'),
  as('ministry-key'),
  as('collector-key'),
];
const search = async (query: string) => (await anybody('GET', `/providers?${query}`)).json;
const provider = (municipalities: string[], part: object = {}) => ({
  names: { fi: 'Kirjasto', sv: 'Biblioteket' },
  sector: 'LIBRARY',
  forms: ['DEVICE_TRAINING'],
  languages: ['fi'],
  area: { municipalities },
  contact: { phone: '016 123456' },
  ...part,
});
const found = (...ids: string[]) => ids.map((id) => expect.objectContaining({ id }));

describe('a search for digital support', () => {
  it('tells the nearest where nobody is, and the coordinator of the need that was not met (TR-17)', async () => {
    for (const { id, names, region, postcodes, centre } of CENTRES)
      expect(await coordinator('PUT', `/centres/${id}`, { names, region, postcodes, centre })).toMatchObject({
        status: 201,
      });
    await coordinator('PUT', '/providers/rovaniemi', provider(['698']));
    await coordinator('PUT', '/providers/helsinki', provider(['091']));
    await ministry('PUT', '/providers/neuvonta', provider([], { area: { nationwide: true }, forms: ['PHONE'] }));

    expect(await search('municipality=Utsjoki&language=fi&group=OLDER_PEOPLE')).toMatchObject({
      providers: [
        { id: 'rovaniemi', reach: 'NEAREST', distanceKm: expect.closeTo(383, -1) },
        { id: 'helsinki', reach: 'NEAREST' },
        { id: 'neuvonta', reach: 'NATIONWIDE' },
      ],
      nearest: true,
      place: { municipality: '890', region: '19', known: true },
    });
    await search('postcode=99980&language=fi&group=older-people');
    expect(await coordinator('GET', '/unmet-needs')).toMatchObject({
      status: 200,
      json: {
        needs: [
          { municipality: '890', region: '19', group: 'OLDER_PEOPLE', language: 'fi', month: '2026-11', count: 2 },
        ],
      },
    });
  });

  it('finds by name in either language, code, postcode and region, once somebody is there', async () => {
    await coordinator('PUT', '/providers/utsjoki', provider(['890']));
    for (const query of ['municipality=utsjoki', 'municipality=890', 'postcode=99980'])
      expect(await search(query)).toMatchObject({ providers: found('utsjoki', 'neuvonta'), nearest: false });
    expect(await search('municipality=Helsingfors')).toMatchObject({ providers: found('helsinki', 'neuvonta') });
    expect(await search('region=19')).toMatchObject({ providers: found('rovaniemi', 'utsjoki', 'neuvonta') });
  });

  it('finds businesses their own, and takes codes nobody has heard of', async () => {
    const yrityksille = provider(['091'], {
      targetGroups: ['BUSINESS'],
      sector: 'CHAMBER_OF_COMMERCE',
      forms: ['WALK-IN'],
    });
    await coordinator('PUT', '/providers/yrityksille', yrityksille);
    expect(await search('municipality=091&group=BUSINESS')).toMatchObject({ providers: found('yrityksille') });
    expect(await search('municipality=091&form=walk-in')).toMatchObject({ providers: found('yrityksille') });
    await coordinator('PUT', '/terms/walk-in', {
      list: 'FORM',
      code: 'WALK-IN',
      names: { fi: 'Käymällä', sv: 'På plats' },
    });
    expect((await anybody('GET', '/taxonomies')).text).toContain('Käymällä');
  });

  it('keeps nothing of what somebody typed', async () => {
    await search(`municipality=${encodeURIComponent('Maija 010190-900P')}&form=rukous&language=xx`);
    const { text } = await coordinator('GET', '/unmet-needs');
    expect(text).toContain('"municipality":"UNKNOWN","form":"OTHER","language":"other"');
    expect(text).not.toMatch(/maija|rukous|010190/i);
  });
});

describe('a letter that the hub lays out', () => {
  it('names who supports at the post code it goes to (REQ-095)', async () => {
    const sandbox = sandboxOf(hub);
    const oulu = provider(['564'], { names: { fi: 'Oulun digitupa' }, contact: { phone: '08 555 123' } });
    await coordinator('PUT', '/providers/oulu', oulu);
    const to = identityCode('120670', '-', 950);
    const postalAddress = anAddress({ zipCode: '90100', city: 'OULU' });
    await sandbox.person(to, {
      name: 'Joku Jokunen',
      postalAddress,
      consent: { electronic: true, email: 'j@example.fi' },
    });
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to }));
    await sandbox.settle();
    await sandbox.bounce((await sandbox.emailAbout(messageId)).emailId, 'hard');
    await sandbox.settle();
    const { letterId } = await sandbox.letterOf(messageId);
    const runs = await runsOf((await printerAt(hub).pdf(letterId)).bytes);
    expect(runs.map(({ text }) => text)).toContain(
      'Apua digitaalisten palvelujen käyttöön: Oulun digitupa, 08 555 123.',
    );
  });
});

describe('the registers of digital support', () => {
  it('are entered and changed by version, with what is unknown left out and told', async () => {
    const need = { region: '19', year: 2026, estimate: 5000, shoeSize: 43 };
    expect(await coordinator('PUT', '/region-needs/lappi-2026', need)).toMatchObject({
      status: 201,
      json: { id: 'lappi-2026', version: 1, group: 'PERSON', ignored: ['/shoeSize'] },
    });
    expect(await coordinator('PUT', '/region-needs/lappi-2026', need)).toMatchObject({ status: 428 });
    expect(await coordinator('PUT', '/region-needs/lappi-2026', need, '"7"')).toMatchObject({ status: 412 });
    expect(await coordinator('PUT', '/region-needs/lappi-2026', { ...need, estimate: 6000 }, '"1"')).toMatchObject({
      status: 200,
      json: { version: 2, estimate: 6000 },
    });
    const read = await ministry('GET', '/region-needs/lappi-2026');
    expect(read).toMatchObject({ status: 200, json: { estimate: 6000 } });
    expect(read.headers.get('etag')).toBe('"2"');
    expect(await ministry('GET', '/region-needs')).toMatchObject({ json: { items: found('lappi-2026') } });
  });

  it.each([
    ['/region-needs/x', { region: '19', year: 2026, estimate: -1 }, '/estimate'],
    ['/centres/x', { names: { fi: 'X' }, region: '19', centre: { latitude: 91, longitude: 0 } }, '/centre/latitude'],
    ['/providers/x', { ...provider([]) }, '/area'],
    ['/providers/010190-900P', provider(['091']), '/id'],
  ])('refuse what is wrong at %s by the field', async (path, body, pointer) => {
    const answer = await coordinator('PUT', path, body);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
    expect(answer.text).not.toContain('010190');
  });

  it('are kept by coordinators and the ministry; an authority reads what helps its customers', async () => {
    const row = provider(['091']);
    expect(await anybody('PUT', '/providers/a', row)).toMatchObject({ status: 401 });
    expect(await collector('PUT', '/providers/a', row)).toMatchObject({ status: 403 });
    expect(await collector('GET', '/unmet-needs')).toMatchObject({ status: 403 });
    expect(await city.call('PUT', '/support/v1/providers/a', { json: row })).toMatchObject({ status: 403 });
    expect(await city.call('GET', '/support/v1/materials')).toMatchObject({ status: 200 });
    expect(await city.call('GET', '/support/v1/region-needs')).toMatchObject({ status: 403 });
  });
});

describe('an import', () => {
  const send = async (key: string, query: string, body: string, type = 'text/csv') =>
    ask(hub, 'POST', `/support/v1/imports?${query}`, { headers: { 'x-api-key': key, 'content-type': type }, body });
  const CENTRES_CSV = [
    'id;names.fi;names.sv;region;postcodes;centre.latitude;centre.longitude',
    '261;Kittilä;Kittilä;19;99100;67.65;24.91',
    '273;Kolari;Kolari;19;95900;67.33;23.79',
  ].join('\n');

  it('enters a list of centres, all or none, and tries it first', async () => {
    expect(await send('collector-key', 'kind=centres', CENTRES_CSV)).toMatchObject({ status: 403 });
    const tried = await send('coordinator-key', 'kind=centres&dryRun=true', CENTRES_CSV);
    expect(tried).toMatchObject({ status: 200, json: { accepted: 2, errors: [] } });
    expect(await search('municipality=Kolari')).toMatchObject({ place: { known: false } });
    const wrong = await send('coordinator-key', 'kind=centres', CENTRES_CSV.replace('67.33', '167'));
    expect(wrong).toMatchObject({
      status: 422,
      json: { accepted: 0, errors: [{ row: 3, pointer: '/centre/latitude' }] },
    });
    expect(await search('municipality=Kittilä')).toMatchObject({ place: { known: false } });
    expect(await send('coordinator-key', 'kind=centres', CENTRES_CSV)).toMatchObject({
      status: 200,
      json: { accepted: 2 },
    });
    expect(await search('municipality=Kittilä')).toMatchObject({ place: { municipality: '261', known: true } });
  });

  it('says what a row names that is not there', async () => {
    const body = JSON.stringify({ memberships: [{ id: 'm', region: '19', providerId: 'nobody' }] });
    const answer = await send('ministry-key', '', body, 'application/json');
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/memberships/0/providerId' }] } });
  });
});

describe('a proposed provider', () => {
  it('is found once a coordinator has accepted it, and by nobody before', async () => {
    const proposed = await anybody('POST', '/provider-proposals', provider(['148'], { sector: 'COMPANY' }));
    expect(proposed).toMatchObject({ status: 201, json: { state: 'WAITING' } });
    const { id } = Object(proposed.json);
    expect(await search('municipality=Inari')).toMatchObject({ nearest: true });
    expect(await anybody('GET', '/provider-proposals')).toMatchObject({ status: 401 });
    expect(await coordinator('GET', '/provider-proposals')).toMatchObject({ json: { items: found(id) } });
    const decide = async (accept: boolean) => coordinator('POST', `/provider-proposals/${id}/decisions`, { accept });
    expect(await decide(true)).toMatchObject({ status: 200, json: { state: 'ACCEPTED' } });
    expect(await decide(true)).toMatchObject({ status: 200 });
    expect(await decide(false)).toMatchObject({ status: 409 });
    expect(await search('municipality=Inari')).toMatchObject({ providers: found(id, 'neuvonta'), nearest: false });
    expect(await anybody('GET', `/providers/${id}`)).toMatchObject({ status: 200, json: { sector: 'COMPANY' } });
  });

  it('may not hold what looks like the identity code of a person', async () => {
    const answer = await anybody('POST', '/provider-proposals', provider(['148'], { note: 'soita 010190-900P' }));
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.text).not.toContain('010190');
  });
});

describe('the automatic adviser', () => {
  it('says what it is, answers with checked words, and names people to turn to', async () => {
    const topic = {
      text: { fi: 'Ota Suomi.fi-viestit käyttöön tunnistautumalla.' },
      keywords: { fi: ['suomi.fi-viestit', 'käyttöönotto'], sv: [], en: [] },
      links: [{ names: { fi: 'Viestit' }, address: 'https://www.suomi.fi/viestit' }],
      owner: 'Digituen yksikkö',
      checkedOn: '2026-10-01',
    };
    await coordinator('PUT', '/assistant-topics/viestit', topic);
    const question = 'Miten saan Suomi.fi-viestit? Tunnukseni on 010190-900P.';
    const answer = await anybody('POST', '/assistant/questions', { question, language: 'fi' });
    expect(answer).toMatchObject({
      status: 200,
      json: {
        automated: true,
        disclosure: expect.stringContaining('automaattinen'),
        answers: [{ faqId: 'viestit', links: [{ address: 'https://www.suomi.fi/viestit' }] }],
        handOver: expect.arrayContaining([
          expect.objectContaining({ names: expect.objectContaining({ fi: 'Kansalaisneuvonta' }) }),
        ]),
        owner: 'Esimerkkineuvonta',
        transcriptId: expect.any(String),
      },
    });
    expect(answer.text).not.toContain('010190');
  });
});
