import { OWN_MAILBOX_FROM, birthDateIn, hasReached } from '#shared/domain/mandate/age';
import { type MandateId, mandateId } from '#shared/domain/mandate/mandate';
import type { Actor } from '#shared/domain/message/actor';
import { formOfId } from '#shared/domain/message/identity-code';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Power } from '#shared/domain/message/power';
import { openParties } from '#shared/flow/mandate/mandate-parties';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { Identification, IdentifiedPerson, WeaklyIdentified } from '#shared/ports/identification';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Mandates } from '#shared/ports/mandates';
import { type PowerRegister, PowersUnknown } from '#shared/ports/powers';
import type { BusinessRegister, PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';
import type { TokenInvalid } from '#shared/ports/system-credentials';

export interface WhoActsPorts {
  readonly identification: Identification;
  readonly powers: PowerRegister;
  readonly mandates: Mandates;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export interface MandateMissing {
  readonly kind: 'mandate-missing';
}

export type WhoActsRefusal =
  | TokenInvalid
  | WeaklyIdentified
  | MandateMissing
  /** Under 15: the guardian signs in for the child. */
  | { readonly kind: 'guardian-required' }
  /** An organisation does not sign in: somebody does who represents it. */
  | { readonly kind: 'representative-required' }
  /** A register that has to be asked does not answer: nothing is granted. */
  | { readonly kind: 'powers-unknown' };

/** A power the person in front uses, with the actor that facts resting on it name. */
export interface PowerInUse {
  readonly power: Power;
  readonly actor: Actor;
}

/** A person in front of a mailbox, for the length of one request. */
export interface Acting {
  /** Absent while the owner has never had a mailbox. */
  readonly recipientId?: RecipientId;
  readonly owner: { readonly id: string; readonly name: string };
  /** The person behind it, where that is not the owner. */
  readonly onBehalf?: { readonly id: string; readonly name: string };
  /** What the person may act for the owner by, the widest first; absent in front of one's own mailbox. */
  readonly powers?: readonly PowerInUse[];
  /** As written into facts; the name is sealed. On behalf of another it is the actor of the widest power. */
  readonly actor: Actor;
}

/** What the seal of an actor's name is bound to. */
export const ACTOR_CONTEXT = 'actor';

/**
 * Tells whose mailbox a bearer opens, and in which role: one's own, or another's by a power that the registers know of now.
 * The other is named by code, by business id or by the id of a mandate, so that a holder need not know the giver's code.
 *
 * @see REQ-065 (strong identification), REQ-119, REQ-121 (powers are checked at every use)
 */
export function makeWhoActs(ports: WhoActsPorts) {
  const { identification, powers, sealer, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const nameOf = makeNameOf(ports);
  const principalOf = makePrincipalOf(ports);

  return async function whoActs(bearer: string, chosen?: string): Promise<Result<Acting, WhoActsRefusal>> {
    const identified = await identification.verify(bearer);
    if (!identified.ok) return identified;
    const person = identified.value;
    if (formOfId(person.id) === 'BUSINESS') return refuse({ kind: 'representative-required' });
    if (isChild(person.id, clock)) return refuse({ kind: 'guardian-required' });
    const other = chosen ?? person.onBehalfOf;
    if (other === undefined || other === person.id) return ok(await forOneself(person));
    return forAnother(person, other);
  };

  async function forOneself(person: IdentifiedPerson): Promise<Acting> {
    const actor: Actor = { role: 'SELF', assurance: person.assurance, name: await sealed(person.name) };
    return { ...(await mailboxOf(person.id)), owner: person, actor };
  }

  async function forAnother(
    person: IdentifiedPerson,
    other: string,
  ): Promise<Result<Acting, Extract<WhoActsRefusal, MandateMissing | { kind: 'powers-unknown' }>>> {
    const { principal, by } = await principalOf(person.id, other);
    if (principal === undefined) return refuse({ kind: 'mandate-missing' });
    const asked = await askedNow(powers, person.id, principal);
    if (asked === 'AWAY') return refuse({ kind: 'powers-unknown' });
    const [widest, ...rest] = await inUse(
      person,
      by === undefined ? asked : asked.filter((each) => each.mandateId === by),
    );
    if (!widest) return refuse({ kind: 'mandate-missing' });
    return ok({
      ...(await mailboxOf(principal)),
      owner: { id: principal, name: await nameOf(principal) },
      onBehalf: person,
      powers: [widest, ...rest],
      actor: widest.actor,
    });
  }

  async function inUse({ assurance, name }: IdentifiedPerson, all: readonly Power[]): Promise<PowerInUse[]> {
    const sealedName = await sealed(name);
    const used = all.toSorted(widestFirst).map(async (power) => {
      const { role, mandateId: id, check } = power;
      const actor: Actor = { role, assurance, mandateId: id, name: sealedName };
      return { power, actor: check === undefined ? actor : { ...actor, check: await sealed(check) } };
    });
    return Promise.all(used);
  }

  async function mailboxOf(id: string): Promise<Pick<Acting, 'recipientId'>> {
    return { recipientId: await recipients.find(id) };
  }

  async function sealed(text: string): Promise<string> {
    return sealer.sealText({ key: 'recipients', context: ACTOR_CONTEXT, text });
  }
}

/** A register that does not answer grants nothing, and says so. */
async function askedNow(
  powers: Pick<PowerRegister, 'between'>,
  holder: string,
  principal: string,
): Promise<readonly Power[] | 'AWAY'> {
  try {
    return await powers.between(holder, principal);
  } catch (fault) {
    if (fault instanceof PowersUnknown) return 'AWAY';
    throw fault;
  }
}

function isChild(code: string, clock: Clock): boolean {
  const born = birthDateIn(code);
  return born !== undefined && !hasReached(OWN_MAILBOX_FROM, { born, on: helsinkiDay(clock()) });
}

/** Whom an id stands for; a mandate's id stands for its giver, and for that mandate alone. */
function makePrincipalOf(ports: WhoActsPorts) {
  const { mandates, sealer } = ports;
  const recipients = makeRecipientIds(ports);
  return async function principalOf(
    person: string,
    other: string,
  ): Promise<{ readonly principal?: string; readonly by?: MandateId }> {
    const named = mandateId.safeParse(other);
    if (!named.success) return formOfId(other) === undefined ? {} : { principal: other };
    const holder = await recipients.find(person);
    const found = holder && (await mandates.find(holder, named.data));
    if (!found || found.holder !== holder) return {};
    return { principal: (await openParties(sealer, found)).principal.id, by: named.data };
  };
}

function makeNameOf({ people, businesses }: WhoActsPorts) {
  return async function nameOf(id: string): Promise<string> {
    const record = formOfId(id) === 'BUSINESS' ? await businesses.find(id) : await people.find(id);
    return record?.name ?? '';
  };
}

const WIDTH = { REPRESENTATIVE: 0, GUARDIAN: 1, AGENT: 2 } as const;

function widestFirst(a: Power, b: Power): number {
  const width = ({ role, scope }: Power) => WIDTH[role] + (scope.type === 'WHOLE_MAILBOX' ? 0 : 3);
  return width(a) - width(b);
}
