import type { Actor } from '#shared/domain/message/actor';
import type { ClosingEvidence, DeliveryFact } from '#shared/domain/message/facts';
import type { Delivery } from '#shared/domain/message/delivery';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { type MessageId, type TenantId, deliveryId } from '#shared/domain/message/ids';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface FindingPorts extends AppendPorts {
  readonly sealer: Sealer;
}

/** Which delivery an official speaks of: the id is as given, and may be of nothing. */
export interface Spoken {
  readonly tenantId: TenantId;
  readonly messageId: MessageId;
  readonly deliveryId: string;
}

export interface Closing {
  readonly evidence: ClosingEvidence;
  /** The date on the evidence. */
  readonly date: CalendarDate;
  readonly note?: string;
}

export interface Rebuttal {
  readonly servedOn: CalendarDate;
  readonly reason: string;
}

export type FindingRefusal =
  | { readonly kind: 'delivery-unknown' }
  | { readonly kind: 'finding-refused'; readonly problems: readonly FieldProblem[] };

type Recorded = Promise<Result<Delivery, FindingRefusal>>;

const OFFICIAL: Actor = { role: 'AUTHORITY' };

/**
 * Puts on record what an official knows of a service: that the document was served outside the hub, or on another day than
 * presumed. Another authority's delivery is like none at all; the same again adds nothing.
 *
 * @see domain.md 3.6 (manual closing); 13/2003 § 19, 434/2003 § 59 ("unless otherwise shown"), § 60 to 63
 */
export function makeRecordFinding(ports: FindingPorts) {
  const { deliveries, sealer, clock } = ports;
  const appendFact = makeAppendFact(ports);

  async function close(spoken: Spoken, { evidence, date, note }: Closing): Recorded {
    const delivery = await find(spoken);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    const problems = dayProblems('date', date, clock());
    if (problems.length > 0) return refuse({ kind: 'finding-refused', problems });
    const sealed = note === undefined ? undefined : await seal(delivery, note);
    const isSame = async (fact: DeliveryFact) =>
      fact.type === 'MANUAL_CLOSED' &&
      fact.evidence === evidence &&
      fact.date === date &&
      (await saysThis(delivery, { sealed: fact.note, text: note }));
    return once(delivery, { type: 'MANUAL_CLOSED', by: OFFICIAL, evidence, date, note: sealed }, isSame);
  }

  async function rebut(spoken: Spoken, { servedOn, reason }: Rebuttal): Recorded {
    const delivery = await find(spoken);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    const problems = [...dayProblems('servedOn', servedOn, clock()), ...acceptanceProblems(delivery, servedOn)];
    if (problems.length > 0) return refuse({ kind: 'finding-refused', problems });
    const isSame = async (fact: DeliveryFact) =>
      fact.type === 'REBUTTED' &&
      fact.servedOn === servedOn &&
      (await saysThis(delivery, { sealed: fact.grounds, text: reason }));
    return once(delivery, { type: 'REBUTTED', by: OFFICIAL, servedOn, grounds: await seal(delivery, reason) }, isSame);
  }

  async function find({ tenantId, messageId, deliveryId: given }: Spoken): Promise<Delivery | undefined> {
    const id = deliveryId.safeParse(given);
    const delivery = id.success ? await deliveries.read(id.data) : undefined;
    const isTheirs = delivery?.tenantId === tenantId && delivery.messageId === messageId;
    return isTheirs && !delivery.keeping?.proof ? delivery : undefined;
  }

  async function once(found: Delivery, fact: NewFact, isSame: (known: DeliveryFact) => Promise<boolean>): Recorded {
    return appendFact(found, async ({ facts }) => {
      const repeats = await Promise.all(facts.map(isSame));
      return ok(repeats.includes(true) ? undefined : fact);
    });
  }

  async function seal({ tenantId, ...delivery }: Delivery, text: string): Promise<string> {
    return sealer.sealText({ key: tenantMonth(tenantId, clock()), context: findingContext(delivery), text });
  }

  async function saysThis(delivery: Delivery, { sealed, text }: { sealed?: string; text?: string }): Promise<boolean> {
    if (sealed === undefined || text === undefined) return sealed === text;
    return (await sealer.openText(findingContext(delivery), sealed)) === text;
  }

  return { close, rebut };
}

/** An official puts on record what has been, not what will be. */
export function dayProblems(field: string, day: CalendarDate, now: Instant): FieldProblem[] {
  return day > helsinkiDay(now) ? [{ field, rule: 'must not be a day to come' }] : [];
}

/** What the seal of an official's words is bound to. */
export function findingContext({ deliveryId: id }: Pick<Delivery, 'deliveryId'>): string {
  return `finding/${id}`;
}

function acceptanceProblems({ facts }: Delivery, servedOn: CalendarDate): FieldProblem[] {
  const [accepted] = facts;
  if (!accepted || servedOn >= helsinkiDay(accepted.at)) return [];
  return [{ field: 'servedOn', rule: 'must not be before the message was accepted' }];
}
