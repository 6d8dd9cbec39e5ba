import type { ReportKind } from '#shared/domain/programme/report';
import type { ReportLanguage } from '#shared/domain/programme/words';

type Words = Readonly<Record<ReportLanguage, string>>;

const words = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

/** What every page says by itself. `{n}` and `{of}` are numbers. */
const PAGE = {
  programme: words(
    'Digitaalisten palvelujen siirtymä',
    'Övergången till digitala tjänster',
    'Transition to digital services',
  ),
  reports: words('Raportit', 'Rapporter', 'Reports'),
  skip: words('Siirry sisältöön', 'Hoppa till innehållet', 'Skip to content'),
  languages: words('Kieli', 'Språk', 'Language'),
  contents: words('Tällä sivulla', 'På den här sidan', 'On this page'),
  period: words('Jakso', 'Period', 'Period'),
  asOf: words('Luvut kattavat ajan', 'Siffrorna omfattar tiden till', 'Figures cover the time until'),
  asOfDay: words('{n} asti', '{n}', '{n}'),
  madeAt: words('Laadittu', 'Upprättad', 'Made'),
  id: words('Tunnus', 'Beteckning', 'Id'),
  report: words('Raportti', 'Rapport', 'Report'),
  download: words('Lataa tiedot', 'Ladda ner uppgifterna', 'Download the data'),
  csv: words('Taulukko (CSV)', 'Tabell (CSV)', 'Table (CSV)'),
  csvAll: words('Kaikki taulukot (CSV)', 'Alla tabeller (CSV)', 'All tables (CSV)'),
  json: words('Luvut ohjelmille (JSON)', 'Siffror för program (JSON)', 'Figures for programs (JSON)'),
  noRows: words('Ei rivejä tällä jaksolla.', 'Inga rader för den här perioden.', 'No rows for this period.'),
  rows: words('Taulukko, {n} riviä', 'Tabell, {n} rader', 'Table, {n} rows'),
  oneRow: words('Taulukko, 1 rivi', 'Tabell, 1 rad', 'Table, 1 row'),
  moreRows: words(
    'Näkyvissä on {n} ensimmäistä riviä {of} rivistä. Kaikki rivit ovat CSV-taulukossa.',
    'De {n} första raderna av {of} visas. Alla rader finns i CSV-tabellen.',
    'The first {n} of {of} rows are shown. The CSV table has all rows.',
  ),
  moreBars: words(
    'Kuvassa on {n} ensimmäistä riviä {of} rivistä.',
    'Bilden visar de {n} första raderna av {of}.',
    'The picture shows the first {n} of {of} rows.',
  ),
  moreSeries: words(
    'Kuvassa on {n} suurinta osaa {of} osasta. Kaikki ovat taulukossa.',
    'Bilden visar de {n} största delarna av {of}. Alla finns i tabellen.',
    'The picture shows the {n} greatest of {of} parts. The table has all of them.',
  ),
  bars: words('Pylväskuvio, {n} riviä.', 'Stapeldiagram, {n} rader.', 'Bar chart, {n} rows.'),
  stacked: words(
    'Pinottu pylväskuvio, {n} riviä.',
    'Staplat stapeldiagram, {n} rader.',
    'Stacked bar chart, {n} rows.',
  ),
  line: words('Viivakuvio, {n} kohtaa.', 'Linjediagram, {n} punkter.', 'Line chart, {n} points.'),
  inTable: words('Samat luvut ovat taulukossa.', 'Samma siffror finns i tabellen.', 'The table has the same figures.'),
  yes: words('Kyllä', 'Ja', 'Yes'),
  no: words('Ei', 'Nej', 'No'),
  unknown: words('Ei tiedossa', 'Okänt', 'Not known'),
  suppressed: words(
    'Merkintä <5: luku on liian pieni kerrottavaksi. Raportissa ei ole henkilötietoja.',
    'Märkningen <5: talet är för litet för att anges. Rapporten innehåller inga personuppgifter.',
    'The mark <5: the number is too small to be told. The report holds no personal data.',
  ),
  noReports: words('Raportteja ei ole vielä.', 'Det finns inga rapporter ännu.', 'There are no reports yet.'),
  older: words('Aiemmat ({n})', 'Tidigare ({n})', 'Earlier ({n})'),
  indexLead: words(
    'Siirtymäohjelman määräaikaisraportit lajeittain, uusin ensin.',
    'Övergångsprogrammets periodiska rapporter efter slag, den nyaste först.',
    'Periodic reports of the transition programme by kind, newest first.',
  ),
} as const satisfies Record<string, Words>;

export type PageWord = keyof typeof PAGE;

/** @param numbers written as they are to be read */
export function word(key: PageWord, language: ReportLanguage, numbers: { n?: string; of?: string } = {}): string {
  return PAGE[key][language].replace('{n}', numbers.n ?? '').replace('{of}', numbers.of ?? '');
}

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<ReportLanguage, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export const LANGUAGES: readonly ReportLanguage[] = ['fi', 'sv', 'en'];

/** What each kind of report is about (domain.md 4.3). */
export const KIND_TITLES: Readonly<Record<ReportKind, Words>> = {
  R1: words('Siirtymän seuranta', 'Uppföljning av övergången', 'Transition follow-up'),
  R2: words('Viranomaisen tehtävät', 'Myndighetens uppgifter', 'To do for an authority'),
  R3: words('Myöhästyneet viranomaiset', 'Försenade myndigheter', 'Authorities that are late'),
  R4: words('Digipalvelujen tiekartta', 'Färdplan för digitala tjänster', 'Roadmap of digital services'),
  R5: words('Itsearvioinnit', 'Självvärderingar', 'Self-assessments'),
  R6: words('Lainsäädännön esteet', 'Hinder i lagstiftningen', 'Obstacles in legislation'),
  R7: words('Poikkeukset', 'Undantag', 'Exceptions'),
  R8: words('Kanavat ja toimitukset', 'Kanaler och leveranser', 'Channels and deliveries'),
  R9: words('Vaikutukset yrityksiin', 'Effekter för företag', 'Effects on businesses'),
  R10: words('Digituki', 'Digitalt stöd', 'Digital support'),
  R11: words(
    'Neuvonta, maksut ja omat tiedot',
    'Rådgivning, avgifter och egna uppgifter',
    'Guidance, fees and own data',
  ),
  R12: words('Kyselyn tulokset', 'Resultat av enkäten', 'Results of the survey'),
  R13: words('Vuosisuunnitelma ja kirjeet', 'Årsplan och brev', 'Annual plan and letters'),
};
