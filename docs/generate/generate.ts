import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '#shared/contracts/describe';

/** Writes what is made from code: run `npm run docs:generate` after changing a contract; a test fails when it was not. */
const place = join(import.meta.dirname, '../../shared/contracts/openapi.json');
writeFileSync(place, `${JSON.stringify(describe(), undefined, 1)}\n`);
