import { describe, expect, it } from 'vitest';
import { programmeFixture } from '#local/demo/programme/fixture';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { systemOne } from '#test/builders/e2e-authority';
import { useHub } from '#test/builders/e2e-hub';
import { type Question, ask } from '#test/builders/e2e-wire';
import { PUBLISHED_2019 } from '#test/builders/programme-survey';

const hub = useHub({ env: { HUB_NOW: '2019-04-01T08:00:00.000Z' } });
const IMPORTS = '/programme/v1/imports';
const ROUND = '/programme/v1/survey-rounds/tiekartta-2019';
const MINISTRY = { 'x-api-key': 'ministry-key' };

const call = async (method: string, path: string, { headers, ...question }: Question = {}) =>
  ask(hub, method, path, { ...question, headers: { ...MINISTRY, ...headers } });
const csv = async (query: string, body: string, type = 'text/csv') =>
  call('POST', `${IMPORTS}${query}`, { body, headers: { 'content-type': type } });

describe('the published figures of the round of 2019', () => {
  it('come out of an import, which a dry run only tries (TR-01)', async () => {
    const body = programmeFixture(CALENDAR_2019);
    const rows = Object.values(body).flat().length;
    const tried = await call('POST', `${IMPORTS}?dryRun=true`, { json: body });
    expect(tried).toMatchObject({ status: 200, json: { accepted: rows, errors: [] } });
    expect((await call('GET', `${ROUND}/aggregates`)).status).toBe(404);
    const entered = await call('POST', IMPORTS, { json: body });
    expect(entered).toMatchObject({ status: 200, json: { accepted: rows } });
    const public_ = await ask(hub, 'GET', `${ROUND}/aggregates`);
    expect(public_.json).toMatchObject(PUBLISHED_2019);
  });

  it('stand on answers everybody may read, without anybody to turn to', async () => {
    const answers = await ask(hub, 'GET', `${ROUND}/answers`);
    expect(answers.json).toMatchObject({ roundId: 'tiekartta-2019' });
    expect(answers.text).not.toMatch(/@|yhteyshenkilo/);
    const file = await ask(hub, 'GET', `${ROUND}/answers?format=csv`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.text.split('\r\n')).toHaveLength(1 + 244 + 1);
  });
});

describe('an import with errors', () => {
  const wrong = { organisations: [{ id: 'uusi', names: { fi: 'Uusi' }, type: 'STATE' }, { id: 'toinen' }] };
  const errors = [
    { row: 1, pointer: '/organisations/1/names', rule: 'is required' },
    { row: 1, pointer: '/organisations/1/type', rule: 'is required' },
  ];

  it('is told by row, pointer and rule, and nothing of it is entered', async () => {
    const tried = await call('POST', `${IMPORTS}?dryRun=true`, { json: wrong });
    expect(tried).toMatchObject({ status: 200, json: { accepted: 0, errors } });
    const refused = await call('POST', IMPORTS, { json: wrong });
    expect(refused).toMatchObject({ status: 422, json: { accepted: 0, errors } });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect((await call('GET', '/programme/v1/organisations/uusi')).status).toBe(404);
  });

  it.each([
    ['in another encoding', Buffer.from('id;names.fi;type\nx;V\u00e4yl\u00e4;STATE\n', 'latin1'), 2, /UTF-8/],
    ['with mixed separators', Buffer.from('id;names.fi,type\n'), 1, /separators/],
    ['with a formula', Buffer.from('id;names.fi;type\nx;=1+1;STATE\n'), 2, /^FORMULA/],
    ['of 100 000 lines', Buffer.from(`id;names.fi;type\n${'x;X;STATE\n'.repeat(100_000)}`), 10_002, /^TOO_MANY_LINES/],
  ])('of CSV %s is refused by its line', async (_, bytes, row, rule) => {
    const body = new Uint8Array(bytes);
    const answer = await call('POST', `${IMPORTS}?kind=organisations`, {
      body,
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ accepted: 0, errors: [{ row, rule: expect.stringMatching(rule) }] });
    expect((await call('GET', '/programme/v1/organisations/x')).status).toBe(404);
  });

  it('is refused where it is too large, of another kind or of no register', async () => {
    const text = 'id;names.fi;type\nx;X;STATE\n';
    expect((await csv('?kind=organisations', 'x'.repeat(6_000_001))).status).toBe(413);
    expect((await csv('?kind=organisations', text, 'text/csv; charset=iso-8859-1')).status).toBe(415);
    expect((await csv('?kind=organisations', text, 'application/vnd.ms-excel')).status).toBe(415);
    expect((await csv('', text)).json).toMatchObject({ errors: [{ pointer: '/kind' }] });
    expect((await csv('?kind=ships', text)).status).toBe(400);
    expect((await call('POST', IMPORTS, { body: '{' })).status).toBe(422);
  });
});

describe('who enters rows in bulk', () => {
  it('are the ministry, its collector, and an authority its own', async () => {
    const city = systemOne(hub);
    const service = {
      id: 'kuusilahti-9',
      organisationId: 'kuusilahti',
      names: { fi: 'Katulupa' },
      managementDecision: { date: '2019-02-01' },
    };
    const own = await city.call('POST', IMPORTS, { json: { services: [service] } });
    expect(own).toMatchObject({ status: 200, json: { accepted: 1 } });
    const foreign = await city.call('POST', IMPORTS, { json: { services: [{ ...service, organisationId: 'ves' }] } });
    expect(foreign).toMatchObject({ status: 422, json: { errors: [{ rule: expect.stringMatching(/^NOT_YOURS/) }] } });
    const collector = await call('POST', IMPORTS, { json: {}, headers: { 'x-api-key': 'collector-key' } });
    expect(collector.status).toBe(200);
    expect((await ask(hub, 'POST', IMPORTS, { json: {} })).status).toBe(401);
  });
});
