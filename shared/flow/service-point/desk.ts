import type { DeskVisit } from '#shared/domain/access/desk-visit';
import { isSameName } from '#shared/domain/mandate/same-name';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Power } from '#shared/domain/message/power';
import type { Choosing } from '#shared/flow/consent/choosing';
import type { Official } from '#shared/ports/officials';

/** Who stands before an official in another's place. */
export interface InPlace {
  readonly power: Power;
  /** Sealed. */
  readonly name: string;
}

/** An official and the visitor before them, for the length of one request. */
export interface Desk extends Pick<DeskVisit, 'identifiedBy'> {
  readonly official: Official;
  /** Whose mailbox and choices it is about: the visitor, or whom the visitor stands in for. The actor is the official. */
  readonly visitor: Choosing & { readonly recipientId: RecipientId; readonly reason: string };
  /** Absent: the visitor came for themself. */
  readonly inPlace?: InPlace | undefined;
  /** Turvakielto: no address of whom it is about is shown. */
  readonly isProtected: boolean;
}

/**
 * Whether a person is the official's own self. Where the issuer does not tell the official's code, whoever bears the
 * official's name is taken for them: a namesake is served by a colleague.
 *
 * @see 434/2003 § 28 (disqualification)
 */
export function isOneself({ code, name }: Official, person: { readonly id: string; readonly name: string }): boolean {
  return code === undefined ? isSameName(name, person.name) : code === person.id;
}
