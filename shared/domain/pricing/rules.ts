import type { Texts } from '#shared/domain/programme/words';

export type PricingCode =
  | 'FREE_ELECTRONIC_PAID_PAPER'
  | 'FEE_ABOVE_COST'
  | 'TRADITIONAL_FEE_RAISED'
  | 'NO_CUSTOMER_TERMINAL'
  | 'CUSTOMER_TERMINAL_UNKNOWN'
  | 'DIFFERENCE_ABOVE_LIMIT'
  | 'ELECTRONIC_DEARER'
  | 'COSTS_MISSING'
  | 'COSTS_DISAGREE'
  | 'COSTS_BELOW_MAIL';

/** BLOCK: the tiers can not be decided on as they are. WARN: whoever decides has to give a reason. */
export type PricingLevel = 'WARN' | 'BLOCK';

export interface PricingRule {
  readonly level: PricingLevel;
  readonly rule: Texts;
  /** Statutes written as `150/1992 § 6.1`, and papers. */
  readonly legalBasis: readonly string[];
}

/** The report of the working group on electronic communication with authorities (REQ-126 to REQ-136). */
const WORKING_GROUP = 'VM 2019';
const CHARGES_ACT = '150/1992 § 6.1';

/** Every rule a finding can rest on. @see domain.md 3.8 and 2.10 */
export const PRICING_RULES: Readonly<Record<PricingCode, PricingRule>> = {
  /** REQ-135 */
  FREE_ELECTRONIC_PAID_PAPER: {
    level: 'BLOCK',
    legalBasis: [WORKING_GROUP],
    rule: {
      fi: 'Sähköinen asiointi ei voi olla maksutonta, jos paperiasiointi on maksullista.',
      sv: 'Elektronisk ärendehantering kan inte vara avgiftsfri, om ärendehantering på papper är avgiftsbelagd.',
      en: 'Electronic service can not be free of charge while service on paper has a fee.',
    },
  },
  /** REQ-131 */
  FEE_ABOVE_COST: {
    level: 'BLOCK',
    legalBasis: [CHARGES_ACT],
    rule: {
      fi: 'Maksu ei saa ylittää suoritteen tuottamisen kokonaiskustannuksia tässä asiointikanavassa.',
      sv: 'Avgiften får inte överstiga de totala kostnaderna för prestationen i denna kanal.',
      en: 'A fee may not exceed the full cost of the service by this channel.',
    },
  },
  /** REQ-133 */
  TRADITIONAL_FEE_RAISED: {
    level: 'BLOCK',
    legalBasis: [WORKING_GROUP],
    rule: {
      fi: 'Porrastus ei saa nostaa perinteisen asiointitavan maksua: sähköisen asioinnin maksua voidaan alentaa.',
      sv: 'Differentieringen får inte höja avgiften för traditionell ärendehantering: avgiften för elektronisk ärendehantering kan sänkas.',
      en: 'Tiers may not raise the fee of the traditional channel: the fee of the electronic one may be lowered.',
    },
  },
  /** REQ-136 */
  NO_CUSTOMER_TERMINAL: {
    level: 'BLOCK',
    legalBasis: ['PeVL 35/2010 vp'],
    rule: {
      fi: 'Jos sähköinen asiointi on halvempaa, asiointipisteessä on oltava asiakaspääte, jolla asiakas saa alemman maksun.',
      sv: 'Om elektronisk ärendehantering är billigare ska servicestället ha en kundterminal, så att kunden får den lägre avgiften.',
      en: 'Where the electronic channel is cheaper, the office must have a customer terminal that gives visitors the lower fee.',
    },
  },
  /** REQ-136 */
  CUSTOMER_TERMINAL_UNKNOWN: {
    level: 'WARN',
    legalBasis: ['PeVL 35/2010 vp'],
    rule: {
      fi: 'Ei ole kerrottu, onko asiointipisteessä asiakaspääte, jolla asiakas saa alemman maksun.',
      sv: 'Det har inte uppgetts om servicestället har en kundterminal som ger kunden den lägre avgiften.',
      en: 'It is not told whether the office has a customer terminal that gives visitors the lower fee.',
    },
  },
  /** REQ-128, REQ-129: the sources give no number, so the limit is the programme's and its passing a warning only. */
  DIFFERENCE_ABOVE_LIMIT: {
    level: 'WARN',
    legalBasis: [WORKING_GROUP],
    rule: {
      fi: 'Maksujen ero ylittää ohjelmassa kohtuullisena pidetyn rajan. Pienikin porrastus kannustaa riittävästi.',
      sv: 'Skillnaden mellan avgifterna överskrider den gräns som i programmet anses skälig. Även en liten skillnad är ett tillräckligt incitament.',
      en: 'The fees differ by more than the programme takes for reasonable. A small difference is incentive enough.',
    },
  },
  /** REQ-132, REQ-139 */
  ELECTRONIC_DEARER: {
    level: 'WARN',
    legalBasis: [WORKING_GROUP],
    rule: {
      fi: 'Sähköinen asiointi on kalliimpaa kuin perinteinen: maksut ohjaavat pois sähköisestä kanavasta.',
      sv: 'Elektronisk ärendehantering är dyrare än traditionell: avgifterna styr bort från den elektroniska kanalen.',
      en: 'Electronic service is dearer than a traditional channel: the fees lead away from it.',
    },
  },
  /** REQ-126, REQ-134 */
  COSTS_MISSING: {
    level: 'WARN',
    legalBasis: [CHARGES_ACT, WORKING_GROUP],
    rule: {
      fi: 'Kanavan kokonaiskustannuksia ei ole kerrottu, joten maksua ei voida verrata niihin.',
      sv: 'De totala kostnaderna för kanalen har inte uppgetts, så avgiften kan inte jämföras med dem.',
      en: 'The full cost of the channel is not told, so the fee can not be compared with it.',
    },
  },
  /** REQ-134 */
  COSTS_DISAGREE: {
    level: 'WARN',
    legalBasis: [WORKING_GROUP],
    rule: {
      fi: 'Kustannusten osat eivät summaudu kerrottuihin kokonaiskustannuksiin.',
      sv: 'Kostnadsposterna summerar inte till de uppgivna totala kostnaderna.',
      en: 'The components of the cost do not sum to the full cost that is told.',
    },
  },
  /** REQ-134 */
  COSTS_BELOW_MAIL: {
    level: 'WARN',
    legalBasis: [CHARGES_ACT, WORKING_GROUP],
    rule: {
      fi: 'Kanavan kokonaiskustannukset ovat pienemmät kuin yhden kirjeen tai viestin hinta, joten osa niistä puuttuu.',
      sv: 'De totala kostnaderna för kanalen är mindre än priset på ett brev eller meddelande, så en del av dem saknas.',
      en: 'The full cost of the channel is less than the price of one letter or message, so a part of it is missing.',
    },
  },
};
