import type { Language } from '#shared/domain/message/hub-fields';

/** What a letter that came back asks for. */
type Following =
  /** The next source of addresses, once (domain.md 3.5, A7). */
  | 'NEXT_ADDRESS'
  /** The address is not what is wrong: the authority's task the same day, another way of service (434/2003 § 60 to 63). */
  | 'AUTHORITY';

interface ReturnReason {
  readonly words: Readonly<Record<Language, string>>;
  readonly then: Following;
}

const reason = (then: Following, fi: string, sv: string, en: string): ReturnReason => ({ words: { fi, sv, en }, then });

/** Codes a provider gives as `reason` of RETURNED and UNRESOLVED; anything else is taken as OTHER and kept as it was told. */
export const RETURN_REASONS = {
  UNKNOWN_AT_ADDRESS: reason(
    'NEXT_ADDRESS',
    'vastaanottajaa ei tunneta osoitteessa',
    'mottagaren är okänd på adressen',
    'the recipient is not known at the address',
  ),
  MOVED: reason('NEXT_ADDRESS', 'vastaanottaja on muuttanut', 'mottagaren har flyttat', 'the recipient has moved'),
  NO_SUCH_ADDRESS: reason('NEXT_ADDRESS', 'osoitetta ei ole', 'adressen finns inte', 'there is no such address'),
  ADDRESS_INCOMPLETE: reason(
    'NEXT_ADDRESS',
    'osoite on puutteellinen',
    'adressen är bristfällig',
    'the address is incomplete',
  ),
  NOT_COLLECTED: reason('NEXT_ADDRESS', 'lähetystä ei noudettu', 'försändelsen hämtades inte', 'it was not collected'),
  LOST: reason('NEXT_ADDRESS', 'lähetys on kadonnut', 'försändelsen har försvunnit', 'it was lost on its way'),
  DAMAGED: reason('NEXT_ADDRESS', 'lähetys on vaurioitunut', 'försändelsen är skadad', 'it was damaged on its way'),
  REFUSED: reason(
    'AUTHORITY',
    'vastaanottaja kieltäytyi vastaanottamasta',
    'mottagaren vägrade ta emot',
    'the recipient refused to take it',
  ),
  DECEASED: reason('AUTHORITY', 'vastaanottaja on kuollut', 'mottagaren är avliden', 'the recipient has died'),
  OTHER: reason('NEXT_ADDRESS', 'muu syy', 'annan orsak', 'another reason'),
} as const satisfies Record<string, ReturnReason>;

export type ReturnReasonCode = keyof typeof RETURN_REASONS;

/** The code of what a provider told. @param told as it was told; absent: nothing */
export function returnReasonOf(told: string | undefined): ReturnReasonCode {
  return told !== undefined && isCode(told) ? told : 'OTHER';
}

function isCode(told: string): told is ReturnReasonCode {
  return Object.hasOwn(RETURN_REASONS, told);
}
