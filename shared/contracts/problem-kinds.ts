import type { Language } from '#shared/domain/message/hub-fields';

/** Every refusal the hub's own fronts give. The `type` is permanent; the title is for people, in their language. */
export const PROBLEMS = {
  'body-invalid': {
    status: 400,
    title: {
      fi: 'Pyynnön sisältö ei ole oikeanlainen',
      sv: 'Innehållet i begäran är felaktigt',
      en: 'The content of the request is not valid',
    },
  },
  unauthorized: {
    status: 401,
    title: {
      fi: 'Tunniste puuttuu tai se ei ole voimassa',
      sv: 'Behörighetsuppgifter saknas eller är ogiltiga',
      en: 'The credential is missing or not valid',
    },
  },
  'weakly-identified': {
    status: 403,
    title: {
      fi: 'Vahva tunnistautuminen vaaditaan',
      sv: 'Stark autentisering krävs',
      en: 'Strong identification is required',
    },
  },
  'mandate-missing': {
    status: 403,
    title: {
      fi: 'Puolesta asiointiin ei ole oikeutta',
      sv: 'Fullmakt saknas',
      en: 'There is no right to act on behalf of this party',
    },
  },
  'act-not-covered': {
    status: 403,
    title: {
      fi: 'Valtuus ei kata tätä. Asia on valtuuttajan itsensä tehtävä.',
      sv: 'Fullmakten omfattar inte detta. Huvudmannen måste göra det själv.',
      en: 'The mandate does not cover this. The person it was given by has to do it.',
    },
  },
  'guardian-required': {
    status: 403,
    title: {
      fi: 'Alle 15-vuotiaan puolesta asioi huoltaja omilla tunnuksillaan',
      sv: 'För den som är under 15 år uträttas ärenden av vårdnadshavaren',
      en: 'A guardian signs in for a child under 15',
    },
  },
  'representative-required': {
    status: 403,
    title: {
      fi: 'Yritys tai yhteisö asioi edustajansa tunnistautumisella',
      sv: 'En organisation uträttar ärenden genom en identifierad företrädare',
      en: 'An organisation signs in by a person who represents it',
    },
  },
  'own-data-for-another': {
    status: 403,
    title: {
      fi: 'Toisen henkilön tietoja ei voi pyytää eikä saada',
      sv: 'En annan persons uppgifter kan varken begäras eller fås',
      en: 'The data of another person can neither be asked for nor given',
    },
  },
  'reply-not-allowed': {
    status: 403,
    title: {
      fi: 'Tähän viestiin ei voi vastata',
      sv: 'Det går inte att svara på detta meddelande',
      en: 'This message can not be answered',
    },
  },
  'role-missing': {
    status: 403,
    title: {
      fi: 'Tähän ei ole oikeutta tällä tunnisteella',
      sv: 'Behörigheten räcker inte till för detta',
      en: 'This credential gives no right to do this',
    },
  },
  'own-matter': {
    status: 403,
    title: {
      fi: 'Virkailija ei voi hoitaa omaa asiaansa. Kollega palvelee.',
      sv: 'En tjänsteman kan inte sköta sitt eget ärende. En kollega betjänar.',
      en: 'An official can not act in a matter of their own. A colleague serves.',
    },
  },
  'visit-required': {
    status: 403,
    title: {
      fi: 'Tunnista asiakas ja aloita käynti ensin',
      sv: 'Identifiera kunden och inled besöket först',
      en: 'Identify the visitor and begin a visit first',
    },
  },
  'not-found': { status: 404, title: { fi: 'Ei löytynyt', sv: 'Hittades inte', en: 'Not found' } },
  'assistant-off': {
    status: 404,
    title: {
      fi: 'Automaattinen neuvoja ei ole käytössä',
      sv: 'Den automatiska rådgivaren är inte i bruk',
      en: 'The automatic adviser is switched off',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { fi: 'Menetelmä ei ole sallittu', sv: 'Metoden är inte tillåten', en: 'The method is not allowed' },
  },
  'receipt-required': {
    status: 409,
    title: {
      fi: 'Kuittaa viesti vastaanotetuksi ennen avaamista',
      sv: 'Bekräfta mottagandet innan du öppnar meddelandet',
      en: 'Acknowledge receipt before opening the message',
    },
  },
  'receipt-not-asked': {
    status: 409,
    title: {
      fi: 'Viestiä ei tarvitse kuitata',
      sv: 'Meddelandet behöver inte bekräftas',
      en: 'The message asks for no receipt',
    },
  },
  'mandate-settled': {
    status: 409,
    title: {
      fi: 'Valtuuteen on jo vastattu tai se on päättynyt',
      sv: 'Fullmakten har redan besvarats eller upphört',
      en: 'The mandate has been answered already, or has ended',
    },
  },
  'receipt-before-deletion': {
    status: 409,
    title: {
      fi: 'Kuittaa viesti vastaanotetuksi ennen poistamista',
      sv: 'Bekräfta mottagandet innan du raderar meddelandet',
      en: 'Acknowledge receipt before deleting the message',
    },
  },
  'nothing-to-verify': {
    status: 409,
    title: {
      fi: 'Vahvistettavaa sähköpostiosoitetta ei ole',
      sv: 'Det finns ingen e-postadress att bekräfta',
      en: 'There is no e-mail address to confirm',
    },
  },
  'code-void': {
    status: 409,
    title: {
      fi: 'Koodi ei ole enää voimassa. Pyydä uusi koodi.',
      sv: 'Koden gäller inte längre. Be om en ny kod.',
      en: 'No code is in force any more. Ask for a new one.',
    },
  },
  'recall-too-late': {
    status: 409,
    title: {
      fi: 'Viestiä ei voi enää perua: se on jo luovutettu postitettavaksi tai toimitettu',
      sv: 'Meddelandet kan inte längre återkallas: det har redan lämnats till posten eller levererats',
      en: 'The message can no longer be recalled: it is with the post already, or delivered',
    },
  },
  'post-stopped': {
    status: 409,
    title: {
      fi: 'Kirjeiden tulostus on toistaiseksi pysäytetty. Hae kirje uudelleen, kun se on taas listalla.',
      sv: 'Utskriften av brev är tills vidare stoppad. Hämta brevet på nytt när det åter finns på listan.',
      en: 'Printing of letters is stopped for now. Fetch the letter again once it is back on the list.',
    },
  },
  conflict: {
    status: 409,
    title: {
      fi: 'Ristiriita nykyisen tilan kanssa',
      sv: 'Konflikt med det aktuella läget',
      en: 'In conflict with the present state',
    },
  },
  'plan-locked': {
    status: 409,
    title: {
      fi: 'Siirtymäaika on päättynyt, eikä suunnitelmaa voi enää muuttaa',
      sv: 'Övergångstiden är slut och planen kan inte längre ändras',
      en: 'The transition has ended and the plan can no longer be changed',
    },
  },
  'consent-stale': {
    status: 412,
    title: {
      fi: 'Suostumus on muuttunut sen jälkeen, kun se haettiin',
      sv: 'Samtycket har ändrats efter att det hämtades',
      en: 'The consent has changed since it was read',
    },
  },
  'row-stale': {
    status: 412,
    title: {
      fi: 'Rivi on muuttunut sen jälkeen, kun se haettiin',
      sv: 'Raden har ändrats efter att den hämtades',
      en: 'The row has changed since it was read',
    },
  },
  'too-large': {
    status: 413,
    title: { fi: 'Tiedosto on liian suuri', sv: 'Filen är för stor', en: 'The file is too large' },
  },
  'type-refused': {
    status: 415,
    title: { fi: 'Tiedostomuotoa ei hyväksytä', sv: 'Filformatet godkänns inte', en: 'The file type is not accepted' },
  },
  'code-wrong': {
    status: 422,
    title: { fi: 'Koodi on väärä', sv: 'Koden är fel', en: 'The code is wrong' },
  },
  'plan-incomplete': {
    status: 422,
    title: {
      fi: 'Suunnitelmasta puuttuu osia',
      sv: 'Planen är ofullständig',
      en: 'Parts of the plan are missing',
    },
  },
  'import-refused': {
    status: 422,
    title: {
      fi: 'Tuonnissa on virheitä, eikä mitään tallennettu',
      sv: 'Importen innehåller fel och ingenting sparades',
      en: 'The import has errors and nothing was entered',
    },
  },
  'precondition-required': {
    status: 428,
    title: {
      fi: 'If-Match-otsake puuttuu',
      sv: 'Huvudfältet If-Match saknas',
      en: 'The header If-Match is required',
    },
  },
  'too-many': {
    status: 429,
    title: {
      fi: 'Tänään on tullut jo liian monta. Yritä huomenna uudelleen.',
      sv: 'Det har redan kommit för många i dag. Försök igen i morgon.',
      en: 'Too many have come today already. Try again tomorrow.',
    },
  },
  'powers-unknown': {
    status: 503,
    title: {
      fi: 'Valtuusrekisteri ei vastaa, joten toisen puolesta ei voi nyt asioida. Omat viestit toimivat.',
      sv: 'Fullmaktsregistret svarar inte, så det går inte att företräda någon annan nu. Egna meddelanden fungerar.',
      en: "The register of mandates does not answer, so nobody can act for another now. One's own mail works.",
    },
  },
  fault: {
    status: 502,
    title: {
      fi: 'Tilapäinen häiriö. Yritä uudelleen.',
      sv: 'Tillfälligt fel. Försök igen.',
      en: 'A temporary fault. Try again.',
    },
  },
} as const satisfies Record<string, { status: number; title: Readonly<Record<Language, string>> }>;

export type ProblemKind = keyof typeof PROBLEMS;
