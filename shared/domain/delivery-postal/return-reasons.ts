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

const words = (fi: string, sv: string, en: string): ReturnReason['words'] => ({ fi, sv, en });

/** Codes a provider gives as `reason` of RETURNED and UNRESOLVED; anything else is taken as OTHER and kept as it was told. */
export const RETURN_REASONS = {
  UNKNOWN_AT_ADDRESS: {
    then: 'NEXT_ADDRESS',
    words: words(
      'vastaanottajaa ei tunneta osoitteessa',
      'mottagaren är okänd på adressen',
      'the recipient is not known at the address',
    ),
  },
  MOVED: {
    then: 'NEXT_ADDRESS',
    words: words('vastaanottaja on muuttanut', 'mottagaren har flyttat', 'the recipient has moved'),
  },
  NO_SUCH_ADDRESS: {
    then: 'NEXT_ADDRESS',
    words: words('osoitetta ei ole', 'adressen finns inte', 'there is no such address'),
  },
  ADDRESS_INCOMPLETE: {
    then: 'NEXT_ADDRESS',
    words: words('osoite on puutteellinen', 'adressen är bristfällig', 'the address is incomplete'),
  },
  NOT_COLLECTED: {
    then: 'NEXT_ADDRESS',
    words: words('lähetystä ei noudettu', 'försändelsen hämtades inte', 'it was not collected'),
  },
  LOST: {
    then: 'NEXT_ADDRESS',
    words: words('lähetys on kadonnut', 'försändelsen har försvunnit', 'it was lost on its way'),
  },
  DAMAGED: {
    then: 'NEXT_ADDRESS',
    words: words('lähetys on vaurioitunut', 'försändelsen är skadad', 'it was damaged on its way'),
  },
  REFUSED: {
    then: 'AUTHORITY',
    words: words(
      'vastaanottaja kieltäytyi vastaanottamasta',
      'mottagaren vägrade ta emot',
      'the recipient refused to take it',
    ),
  },
  DECEASED: {
    then: 'AUTHORITY',
    words: words('vastaanottaja on kuollut', 'mottagaren är avliden', 'the recipient has died'),
  },
  OTHER: { then: 'NEXT_ADDRESS', words: words('muu syy', 'annan orsak', 'another reason') },
} as const satisfies Record<string, ReturnReason>;

export type ReturnReasonCode = keyof typeof RETURN_REASONS;

/** The code of what a provider told. @param told as it was told; absent: nothing */
export function returnReasonOf(told: string | undefined): ReturnReasonCode {
  return told !== undefined && isCode(told) ? told : 'OTHER';
}

function isCode(told: string): told is ReturnReasonCode {
  return Object.hasOwn(RETURN_REASONS, told);
}
