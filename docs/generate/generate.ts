import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POST_CODES, postCodeAreas } from './post-code-areas.ts';
import { reference } from './reference.ts';
import { STYLESHEET_FILE, tokensOf } from './tokens.ts';
import { describe } from '#shared/contracts/describe';

/** Writes what is made from code: run `npm run docs:generate` after changing a contract; a test fails when it was not. */
const root = join(import.meta.dirname, '../..');
writeFileSync(join(root, 'shared/contracts/openapi.json'), `${JSON.stringify(describe(), undefined, 1)}\n`);
writeFileSync(join(root, 'docs/reference.md'), reference());
writeFileSync(join(root, 'web/style/tokens.ts'), tokensOf(STYLESHEET_FILE));
writeFileSync(join(root, 'shared/domain/message/post-code-areas.ts'), postCodeAreas(POST_CODES));
