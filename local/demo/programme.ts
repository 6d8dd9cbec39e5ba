import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoHub, startDemoHub } from '#local/demo/show/hub';
import { openInBrowser } from '#local/demo/show/open';
import { roadmapFiles } from '#local/demo/show/roadmap-files';
import { filesOf, indexFiles, writeFiles } from '#local/demo/show/write-reports';
import { liveThrough } from '#local/demo/show/year';
import { instantAt } from '#shared/kernel/time';

/**
 * `npm run demo:programme`: lives through the year 2020 of an invented transition programme on a hub of its own, and leaves
 * every report of it in a folder, with a page that leads to them.
 */
const { values } = parseArgs({
  options: {
    authorities: { type: 'string', default: '10' },
    months: { type: 'string', default: '12' },
    out: { type: 'string', default: '.local/demo-programme' },
    'no-open': { type: 'boolean', default: false },
  },
});
const START = instantAt(Date.UTC(2020, 0, 2, 8));
const out = resolve(values.out);
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);

const folder = mkdtempSync(join(tmpdir(), 'viestivayla-demo-'));
const hub = await startDemoHub(folder, START);
try {
  await liveThrough(hub, {
    months: Number(values.months),
    authorities: Number(values.authorities),
    told: async (month) => tell(hub, month),
  });
  const written = await writeAll(hub);
  console.log(`\n${written} reports and ${await hub.mails()} e-mails about them in ${seconds()} s`);
} finally {
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
}
const index = join(out, 'index.fi.html');
console.log(`Open ${index}`);
if (!values['no-open'] && process.env['CI'] === undefined) openInBrowser(index);

async function tell({ reports, mails }: DemoHub, month: string): Promise<void> {
  console.log(`${month}  ${(await reports()).length} reports, ${await mails()} e-mails, ${seconds()} s`);
}

async function writeAll({ reports, report, roadmap }: DemoHub): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  const entries = await reports();
  for (const { id } of entries) {
    const made = await report(id);
    if (made) writeFiles(out, filesOf(made));
  }
  writeFiles(out, indexFiles(entries));
  writeFiles(out, roadmapFiles(await roadmap()));
  return entries.length;
}
