import { createHmac } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeValtuudet } from '#shared/adapters/mandates/valtuudet';
import { PowersUnknown } from '#shared/ports/powers';
import { COMPANY, KALLE, NOON, PAULA, TESSA } from '#test/builders/messages';

const API_KEY = 'salainen-avain';

interface Told {
  readonly status: number;
  readonly body: string;
}

describe('the national register of mandates over the wire', () => {
  const started: { server?: Server; base?: string } = {};
  const asked: { url: string; header: string }[] = [];
  let script: Told = { status: 200, body: '{"result":"ALLOWED"}' };
  const register = (base = started.base ?? '') =>
    makeValtuudet({
      base,
      clientId: 'abc12345',
      apiKey: async () => API_KEY,
      issue: 'viestit',
      ask: fetch,
      clock: () => NOON,
    });

  beforeAll(async () => {
    const server = createServer(({ url = '', headers }, response) => {
      asked.push({ url, header: String(headers['x-asiointivaltuudetauthorization']) });
      response.writeHead(script.status, { 'content-type': 'application/json' }).end(script.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    started.server = server;
    started.base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  });
  afterAll(async () => {
    await new Promise((resolve) => started.server?.close(resolve));
  });
  beforeEach(() => {
    asked.length = 0;
    script = { status: 200, body: '{"result":"ALLOWED"}' };
  });

  it('is asked of a pair of people and one issue, with a checksum of the path and the time', async () => {
    const [power] = await register().between(PAULA, TESSA);
    const [{ url, header } = { url: '', header: '' }] = asked;
    expect(url).toMatch(
      new RegExp(`^/service/rest/hpa/authorization/abc12345/${PAULA}/${TESSA}\\?issues=viestit&requestId=`),
    );
    const sum = createHmac('sha256', API_KEY).update(`${url} ${NOON}`).digest('base64');
    expect(header).toBe(`abc12345 ${NOON} ${sum}`);
    expect(power).toMatchObject({ role: 'AGENT', source: 'VALTUUDET', mandateId: 'VALTUUDET:viestit' });
    expect(url).toContain(`requestId=${power?.check}`);
  });

  it('says no', async () => {
    script = { status: 200, body: '{"result":"DISALLOWED","reasons":[{"rule":"x","value":"y"}]}' };
    expect(await register().between(KALLE, TESSA)).toEqual([]);
  });

  it('is not asked of organisations, nor who may act for whom', async () => {
    expect(await register().between(PAULA, COMPANY)).toEqual([]);
    expect(await register().holdersFor(TESSA)).toEqual([]);
    expect(await register().principalsOf(PAULA)).toEqual({ known: [], complete: false });
    expect(asked).toEqual([]);
  });

  it.each([
    ['an error', { status: 500, body: '' }],
    ['a time that is five minutes wrong', { status: 401, body: '{}' }],
    ['no such thing', { status: 404, body: '{}' }],
    ['something that is no answer', { status: 200, body: '{"result":"PERHAPS"}' }],
    ['nonsense', { status: 200, body: '<html>' }],
  ])('that answers %s grants nothing, and the fault names nobody', async (_, told) => {
    script = told;
    const fault: unknown = await register()
      .between(PAULA, TESSA)
      .catch((each: unknown) => each);
    expect(fault).toBeInstanceOf(PowersUnknown);
    expect(String(fault)).not.toMatch(/0101|0102/);
  });

  it('that is not there grants nothing', async () => {
    await expect(register('http://127.0.0.1:1').between(PAULA, TESSA)).rejects.toBeInstanceOf(PowersUnknown);
  });
});
