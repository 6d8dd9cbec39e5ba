import { type Letter, batchOfOne, envelopeFor, printOptionsOf, sheetsFor } from '#shared/domain/delivery-postal/letter';
import type { Decision, Reason } from '#shared/domain/message/decision';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Delivery } from '#shared/domain/message/delivery';
import type { PrintFlaw } from '#shared/domain/message/print-flaw';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type DeliveryId, type LetterId, letterIdOf } from '#shared/domain/message/ids';
import { duesOf } from '#shared/domain/service-of-document/timers';
import {
  type ComposePorts,
  type DocumentUnprintable,
  type FiledLetter,
  type LetterOrder,
  makeComposeLetter,
} from '#shared/flow/compose-letter';
import { makeCutOff } from '#shared/flow/cut-off';
import { makeFindAddress } from '#shared/flow/decide-delivery';
import { readOpened } from '#shared/flow/read-content';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/start-fallback';
import { makeWriteChange } from '#shared/flow/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { PrintHouse } from '#shared/ports/print-house';
import { type Sealer, identityMonth } from '#shared/ports/sealer';

export interface PrintPorts extends ComposePorts, FallbackPorts {
  readonly printHouse: PrintHouse;
  readonly postalGates: Pick<PostalGates, 'read'>;
  readonly nudger: Nudger;
  /** Letters are brought to their provider, by the cut: none goes by itself. @default the provider fetches them */
  readonly brings?: boolean;
}

export type PrintRefusal = VersionConflict | { readonly kind: 'delivery-unknown' };

interface Job extends LetterOrder {
  readonly decision: Decision;
}

/** What the seal of a printed address is bound to. */
export function addressContext(letter: LetterId): string {
  return `letter/${letter}`;
}

/**
 * Makes the letter of a delivery and lays it on the print provider's shelf, under an id that follows from the delivery
 * and its attempt: however often this runs, there is one letter.
 *
 * @see REQ-048, REQ-053, REQ-057
 */
export function makeOrderPrint(ports: PrintPorts) {
  const { deliveries, printHouse, clock, nudger, ids } = ports;
  const findAddress = makeFindAddress(ports);
  const composeLetter = makeComposeLetter(ports);
  const letterOf = makeLetterOf(ports);
  const writeChange = makeWriteChange(ports);
  const cutOff = makeCutOff(ports);
  const goesByItself = makeGoesByItself(ports);
  const { decideAgain } = makeDecideAgain(ports);

  return async function orderPrint(id: DeliveryId): Promise<Result<Delivery, PrintRefusal>> {
    const delivery = await deliveries.read(id);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    if (!owesLetter(delivery, clock())) return ok(delivery);
    const done = await print(delivery);
    if (done.ok && done.value.facts.length > delivery.facts.length) await nudger.nudge('publish-events', id);
    return done;
  };

  async function print(delivery: Delivery): Promise<Result<Delivery, VersionConflict>> {
    const job = await jobOf(delivery);
    if (job === 'stale') return decideAgain({ delivery });
    const composed = await composeLetter(job);
    if (!composed.ok) return leaveToPerson(delivery, unprintable(composed.refusal));
    const letter = await letterOf(job, composed.value);
    return (await goesByItself(delivery)) ? handOver(delivery, letter) : shelve(delivery, letter, job.decision);
  }

  async function handOver(delivery: Delivery, letter: Letter): Promise<Result<Delivery, VersionConflict>> {
    const cut = await cutOff(delivery);
    if (!cut.ok) return cut;
    await printHouse.order(letter);
    return writeChange(cut.value, { facts: [handedOver(letter)], claim: null });
  }

  /**
   * It waits for its batch to be cut (cut-batches.ts): until then it can be called off, and it is no fact. However often it is
   * laid there, its turn counts from the decision. One that lies before the provider, since a run died there, is handed over.
   */
  async function shelve(delivery: Delivery, letter: Letter, decision: Decision): ReturnType<typeof print> {
    if (!(await printHouse.order(asWaiting(letter, decision)))) return handOver(delivery, letter);
    return writeChange(delivery, { claim: { attempt: ids.attempt(), at: clock(), sends: 1, effect: 'SHELF' } });
  }

  /** No letter goes by itself: the authority deals with it. */
  async function leaveToPerson(delivery: Delivery, why: WhyManual): Promise<Result<Delivery, VersionConflict>> {
    return writeChange(delivery, { facts: [leftToPerson(delivery, why, clock())], claim: null });
  }

  /**
   * `stale`: a protection order has come since the decision, and the address it rests on must not be printed; or the
   * recipient has taken the address named for the matter back.
   */
  async function jobOf(delivery: Delivery): Promise<Job | 'stale'> {
    const { decision, attempt } = foldFacts(delivery.facts);
    const source = decision?.facts.addressSource;
    if (!decision || !source) throw new Error('a letter whose decision names no address');
    const addressed = await readOpened(ports, delivery);
    const found = await findAddress(addressed, source);
    if (found.protectionOrder && decision.facts.protectionOrder !== true) return 'stale';
    if (!found.address && source === 'PROCESS') return 'stale';
    if (!found.address) throw new Error('the address the decision rests on is gone');
    return {
      delivery,
      decision,
      letterId: letterIdOf(delivery.deliveryId, attempt),
      content: addressed.content,
      address: found.address,
      coversAddress: source === 'PROCESS',
      isProtected: decision.flags.includes('PROTECTED'),
      toBusiness: isToBusiness(decision),
    };
  }
}

