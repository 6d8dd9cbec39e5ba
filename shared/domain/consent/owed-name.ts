import type { CodeName } from '#shared/domain/consent/email-verification';
import { type RecipientId, recipientId } from '#shared/domain/message/ids';

/** Where a notice about a consent goes: to the address held before the change, or to the one held since. */
export type AddressToldOf = 'old' | 'new';

export interface OwedName {
  /** Version of the consent the notice tells of. */
  readonly consentVersion: number;
  readonly address: AddressToldOf;
}

/** Name of a notice among those a gate owes: `3-new`. */
export function owedName({ consentVersion, address }: OwedName): string {
  return `${consentVersion}-${address}`;
}

/** Name of a code that was asked for once more, and of the notice that carries it: `3-code2`. */
export function codeNoticeName({ of, code }: CodeName): string {
  return `${of}-code${code}`;
}

/**
 * The code that the notice of this name carries, if any: the first one goes with the notice about the consent itself.
 */
export function codeIn(name: string): CodeName | undefined {
  const [, of, first, later] = /^(\d+)-(?:(new)|code(\d+))$/.exec(name) ?? [];
  if (of === undefined) return undefined;
  return { of: Number(of), code: first === undefined ? Number(later) : 1 };
}

/** Name of a withdrawal to follow up: `3-withdrawal`. */
export function withdrawalName(consentVersion: number): string {
  return `${consentVersion}-withdrawal`;
}

/** A notice about a consent as the mail provider knows it: whose gate owes it, and its name there. */
export interface ConsentNotice extends OwedName {
  readonly recipientId: RecipientId;
  readonly name: string;
}

/** What an e-mail about a consent is tagged with: `r-…-3-new`. Its bounce then tells which address it concerns. */
export function consentNoticeTag(id: RecipientId, name: string): string {
  return `${id}-${name}`;
}

/** @returns nothing for a tag of another kind */
export function readConsentNoticeTag(tag: string): ConsentNotice | undefined {
  const [, id, name = '', version, which] = /^(r-[0-9a-f]{32})-((\d+)-(old|new|code\d+))$/.exec(tag) ?? [];
  if (which === undefined) return undefined;
  const address = which === 'old' ? 'old' : 'new';
  return { recipientId: recipientId.parse(id), consentVersion: Number(version), address, name };
}

/** Name of the notice that a mandate has been given: `mandate-m-…`. */
export function mandateNoticeName(mandateId: string): string {
  return `mandate-${mandateId}`;
}

/** @returns whose gate owes a notice about a mandate, and its name there; nothing for a tag of another kind */
export function readMandateNoticeTag(tag: string): { recipientId: RecipientId; name: string } | undefined {
  const [, id, name] = /^(r-[0-9a-f]{32})-(mandate-m-[0-9a-f]{32})$/.exec(tag) ?? [];
  return id === undefined || name === undefined ? undefined : { recipientId: recipientId.parse(id), name };
}
