import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LetterCost, measureBatch, measureSingle } from '#bench/letters/own';
import { type Figure, printFigures } from '#bench/report/figure';

/** What the hub's own letters cost, in a process of its own so that their memory can be told; pdfkit is loaded after that. */
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;

const LETTERS = 1000;
const ROUNDS = 5;

measureBatch(100);
const first = measureBatch(LETTERS);
const memory = { ofOne: peakMemoryMb(), ofAll: 0 };
const batches = [first];
const plain: LetterCost[] = [];
while (batches.length < ROUNDS) {
  plain.push(measureBatch(LETTERS, { marked: false }));
  batches.push(measureBatch(LETTERS));
}
memory.ofAll = peakMemoryMb();
const { measurePdfkit } = await import('#bench/letters/pdfkit');
const { measureAddressed } = await import('#bench/letters/addressed');
const singles = {
  own: await middle(async () => measureSingle(100)),
  pdfkit: await middle(async () => measurePdfkit(50)),
  addressed: await middle(async () => measureAddressed(100)),
};
const batch = middleOf(batches);
const unmarked = middleOf(plain);

const figures: readonly Figure[] = [
  { name: 'letters a second and core, in one file', measured: 1000 / batch.cpuMs, aim: 400, wanted: 'least' },
  { name: 'processor time of a letter in one file, ms', measured: batch.cpuMs, aim: 2.5 },
  { name: 'of it, x a PDF/A letter by pdfkit', measured: batch.cpuMs / singles.pdfkit.cpuMs, aim: 0.25 },
  { name: 'of it, x the same without marks', measured: batch.cpuMs / unmarked.cpuMs },
  { name: 'KB of a letter in one file', measured: batch.kilobytes, aim: 10 },
  { name: `peak memory of ${LETTERS} letters, MB`, measured: memory.ofOne, aim: 150 },
  { name: `peak memory of ${ROUNDS} x ${LETTERS} letters, MB`, measured: memory.ofAll },
  { name: 'processor time of a letter in a file of its own, ms', measured: singles.own.cpuMs },
  { name: 'KB of a letter in a file of its own', measured: singles.own.kilobytes },
  { name: "processor time of a sender's document with an address page, ms", measured: singles.addressed.cpuMs },
  { name: 'KB of it', measured: singles.addressed.kilobytes },
  { name: 'processor time of a PDF/A letter by pdfkit, ms', measured: singles.pdfkit.cpuMs },
  { name: 'KB of it', measured: singles.pdfkit.kilobytes },
];
printFigures('letters of two pages', figures);
if (json !== undefined) writeFileSync(json, JSON.stringify(figures, null, 2));

async function middle(measure: () => Promise<LetterCost>): Promise<LetterCost> {
  await measure();
  const costs: LetterCost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) costs.push(await measure());
  return middleOf(costs);
}

function peakMemoryMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** A shared machine disturbs some rounds. */
function middleOf(costs: readonly LetterCost[]): LetterCost {
  const sorted = costs.toSorted((a, b) => a.cpuMs - b.cpuMs);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('nothing measured');
  return found;
}
