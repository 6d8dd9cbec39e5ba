import type { Texts } from '#shared/domain/programme/words';

const said = (fi: string, sv: string): Texts => ({ fi, sv });

export const HEADINGS = {
  totals: said('Yhteenveto', 'Sammandrag'),
  authorities: said('Viranomaiset', 'Myndigheter'),
  guidance: said('Palvelut ilman ensisijaista neuvontakanavaa', 'Tjänster utan primär rådgivningskanal'),
  bots: said('Botit, joilta puuttuu jotain', 'Botar som saknar något'),
  fees: said('Maksujen porrastus', 'Differentierade avgifter'),
  ownData: said('Omien tietojen pyytäminen', 'Begäran om egna uppgifter'),
  overlaps: said('Päällekkäiset mobiilisovellukset', 'Överlappande mobilapplikationer'),
};

export const COLUMNS = {
  finding: said('Havainto', 'Iakttagelse'),
  count: said('Määrä', 'Antal'),
  authority: said('Viranomainen', 'Myndighet'),
  service: said('Palvelu', 'Tjänst'),
  services: said('Palveluja', 'Tjänster'),
  unguided: said('Ilman ensisijaista neuvontakanavaa', 'Utan primär rådgivningskanal'),
  poorBots: said('Puutteellisia botteja', 'Bristfälliga botar'),
  missing: said('Puuttuu', 'Saknas'),
  blocks: said('Esteitä maksuissa', 'Hinder i avgifterna'),
  warnings: said('Huomautuksia maksuista', 'Anmärkningar om avgifterna'),
  ownDataVisible: said('Tietopyyntö näkyvissä', 'Begäran synlig'),
  answeredInDays: said('Vastausaika enintään, päivää', 'Svarstid högst, dagar'),
  isLate: said('Vastausaika yli 30 päivää', 'Svarstid över 30 dagar'),
  overdueRequests: said('Tietopyyntöjä yli määräajan', 'Begäran över tidsfristen'),
  overlaps: said('Päällekkäisiä sovelluksia', 'Överlappande applikationer'),
  channels: said('Kanavat', 'Kanaler'),
  level: said('Taso', 'Nivå'),
  rule: said('Sääntö', 'Regel'),
  basis: said('Peruste', 'Grund'),
  code: said('Mistä', 'Om vad'),
  requestUrl: said('Tietopyynnön osoite', 'Adress för begäran'),
  instructions: said('Ohje julkaistu', 'Anvisning publicerad'),
  ownDataChannels: said('Vastauskanavat', 'Svarskanaler'),
  isDefault: said('Oletuskanava', 'Standardkanal'),
  kind: said('Laji', 'Slag'),
  purpose: said('Käyttötarkoitus', 'Användningsändamål'),
  apps: said('Sovellukset', 'Applikationer'),
};

export const NOTES = {
  guidance: said(
    'Palvelulla on oltava vähintään yksi kanavista: chat, chatbot tai puhelin. Sosiaalinen media, sähköposti ja verkkolomake eivät yksin riitä.',
    'En tjänst ska ha minst en av kanalerna chatt, chattbot eller telefon. Sociala medier, e-post och webbformulär räcker inte ensamma.',
  ),
  bots: said(
    'Neuvova botti ohjaa tarvittaessa ihmiselle, kertoo olevansa automaatti eikä tee päätöksiä. Mitä botista ei ole kerrottu, se puuttuu.',
    'En bot som ger råd hänvisar vid behov till en människa, berättar att den är en automat och fattar inga beslut. Det som inte har uppgetts om boten saknas.',
  ),
  fees: said(
    'Este: porrastuksesta ei voida päättää tällaisena. Huomautus: ratkaisu on perusteltava. Eron raja on ohjelman oma, laissa ei ole lukua.',
    'Hinder: differentieringen kan inte beslutas som sådan. Anmärkning: lösningen ska motiveras. Gränsen för skillnaden är programmets egen, lagen anger inget tal.',
  ),
  ownData: said(
    'Jokainen viranomainen julkaisee osoitteen ja ohjeen omien tietojen pyytämiseen. Jos muuta kanavaa ei ole valittu, käytetään viestejä. Vastaus annetaan kuukaudessa.',
    'Varje myndighet publicerar en adress och en anvisning för begäran om egna uppgifter. Om ingen annan kanal har valts används meddelanden. Svar ges inom en månad.',
  ),
  overlaps: said(
    'Viranomaisella on useita sovelluksia, tai samaan tarkoitukseen on samassa palvelussa useita. Mukautuva verkkopalvelu riittää usein.',
    'Myndigheten har flera applikationer, eller samma tjänst har flera för samma ändamål. En responsiv webbtjänst räcker ofta.',
  ),
};

