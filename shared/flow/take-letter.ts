import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type LetterId, letterIdOf } from '#shared/domain/message/ids';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { handedOver } from '#shared/flow/order-print';
import { type WritePorts, makeWriteChange } from '#shared/flow/write-change';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Nudger } from '#shared/ports/nudger';
import type { LetterShelf } from '#shared/ports/print-house';

export interface TakePorts extends WritePorts {
  readonly shelf: LetterShelf;
  readonly documents: Pick<DocumentStore, 'remove'>;
  readonly nudger: Nudger;
}

/** Writers racing for the same delivery: opening, recalling, ordering. */
const TRIES = 8;

/**
 * Takes a letter that waits into a batch, by the hand-over fact of its delivery, which names the batch. A letter that is owed
 * no more is called off instead: opened, recalled or decided otherwise while it waited, it is never printed.
 *
 * @returns whether it is in this batch, now or before
 */
export function makeTakeLetter(ports: TakePorts) {
  const { shelf, deliveries, documents, nudger } = ports;
  const writeChange = makeWriteChange(ports);

  return async function takeLetter(id: LetterId, batchId: string): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const letter = await shelf.read(id);
      if (!letter) return false;
      const delivery = await deliveries.read(letter.deliveryId);
      const handed = delivery && batchWith(delivery, id);
      if (handed !== undefined) return handed === batchId;
      if (!delivery || !waitsFor(delivery, id)) return callOff(letter);
      const written = await writeChange(delivery, { facts: [handedOver({ ...letter, batchId })], claim: null });
      if (written.ok) await nudger.nudge('publish-events', delivery.deliveryId);
      if (written.ok) return true;
    }
    throw new Error('a delivery changes too often to be handed over');
  };

  /** A PDF the hub made for it goes too; the sender's own belongs to the message. */
  async function callOff({ letterId, state, documentKey }: Letter): Promise<false> {
    if (state !== 'WAITING') return false;
    if (documentKey.startsWith('letters/')) await documents.remove(documentKey);
    await shelf.remove(letterId);
    return false;
  }
}

/** The batch the letter was taken into; nothing while it has not been. */
function batchWith({ facts }: Delivery, id: LetterId): string | undefined {
  for (const fact of facts) if (fact.type === 'HANDED_TO_POSTAL' && fact.letterId === id) return fact.batchId;
  return undefined;
}

/** This letter, and no later one, is what the delivery still owes. */
function waitsFor(delivery: Delivery, id: LetterId): boolean {
  const { attempt } = foldFacts(delivery.facts);
  const owes = duesOf(delivery).some(({ step }) => step === 'order-print');
  return owes && letterIdOf(delivery.deliveryId, attempt) === id;
}
