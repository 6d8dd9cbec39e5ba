import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFileDocuments } from '#shared/adapters/documents/file-documents';

const house = mkdtempSync(join(tmpdir(), 'documents-'));
const folder = join(house, 'kept');
const documents = makeFileDocuments(folder);
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const PDF = { bytes: bytesOf('%PDF-1.7'), mediaType: 'application/pdf' };

afterAll(() => {
  rmSync(house, { recursive: true });
});

const textOf = async (key: string) => {
  const stored = await documents.read(key);
  return stored && { text: Buffer.from(stored.bytes).toString(), mediaType: stored.mediaType };
};

describe('a document in a folder', () => {
  it.each(['a', 'in/esimerkki/00000000-0000-4000-8000-000000000001', 'letters/esimerkki/4217-1-L1-abc.pdf', 'A_b-c.d'])(
    'is read as it was put, under %s',
    async (key) => {
      await documents.put(key, PDF);
      expect(await textOf(key)).toEqual({ text: '%PDF-1.7', mediaType: 'application/pdf' });
    },
  );

  it('may be empty', async () => {
    await documents.put('empty', { bytes: new Uint8Array(), mediaType: 'text/plain' });
    expect(await textOf('empty')).toEqual({ text: '', mediaType: 'text/plain' });
  });

  it('is nothing when it was never put, or has been removed', async () => {
    expect(await documents.read('never/put')).toBeUndefined();
    await documents.put('removed/a', PDF);
    await documents.put('removed/b', PDF);
    await documents.remove('removed/a');
    expect(await documents.read('removed/a')).toBeUndefined();
    expect(await textOf('removed/b')).toBeDefined();
  });

  it('may be removed twice', async () => {
    await documents.remove('never/put');
    await expect(documents.remove('never/put')).resolves.toBeUndefined();
  });

  it('is the newest that was put', async () => {
    await documents.put('twice', PDF);
    await documents.put('twice', { bytes: bytesOf('uusi'), mediaType: 'text/plain' });
    expect(await textOf('twice')).toEqual({ text: 'uusi', mediaType: 'text/plain' });
  });

  it('leaves nothing half written beside it', async () => {
    await documents.put('whole/a', PDF);
    expect(readdirSync(join(folder, 'whole')).sort()).toEqual(['a', 'a.type']);
    await documents.remove('whole/a');
    expect(readdirSync(join(folder, 'whole'))).toEqual([]);
  });

  it('survives a restart', async () => {
    await documents.put('kept', PDF);
    expect((await makeFileDocuments(folder).read('kept'))?.mediaType).toBe('application/pdf');
  });

  it('is a fault when what tells its type can not be read', async () => {
    await documents.put('faulty', PDF);
    writeFileSync(join(folder, 'faulty.type'), 'x');
    await expect(documents.read('faulty')).rejects.toThrow();
    writeFileSync(join(folder, 'faulty.type'), '{}');
    await expect(documents.read('faulty')).rejects.toThrow();
  });

  it('is a fault where a folder stands in its place', async () => {
    await documents.put('folder/a', PDF);
    writeFileSync(join(folder, 'folder.type'), '{"mediaType":"text/plain"}');
    await expect(documents.read('folder')).rejects.toThrow();
  });
});

describe('a key that leads elsewhere', () => {
  const UNSAFE = [
    '',
    '/',
    '/etc/passwd',
    '../secret',
    'a/../../secret',
    'a/..',
    '..',
    'a//b',
    'a/',
    'a b',
    'a\\b',
    'ä',
    'a\u0000b',
    'a\n',
    'C:\\a',
    'a%2e%2e',
    '~/a',
  ];

  it.each(UNSAFE)('is refused for every use: %j', async (key) => {
    await expect(documents.put(key, PDF)).rejects.toThrow('a document key of unsafe form');
    await expect(documents.read(key)).rejects.toThrow('a document key of unsafe form');
    await expect(documents.remove(key)).rejects.toThrow('a document key of unsafe form');
  });

  it('writes nothing outside the folder', () => {
    expect(readdirSync(house)).toEqual(['kept']);
  });
});

describe('a key with a part that is a single dot', () => {
  it.each(['.', 'a/.', './a', 'a/./b'])('is refused, or its files would stand beside their folder: %s', async (key) => {
    const aside = mkdtempSync(join(house, 'kept', 'aside-'));
    await expect(makeFileDocuments(join(aside, 'kept')).put(key, PDF)).rejects.toThrow('a document key of unsafe form');
    expect(readdirSync(aside)).toEqual([]);
  });
});
