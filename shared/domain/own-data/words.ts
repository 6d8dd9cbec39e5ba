import type { Language } from '#shared/domain/message/hub-fields';
import type { DataChannel } from '#shared/domain/own-data/channel';

type Said = Readonly<Record<Language, string>>;

/** Title of the message that takes a request to an authority. */
export const REQUEST_TITLE: Said = {
  fi: 'Omien tietojen tarkastuspyyntö',
  sv: 'Begäran om att få ta del av egna uppgifter',
  en: 'Request for access to my own data',
};

/** What stands before the person's own words in that message. */
export const REQUEST_PREAMBLE: Said = {
  fi: 'Pyydän yleisen tietosuoja-asetuksen 15 artiklan nojalla tiedon siitä, mitä henkilötietoja minusta käsitellään, mihin tarkoitukseen ja miten, sekä jäljennöksen tiedoista.',
  sv: 'Med stöd av artikel 15 i den allmänna dataskyddsförordningen begär jag besked om vilka personuppgifter om mig som behandlas, för vilket ändamål och hur, samt en kopia av uppgifterna.',
  en: 'Under Article 15 of the General Data Protection Regulation I ask to know which personal data concerning me are processed, for what purpose and how, and for a copy of the data.',
};

/** How a request and its answer travel safely by each channel (REQ-147, REQ-155). */
export const GUIDANCE: Readonly<Record<DataChannel, Said>> = {
  MESSAGES: {
    fi: 'Pyyntö on viety viranomaiselle turvallisena viestinä, ja vastaus tulee viesteihisi. Älä lähetä pyyntöä tai tietoja tavallisella sähköpostilla.',
    sv: 'Begäran har gått till myndigheten som ett säkert meddelande och svaret kommer till dina meddelanden. Skicka inte begäran eller uppgifter med vanlig e-post.',
    en: 'The request has gone to the authority as a secure message and the answer will come to your messages. Do not send the request or any data by ordinary e-mail.',
  },
  SECURE_MAIL: {
    fi: 'Viranomainen vastaa turvapostilla ja varmistaa ennen lähettämistä, että vastaanottaja olet sinä. Avaa turvaposti vain tunnistautuneena.',
    sv: 'Myndigheten svarar med skyddad e-post och försäkrar sig före sändningen om att mottagaren är du. Öppna skyddad e-post endast efter att ha identifierat dig.',
    en: 'The authority answers by secure mail and makes sure before sending that the recipient is you. Open secure mail only after identifying yourself.',
  },
  OWN_ESERVICE: {
    fi: 'Viranomainen antaa tiedot omassa asiointipalvelussaan, johon kirjaudutaan vahvasti tunnistautuen.',
    sv: 'Myndigheten ger uppgifterna i sin egen e-tjänst, där man loggar in med stark autentisering.',
    en: 'The authority gives the data in its own e-service, where you sign in with strong identification.',
  },
  OMAT_TIEDOT: {
    fi: 'Viranomaisen tiedot näkyvät Suomi.fi:n omissa tiedoissa, johon kirjaudutaan vahvasti tunnistautuen.',
    sv: 'Myndighetens uppgifter visas i dina uppgifter i Suomi.fi, där man loggar in med stark autentisering.',
    en: 'The data of the authority are shown in your data in Suomi.fi, where you sign in with strong identification.',
  },
};

/** Why nobody gets another person's data, and what to do instead (REQ-124, REQ-160). */
export const ON_BEHALF: Said = {
  fi: 'Toisen puolesta omia tietoja ei voi pyytää eikä saada: siihen ei ole vielä valtuusasiaa. Pyynnön tekee henkilö itse tunnistautuneena tai viranomaisen asiointipisteessä.',
  sv: 'Det går inte att begära eller få uppgifter för någon annans räkning: det finns ännu inget fullmaktsärende för det. Personen gör begäran själv efter identifiering eller på myndighetens serviceställe.',
  en: "Nobody can ask for or get another's data: there is no mandate for it yet. The person asks after identifying themself, or at a service point of the authority.",
};
