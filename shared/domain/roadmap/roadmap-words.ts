import type { OfferingStatus, TargetGroup } from '#shared/domain/programme/registry/service';
import { phaseParagraphs } from '#shared/domain/programme/phase-words';
import type { ReportLanguage, Texts } from '#shared/domain/programme/words';
import type { RoadmapDataset } from '#shared/domain/roadmap/dataset';
import { dateText } from '#shared/kernel/formats';

/** Words in every language of the roadmap. */
export type AllTexts = Required<Texts>;

const words = (fi: string, sv: string, en: string): AllTexts => ({ fi, sv, en });

/** What the page of the roadmap says by itself. `{n}`, `{of}` and `{day}` are filled in. */
export const ROADMAP_WORDS = {
  title: words('Digipalvelujen tiekartta', 'Färdplan för digitala tjänster', 'Roadmap of digital services'),
  lead: words(
    'Julkisen hallinnon digitaaliset palvelut yrityksille ja henkilöille: mikä on jo käytössä ja mikä tulossa.',
    'Den offentliga förvaltningens digitala tjänster för företag och personer: vad som redan är i bruk och vad som är på väg.',
    'Digital services of public administration for businesses and people: what is in use and what is coming.',
  ),
  oneCounter: words('Yritykselle: yksi luukku', 'För företag: en lucka', 'For businesses: one counter'),
  oneCounterLead: words(
    'Valitse, mitä yrityksessä tapahtuu. Näet palvelut kaikilta viranomaisilta.',
    'Välj vad som händer i företaget. Du ser tjänsterna från alla myndigheter.',
    'Choose what happens in the business. You see the services of all authorities.',
  ),
  search: words('Hae palveluja', 'Sök tjänster', 'Search for services'),
  listsLead: words(
    'Tämä on tallennettu kopio tiekartasta. Valitse yksi rajaus kerrallaan.',
    'Det här är en sparad kopia av färdplanen. Välj en avgränsning åt gången.',
    'This is a saved copy of the roadmap. Choose one thing at a time.',
  ),
  event: words('Tilanne', 'Situation', 'Situation'),
  businessEvents: words('Yrityksen tilanteet', 'Företagets situationer', 'Situations of a business'),
  lifeEvents: words('Elämäntilanteet', 'Livssituationer', 'Situations in life'),
  authority: words('Viranomainen', 'Myndighet', 'Authority'),
  status: words('Vaihe', 'Skede', 'Status'),
  group: words('Kenelle', 'För vem', 'For whom'),
  all: words('Kaikki', 'Alla', 'All'),
  show: words('Näytä palvelut', 'Visa tjänsterna', 'Show services'),
  clear: words('Poista rajaukset', 'Ta bort avgränsningarna', 'Clear the search'),
  services: words('Palvelut', 'Tjänster', 'Services'),
  count: words('{of} palvelua', '{of} tjänster', '{of} services'),
  range: words('Näkyvissä {n}.', 'Visas {n}.', 'Showing {n}.'),
  none: words(
    'Haulla ei löytynyt palveluja. Kokeile poistaa jokin rajaus.',
    'Sökningen gav inga tjänster. Försök ta bort någon avgränsning.',
    'No services were found. Try to remove a part of the search.',
  ),
  empty: words(
    'Tiekartalla ei ole vielä palveluja.',
    'Färdplanen har inga tjänster ännu.',
    'The roadmap has no services yet.',
  ),
  useOnline: words('Asioi verkossa', 'Uträtta ärendet på nätet', 'Use the service online'),
  description: words(
    'Kuvaus palvelutietovarannossa',
    'Beskrivning i servicedatalagret',
    'Description in the service catalogue',
  ),
  hasApi: words('Rajapinta ohjelmille', 'Gränssnitt för program', 'Interface for programs'),
  apiOnly: words('Vain rajapinta ohjelmille', 'Endast gränssnitt för program', 'Interface for programs only'),
  otherWays: words('Muut tavat', 'Andra sätt', 'Other ways'),
  with: words('yhdessä:', 'tillsammans med:', 'together with:'),
  pages: words('Sivut', 'Sidor', 'Pages'),
  previous: words('Edelliset', 'Föregående', 'Previous'),
  next: words('Seuraavat', 'Nästa', 'Next'),
  data: words('Avoin aineisto', 'Öppna data', 'Open data'),
  csv: words('Palvelut taulukkona (CSV)', 'Tjänsterna som tabell (CSV)', 'Services as a table (CSV)'),
  json: words('Palvelut ohjelmille (JSON)', 'Tjänsterna för program (JSON)', 'Services for programs (JSON)'),
  day: words('Tiedot ovat päivältä {day}.', 'Uppgifterna är från {day}.', 'The data are of {day}.'),
} as const satisfies Record<string, AllTexts>;

export const STATUS_NAMES: Readonly<Record<OfferingStatus, AllTexts>> = {
  IN_USE: words('Käytössä', 'I bruk', 'In use'),
  IN_DEVELOPMENT: words('Kehitteillä', 'Under utveckling', 'In development'),
  PLANNED: words('Suunnitteilla', 'Planeras', 'Planned'),
  RETIRED: words('Poistunut', 'Avvecklad', 'Retired'),
};

export const GROUP_NAMES: Readonly<Record<TargetGroup, AllTexts>> = {
  BUSINESS: words('Yrityksille', 'För företag', 'For businesses'),
  PERSON: words('Henkilöille', 'För personer', 'For people'),
};

export const CHANNEL_NAMES: Readonly<Record<'DESK' | 'PHONE' | 'POST', AllTexts>> = {
  DESK: words('palvelupiste', 'serviceställe', 'service point'),
  PHONE: words('puhelin', 'telefon', 'phone'),
  POST: words('posti', 'post', 'post'),
};

/** Where the transition stands, in the words that businesses are told it with (REQ-202). */
export function phaseText({ phase, startsOn, endsOn }: RoadmapDataset['transition'], language: ReportLanguage): string {
  const days = { startsOn: dateText(startsOn), transitionEnd: dateText(endsOn) };
  return phaseParagraphs(phase, language, days).join(' ');
}
