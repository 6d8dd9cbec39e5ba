import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { INTAKE, bundleOf } from '#bench/cold/bundle';
import { type BatchFigures, type MessageFigures, batchFiguresOf, figuresOf } from '#bench/counts/figures';
import { openMeteredHub } from '#bench/counts/hub';
import { goInOneBatch, liveThrough } from '#bench/counts/lives';
import { type Scenario, electronicOnly, multichannel, onPaper, postal } from '#bench/counts/scenarios';
import { type Figure, isOverBudget, printFigures } from '#bench/report/figure';

/** `npm run budgets`: counts what a message costs and weighs what a start loads; fails over a budget. */
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
/** Letters of the batches that are counted. */
const LETTERS = 250;
const folder = mkdtempSync(join(tmpdir(), 'viestivayla-budgets-'));
const hub = await openMeteredHub(folder);
const count = async (scenario: Scenario) => figuresOf(await liveThrough(hub, scenario));
const both = await count(multichannel(hub));
const electronic = await count(electronicOnly(hub));
const letters = postal(hub);
const letter = await count(letters);
hub.waitForBatches();
const ofBatch = async (scenario: Scenario) => batchFiguresOf(await goInOneBatch(hub, scenario, LETTERS));
const inBatch = await ofBatch(letters);
const toPeople = await ofBatch(onPaper(hub));
await hub.stop();
const { kilobytes } = bundleOf(INTAKE, join(folder, 'intake'));
rmSync(folder, { recursive: true });

const figures: readonly Figure[] = [
  ...budgeted('multichannel, delivered electronically', both, {
    calls: { aim: 12, budget: 14 },
    units: { aim: 14, budget: 15 },
    unitsInAll: { aim: 25, budget: 28 },
  }),
  ...budgeted('electronic only', electronic, {
    calls: { aim: 12, budget: 14 },
    units: { aim: 14, budget: 14 },
    unitsInAll: { aim: 25, budget: 26 },
  }),
  ...budgeted('letter', letter, {
    calls: { aim: 10, budget: 10 },
    units: { aim: 16, budget: 16 },
  }),
  ...budgetedBatch('letter in a batch', inBatch, { calls: { aim: 11, budget: 11 }, units: { aim: 18, budget: 18 } }),
  ...budgetedBatch('letter in a batch, to a person', toPeople, {
    calls: { aim: 11, budget: 11.5 },
    units: { aim: 18, budget: 18 },
  }),
  { name: 'intake door: KB loaded at start', measured: kilobytes, aim: 450, budget: 450 },
];
printFigures('per message', figures);
if (json !== undefined) writeFileSync(json, JSON.stringify(figures, null, 2));
if (figures.some(isOverBudget)) process.exitCode = 1;

type Limit = Pick<Figure, 'aim' | 'budget'>;
interface Limits {
  readonly calls: Limit;
  readonly units: Limit;
  readonly unitsInAll?: Limit;
}

function budgeted(kind: string, measured: MessageFigures, limits: Limits): Figure[] {
  return [
    { name: `${kind}: AWS calls`, measured: measured.calls, ...limits.calls },
    { name: `${kind}: write units`, measured: measured.units, ...limits.units },
    { name: '  sent alone: AWS calls', measured: measured.callsAlone },
    { name: '  sent alone: write units', measured: measured.unitsAlone },
    { name: '  whole life: AWS calls', measured: measured.callsInAll },
    { name: '  whole life: write units', measured: measured.unitsInAll, ...limits.unitsInAll },
    { name: '  whole life: polls of queues', measured: measured.polls },
    { name: '  sent again: attempts to write', measured: measured.writesAgain, aim: 2, budget: 2 },
    { name: '  sent again: calls downstream', measured: measured.downstreamAgain, aim: 0, budget: 0 },
    { name: '  SDK and wire disagree', measured: measured.disagreements, aim: 0, budget: 0 },
  ];
}

function budgetedBatch(kind: string, measured: BatchFigures, limits: Omit<Limits, 'unitsInAll'>): Figure[] {
  return [
    { name: `${kind}: AWS calls`, measured: measured.calls, ...limits.calls },
    { name: `${kind}: write units`, measured: measured.units, ...limits.units },
    { name: '  of it the cut: AWS calls', measured: measured.callsOfCut },
    { name: '  SDK and wire disagree', measured: measured.disagreements, aim: 0, budget: 0 },
  ];
}