/**
 * Nothing is brought, no batches are cut, no places counted, and the gate is open; one whose time for being called off is over
 * goes in any case.
 */
function makeGoesByItself({
  settings,
  postalGates,
  brings = false,
}: Pick<PrintPorts, 'settings' | 'postalGates' | 'brings'>) {
  return async function goesByItself({ claim }: Delivery): Promise<boolean> {
    if (claim?.effect === 'LETTER') return true;
    if (brings) return false;
    const { batches, postalCapacity } = settings();
    return batches === undefined && postalCapacity === undefined && (await postalGates.read()).open;
  };
}

function asWaiting(letter: Letter, { decidedAt }: Decision): Letter {
  return { ...letter, orderedAt: decidedAt, state: 'WAITING' };
}

/** A letter that waits for its batch is owed again only where the batch was not cut in time. */
function owesLetter(delivery: Delivery, now: Instant): boolean {
  return duesOf(delivery).some(({ step, at }) => step === 'order-print' && at <= now);
}

/** The letter as it lies on the shelf; its address sealed. */
function makeLetterOf({ sealer, clock }: Pick<PrintPorts, 'sealer' | 'clock'>) {
  return async function letterOf(
    { letterId, delivery, decision, content, address, isProtected }: Job,
    file: FiledLetter,
  ): Promise<Letter> {
    const options = printOptionsOf(content.paperMail);
    const sheets = sheetsFor(file.pages, options);
    const orderedAt = clock();
    return {
      ...file,
      letterId,
      deliveryId: delivery.deliveryId,
      messageId: delivery.messageId,
      tenantId: delivery.tenantId,
      batchId: batchOfOne(letterId),
      class: decision.channel === 'LETTER_ADVICE_OF_RECEIPT' ? decision.channel : 'LETTER',
      state: 'READY',
      orderedAt,
      options,
      sheets,
      envelope: envelopeFor(sheets),
      restricted: isProtected,
      abroad: !AT_HOME.includes(address.countryCode),
      costPool: content.paperMail?.printingAndEnvelopingService.costPool,
      address: await sealedAddress(sealer, { letterId, delivery, address }, orderedAt),
    };
  };
}

/** `XX`: a country nobody has named is taken for Finland, as the address is printed. */
const AT_HOME: readonly PostalAddress['countryCode'][] = ['FI', 'XX'];

/** Whoever is written to in business; an authority is none. */
function isToBusiness({ facts: { capacity, recipientKind } }: Decision): boolean {
  return capacity === 'BUSINESS' && recipientKind !== 'AUTHORITY';
}

interface WhyManual {
  readonly reason: Reason;
  readonly printFlaws?: PrintFlaw[];
}

/** What can not even be read is told from what is only unfit for a printer. */
function unprintable({ flaws }: DocumentUnprintable): WhyManual {
  const isUnreadable = UNREADABLE.some((flaw) => flaws.includes(flaw));
  return { reason: isUnreadable ? 'DOCUMENT_UNREADABLE' : 'DOCUMENT_UNPRINTABLE', printFlaws: [...flaws] };
}

const UNREADABLE = ['UNREADABLE', 'ENCRYPTED', 'EMPTY'] as const satisfies readonly PrintFlaw[];

/** The fact that no letter goes: the authority deals with it. */
export function leftToPerson({ facts }: Delivery, { reason, printFlaws }: WhyManual, decidedAt: Instant): NewFact {
  const { decision } = foldFacts(facts);
  if (!decision) throw new Error('a letter without a decision');
  const known = { ...decision.facts, printFlaws };
  return { type: 'DECIDED', decision: { ...decision, decidedAt, channel: 'MANUAL', reason, facts: known } };
}

async function sealedAddress(
  sealer: Sealer,
  { letterId, delivery, address }: Pick<LetterOrder, 'letterId' | 'delivery' | 'address'>,
  at: Instant,
): Promise<string> {
  const key = identityMonth(delivery.tenantId, at);
  return sealer.sealText({ key, context: addressContext(letterId), text: JSON.stringify(address) });
}

/** The fact that the letter is with its provider, as one of a batch. */
export function handedOver(letter: Letter): NewFact {
  const { letterId, batchId, class: letterClass, options, sheets, envelope, abroad, costPool } = letter;
  const { colour, duplex } = options;
  const paper = { sheets, envelope, colour, duplex, abroad: abroad ?? false };
  return {
    type: 'HANDED_TO_POSTAL',
    letterId,
    batchId,
    class: letterClass,
    paper: costPool === undefined ? paper : { ...paper, costPool },
  };
}
