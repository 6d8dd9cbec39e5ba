import type { Actor } from '#shared/domain/message/facts';
import { formOfId } from '#shared/domain/message/identity-code';
import type { RecipientId } from '#shared/domain/message/ids';
import type { BusinessRecord } from '#shared/domain/registers/person';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Identification, IdentifiedPerson, WeaklyIdentified } from '#shared/ports/identification';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { BusinessRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';
import type { TokenInvalid } from '#shared/ports/system-credentials';

export interface WhoActsPorts {
  readonly identification: Identification;
  readonly businesses: BusinessRegister;
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
}

export interface MandateMissing {
  readonly kind: 'mandate-missing';
}

/** A person in front of a mailbox, for the length of one request. */
export interface Acting {
  /** Keyed hash of the owner's id. */
  readonly ownerDigest: string;
  /** Absent while the owner has never had a mailbox. */
  readonly recipientId?: RecipientId;
  readonly owner: { readonly id: string; readonly name: string };
  /** The person behind it, where that is not the owner. */
  readonly onBehalf?: { readonly id: string; readonly name: string };
  /** As written into facts; the name is sealed. */
  readonly actor: Actor;
}

/** What the seal of an actor's name is bound to. */
export const ACTOR_CONTEXT = 'actor';

/**
 * Tells whose mailbox a bearer opens, and in which role: one's own, or an organisation's that the business register says
 * the person represents.
 *
 * @see REQ-065 (strong identification), REQ-121 (powers from the base registers)
 */
export function makeWhoActs({ identification, businesses, aliases, sealer }: WhoActsPorts) {
  return async function whoActs(
    bearer: string,
    chosen?: string,
  ): Promise<Result<Acting, TokenInvalid | WeaklyIdentified | MandateMissing>> {
    const identified = await identification.verify(bearer);
    if (!identified.ok) return identified;
    const person = identified.value;
    const onBehalfOf = chosen ?? person.onBehalfOf;
    if (onBehalfOf === undefined || onBehalfOf === person.id) {
      return ok({ ...(await mailboxOf(person.id)), owner: person, actor: await actorOf(person, 'SELF') });
    }
    const business = formOfId(onBehalfOf) === 'BUSINESS' ? await businesses.find(onBehalfOf) : undefined;
    return represents(person, business)
      ? forBusiness(person, onBehalfOf, business)
      : refuse({ kind: 'mandate-missing' });
  };

  async function forBusiness(
    person: IdentifiedPerson,
    id: string,
    { name }: BusinessRecord,
  ): Promise<Result<Acting, never>> {
    return ok({
      ...(await mailboxOf(id)),
      owner: { id, name },
      onBehalf: person,
      actor: await actorOf(person, 'REPRESENTATIVE'),
    });
  }

  async function mailboxOf(id: string): Promise<Pick<Acting, 'ownerDigest' | 'recipientId'>> {
    const ownerDigest = await sealer.digest('recipient', id);
    return { ownerDigest, recipientId: await aliases.find(ownerDigest) };
  }

  async function actorOf({ name, assurance }: IdentifiedPerson, role: Actor['role']): Promise<Actor> {
    return { role, assurance, name: await sealer.sealText({ key: 'recipients', context: ACTOR_CONTEXT, text: name }) };
  }
}

function represents({ id }: IdentifiedPerson, business: BusinessRecord | undefined): business is BusinessRecord {
  return business?.representatives?.some((representative) => representative.id === id) ?? false;
}
