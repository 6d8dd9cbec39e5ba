import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { DocumentStore } from '#shared/ports/document-store';

const KEY = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;
const header = z.object({ mediaType: z.string() });

/** Documents in a folder, for a single machine. Each file is written aside and renamed, so that a half one is never seen. */
export function makeFileDocuments(folder: string): DocumentStore {
  return {
    put: async (key, { bytes, mediaType }) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.type`, JSON.stringify({ mediaType }));
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    read: async (key) => {
      const path = pathOf(key);
      try {
        const [bytes, about] = await Promise.all([readFile(path), readFile(`${path}.type`, 'utf8')]);
        return { bytes, ...header.parse(JSON.parse(about)) };
      } catch (fault) {
        if (isAbsent(fault)) return undefined;
        throw fault;
      }
    },
    remove: async (key) => {
      await Promise.all([rm(pathOf(key), { force: true }), rm(`${pathOf(key)}.type`, { force: true })]);
    },
  };

  function pathOf(key: string): string {
    if (!KEY.test(key) || key.split('/').some((part) => /^\.+$/.test(part)))
      throw new Error('a document key of unsafe form');
    return join(folder, key);
  }
}

function isAbsent(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
}
