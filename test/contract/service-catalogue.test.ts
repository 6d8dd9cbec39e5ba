import { type Server, createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnCatalogue, noCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { makePtvCatalogue } from '#shared/adapters/catalogue/ptv-catalogue';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { CATALOGUE_ROWS } from '#shared/domain/programme/catalogue';
import { NOON } from '#test/builders/messages';

const KNOWN = '8b1b2b2e-6d1f-4b6e-9f52-0d4a8e3f7a11';
const STRANGE = '11111111-2222-4333-8444-555555555555';
const BROKEN = '99999999-2222-4333-8444-555555555555';

describe('the national service catalogue over the wire', () => {
  const started: { server?: Server; base?: string } = {};
  const asked: string[] = [];
  const catalogue = () => makePtvCatalogue(started.base ?? '', fetch);

  beforeAll(async () => {
    const server = createServer(({ url = '', method = '' }, response) => {
      asked.push(`${method} ${url}`);
      response.writeHead(url.endsWith(KNOWN) ? 200 : url.endsWith(BROKEN) ? 503 : 404).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    started.server = server;
    started.base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/v11/`;
  });
  afterAll(async () => {
    await new Promise((resolve) => started.server?.close(resolve));
  });

  it('says yes or no to a service by its id', async () => {
    expect(await catalogue().check(KNOWN)).toBe('CONFIRMED');
    expect(asked).toEqual([`GET /api/v11/Service/${KNOWN}`]);
    expect(await catalogue().check(STRANGE)).toBe('UNKNOWN');
  });

  it('leaves an id unchecked when it fails or is not there', async () => {
    expect(await catalogue().check(BROKEN)).toBe('UNCHECKED');
    expect(await makePtvCatalogue('http://127.0.0.1:1/api/v11', fetch).check(KNOWN)).toBe('UNCHECKED');
  });
});

describe('a list of the catalogue that the hub keeps itself', () => {
  it('says nothing while it is empty, and then yes or no', async () => {
    const rows = makeMemoryProgrammeRows();
    const catalogue = makeOwnCatalogue(rows);
    expect(await catalogue.check(KNOWN)).toBe('UNCHECKED');
    await rows.put({ kind: CATALOGUE_ROWS, id: KNOWN, fields: {} }, { at: NOON, follows: undefined });
    expect(await catalogue.check(KNOWN.toUpperCase())).toBe('CONFIRMED');
    expect(await catalogue.check(STRANGE)).toBe('UNKNOWN');
  });

  it('is not asked where none is configured', async () => {
    expect(await noCatalogue.check(KNOWN)).toBe('UNCHECKED');
  });
});
