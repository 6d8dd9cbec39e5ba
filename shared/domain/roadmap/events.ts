import type { Texts } from '#shared/domain/programme/words';

type Names = Readonly<Record<string, Texts>>;

const names = (fi: string, sv: string, en: string): Texts => ({ fi, sv, en });

/** Events in the life of a person that services are found by. A code that is not here is shown as it stands (REQ-117). */
export const LIFE_EVENTS: Names = {
  'having-a-child': names('Lapsen saaminen', 'Att få barn', 'Having a child'),
  'starting-school': names('Koulun aloittaminen', 'Skolstart', 'Starting school'),
  studying: names('Opiskelu', 'Studier', 'Studying'),
  working: names('Työelämä', 'Arbetsliv', 'Working'),
  unemployment: names('Työttömäksi jääminen', 'Arbetslöshet', 'Becoming unemployed'),
  moving: names('Muuttaminen', 'Flytt', 'Moving'),
  housing: names('Asuminen ja rakentaminen', 'Boende och byggande', 'Housing and building'),
  driving: names('Ajoneuvot ja ajokortti', 'Fordon och körkort', 'Vehicles and driving licence'),
  family: names('Parisuhde ja perhe', 'Parförhållande och familj', 'Relationship and family'),
  illness: names('Sairastuminen', 'Sjukdom', 'Falling ill'),
  taxation: names('Verotus', 'Beskattning', 'Taxation'),
  'moving-to-finland': names('Suomeen muuttaminen', 'Flytt till Finland', 'Moving to Finland'),
  retirement: names('Eläkkeelle jääminen', 'Pensionering', 'Retirement'),
  'death-of-a-relative': names('Läheisen kuolema', 'En anhörigs död', 'Death of a relative'),
};

/** Events in the life of a business (REQ-209, REQ-235). */
export const BUSINESS_EVENTS: Names = {
  'starting-a-business': names('Yrityksen perustaminen', 'Att starta företag', 'Starting a business'),
  'changes-in-a-business': names('Yrityksen muutokset', 'Förändringar i företaget', 'Changes in a business'),
  hiring: names('Työntekijän palkkaaminen', 'Att anställa', 'Hiring employees'),
  'business-taxation': names('Yrityksen verotus', 'Företagets beskattning', 'Taxation of a business'),
  financing: names('Rahoitus ja tuet', 'Finansiering och stöd', 'Financing and grants'),
  permits: names('Luvat ja ilmoitukset', 'Tillstånd och anmälningar', 'Permits and notifications'),
  construction: names('Rakentaminen ja kiinteistöt', 'Byggande och fastigheter', 'Construction and property'),
  'farming-and-forestry': names('Maa- ja metsätalous', 'Jord- och skogsbruk', 'Farming and forestry'),
  transport: names('Liikenne ja kuljetus', 'Trafik och transport', 'Transport'),
  'importing-and-exporting': names('Tuonti ja vienti', 'Import och export', 'Importing and exporting'),
  'intellectual-property': names('Patentit ja tavaramerkit', 'Patent och varumärken', 'Patents and trademarks'),
  'annual-accounts': names('Tilinpäätös ja ilmoittaminen', 'Bokslut och anmälan', 'Annual accounts'),
  'transfer-of-a-business': names('Omistajanvaihdos', 'Ägarbyte', 'Transfer of a business'),
  'closing-a-business': names('Yritystoiminnan lopettaminen', 'Att avsluta företag', 'Closing a business'),
};

/** Names of the codes a list has, and of those that are in use and not in it, by their codes. */
export function namedEvents(list: Names, inUse: readonly string[]): Record<string, Texts> {
  const unknown = [...new Set(inUse)].filter((code) => !Object.hasOwn(list, code)).sort();
  return { ...list, ...Object.fromEntries(unknown.map((code) => [code, { fi: code, sv: code, en: code }])) };
}
