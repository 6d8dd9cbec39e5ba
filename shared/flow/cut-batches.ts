import type { Batch } from '#shared/domain/delivery-postal/batch';
import { batchesDue, withinCapacity } from '#shared/domain/delivery-postal/cut';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { LetterId } from '#shared/domain/message/ids';
import { type TakePorts, makeTakeLetter } from '#shared/flow/take-letter';
import type { HandOver } from '#shared/ports/hand-over';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { Batches } from '#shared/ports/print-house';
import { helsinkiDay } from '#shared/kernel/time';
import type { ReadSettings } from '#shared/ports/settings';

export interface CutPorts extends TakePorts {
  readonly batches: Batches;
  readonly postalGates: Pick<PostalGates, 'read' | 'takenOn' | 'takePlaces'>;
  readonly settings: ReadSettings;
  /** Absent: the provider fetches by itself. */
  readonly handOver?: HandOver;
}

/** What one run has done, for its figures. */
export interface CutRun {
  readonly batches: number;
  readonly letters: number;
}

/** Letters looked at at once; one run goes on as long as it cuts something. */
const LOOKED_AT = 2000;
/** Letters worked on side by side: as many as one read of the store takes. */
const TOGETHER = 100;

/**
 * Cuts the batches that are due and hands them over. A batch is entered with the letters it may take; each letter is taken by
 * one conditional write to its delivery, the hand-over fact with the name of this batch, so no letter is in two; then the list
 * is closed, the letters are laid before the provider, and the batch is handed over. Every step is repeated without harm: a run
 * that died, anywhere, is finished by the next.
 *
 * While the gate is shut nothing moves. Where the provider takes so many letters in a day, a batch that was entered takes its
 * places before its letters are taken; one that finds none stays as it was planned, and goes on a day that has them.
 *
 * @see architecture, section 2 ("only the delivery's own version check may order a letter"); REQ-057; reliability I4
 */
export function makeCutBatches(ports: CutPorts) {
  const { batches, postalGates, shelf, clock, settings } = ports;
  const takeLetter = makeTakeLetter(ports);
  const whatIsDue = makeWhatIsDue(ports);

  return async function cutBatches(): Promise<CutRun> {
    const finished: Batch[] = [];
    for (const batch of await batches.open()) finished.push(await finish(batch));
    for (let isMore = true; isMore;) {
      const { waiting, batches: due } = await whatIsDue();
      const round: Batch[] = [];
      for (const batch of due) round.push(await finish(await entered(batch)));
      isMore = waiting >= LOOKED_AT && lettersIn(round.filter(isDone)) > 0;
      finished.push(...round);
    }
    const done = finished.filter(isDone);
    return { batches: done.filter(({ letters }) => letters.length > 0).length, letters: lettersIn(done) };
  };

  /** One of this name that has come to its end already took none of these: they get the next name. */
  async function entered(batch: Batch, nth = 1): Promise<Batch> {
    const stored = await batches.plan(nth === 1 ? batch : { ...batch, batchId: `${batch.batchId}-${nth}` });
    return stored.state === 'HANDED_OVER' ? entered(batch, nth + 1) : stored;
  }

  async function finish(batch: Batch): Promise<Batch> {
    if (!(await mayGoOn(batch))) return batch;
    const cut = batch.state === 'PLANNED' ? await close(batch) : batch;
    if (cut.state === 'CUT') await layOut(cut);
    const done: Batch = { ...cut, state: 'HANDED_OVER' };
    if (cut.state === 'CUT') await batches.moveOn(cut, done);
    return done;
  }

  /** One whose letters are taken needs no places any more. */
  async function mayGoOn(batch: Batch): Promise<boolean> {
    if (!(await postalGates.read()).open) return false;
    const { postalCapacity: places } = settings();
    if (places === undefined || batch.state !== 'PLANNED') return true;
    return postalGates.takePlaces(batch, { day: helsinkiDay(clock()), places });
  }

  /** Takes the letters, and closes the list: from now on it says what the batch holds. */
  async function close(batch: Batch): Promise<Batch> {
    const taken = await each(batch.letters, async (id) => ((await takeLetter(id, batch)) ? [id] : []));
    const cut: Batch = { ...batch, state: 'CUT', cutAt: clock(), letters: taken.flat() };
    if (await batches.moveOn(batch, cut)) return cut;
    return (await batches.read(batch.batchId)) ?? cut;
  }

  async function layOut(batch: Batch): Promise<void> {
    const { batchId, cutAt = batch.plannedAt } = batch;
    await each(batch.letters, async (id) => shelf.release(id, { batchId, cutAt }));
    if (!ports.handOver || batch.letters.length === 0) return;
    const letters = await each(batch.letters, async (id) => shelf.read(id));
    await ports.handOver.deliver(
      batch,
      letters.filter((letter) => letter !== undefined),
    );
  }
}

interface Due {
  /** Letters looked at. */
  readonly waiting: number;
  readonly batches: readonly Batch[];
}

/** Nothing while the gate is shut. */
function makeWhatIsDue({ postalGates, shelf, clock, settings }: CutPorts) {
  return async function whatIsDue(): Promise<Due> {
    if (!(await postalGates.read()).open) return { waiting: 0, batches: [] };
    const letters = await shelf.list('WAITING', { limit: LOOKED_AT });
    return { waiting: letters.length, batches: await dueOf(letters) };
  };

  async function dueOf(waiting: readonly Letter[]): Promise<readonly Batch[]> {
    const { batches: rules, postalCapacity: places } = settings();
    if (places === undefined) return batchesDue(waiting, rules, clock());
    const taken = await postalGates.takenOn(helsinkiDay(clock()));
    return withinCapacity(waiting, { rules, room: places - taken }, clock());
  }
}

function isDone({ state }: Batch): boolean {
  return state === 'HANDED_OVER';
}

function lettersIn(batches: readonly Batch[]): number {
  return batches.reduce((sum, { letters }) => sum + letters.length, 0);
}

async function each<T>(ids: readonly LetterId[], work: (id: LetterId) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let start = 0; start < ids.length; start += TOGETHER)
    done.push(...(await Promise.all(ids.slice(start, start + TOGETHER).map(work))));
  return done;
}