export const CODES = {
  guidance: {
    CHAT: said('Chat', 'Chatt'),
    CHATBOT: said('Chatbot', 'Chattbot'),
    PHONE: said('Puhelin', 'Telefon'),
    SOCIAL: said('Sosiaalinen media', 'Sociala medier'),
    EMAIL: said('Sähköposti', 'E-post'),
    WEB_FORM: said('Verkkolomake', 'Webbformulär'),
  },
  priced: {
    ELECTRONIC: said('Sähköinen', 'Elektronisk'),
    PAPER: said('Paperi', 'Papper'),
    VISIT: said('Käynti', 'Besök'),
    PHONE: said('Puhelin', 'Telefon'),
  },
  level: { WARN: said('Huomautus', 'Anmärkning'), BLOCK: said('Este', 'Hinder') },
  fee: {
    FREE_ELECTRONIC_PAID_PAPER: said(
      'Sähköinen maksuton, paperi maksullinen',
      'Elektroniskt avgiftsfritt, papper avgiftsbelagt',
    ),
    FEE_ABOVE_COST: said('Maksu yli kustannusten', 'Avgift över kostnaderna'),
    TRADITIONAL_FEE_RAISED: said('Perinteisen kanavan maksu noussut', 'Den traditionella kanalens avgift har höjts'),
    NO_CUSTOMER_TERMINAL: said('Asiakaspääte puuttuu', 'Kundterminal saknas'),
    CUSTOMER_TERMINAL_UNKNOWN: said('Asiakaspäätteestä ei tietoa', 'Uppgift om kundterminal saknas'),
    DIFFERENCE_ABOVE_LIMIT: said('Maksujen ero yli rajan', 'Avgiftsskillnad över gränsen'),
    ELECTRONIC_DEARER: said('Sähköinen kalliimpi', 'Elektroniskt dyrare'),
    COSTS_MISSING: said('Kustannukset puuttuvat', 'Kostnader saknas'),
    COSTS_DISAGREE: said('Kustannukset eivät täsmää', 'Kostnaderna stämmer inte'),
    COSTS_BELOW_MAIL: said('Kustannukset alle postin hinnan', 'Kostnader under postens pris'),
  },
  ownData: {
    SECURE_MAIL: said('Turvaposti', 'Säker e-post'),
    OWN_ESERVICE: said('Oma asiointipalvelu', 'Egen e-tjänst'),
    MESSAGES: said('Viestit', 'Meddelanden'),
    OMAT_TIEDOT: said('Omat tiedot', 'Egna uppgifter'),
  },
  overlap: {
    MANY_APPS: said('Viranomaisella useita sovelluksia', 'Myndigheten har flera applikationer'),
    SAME_PURPOSE: said('Palvelulla useita samaan tarkoitukseen', 'Tjänsten har flera för samma ändamål'),
  },
  purpose: {
    INFO: said('Tiedonhaku', 'Informationssökning'),
    LICENCE: said('Lupien ja pätevyyksien esittäminen', 'Visning av tillstånd och behörigheter'),
    TRANSACTION: said('Asiointi', 'Ärendehantering'),
  },
  finding: {
    unguided: said('Palvelu ilman ensisijaista neuvontakanavaa', 'Tjänst utan primär rådgivningskanal'),
    poorBots: said('Botilta puuttuu jotain', 'En bot saknar något'),
    blocks: said('Este maksuissa', 'Hinder i avgifterna'),
    warnings: said('Huomautus maksuista', 'Anmärkning om avgifterna'),
    ownDataHidden: said('Tietopyynnön osoite tai ohje puuttuu', 'Adress eller anvisning för begäran saknas'),
    ownDataLate: said('Tietopyyntöihin vastataan yli 30 päivässä', 'Begäran besvaras på över 30 dagar'),
    ownDataOverdue: said('Tietopyyntö ilman vastausta yli määräajan', 'Begäran utan svar över tidsfristen'),
    overlaps: said('Päällekkäisiä mobiilisovelluksia', 'Överlappande mobilapplikationer'),
  },
} as const;

/** Codes in words, one after another. */
export function listed<C extends string>(codes: readonly C[], words: Readonly<Record<C, Texts>>): Texts | null {
  return inSequence(codes.map((code) => words[code]));
}

/** Texts one after another, only the first with a capital. */
export function inSequence(texts: readonly Texts[]): Texts | null {
  if (texts.length === 0) return null;
  return { fi: inOneLine(texts.map(({ fi }) => fi)), sv: inOneLine(texts.map(({ fi, sv }) => sv ?? fi)) };
}

function inOneLine([first = '', ...rest]: readonly string[]): string {
  return [first, ...rest.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(', ');
}
