import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Language } from '#shared/domain/message/hub-fields';

/** What the page of a consent's history says. */
export interface ConsentHistoryTexts {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly actions: Readonly<Record<ConsentRecord['action'], string>>;
  readonly email: string;
  readonly language: string;
  readonly by: string;
  readonly source: string;
  readonly sources: Readonly<Record<ConsentRecord['source'], string>>;
  readonly textVersion: string;
  readonly basis: string;
  readonly expires: string;
  readonly reason: string;
  readonly provenance: string;
  readonly newest: string;
  readonly older: string;
  readonly back: string;
}

const FI: ConsentHistoryTexts = {
  title: 'Suostumuksen historia',
  lead: 'Jokainen suostumuksen muutos, uusin ensin. Mitään ei muuteta jälkikäteen eikä jätetä pois.',
  none: 'Suostumusta ei ole annettu eikä muutettu.',
  actions: {
    GIVE: 'Suostumus annettiin',
    WITHDRAW: 'Suostumus peruttiin',
    UPDATE_EMAIL: 'Ilmoitusten osoite tai kieli vaihdettiin',
    EMAIL_VERIFIED: 'Sähköpostiosoite vahvistettiin',
    EMAIL_BOUNCED: 'Sähköpostiosoite ei toiminut',
    OPT_OUT: 'Kirjeet valittiin kuudeksi kuukaudeksi',
    REACTIVATED: 'Postilaatikko otettiin taas käyttöön',
    NONE: 'Postilaatikko perustettiin, suostumusta ei annettu',
  },
  email: 'Sähköpostiosoite',
  language: 'Ilmoitusten kieli',
  by: 'Kuka',
  source: 'Mistä tieto tuli',
  sources: {
    SELF: 'Annettu tunnistautuneena täällä',
    SERVICE_POINT: 'Palvelupisteestä',
    SUOMIFI_SYNC: 'Suomi.fi-viesteistä',
    AUTHORITY_MIGRATION: 'Siirretty viranomaisen rekisteristä',
    GUARDIAN: 'Huoltaja antoi',
  },
  textVersion: 'Suostumustekstin versio',
  basis: 'Lain kohdat',
  expires: 'Viimeinen voimassaolopäivä',
  reason: 'Syy',
  provenance: 'Alkuperä',
  newest: 'Uusimmat muutokset',
  older: 'Vanhemmat muutokset',
  back: 'Takaisin suostumukseen',
};

const SV: ConsentHistoryTexts = {
  title: 'Samtyckets historia',
  lead: 'Varje ändring av samtycket, den nyaste först. Ingenting ändras i efterhand eller lämnas bort.',
  none: 'Inget samtycke har getts eller ändrats.',
  actions: {
    GIVE: 'Samtycket gavs',
    WITHDRAW: 'Samtycket återkallades',
    UPDATE_EMAIL: 'Adressen eller språket för aviseringar byttes',
    EMAIL_VERIFIED: 'E-postadressen bekräftades',
    EMAIL_BOUNCED: 'E-postadressen fungerade inte',
    OPT_OUT: 'Brev valdes för sex månader',
    REACTIVATED: 'Postlådan togs i bruk igen',
    NONE: 'Postlådan öppnades utan samtycke',
  },
  email: 'E-postadress',
  language: 'Aviseringarnas språk',
  by: 'Vem',
  source: 'Varifrån uppgiften kom',
  sources: {
    SELF: 'Gavs här efter identifiering',
    SERVICE_POINT: 'Från ett serviceställe',
    SUOMIFI_SYNC: 'Från Suomi.fi-meddelanden',
    AUTHORITY_MIGRATION: 'Överfördes ur en myndighets register',
    GUARDIAN: 'Gavs av vårdnadshavaren',
  },
  textVersion: 'Samtyckestextens version',
  basis: 'Lagrum',
  expires: 'Sista giltighetsdag',
  reason: 'Skäl',
  provenance: 'Ursprung',
  newest: 'De nyaste ändringarna',
  older: 'Äldre ändringar',
  back: 'Tillbaka till samtycket',
};

const EN: ConsentHistoryTexts = {
  title: 'History of the consent',
  lead: 'Every change of the consent, the newest first. Nothing is changed afterwards or left out.',
  none: 'No consent has been given or changed.',
  actions: {
    GIVE: 'Consent was given',
    WITHDRAW: 'Consent was withdrawn',
    UPDATE_EMAIL: 'The address or language of notices was changed',
    EMAIL_VERIFIED: 'The e-mail address was verified',
    EMAIL_BOUNCED: 'The e-mail address did not work',
    OPT_OUT: 'Letters were chosen for six months',
    REACTIVATED: 'The mailbox came into use again',
    NONE: 'The mailbox was opened, without consent',
  },
  email: 'E-mail address',
  language: 'Language of notices',
  by: 'Who',
  source: 'Where it came from',
  sources: {
    SELF: 'Given here, identified',
    SERVICE_POINT: 'From a service point',
    SUOMIFI_SYNC: 'From Suomi.fi Messages',
    AUTHORITY_MIGRATION: 'Moved from the register of an authority',
    GUARDIAN: 'Given by the guardian',
  },
  textVersion: 'Version of the consent text',
  basis: 'Sections of law',
  expires: 'Last day in force',
  reason: 'Reason',
  provenance: 'Origin',
  newest: 'Newest changes',
  older: 'Older changes',
  back: 'Back to the consent',
};

/** What the page of a consent's history says, by language. */
export const CONSENT_HISTORY_TEXTS: Readonly<Record<Language, ConsentHistoryTexts>> = { fi: FI, sv: SV, en: EN };
