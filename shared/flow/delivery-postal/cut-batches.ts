import type { Batch } from '#shared/domain/delivery-postal/batch';
import { makeLeaveUntaken } from '#shared/flow/delivery-postal/leave-untaken';
import { type MayGoOnPorts, makeMayGoOn } from '#shared/flow/delivery-postal/may-go-on';
import { NOTHING_PLANNED, type PlanPorts, makePlanBatches } from '#shared/flow/delivery-postal/plan-batches';
import { type TakePorts, makeTakeLetter } from '#shared/flow/delivery-postal/take-letter';
import { makeTellOfLimit } from '#shared/flow/delivery-postal/tell-of-limit';
import type { HandOver } from '#shared/ports/hand-over';
import type { Batches } from '#shared/ports/print-house';

export interface CutPorts extends TakePorts, Pick<PlanPorts, 'settings'> {
  readonly batches: Batches;
  readonly postalGates: PlanPorts['postalGates'] & MayGoOnPorts['postalGates'];
  /** Absent: the provider fetches by itself. */
  readonly handOver?: HandOver;
}

/** What one run has done, for its figures. */
export interface CutRun {
  readonly batches: number;
  readonly letters: number;
  /** Letters that could not be given to the provider now; the next run gives them. */
  readonly left: number;
  /** Letters that wait beyond the limits of their authorities; absent: none. */
  readonly beyondLimits?: number;
}

/** Letters worked on side by side: as many as one read of the store takes. */
const TOGETHER = 100;

/**
 * Cuts the batches that are due and hands them over. A batch is entered with the letters it may take; each letter is taken by
 * one conditional write to its delivery, the hand-over fact with the name of this batch, so no letter is in two; then the list
 * is closed, the letters are laid before the provider, and the batch is handed over. Every step is repeated without harm: a run
 * that died, anywhere, is finished by the next.
 *
 * While the gate is shut nothing moves. Where the provider takes so many letters in a day, or an authority may send so many, a
 * batch that was entered takes its places before its letters are taken; one that finds none stays as it was planned, and goes on
 * a day that has them. Letters of an authority with a limit are in batches of their own.
 *
 * @see architecture, section 2 ("only the delivery's own version check may order a letter"); REQ-057; REQ-224; reliability I4
 */
export function makeCutBatches(ports: CutPorts) {
  const { batches, shelf, clock } = ports;
  const takeLetter = makeTakeLetter(ports);
  const planBatches = makePlanBatches(ports);
  const mayGoOn = makeMayGoOn(ports);
  const tellOfLimit = makeTellOfLimit(ports);
  const leaveUntaken = makeLeaveUntaken(ports);

  return async function cutBatches(): Promise<CutRun> {
    const finished: Finished[] = [];
    for (const batch of await batches.open()) finished.push(await finish(batch));
    let plan = NOTHING_PLANNED;
    for (let taken = Infinity; taken > 0;) {
      const round: Finished[] = [];
      plan = await planBatches();
      for (const batch of plan.batches) round.push(await finish(await entered(batch)));
      taken = runOf(round).letters;
      finished.push(...round);
    }
    for (const letter of plan.held) await tellOfLimit(letter);
    const { beyondLimits } = plan;
    return { ...runOf(finished), ...(beyondLimits > 0 ? { beyondLimits } : {}) };
  };

  /** One of this name that has come to its end already took none of these: they get the next name. */
  async function entered(batch: Batch, nth = 1): Promise<Batch> {
    const stored = await batches.plan(nth === 1 ? batch : { ...batch, batchId: `${batch.batchId}-${nth}` });
    return stored.state === 'HANDED_OVER' ? entered(batch, nth + 1) : stored;
  }

  async function finish(batch: Batch): Promise<Finished> {
    if (!(await mayGoOn(batch))) return { batch, left: 0 };
    const cut = batch.state === 'PLANNED' ? await close(batch) : batch;
    if (cut.state !== 'CUT') return { batch: cut, left: 0 };
    const left = await layOut(cut);
    if (left > 0) return { batch: cut, left };
    const done: Batch = { ...cut, state: 'HANDED_OVER' };
    await batches.moveOn(cut, done);
    return { batch: done, left };
  }

  /** Takes the letters, and closes the list: from now on it says what the batch holds. */
  async function close(batch: Batch): Promise<Batch> {
    const taken = await each(batch.letters, async (id) => ((await takeLetter(id, batch)) ? [id] : []));
    const cut: Batch = { ...batch, state: 'CUT', cutAt: clock(), letters: taken.flat() };
    if (await batches.moveOn(batch, cut)) return cut;
    return (await batches.read(batch.batchId)) ?? cut;
  }

  /** @returns letters that could not be given to the provider now */
  async function layOut(batch: Batch): Promise<number> {
    const { batchId, cutAt = batch.plannedAt } = batch;
    await each(batch.letters, async (id) => shelf.release(id, { batchId, cutAt }));
    if (!ports.handOver || batch.letters.length === 0) return 0;
    const found = await each(batch.letters, async (id) => shelf.read(id));
    const letters = found.filter((letter) => letter !== undefined);
    const { untaken, left } = await ports.handOver.deliver(batch, letters);
    await each(untaken, leaveUntaken);
    return left;
  }
}

interface Finished {
  readonly batch: Batch;
  readonly left: number;
}

function runOf(finished: readonly Finished[]): CutRun {
  const done = finished.filter(({ batch }) => batch.state === 'HANDED_OVER').map(({ batch }) => batch.letters.length);
  return {
    batches: done.filter((letters) => letters > 0).length,
    letters: sumOf(done),
    left: sumOf(finished.map(({ left }) => left)),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

async function each<Item, T>(items: readonly Item[], work: (item: Item) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let start = 0; start < items.length; start += TOGETHER)
    done.push(...(await Promise.all(items.slice(start, start + TOGETHER).map(work))));
  return done;
}
