import { describe, expect, it } from 'vitest';
import { aService, anOrganisation, importWorld } from '#test/builders/programme-import';

const HEADER = 'id;organisationId;names.fi;names.sv;managementDecision.date;offerings.0.targetGroup;offerings.0.status';
const services = (...lines: string[]) => [HEADER, ...lines, ''].join('\r\n');
const fine = 'met-1;met;Hakkuuilmoitus;Avverkningsanmälan;2019-02-01;BUSINESS;IN_USE';

async function world() {
  const made = importWorld();
  await made.json({ organisations: [anOrganisation] });
  return made;
}

describe('an import of CSV', () => {
  it('reads columns by their paths', async () => {
    const { csv, rows } = await world();
    expect(await csv('services', `\uFEFF${services(fine)}`)).toEqual({ accepted: 1, errors: [], warnings: [] });
    expect(await rows.read('services', 'met-1')).toMatchObject({
      names: { fi: 'Hakkuuilmoitus', sv: 'Avverkningsanmälan' },
      offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE' }],
      apiOnly: false,
    });
  });

  it('reads numbers, truths and lists as what they are', async () => {
    const { json, csv, rows } = await world();
    await json({ services: [aService] });
    await csv('volumes', 'id,serviceId,year,total,split.electronic,split.paper\nv,met-1,2018,10,9,1\n');
    expect(await rows.read('volumes', 'v')).toMatchObject({
      year: 2018,
      total: 10,
      split: { electronic: 9, paper: 1 },
    });
    await csv('organisations', 'id\tnames.fi\ttype\troles\nx\tX\tSTATE\tAUTHORITY|MINISTRY\n');
    expect(await rows.read('organisations', 'x')).toMatchObject({ roles: ['AUTHORITY', 'MINISTRY'] });
    await csv('obstacles', 'id;statute;type;blocking\ne;13/2003;OTHER;false\n');
    expect(await rows.read('obstacles', 'e')).toMatchObject({ blocking: false, services: [] });
    await csv('plans', 'id;organisationId;legislationObstacles\np;met;NONE\nq;met;e\n');
    expect(await rows.read('plans', 'p')).toMatchObject({ legislationObstacles: 'NONE' });
    expect(await rows.read('plans', 'q')).toMatchObject({ legislationObstacles: ['e'] });
  });

  it('reads a year as a year and a day as a day, where either may stand', async () => {
    const { csv, rows } = await world();
    const header = HEADER.replace('names.sv', 'offerings.0.availableFrom');
    await csv(
      'services',
      `${header}\na;met;A;2020;2019-02-01;PERSON;IN_USE\nb;met;B;2020-05-01;2019-02-01;PERSON;IN_USE`,
    );
    expect(await rows.read('services', 'a')).toMatchObject({ offerings: [{ availableFrom: 2020 }] });
    expect(await rows.read('services', 'b')).toMatchObject({ offerings: [{ availableFrom: '2020-05-01' }] });
  });

  it('leaves out columns it does not know, and says so', async () => {
    const { csv } = await world();
    const { accepted, warnings } = await csv('organisations', 'id;names.fi;type;colour;names\nx;X;STATE;green;y\n');
    expect(accepted).toBe(1);
    expect(warnings.map(({ row, pointer }) => [row, pointer])).toEqual([
      [1, '/colour'],
      [1, '/names'],
    ]);
  });

  it.each<[string, string, number, string, RegExp]>([
    ['a wrong encoding', services(fine.replace('ä', '\uFFFD')), 2, '', /UTF-8/],
    ['separators that are mixed', services(fine).replace('id;', 'id,'), 1, '', /mixes separators/],
    ['another separator', services(fine).replaceAll(';', '|'), 1, '', /must be separated/],
    [
      'a separator that changes',
      services(fine, fine.replaceAll(';', ',')),
      3,
      '',
      /has 1 cells where the first line has 7/,
    ],
    ['a quote left open', services(fine, '"met-2;met'), 3, '', /^quotes/],
    ['a formula', services(fine, fine.replace('Hakkuuilmoitus', '=HYPERLINK(A1)')), 3, '/names/fi', /^FORMULA/],
    [
      'a formula behind a quote',
      services(fine, fine.replace('Hakkuuilmoitus', '"@SUM(A1)"')),
      3,
      '/names/fi',
      /^FORMULA/,
    ],
    ['a status nobody knows', services(fine.replace('IN_USE', 'VALMIS')), 2, '/offerings/0/status', /^must be one of/],
    ['a day that is none', services(fine.replace('2019-02-01', '1.2.2019')), 2, '/managementDecision/date', /pattern/],
    ['an unknown organisation', services(fine.replace(';met;', ';x;')), 2, '/organisationId', /^UNKNOWN_REFERENCE/],
    ['an id that stands twice', services(fine, fine), 3, '/id', /first in row 2/],
    ['a column that stands twice', `${HEADER};names.fi\n${fine};B`, 1, '/names/fi', /^stands twice/],
    ['no column of ids', services(fine).replace('id;', 'tunnus;'), 1, '/id', /must be there/],
  ])('is refused by line and rule for %s', async (_, text, row, pointer, rule) => {
    const { csv, onRecord } = await world();
    const { accepted, errors } = await csv('services', text);
    expect(accepted).toBe(0);
    expect(errors[0]).toEqual({ row, pointer, rule: expect.stringMatching(rule) });
    expect(await onRecord()).toHaveLength(1);
  });

  it('of 100 000 lines is refused at the first line too many', async () => {
    const { csv, onRecord } = await world();
    const lines = Array.from({ length: 100_000 }, (_, at) => fine.replace('met-1', `met-${at}`));
    const { errors } = await csv('services', services(...lines));
    expect(errors).toEqual([{ row: 10_002, pointer: '', rule: expect.stringMatching(/^TOO_MANY_LINES/) }]);
    expect(await onRecord()).toHaveLength(1);
  });

  it('keeps words that begin like a formula behind an apostrophe', async () => {
    const { csv, rows } = await world();
    await csv('organisations', "id;names.fi;type\nx;'-virasto;STATE\n");
    expect(await rows.read('organisations', 'x')).toMatchObject({ names: { fi: '-virasto' } });
  });
});
