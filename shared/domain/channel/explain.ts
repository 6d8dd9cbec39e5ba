import { STAGE_B } from '#shared/domain/channel/decide-channel';
import type { Decision, Reason } from '#shared/domain/message/decision';
import type { Language } from '#shared/domain/message/hub-fields';

type Explanation = Readonly<Record<Language, string>>;

/** Why this channel, in words the recipient and the sender can read (REQ-223). Rendered from the reason, never stored. */
const BY_REASON: Readonly<Record<Reason, Explanation>> = {
  CONSENT: {
    fi: 'Viesti toimitettiin sähköisesti, koska vastaanottajalla on voimassa oleva suostumus sähköiseen viestinvälitykseen ja toimiva sähköpostiosoite.',
    sv: 'Meddelandet levererades elektroniskt, eftersom mottagaren har ett gällande samtycke till elektronisk meddelandeförmedling och en fungerande e-postadress.',
    en: 'The message was delivered electronically because the recipient has a consent to electronic messages in force and a working e-mail address.',
  },
  ACTIVATED: {
    fi: 'Viesti toimitettiin sähköisesti, koska organisaation postilaatikko on käytössä ja sen edustaja on suostunut sähköisiin viesteihin.',
    sv: 'Meddelandet levererades elektroniskt, eftersom organisationens postlåda är i bruk och dess företrädare har samtyckt till elektroniska meddelanden.',
    en: "The message was delivered electronically because the organisation's mailbox is in use and its representative has consented to electronic messages.",
  },
  NO_CONSENT: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja ei ole antanut suostumusta sähköiseen viestinvälitykseen.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren inte har gett sitt samtycke till elektronisk meddelandeförmedling.',
    en: 'The message was sent as a letter because the recipient has not consented to electronic messages.',
  },
  WITHDRAWN: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja on perunut suostumuksensa sähköiseen viestinvälitykseen.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren har återkallat sitt samtycke till elektronisk meddelandeförmedling.',
    en: 'The message was sent as a letter because the recipient has withdrawn the consent to electronic messages.',
  },
  NO_EADDRESS: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottajalla ei ole toimivaa sähköpostiosoitetta ilmoituksia varten.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren inte har någon fungerande e-postadress för aviseringar.',
    en: 'The message was sent as a letter because the recipient has no working e-mail address for notices.',
  },
  NO_ID: {
    fi: 'Viesti lähetettiin kirjeenä, koska lähettäjä antoi vain postiosoitteen.',
    sv: 'Meddelandet skickades som brev, eftersom avsändaren gav enbart en postadress.',
    en: 'The message was sent as a letter because the sender gave a postal address only.',
  },
  STATUTE_PAPER_ONLY: {
    fi: 'Viesti lähetettiin kirjeenä, koska laki edellyttää paperia.',
    sv: 'Meddelandet skickades som brev, eftersom lagen kräver papper.',
    en: 'The message was sent as a letter because the law requires paper.',
  },
  NO_ADDRESS: {
    fi: 'Viestiä ei voitu toimittaa: vastaanottajalle ei löytynyt käyttökelpoista postiosoitetta. Viranomainen käsittelee asian.',
    sv: 'Meddelandet kunde inte levereras: ingen användbar postadress hittades. Myndigheten behandlar ärendet.',
    en: 'The message could not be delivered: no usable postal address was found. The authority will deal with it.',
  },
  ABROAD: {
    fi: 'Vastaanottajan osoite on ulkomailla. Viranomainen hoitaa tiedoksiannon muulla tavalla.',
    sv: 'Mottagarens adress är utomlands. Myndigheten sköter delgivningen på annat sätt.',
    en: "The recipient's address is abroad. The authority will serve the document in another way.",
  },
  PROTECTED_NO_SAFE_ADDRESS: {
    fi: 'Kirjettä ei lähetetty automaattisesti vastaanottajan turvallisuuden vuoksi. Viranomainen hoitaa tiedoksiannon.',
    sv: 'Brevet skickades inte automatiskt av hänsyn till mottagarens säkerhet. Myndigheten sköter delgivningen.',
    en: "No letter was sent automatically, for the recipient's safety. The authority will serve the document.",
  },
  DOCUMENT_UNREADABLE: {
    fi: 'Kirjettä ei voitu tulostaa: lähettäjän antama asiakirja ei ole luettavissa. Viranomainen käsittelee asian.',
    sv: 'Brevet kunde inte skrivas ut: dokumentet från avsändaren går inte att läsa. Myndigheten behandlar ärendet.',
    en: 'The letter could not be printed: the document given by the sender can not be read. The authority will deal with it.',
  },
};

/** Statutes each rule rests on, written as `13/2003 § 19`; a rule of the hub's own has none. */
const BY_RULE: Readonly<Record<string, readonly string[]>> = {
  C3: ['13/2003 § 19'],
  C7: ['13/2003 § 18', '13/2003 § 19'],
  C8: ['434/2003 § 59', '434/2003 § 60'],
  A2: ['434/2003 § 56'],
  A3: ['661/2009 § 36', '661/2009 § 37'],
  A4: ['434/2003 § 57'],
  R10: ['434/2003 § 63'],
};

export function explain({ reason }: Pick<Decision, 'reason'>): Explanation {
  return BY_REASON[reason];
}

/** Statutes of the rules that decided. A rule of stage B that was tried in vain has no part in it. */
export function legalBasisOf({ path }: Pick<Decision, 'path'>): string[] {
  const decided = path.findLast((rule) => STAGE_B.includes(rule));
  const deciding = path.filter((rule) => rule === decided || !STAGE_B.includes(rule));
  return [...new Set(deciding.flatMap((rule) => BY_RULE[rule] ?? []))];
}
