import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPostCodeFile } from '#shared/domain/message/post-codes';

/** Fewer codes than this are no list of a whole country. */
const FEWEST = 2000;
const TARGET = fileURLToPath(new URL('../../shared/domain/message/post-codes-in-use.ts', import.meta.url));
const DOCUMENTED =
  '/** Finnish post codes in use, with white space between; empty: none brought in. `npm run post-codes` writes this file. */';

/** `npm run post-codes -- PCF_20261123.dat`: takes the codes of the carrier's post code file into the project. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name the post code file: npm run post-codes -- PCF_20261123.dat');
const codes = readPostCodeFile(readFileSync(file, 'latin1'));
if (codes.length < FEWEST) throw new Error(`${codes.length} post codes only: is it the whole file?`);
writeFileSync(TARGET, `${DOCUMENTED}\nexport const POST_CODES_IN_USE: string = \`\n${rowsOf(codes).join('\n')}\n\`;\n`);
process.stdout.write(`${codes.length} post codes\n`);

function rowsOf(all: readonly string[]): string[] {
  const rows = Array.from({ length: Math.ceil(all.length / 16) }, (_, row) => all.slice(16 * row, 16 * (row + 1)));
  return rows.map((row) => row.join(' '));
}
