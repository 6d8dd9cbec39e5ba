import type { Language } from '#shared/domain/message/hub-fields';
import type { Phase } from '#shared/domain/programme/calendar';

/** NONE: the hub decides by no duty of businesses. */
export type DutyStanding = 'NONE' | 'COMING' | 'IN_FORCE';

interface BusinessNoticeWords {
  readonly title: Readonly<Record<Phase, string>>;
  readonly duty: Readonly<Record<DutyStanding, readonly string[]>>;
  readonly exceptions: readonly string[];
}

/** Words of the notice beside those of its phase; `{from}` is the day from which the duty is in force. */
export const BUSINESS_NOTICE_WORDS: Readonly<Record<Language, BusinessNoticeWords>> = {
  fi: {
    title: {
      BEFORE: 'Viranomaisten palvelut yrityksille siirtyvät sähköisiksi',
      TRANSITION: 'Asioi sähköisesti: siirtymäaika on käynnissä',
      OBLIGATION: 'Viranomaiset palvelevat yrityksiä ensisijaisesti sähköisesti',
    },
    duty: {
      NONE: [
        'Tämä tiedote ei velvoita sinua asioimaan sähköisesti. Jos asiaasi koskeva laki edellyttää sähköistä asiointia, viranomainen kertoo siitä erikseen.',
      ],
      COMING: [
        'Velvollisuus asioida sähköisesti alkaa {from}. Se koskee elinkeinonharjoittajia, rekisteröityjä yhdistyksiä, säätiöitä ja asunto-osakeyhtiöitä.',
      ],
      IN_FORCE: [
        'Elinkeinonharjoittajilla, rekisteröidyillä yhdistyksillä, säätiöillä ja asunto-osakeyhtiöillä on {from} alkaen velvollisuus asioida sähköisesti.',
      ],
    },
    exceptions: [
      'Velvollisuus ei koske palvelua, jota viranomainen ei tarjoa sähköisesti.',
      'Velvollisuus ei koske ulkomaisia organisaatioita, mutta nekin voivat asioida sähköisesti.',
      'Pitkittyneen teknisen häiriön aikana asiat hoidetaan muulla tavalla.',
      'Viranomainen voi yksittäisessä asiassa hyväksyä muun asiointitavan perustellusta syystä.',
    ],
  },
  sv: {
    title: {
      BEFORE: 'Myndigheternas tjänster för företag blir elektroniska',
      TRANSITION: 'Uträtta ärenden elektroniskt: övergångstiden pågår',
      OBLIGATION: 'Myndigheterna betjänar företag i första hand elektroniskt',
    },
    duty: {
      NONE: [
        'Detta meddelande förpliktar dig inte att uträtta ärenden elektroniskt. Om den lag som gäller ditt ärende kräver det, informerar myndigheten separat om saken.',
      ],
      COMING: [
        'Skyldigheten att uträtta ärenden elektroniskt börjar den {from}. Den gäller näringsidkare, registrerade föreningar, stiftelser och bostadsaktiebolag.',
      ],
      IN_FORCE: [
        'Näringsidkare, registrerade föreningar, stiftelser och bostadsaktiebolag är från och med den {from} skyldiga att uträtta ärenden elektroniskt.',
      ],
    },
    exceptions: [
      'Skyldigheten gäller inte en tjänst som myndigheten inte tillhandahåller elektroniskt.',
      'Skyldigheten gäller inte utländska organisationer, men även de kan uträtta ärenden elektroniskt.',
      'Under en långvarig teknisk störning sköts ärenden på annat sätt.',
      'Myndigheten kan i ett enskilt ärende av grundad anledning godkänna ett annat sätt att uträtta ärendet.',
    ],
  },
  en: {
    title: {
      BEFORE: 'Services of the authorities for businesses are becoming electronic',
      TRANSITION: 'Use electronic services: the transition is under way',
      OBLIGATION: 'Authorities serve businesses electronically first',
    },
    duty: {
      NONE: [
        'This notice does not oblige you to use electronic services. If the law on your matter requires them, the authority tells you so separately.',
      ],
      COMING: [
        'The duty to use electronic services starts on {from}. It concerns those who pursue a livelihood, registered associations, foundations and housing companies.',
      ],
      IN_FORCE: [
        'Those who pursue a livelihood, registered associations, foundations and housing companies have a duty to use electronic services from {from} on.',
      ],
    },
    exceptions: [
      'The duty does not concern a service that the authority does not offer electronically.',
      'The duty does not concern foreign organisations, but they may use electronic services too.',
      'During a prolonged technical outage matters are dealt with in another way.',
      'An authority may accept another way in a single matter for a justified reason.',
    ],
  },
};
