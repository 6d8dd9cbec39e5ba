import type { AccessAct } from '#shared/domain/access/access-entry';
import {
  type DeskVisit,
  type IdentifiedBy,
  deskVisit,
  endOfVisit,
  isVisitOver,
} from '#shared/domain/access/desk-visit';
import { OWN_MAILBOX_FROM, birthDateIn, hasReached } from '#shared/domain/mandate/age';
import type { Actor } from '#shared/domain/message/actor';
import type { RecipientId } from '#shared/domain/message/ids';
import type { PersonRecord } from '#shared/domain/registers/person';
import { REASON_CONTEXT } from '#shared/flow/list-access';
import { makeRecipientIds } from '#shared/flow/recipient-ids';
import { type Desk, isOneself } from '#shared/flow/service-point/desk';
import { ACTOR_CONTEXT } from '#shared/flow/who-acts';
import { parseJson } from '#shared/kernel/json';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { Ids } from '#shared/ports/ids';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Official } from '#shared/ports/officials';
import type { PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';
import type { Tallies } from '#shared/ports/tallies';

export interface ServeVisitorPorts {
  readonly accessLog: AccessLog;
  readonly aliases: RecipientAliases;
  readonly people: PopulationRegister;
  readonly sealer: Sealer;
  readonly tallies: Pick<Tallies, 'draw'>;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Visits begun, looks and changes that one official may make in a day. */
  readonly looksADay: number;
}

/** A visitor as the official tells of them. */
export interface VisitOrder {
  /** Personal identity code. */
  readonly visitorId: string;
  readonly identifiedBy: IdentifiedBy;
  readonly reason: string;
}

/** A visit that has begun. */
export interface BegunVisit {
  /** Sealed; opens in this official's hands alone. */
  readonly visit: string;
  /** As the population register has it: to be compared with the document. */
  readonly name: string;
  readonly endsAt: Instant;
}

export type VisitRefusal =
  /** The official is the visitor. */
  | { readonly kind: 'own-matter' }
  | { readonly kind: 'visitor-unknown' }
  /** Under 15: the guardian is the visitor. */
  | { readonly kind: 'guardian-required' }
  | LooksUsedUp;

export interface LooksUsedUp {
  readonly kind: 'looks-used-up';
}

/** None, over, or another official's: told apart to nobody. */
export interface VisitUnknown {
  readonly kind: 'visit-unknown';
}

/**
 * Serves an identified visitor of a service point. A visit is bound to its official, lasts half an hour and is stored
 * nowhere; everything in it is entered in the visitor's log before it is shown or done.
 *
 * @see 571/2016 § 10 to 10 c and 20; REQ-023, REQ-024, REQ-123; ADR 034
 */
export function makeServeVisitor(ports: ServeVisitorPorts) {
  const { accessLog, people, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const keep = makeKeepVisit(ports);
  const mayLook = makeMayLook(ports);

  async function begin(official: Official, order: VisitOrder): Promise<Result<BegunVisit, VisitRefusal>> {
    if (!(await mayLook(official))) return refuse({ kind: 'looks-used-up' });
    const person = await people.find(order.visitorId);
    if (official.code === order.visitorId) return refuse({ kind: 'own-matter' });
    if (!person || person.deceased === true) return refuse({ kind: 'visitor-unknown' });
    if (isOneself(official, { id: order.visitorId, name: person.name })) return refuse({ kind: 'own-matter' });
    if (isChild(order.visitorId, person, clock())) return refuse({ kind: 'guardian-required' });
    const visit = { ...order, recipientId: await recipients.enrol(order.visitorId, ids.recipient()), begunAt: clock() };
    await enter(await deskOf(official, visit, person), 'VISIT_BEGUN');
    return ok({ visit: await keep.seal(official, visit), name: person.name, endsAt: endOfVisit(visit) });
  }

  /** The visit an official names, for one more look or change. */
  async function resume(official: Official, sealed: string): Promise<Result<Desk, VisitUnknown | LooksUsedUp>> {
    const visit = await keep.open(official, sealed);
    if (!visit || isVisitOver(visit, clock())) return refuse({ kind: 'visit-unknown' });
    if (!(await mayLook(official))) return refuse({ kind: 'looks-used-up' });
    const person = await people.find(visit.visitorId);
    return person ? ok(await deskOf(official, visit, person)) : refuse({ kind: 'visit-unknown' });
  }

  /** @param about whose log it is entered in: the visitor's, unless the change concerns somebody else too */
  async function enter(
    { official, visitor, identifiedBy }: Desk,
    act: AccessAct,
    about: RecipientId = visitor.recipientId,
  ): Promise<void> {
    const reason = await sealer.sealText({ key: 'recipients', context: REASON_CONTEXT, text: visitor.reason });
    const { organisation } = official;
    const isVisitor = about === visitor.recipientId;
    await accessLog.enter(about, {
      entryId: ids.attempt(),
      at: clock(),
      act,
      by: visitor.actor,
      organisation,
      reason: isVisitor ? reason : undefined,
      identifiedBy: isVisitor ? identifiedBy : undefined,
    });
  }

  async function deskOf(official: Official, visit: DeskVisit, person: PersonRecord): Promise<Desk> {
    const { visitorId: id, recipientId, identifiedBy, reason } = visit;
    const name = await sealer.sealText({ key: 'recipients', context: ACTOR_CONTEXT, text: official.name });
    const actor: Actor = { role: 'OFFICIAL', assurance: official.assurance, name };
    const visitor = { recipientId, owner: { id, name: person.name }, actor, reason };
    return { official, visitor, identifiedBy, isProtected: person.protectionOrder === true };
  }

  return { begin, resume, enter };
}

export type ServeVisitor = ReturnType<typeof makeServeVisitor>;

function isChild(code: string, { birthDate }: PersonRecord, now: Instant): boolean {
  const born = birthDate ?? birthDateIn(code);
  return born !== undefined && !hasReached(OWN_MAILBOX_FROM, { born, on: helsinkiDay(now) });
}

/** Seals visits for one official each: in another's hands a seal does not open. */
function makeKeepVisit({ sealer }: Pick<ServeVisitorPorts, 'sealer'>) {
  const KEY = 'visits';
  const contextOf = async ({ officialId }: Official) => `desk-visit ${await sealer.digest('official', officialId)}`;

  return {
    seal: async (official: Official, visit: DeskVisit): Promise<string> =>
      sealer.sealText({ key: KEY, context: await contextOf(official), text: JSON.stringify(visit) }),

    /** A seal that was tampered with, or made for another or by another hub, is like none at all. */
    open: async (official: Official, sealed: string): Promise<DeskVisit | undefined> => {
      if (!sealed.startsWith(`${KEY}:`)) return undefined;
      const text = await sealer.openText(await contextOf(official), sealed).catch(() => undefined);
      const json = text === undefined ? undefined : parseJson(text);
      return json?.ok === true ? deskVisit.safeParse(json.value).data : undefined;
    },
  };
}

/** Looks are drawn from a budget of the official's day, so that nobody can be a register's reader unnoticed. */
function makeMayLook({ sealer, tallies, clock, looksADay }: ServeVisitorPorts) {
  return async function mayLook({ officialId }: Official): Promise<boolean> {
    const budget = `official#${await sealer.digest('official', officialId)}`;
    return tallies.draw(budget, { span: helsinkiDay(clock()), most: looksADay });
  };
}
