import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRoots } from '#local/verify/read-roots';
import { verifyBundle } from '#local/verify/verify-bundle';

/** `npm run verify -- bundle.json`: verifies evidence from the file and the published roots alone; no network, no AWS. */
const USAGE = `npm run verify -- bundle.json [--roots FOLDER-OR-FILE]

bundle.json   what GET /hub/v1/messages/{id}/evidence answered
--roots       the roots the hub has published, one JSON file for each day; the local hub's lie in .local/evidence/roots

Ends with 0 when all holds and with 1 when something does not.`;

try {
  const { values, positionals } = parseArgs({
    options: { roots: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (values.help === true) console.log(USAGE);
  else if (file === undefined || more.length > 0) throw new Error(USAGE);
  else {
    const roots = values.roots === undefined ? undefined : readRoots(values.roots);
    const { holds, lines } = verifyBundle(readFileSync(file, 'utf8'), roots);
    console.log(lines.join('\n'));
    if (!holds) process.exitCode = 1;
  }
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
