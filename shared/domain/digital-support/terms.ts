import * as z from 'zod/mini';
import { code } from '#shared/domain/programme/fields';
import { type Texts, texts } from '#shared/domain/programme/words';

/** Code lists of digital support. They grow by rows of a register, and a code that is on no list is good all the same. */
export const termList = z.enum(['SECTOR', 'FORM', 'GROUP', 'REGION']);
export type TermList = z.infer<typeof termList>;

/** A code and what it is called (REQ-117). A row of the register comes before a code that is shipped. */
export const supportTerm = z.object({
  list: termList,
  code,
  names: texts,
  /** Of a form: it reaches people wherever they are. */
  remote: z.optional(z.boolean()),
  /** Of a group: the wider group it is part of. Whoever serves that one serves this one. */
  within: z.optional(code),
});
export type SupportTerm = z.infer<typeof supportTerm>;

type Shipped = readonly [code: string, fi: string, sv: string, en: string];

/** Who gives support; no kind of provider is left out (REQ-092, REQ-112, REQ-113). */
const SECTORS: readonly Shipped[] = [
  ['LIBRARY', 'Kirjasto', 'Bibliotek', 'Library'],
  ['ASSOCIATION', 'Järjestö', 'Organisation', 'Association'],
  ['MUNICIPALITY', 'Kunta', 'Kommun', 'Municipality'],
  ['ADULT_EDUCATION', 'Kansalaisopisto', 'Medborgarinstitut', 'Adult education centre'],
  ['COMPANY', 'Yritys', 'Företag', 'Company'],
  ['AUTHORITY', 'Viranomainen', 'Myndighet', 'Authority'],
  ['SERVICE_POINT', 'Asiointipiste', 'Kundservicepunkt', 'Service point'],
  ['CITIZEN_ADVICE', 'Kansalaisneuvonta', 'Medborgarrådgivningen', 'Public Service Info'],
];

/** How support is given (REQ-114). */
const FORMS: readonly Shipped[] = [
  ['CHAT', 'Chat-neuvonta', 'Chattrådgivning', 'Chat'],
  ['VIDEO', 'Videoneuvonta', 'Videorådgivning', 'Video'],
  ['PHONE', 'Puhelinneuvonta', 'Telefonrådgivning', 'Telephone'],
  ['PEER', 'Vertaistuki', 'Stöd av jämlikar', 'Support by peers'],
  ['AT_HOME', 'Kotiin vietävä tuki', 'Stöd i hemmet', 'Support at home'],
  ['DEVICE_TRAINING', 'Laitteiden käytön opastus', 'Handledning i att använda apparater', 'Training with devices'],
  ['SERVICE_POINT', 'Asiointituki palvelupisteessä', 'Stöd vid kundservicepunkt', 'Support at a service point'],
];
const REMOTE: readonly string[] = ['CHAT', 'VIDEO', 'PHONE'];

/** Who is supported: people and businesses, and groups of people (REQ-079, REQ-109, REQ-118, REQ-189). */
const GROUPS: readonly Shipped[] = [
  ['PERSON', 'Henkilöt', 'Personer', 'People'],
  ['BUSINESS', 'Yritykset ja muut elinkeinonharjoittajat', 'Företag och andra näringsidkare', 'Businesses'],
  ['NOT_ACCUSTOMED', 'Digipalveluihin tottumattomat', 'Ovana användare', 'People not used to digital services'],
  ['NOT_ABLE', 'Digipalveluihin kykenemättömät', 'De som inte kan använda', 'People not able to use digital services'],
  ['OLDER_PEOPLE', 'Ikääntyneet', 'Äldre', 'Older people'],
  ['YOUNG_PEOPLE', 'Nuoret', 'Unga', 'Young people'],
  ['IMMIGRANTS', 'Maahanmuuttajat', 'Invandrare', 'Immigrants'],
  ['DISABLED_PEOPLE', 'Vammaiset', 'Personer med funktionsnedsättning', 'People with disabilities'],
];
const GENERAL: readonly string[] = ['PERSON', 'BUSINESS'];

/** Regions by their official numbers (REQ-102). */
const REGIONS: readonly Shipped[] = [
  ['01', 'Uusimaa', 'Nyland', 'Uusimaa'],
  ['02', 'Varsinais-Suomi', 'Egentliga Finland', 'Southwest Finland'],
  ['04', 'Satakunta', 'Satakunta', 'Satakunta'],
  ['05', 'Kanta-Häme', 'Egentliga Tavastland', 'Kanta-Häme'],
  ['06', 'Pirkanmaa', 'Birkaland', 'Pirkanmaa'],
  ['07', 'Päijät-Häme', 'Päijänne-Tavastland', 'Päijät-Häme'],
  ['08', 'Kymenlaakso', 'Kymmenedalen', 'Kymenlaakso'],
  ['09', 'Etelä-Karjala', 'Södra Karelen', 'South Karelia'],
  ['10', 'Etelä-Savo', 'Södra Savolax', 'South Savo'],
  ['11', 'Pohjois-Savo', 'Norra Savolax', 'North Savo'],
  ['12', 'Pohjois-Karjala', 'Norra Karelen', 'North Karelia'],
  ['13', 'Keski-Suomi', 'Mellersta Finland', 'Central Finland'],
  ['14', 'Etelä-Pohjanmaa', 'Södra Österbotten', 'South Ostrobothnia'],
  ['15', 'Pohjanmaa', 'Österbotten', 'Ostrobothnia'],
  ['16', 'Keski-Pohjanmaa', 'Mellersta Österbotten', 'Central Ostrobothnia'],
  ['17', 'Pohjois-Pohjanmaa', 'Norra Österbotten', 'North Ostrobothnia'],
  ['18', 'Kainuu', 'Kajanaland', 'Kainuu'],
  ['19', 'Lappi', 'Lappland', 'Lapland'],
  ['21', 'Ahvenanmaa', 'Åland', 'Åland'],
];

const shipped = (list: TermList, terms: readonly Shipped[]): SupportTerm[] =>
  terms.map(([code, fi, sv, en]) => ({ list, code, names: { fi, sv, en } }));

/** The code lists as they are shipped. */
export const SHIPPED_TERMS: readonly SupportTerm[] = [
  ...shipped('SECTOR', SECTORS),
  ...shipped('FORM', FORMS).map((term) => (REMOTE.includes(term.code) ? { ...term, remote: true } : term)),
  ...shipped('REGION', REGIONS),
  ...shipped('GROUP', GROUPS).map((term) => (GENERAL.includes(term.code) ? term : { ...term, within: 'PERSON' })),
];

/** Codes are the same however they are written: `at-home` and `AT_HOME`. */
export function codeAs(text: string): string {
  return text.trim().toUpperCase().replaceAll('-', '_');
}

/** The code lists in force: what is shipped, with the rows of the register in its place or after it. */
export function termsOf(entered: readonly SupportTerm[]): readonly SupportTerm[] {
  const nameOf = ({ list, code }: SupportTerm) => `${list} ${codeAs(code)}`;
  return [...new Map([...SHIPPED_TERMS, ...entered].map((term) => [nameOf(term), term])).values()];
}

export function termIn(terms: readonly SupportTerm[], list: TermList, code: string): SupportTerm | undefined {
  return terms.find((term) => term.list === list && codeAs(term.code) === codeAs(code));
}

/** What the codes of a list are called; a code that is missing is shown as it stands. */
export function namesIn(terms: readonly SupportTerm[], list: TermList): Record<string, Texts> {
  return Object.fromEntries(terms.filter((term) => term.list === list).map(({ code, names }) => [codeAs(code), names]));
}
