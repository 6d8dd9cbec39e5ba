import { type Letter, batchOfOne, envelopeFor, printOptionsOf, sheetsFor } from '#shared/domain/delivery-postal/letter';
import { isLimiting } from '#shared/domain/delivery-postal/postal-limit';
import type { Decision, Reason } from '#shared/domain/message/decision';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Delivery } from '#shared/domain/message/delivery';
import type { PrintFlaw } from '#shared/domain/message/print-flaw';
import type { Addressed } from '#shared/domain/resolution/as-addressed';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Message } from '#shared/domain/message/message';
import { type DeliveryId, type LetterId, letterIdOf, messageIdOf } from '#shared/domain/message/ids';
import { duesOf } from '#shared/domain/service-of-document/timers';
import {
  type ComposePorts,
  type DocumentUnprintable,
  type FiledLetter,
  type LetterOrder,
  makeComposeLetter,
} from '#shared/flow/delivery-postal/compose-letter';
import { makeCutOff } from '#shared/flow/delivery/cut-off';
import { type FoundAddress, makeFindAddress } from '#shared/flow/delivery/decide-delivery';
import { type StandsPorts, makePowerStands } from '#shared/flow/mandate/power-stands';
import { readAddressed } from '#shared/flow/delivery/read-content';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { VersionConflict } from '#shared/ports/delivery-log';
import type { Nudger } from '#shared/ports/nudger';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { PrintHouse } from '#shared/ports/print-house';
import { type Sealer, identityMonth } from '#shared/ports/sealer';

export interface PrintPorts extends ComposePorts, FallbackPorts {
  readonly printHouse: PrintHouse;
  readonly postalGates: Pick<PostalGates, 'read' | 'limitOf'>;
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
  const { deliveries, messages, printHouse, clock, nudger, ids } = ports;
  const findAddress = makeFindAddress(ports);
  const composeLetter = makeComposeLetter(ports);
  const letterOf = makeLetterOf(ports);
  const writeChange = makeWriteChange(ports);
  const cutOff = makeCutOff(ports);
  const goesByItself = makeGoesByItself(ports);
  const isRevoked = makeIsRevoked(ports);
  const { decideAgain } = makeDecideAgain(ports);

  return async function orderPrint(id: DeliveryId): Promise<Result<Delivery, PrintRefusal>> {
    const [delivery, message] = await Promise.all([deliveries.read(id), messages.read(messageIdOf(id))]);
    if (!delivery || !message) return refuse({ kind: 'delivery-unknown' });
    if (!owesLetter(delivery, clock())) return ok(delivery);
    const done = await print(delivery, message);
    if (done.ok && done.value.facts.length > delivery.facts.length) await nudger.nudge('publish-events', id);
    return done;
  };

  async function print(delivery: Delivery, message: Message): Promise<Result<Delivery, VersionConflict>> {
    const job = await jobOf(delivery, message);
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
   * `stale`: a protection order has come since the decision, and the address it rests on must not be printed; the recipient has
   * taken the address named for the matter back; or the mandate of the agent it is for has ended.
   */
  async function jobOf(delivery: Delivery, message: Message): Promise<Job | 'stale'> {
    const { decision, attempt } = foldFacts(delivery.facts);
    const source = decision?.facts.addressSource;
    if (!decision || !source) throw new Error('a letter whose decision names no address');
    const addressed = await readAddressed(ports, message, delivery);
    const found = await findAddress(addressed, source);
    if (isOutOfDate(decision, found) || (await isRevoked(delivery, addressed))) return 'stale';
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

function isOutOfDate({ facts }: Decision, found: FoundAddress): boolean {
  if (found.protectionOrder && facts.protectionOrder !== true) return true;
  return !found.address && facts.addressSource === 'PROCESS';
}

/** The agent's mandate has ended; of a letter that may lie before the provider already, nothing is taken back. */
function makeIsRevoked(ports: StandsPorts) {
  const powerStands = makePowerStands(ports);
  return async ({ claim }: Delivery, { to, principal }: Addressed): Promise<boolean> =>
    claim?.effect !== 'LETTER' && !(await powerStands(to, principal));
}

/**
 * Nothing is brought, no batches are cut, no places counted, the gate is open and its authority has no limit; one whose time for
 * being called off is over goes in any case. The gate and the limit are asked for at once, so that they travel together.
 */
function makeGoesByItself({
  settings,
  postalGates,
  brings = false,
}: Pick<PrintPorts, 'settings' | 'postalGates' | 'brings'>) {
  return async function goesByItself({ claim, tenantId }: Delivery): Promise<boolean> {
    if (claim?.effect === 'LETTER') return true;
    if (brings) return false;
    const { batches, postalCapacity } = settings();
    if (batches !== undefined || postalCapacity !== undefined) return false;
    const [{ open }, limit] = await Promise.all([postalGates.read(), postalGates.limitOf(tenantId)]);
    return open && !(limit && isLimiting(limit));
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
