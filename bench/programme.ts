import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runMonth } from '#bench/programme/run';
import { type Figure, printFigures } from '#bench/report/figure';
import { instant } from '#shared/kernel/time';

/** A month's run of the reports of the transition programme, in a process of its own so that its memory can be told. */
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
const size = { authorities: 400, services: 10_000, deliveriesPerYear: 10_000_000 };
/** July 2020: weekly, monthly, quarterly and half-yearly reports, and those on the plans that were due on 30 June. */
const month = { from: instant.parse('2020-07-01T03:00:00.000Z'), days: 31 };

const half = await runMonth({ ...size, authorities: 200, services: 5000, deliveriesPerYear: 5_000_000 }, month);
const { reports, written, kinds, seconds } = await runMonth(size, month);
const figures: readonly Figure[] = [
  { name: 'processor time, s', measured: seconds, aim: 120 },
  { name: 'processor time of half the programme, s', measured: half.seconds },
  { name: 'peak memory, MB', measured: process.resourceUsage().maxRSS / 1024, aim: 300 },
  { name: 'reports', measured: reports },
  { name: 'pages, tables and files, MB', measured: written / 1e6 },
];
printFigures('a month of reports: 400 authorities, 10 000 services', figures);
console.log(`reports made: ${kinds.join(', ')}\n`);
if (json !== undefined) writeFileSync(json, JSON.stringify(figures, null, 2));
