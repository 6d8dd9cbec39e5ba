import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Form of what a data folder holds. It grows when what is stored takes a form that earlier data does not have. */
const FORM = '3';

/** Makes the folder where there is none. A folder that another version of the hub has filled is left as it is and refused. */
export function openDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'form');
  const isNew = !existsSync(join(folder, 'dynamodb')) && !existsSync(file);
  if (isNew) writeFileSync(file, FORM);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== FORM)
    throw new Error(`${folder} holds data of another version of the hub: move it away, or name another DATA_DIR`);
}
