import { type Letter, letterStateOf } from '#shared/domain/delivery-postal/letter';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import type { Delivery } from '#shared/domain/message/delivery';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { LetterId } from '#shared/domain/message/ids';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type CalendarDate, type Instant, MINUTE, after, helsinkiDay } from '#shared/kernel/time';
import type { LetterShelf } from '#shared/ports/print-house';
import { type Sealer, identityMonth } from '#shared/ports/sealer';

export interface PostalPorts extends AppendPorts {
  readonly shelf: LetterShelf;
  readonly sealer: Sealer;
}

/** What a print provider reports of a letter. */
export interface PostalEvent {
  readonly type: 'PRINTED' | 'POSTED' | 'ARRIVED' | 'RECEIPT_SIGNED' | 'RETURNED' | 'UNRESOLVED';
  /** The provider's own id of the event: a repeat changes nothing. */
  readonly eventId: string;
  readonly at: Instant;
  readonly postedOn?: CalendarDate;
  readonly trackingCode?: string;
  readonly signer?: string;
  readonly reason?: string;
}

export type PostalRefusal =
  { readonly kind: 'letter-unknown' } | { readonly kind: 'event-refused'; readonly problems: readonly FieldProblem[] };

/** A provider's clock may be this much ahead of ours. */
const CLOCK_TOLERANCE = 5 * MINUTE;
const TRIES = 8;
/** Events that are kept of one letter; all of a delivery are one item of its table. */
export const MOST_EVENTS = 100;

/**
 * Puts a tracking event on record. Events come late, twice and in any order; a repeated event id adds nothing, and the
 * letter's own state only moves forward.
 *
 * @see hub-api.md section 4
 */
export function makeRecordPostalEvent(ports: PostalPorts) {
  const { shelf, deliveries, sealer, clock } = ports;
  const appendFact = makeAppendFact(ports);

  return async function recordPostalEvent(id: LetterId, event: PostalEvent): Promise<Result<undefined, PostalRefusal>> {
    const letter = await shelf.read(id);
    if (!letter || letter.state === 'WAITING') return refuse({ kind: 'letter-unknown' });
    const delivery = await deliveries.read(letter.deliveryId);
    if (!delivery) throw new Error('a letter without its delivery');
    if (!isRepeat(delivery, letter, event)) {
      const problems = [
        ...problemsWith(event, clock()),
        ...problemsBefore(letter, event),
        ...problemsOfMany(delivery, letter),
      ];
      if (problems.length > 0) return refuse({ kind: 'event-refused', problems });
      const fact = await factOf(letter, event);
      await appendFact(delivery, (latest) => ok(isRepeat(latest, letter, event) ? undefined : fact));
    }
    await moveOn(id);
    return ok(undefined);
  };

  /** The letter's state follows from the facts, whoever recorded them. */
  async function moveOn(id: LetterId): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const letter = await shelf.read(id);
      const delivery = letter && (await deliveries.read(letter.deliveryId));
      if (!letter || !delivery) return;
      const state = letterStateOf(id, delivery.facts);
      if (state === letter.state || (await shelf.setState(letter, state))) return;
    }
    throw new Error('a letter changes too often to be written to');
  }

  async function factOf({ letterId, class: letterClass, tenantId }: Letter, event: PostalEvent): Promise<NewFact> {
    const { eventId, at, trackingCode, reason } = event;
    const by = { role: 'PROVIDER' as const };
    const common = { by, letterId, class: letterClass, eventId, reportedAt: at, trackingCode };
    switch (event.type) {
      case 'POSTED':
        return { type: 'POSTED', ...common, postedOn: event.postedOn ?? helsinkiDay(at) };
      case 'RECEIPT_SIGNED': {
        const context = `signer/${letterId}`;
        const signer =
          event.signer &&
          (await sealer.sealText({ key: identityMonth(tenantId, clock()), context, text: event.signer }));
        return { type: 'RECEIPT_SIGNED', ...common, signer };
      }
      case 'RETURNED':
        return { type: 'RETURNED', ...common, reason };
      case 'UNRESOLVED':
        return { type: 'ADDRESS_UNRESOLVED', ...common, reason };
      case 'PRINTED':
      case 'ARRIVED':
        return { type: event.type, ...common };
    }
  }
}

/** Its id is on record for this letter: whatever it says now, it has been told. */
function isRepeat({ facts }: Delivery, { letterId }: Letter, { eventId }: PostalEvent): boolean {
  return facts.some((known) => 'letterId' in known && known.letterId === letterId && known.eventId === eventId);
}

/** What can't have been before the letter was handed over: at the cut of its batch, else when it was ordered. */
function problemsBefore({ orderedAt, cutAt = orderedAt }: Letter, { type, at, postedOn }: PostalEvent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (postedOn !== undefined && postedOn < helsinkiDay(cutAt))
    problems.push({ field: 'postedOn', rule: 'must not be before the letter was handed over' });
  const isReceived = type === 'RECEIPT_SIGNED' || type === 'ARRIVED';
  if (isReceived && at < after(cutAt, -CLOCK_TOLERANCE))
    problems.push({ field: 'at', rule: 'must not be before the letter was handed over' });
  return problems;
}

/** A system that makes a new id for each retry would go on for ever. */
function problemsOfMany({ facts }: Delivery, { letterId }: Letter): FieldProblem[] {
  const told = facts.filter((fact) => 'reportedAt' in fact && fact.letterId === letterId).length;
  const rule = `is the id of one event too many: a letter has at most ${MOST_EVENTS}, and a repeat keeps its id`;
  return told < MOST_EVENTS ? [] : [{ field: 'eventId', rule }];
}

function problemsWith({ type, at, postedOn }: PostalEvent, now: Instant): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (type === 'POSTED' && postedOn === undefined)
    problems.push({ field: 'postedOn', rule: 'is required for POSTED: the day the letter was posted' });
  if (postedOn !== undefined && postedOn > helsinkiDay(now))
    problems.push({ field: 'postedOn', rule: 'must not be a day to come' });
  if (at > after(now, CLOCK_TOLERANCE)) problems.push({ field: 'at', rule: 'must not be a moment to come' });
  return problems;
}
