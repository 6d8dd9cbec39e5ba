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
import type { Power } from '#shared/domain/message/power';
import type { PersonRecord } from '#shared/domain/registers/person';
import { REASON_CONTEXT } from '#shared/flow/own-data/list-access';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type Desk, isOneself } from '#shared/flow/service-point/desk';
import {
  type StandIn,
  type StandInPorts,
  type StandInRefused,
  makeFindStandIn,
} from '#shared/flow/service-point/stand-in';
import { ACTOR_CONTEXT } from '#shared/flow/mandate/who-acts';
import { parseJson } from '#shared/kernel/json';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { AccessLog } from '#shared/ports/access-log';
import type { Ids } from '#shared/ports/ids';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Official } from '#shared/ports/officials';
import type { Sealer } from '#shared/ports/sealer';
import type { Tallies } from '#shared/ports/tallies';

export interface ServeVisitorPorts extends StandInPorts {
  readonly accessLog: AccessLog;
  readonly aliases: RecipientAliases;
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
  /** Code or business id of whom the visitor stands in for, as guardian or representative. @default the visitor */
  readonly onBehalfOf?: string | undefined;
  readonly identifiedBy: IdentifiedBy;
  readonly reason: string;
}

/** A visit that has begun. */
export interface BegunVisit {
  /** Sealed; opens in this official's hands alone. */
  readonly visit: string;
  /** As the population register has it: to be compared with the document. */
  readonly name: string;
  /** Whom the visitor stands in for, by the registers, and as what. */
  readonly principal?: { readonly name: string; readonly role: Power['role'] } | undefined;
  readonly endsAt: Instant;
}

export type VisitRefusal =
  /** The official is the visitor. */
  | { readonly kind: 'own-matter' }
  | { readonly kind: 'visitor-unknown' }
  /** Under 15: the guardian is the visitor. */
  | { readonly kind: 'guardian-required' }
  | StandInRefused
  | LooksUsedUp;

export interface LooksUsedUp {
  readonly kind: 'looks-used-up';
}

/** `StandInRefused`: who stood in for another does not any more. */
export type ResumeRefusal = VisitUnknown | StandInRefused | LooksUsedUp;

/** None, over, or another official's: told apart to nobody. */
export interface VisitUnknown {
  readonly kind: 'visit-unknown';
}

/**
 * Serves an identified visitor of a service point, who comes for themself or stands in for another. A visit is bound to its
 * official, lasts half an hour and is stored nowhere; everything in it is entered, before it is shown or done, in the log of
 * whom it is about.
 *
 * @see 571/2016 § 10 to 10 c and 20; REQ-023, REQ-024, REQ-123; ADR 034
 */
export function makeServeVisitor(ports: ServeVisitorPorts) {
  const { people, ids, clock } = ports;
  const enter = makeEnter(ports);
  const findStandIn = makeFindStandIn(ports);
  const deskOf = makeDeskOf(ports);
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
    const standIn =
      order.onBehalfOf === undefined ? ok(undefined) : await findStandIn(official, order.visitorId, order.onBehalfOf);
    return standIn.ok ? ok(await begun(official, order, { person, standIn: standIn.value })) : standIn;
  }

  /** Entered in the visitor's own log, whose name is shown, and in that of whom it is about. */
  async function begun(official: Official, order: VisitOrder, { person, standIn }: Standing): Promise<BegunVisit> {
    const { visitorId, identifiedBy, reason } = order;
    const alone: DeskVisit = {
      visitorId,
      identifiedBy,
      reason,
      recipientId: await enrolled(visitorId),
      begunAt: clock(),
    };
    await enter(await deskOf(official, alone, { person }), 'VISIT_BEGUN');
    const { id, name } = standIn?.principal ?? {};
    const visit = id === undefined ? alone : { ...alone, principal: { id, recipientId: await enrolled(id) } };
    if (standIn) await enter(await deskOf(official, visit, { person, standIn }), 'VISIT_BEGUN');
    const principal = standIn && name !== undefined ? { name, role: standIn.power.role } : undefined;
    return { visit: await keep.seal(official, visit), name: person.name, principal, endsAt: endOfVisit(visit) };
  }

  async function enrolled(id: string): Promise<RecipientId> {
    return recipients.enrol(id, ids.recipient());
  }

  /** The visit an official names, for one more look or change. */
  async function resume(official: Official, sealed: string): Promise<Result<Desk, ResumeRefusal>> {
    const visit = await keep.open(official, sealed);
    if (!visit || isVisitOver(visit, clock())) return refuse({ kind: 'visit-unknown' });
    if (!(await mayLook(official))) return refuse({ kind: 'looks-used-up' });
    const person = await people.find(visit.visitorId);
    if (!person) return refuse({ kind: 'visit-unknown' });
    const standIn = visit.principal ? await findStandIn(official, visit.visitorId, visit.principal.id) : ok(undefined);
    return standIn.ok ? ok(await deskOf(official, visit, { person, standIn: standIn.value })) : standIn;
  }

  return { begin, resume, enter };
}

export type ServeVisitor = ReturnType<typeof makeServeVisitor>;

/** The visitor as the register has them, and whom they stand in for. */
interface Standing {
  readonly person: PersonRecord;
  readonly standIn?: StandIn | undefined;
}

/** Whose desk it is: the visitor's, or the principal's, with the power in use on record beside the official. */
function makeDeskOf({ sealer }: Pick<ServeVisitorPorts, 'sealer'>) {
  const sealed = async (text: string) => sealer.sealText({ key: 'recipients', context: ACTOR_CONTEXT, text });

  return async function deskOf(official: Official, visit: DeskVisit, { person, standIn }: Standing): Promise<Desk> {
    const { visitorId: id, identifiedBy, reason, principal } = visit;
    const named: Actor = { role: 'OFFICIAL', assurance: official.assurance, name: await sealed(official.name) };
    if (!standIn || !principal) {
      const visitor = { recipientId: visit.recipientId, owner: { id, name: person.name }, actor: named, reason };
      return { official, visitor, identifiedBy, isProtected: person.protectionOrder === true };
    }
    const { power, isProtected } = standIn;
    const actor: Actor = { ...named, mandateId: power.mandateId, check: power.check && (await sealed(power.check)) };
    const visitor = { recipientId: principal.recipientId, owner: standIn.principal, actor, reason };
    return { official, visitor, identifiedBy, isProtected, inPlace: { power, name: await sealed(person.name) } };
  };
}

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

/** @param about whose log it is entered in: of whom the visit is about, unless the change concerns somebody else too */
function makeEnter({ accessLog, sealer, ids, clock }: ServeVisitorPorts) {
  return async function enter(
    { official, visitor, identifiedBy, inPlace }: Desk,
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
      ...(isVisitor && inPlace && { standIn: { role: inPlace.power.role, name: inPlace.name } }),
    });
  };
}
