import { type Batch, type BatchKind, kindOf, nameOfKind } from '#shared/domain/delivery-postal/batch';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type LetterId, deliveryIdOfLetter, letterIdOf } from '#shared/domain/message/ids';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { type StillPorts, makeMayStillReceive } from '#shared/flow/delivery/may-still-receive';
import { handedOver } from '#shared/flow/delivery-postal/order-print';
import { type ProtectedPorts, makeProtectedSince } from '#shared/flow/delivery-postal/protected-since';
import { type WritePorts, makeWriteChange } from '#shared/flow/delivery/write-change';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Nudger } from '#shared/ports/nudger';
import type { LetterShelf } from '#shared/ports/print-house';

export interface TakePorts extends ProtectedPorts, StillPorts, Omit<WritePorts, 'sealer'> {
  readonly shelf: LetterShelf;
  readonly documents: Pick<DocumentStore, 'remove'>;
  readonly nudger: Nudger;
}

type TakingBatch = Pick<Batch, 'batchId' | 'kind'>;

/** Writers racing for the same delivery: opening, recalling, ordering. */
const TRIES = 8;

/**
 * Takes a letter that waits into a batch, by the hand-over fact of its delivery, which names the batch. A letter that is owed
 * no more is called off instead: opened, recalled or decided otherwise while it waited, it is never printed. One to somebody
 * who is under a protection order by now, or to an agent whose mandate has ended, is taken off the shelf and ordered anew: the
 * order decides where it goes (order-print.ts).
 *
 * @returns whether it is in this batch, now or before; one that has become of another kind since the plan is not
 * @see domain.md 3.3 (R5), 3.5 (A3); ADR 030, 039
 */
export function makeTakeLetter(ports: TakePorts) {
  const { shelf, deliveries, nudger } = ports;
  const writeChange = makeWriteChange(ports);
  const protectedSince = makeProtectedSince(ports);
  const mayStillReceive = makeMayStillReceive(ports);
  const callOff = makeCallOff(ports);

  return async function takeLetter(id: LetterId, batch: TakingBatch): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const outcome = await tryOnce(id, batch);
      if (outcome !== 'changed') return outcome === 'taken';
    }
    throw new Error('a delivery changes too often to be handed over');
  };

  async function tryOnce(id: LetterId, batch: TakingBatch): Promise<Outcome> {
    const letter = await shelf.read(id);
    const delivery = await deliveries.read(deliveryIdOfLetter(id));
    const handed = delivery && batchWith(delivery, id);
    if (handed !== undefined) return handed === batch.batchId ? 'taken' : 'left';
    if (delivery && waitsFor(delivery, id)) return takeOwed(delivery, letter, batch);
    if (letter) await callOff(letter);
    return 'left';
  }

  async function takeOwed(delivery: Delivery, letter: Letter | undefined, batch: TakingBatch): Promise<Outcome> {
    if (!letter || (await isOutOfDate(delivery))) return orderAnew(delivery, letter);
    return isOfKind(letter, batch.kind) ? take(delivery, { ...letter, batchId: batch.batchId }) : 'left';
  }

  async function isOutOfDate(delivery: Delivery): Promise<boolean> {
    return (await protectedSince(delivery)) || !(await mayStillReceive(delivery));
  }

  async function take(delivery: Delivery, letter: Letter): Promise<Outcome> {
    const taken = await writeChange(delivery, { facts: [handedOver(letter)], claim: null });
    if (taken.ok) await nudger.nudge('publish-events', delivery.deliveryId);
    return taken.ok ? 'taken' : 'changed';
  }

  /** Off the shelf first: whoever looks again after a run that died in between finds no letter, and finishes this. */
  async function orderAnew(delivery: Delivery, letter: Letter | undefined): Promise<Outcome> {
    if (letter) await callOff(letter);
    const owed = await writeChange(delivery, { claim: null });
    if (owed.ok) await nudger.nudge('order-print', delivery.deliveryId);
    return owed.ok ? 'left' : 'changed';
  }
}

export type WeedPorts = Pick<TakePorts, 'shelf' | 'deliveries' | 'documents'>;

/** Whether a letter still waits to be taken. One that is owed no more is called off. */
export function makeStillWaits(ports: WeedPorts) {
  const callOff = makeCallOff(ports);
  return async function stillWaits(letter: Letter): Promise<boolean> {
    const delivery = await ports.deliveries.read(letter.deliveryId);
    if (delivery && batchWith(delivery, letter.letterId) !== undefined) return false;
    if (delivery && waitsFor(delivery, letter.letterId)) return true;
    await callOff(letter);
    return false;
  };
}

type Outcome = 'taken' | 'left' | 'changed';

/** A PDF the hub made for it goes too; the sender's own belongs to the message. */
function makeCallOff({ shelf, documents }: Pick<TakePorts, 'shelf' | 'documents'>) {
  return async function callOff({ letterId, state, documentKey }: Letter): Promise<void> {
    if (state !== 'WAITING') return;
    if (documentKey.startsWith('letters/')) await documents.remove(documentKey);
    await shelf.remove(letterId);
  };
}

/** The batch the letter was taken into; nothing while it has not been. */
function batchWith({ facts }: Delivery, id: LetterId): string | undefined {
  for (const fact of facts) if (fact.type === 'HANDED_TO_POSTAL' && fact.letterId === id) return fact.batchId;
  return undefined;
}

function isOfKind(letter: Letter, kind: BatchKind): boolean {
  return nameOfKind(kindOf(letter)) === nameOfKind(kind);
}

/** This letter, and no later one, is what the delivery still owes. */
function waitsFor(delivery: Delivery, id: LetterId): boolean {
  const { attempt } = foldFacts(delivery.facts);
  const owes = duesOf(delivery).some(({ step }) => step === 'order-print');
  return owes && letterIdOf(delivery.deliveryId, attempt) === id;
}
