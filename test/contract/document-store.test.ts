import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFileDocuments } from '#shared/adapters/documents/file-documents';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { documentStoreContract } from '#test/contract/document-store.contract';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
let folders = 0;

const freshFolder = () => join(folder, String((folders += 1)));

documentStoreContract('memory', async () => makeMemoryDocuments());
documentStoreContract('files', async () => makeFileDocuments(freshFolder()));

describe('documents in a folder', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['../outside', 'in/../../outside', '/etc/passwd', 'in//x', 'in/a b', ''])(
    'never leave the folder: the key %j is refused',
    async (key) => {
      const documents = makeFileDocuments(freshFolder());
      const document = { bytes: Uint8Array.of(1), mediaType: 'text/plain' };
      await expect(documents.put(key, document)).rejects.toThrow('unsafe');
      await expect(documents.read(key)).rejects.toThrow('unsafe');
      await expect(documents.remove(key)).rejects.toThrow('unsafe');
    },
  );

  it('leave nothing half-written behind', async () => {
    const own = freshFolder();
    const documents = makeFileDocuments(own);
    await documents.put('in/a', { bytes: Uint8Array.of(1), mediaType: 'text/plain' });
    await documents.put('in/b', { bytes: Uint8Array.of(2), mediaType: 'text/plain' });
    await documents.remove('in/b');
    expect(readdirSync(join(own, 'in')).sort()).toEqual(['a', 'a.type']);
  });

  it('are there after a restart', async () => {
    const own = freshFolder();
    await makeFileDocuments(own).put('in/a', { bytes: Uint8Array.of(1), mediaType: 'text/plain' });
    expect(await makeFileDocuments(own).read('in/a')).toMatchObject({ mediaType: 'text/plain' });
  });
});
