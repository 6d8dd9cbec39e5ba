import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeepOnce } from '#shared/adapters/evidence/day-files';

/** Texts in a folder of a single machine. Each is written aside and linked to its name, so none is seen half or twice. */
export function makeFolder(folder: string): KeepOnce {
  return {
    read: async (name) => unlessAbsent(readFile(join(folder, name), 'utf8')),

    putIfAbsent: async (name, text) => {
      const path = join(folder, name);
      const aside = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(aside, text);
      try {
        await link(aside, path);
      } catch (fault) {
        if (codeOf(fault) !== 'EEXIST') throw fault;
      } finally {
        await rm(aside);
      }
    },

    lastUnder: async (prefix) => {
      const names = (await unlessAbsent(readdir(join(folder, prefix)))) ?? [];
      const last = names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .at(-1);
      return last === undefined ? undefined : `${prefix}${last}`;
    },
  };
}

async function unlessAbsent<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  }
}

function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : undefined;
}
