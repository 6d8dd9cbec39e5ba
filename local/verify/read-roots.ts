import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type SignedRoot, signedRoot } from '#shared/domain/evidence/root';

/**
 * Published roots from one file or from every .json file of a folder.
 *
 * @throws with the name of a file that holds no root
 */
export function readRoots(path: string): readonly SignedRoot[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new Error(`${path} holds no published root`);
  return files.map(readRoot);
}

function readRoot(file: string): SignedRoot {
  try {
    return signedRoot.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} holds no published root`);
  }
}
