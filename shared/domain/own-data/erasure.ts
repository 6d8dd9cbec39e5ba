import * as z from 'zod/mini';
import type { Language } from '#shared/domain/message/hub-fields';
import { actor } from '#shared/domain/message/actor';
import { recipientId } from '#shared/domain/message/ids';
import { KEPT_BY } from '#shared/domain/message/kept-by';
import { instant } from '#shared/kernel/time';

/** Kinds of what the hub holds on a person. */
export const holding = z.enum([
  'NOTICE_ADDRESS',
  'CONSENT_HISTORY',
  'MATTER_CHOICES',
  'MESSAGES',
  'SENT_MESSAGES',
  'PROOF_OF_SERVICE',
  'ACCESS_LOG',
  'DATA_REQUESTS',
]);
export type Holding = z.infer<typeof holding>;

/**
 * An erasure a person asked for. Once DONE it is the tombstone: it says that it was done and holds nothing of what went.
 *
 * @see 2016/679 art. 17
 */
export const erasure = z.object({
  erasureId: z.string(),
  recipientId,
  at: instant,
  state: z.enum(['STARTED', 'DONE']),
  /** The consent is withdrawn with it: only when the person has asked for that. */
  withdrawConsent: z.boolean(),
  /** What goes, as it stood when the erasure was entered. */
  erased: z.array(holding),
  /** Sealed code of who asked, until it is done: the feed of consents is told of a withdrawal. */
  code: z.optional(z.string()),
  /** Who asked, until it is done; the name is sealed. */
  by: z.optional(actor),
  /** Its place in the wake index: one that was cut short is gone on with. Absent once it is done. */
  wakeAt: z.optional(instant),
});
export type Erasure = z.infer<typeof erasure>;

type Said = Readonly<Record<Language, string>>;

/** Why something is not erased at request, and until when it is kept. */
export interface Keeping {
  readonly statute: string;
  readonly reason: Said;
  readonly until: Said;
}

const LOG_YEARS: Said = {
  fi: 'kaksi kalenterivuotta kirjaamisvuoden jälkeen',
  sv: 'två kalenderår efter året för anteckningen',
  en: 'two calendar years after the year of the entry',
};

const LEGAL_DUTY: Said = {
  fi: 'Palvelun on lain mukaan säilytettävä tieto.',
  sv: 'Tjänsten måste enligt lag bevara uppgiften.',
  en: 'The service has to keep it by law.',
};

const MESSAGE: Keeping = {
  statute: `${KEPT_BY.CONTENT}; 2016/679 art. 17(3)(b)`,
  reason: LEGAL_DUTY,
  until: {
    fi: 'vähintään kaksi vuotta tiedoksiannon päättymisestä',
    sv: 'minst två år efter att delgivningen avslutats',
    en: 'at least two years from the end of the service',
  },
};

const LOG: Keeping = { statute: `${KEPT_BY.LOG}; 2016/679 art. 17(3)(b)`, reason: LEGAL_DUTY, until: LOG_YEARS };

/** What is kept though its person asks for erasure, as data: what is not here goes. */
export const KEPT: Readonly<Record<Exclude<Holding, 'NOTICE_ADDRESS'>, Keeping>> = {
  MESSAGES: MESSAGE,
  SENT_MESSAGES: MESSAGE,
  PROOF_OF_SERVICE: {
    ...MESSAGE,
    statute: `${KEPT_BY.PROOF}; 2016/679 art. 17(3)(b) and (e)`,
    until: {
      fi: 'kunnes viranomainen on arkistoinut todisteen ja laissa säädetty aika on kulunut',
      sv: 'tills myndigheten har arkiverat beviset och den lagstadgade tiden har gått',
      en: 'until the authority has archived the proof and the time set by law is over',
    },
  },
  CONSENT_HISTORY: LOG,
  ACCESS_LOG: LOG,
  DATA_REQUESTS: LOG,
  MATTER_CHOICES: {
    statute: '808/2019 § 15; 2016/679 art. 17(3)(b)',
    reason: {
      fi: 'Valinta määrää, mihin viranomainen toimittaa asian asiakirjat. Voit perua sen itse.',
      sv: 'Valet avgör vart myndigheten sänder ärendets handlingar. Du kan själv återta det.',
      en: 'The choice says where the authority sends the documents of a matter. You can take it back yourself.',
    },
    until: { fi: 'kunnes perut valinnan', sv: 'tills du återtar valet', en: 'until you take the choice back' },
  },
};

/** Why an address that is in use stays. */
export const ADDRESS_IN_USE: Keeping = {
  statute: '2016/679 art. 17(1)(b)',
  reason: {
    fi: 'Suostumus on voimassa, ja ilmoitukset tarvitsevat osoitteen.',
    sv: 'Samtycket gäller och aviseringarna behöver adressen.',
    en: 'The consent is in force and its notices need the address.',
  },
  until: { fi: 'kunnes perut suostumuksen', sv: 'tills du återkallar samtycket', en: 'until you withdraw the consent' },
};

/** One kind of holding, and what becomes of it. */
export type Verdict = { readonly holding: Holding } & ({ readonly goes: true } | ({ readonly goes: false } & Keeping));

/**
 * What an erasure would take now, and what it would leave.
 *
 * @param at whether there is an address for notices, whether it is in use, and whether the consent is withdrawn as well
 */
export function whatMayGo(at: {
  readonly hasAddress: boolean;
  readonly inUse: boolean;
  readonly withdrawConsent: boolean;
}): Verdict[] {
  const goes = !at.inUse || at.withdrawConsent;
  const address: Verdict = goes
    ? { holding: 'NOTICE_ADDRESS', goes }
    : { holding: 'NOTICE_ADDRESS', goes, ...ADDRESS_IN_USE };
  const kept = holding.options
    .filter((each) => each !== 'NOTICE_ADDRESS')
    .map((each): Verdict => ({ holding: each, goes: false, ...KEPT[each] }));
  return at.hasAddress ? [address, ...kept] : kept;
}
