import type { Language } from '#shared/domain/message/hub-fields';

type Said = Readonly<Record<Language, string>>;

/** Labels of an export as a document. */
export const EXPORT_WORDS = {
  title: { fi: 'Omat tietoni viestipalvelussa', sv: 'Mina uppgifter i meddelandetjänsten', en: 'My data in the hub' },
  person: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
  id: { fi: 'Henkilötunnus', sv: 'Personbeteckning', en: 'Personal identity code' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  mailbox: { fi: 'Postilaatikon tunnus', sv: 'Postlådans kod', en: 'Id of the mailbox' },
  exportedAt: { fi: 'Koottu', sv: 'Sammanställd', en: 'Compiled' },
  consents: { fi: 'Suostumukset, uusin ensin', sv: 'Samtycken, nyaste först', en: 'Consents, newest first' },
  matters: { fi: 'Asiakohtaiset valinnat', sv: 'Val för enskilda ärenden', en: 'Choices for single matters' },
  powers: { fi: 'Kuka saa asioida puolestani', sv: 'Vem får uträtta ärenden för mig', en: 'Who may act for me' },
  register: {
    fi: 'Väestötietojärjestelmä kertoo',
    sv: 'Befolkningsdatasystemet uppger',
    en: 'The population register tells',
  },
  address: { fi: 'Osoite', sv: 'Adress', en: 'Address' },
  requests: { fi: 'Omien tietojen pyynnöt', sv: 'Begäranden om egna uppgifter', en: 'Requests for own data' },
  access: {
    fi: 'Kuka on katsonut tai muuttanut tietojani',
    sv: 'Vem har sett eller ändrat mina uppgifter',
    en: 'Who looked at or changed my data',
  },
  messages: {
    fi: 'Viestit ja niiden tapahtumat',
    sv: 'Meddelanden och deras händelser',
    en: 'Messages and their events',
  },
  sent: {
    fi: 'Lähettämäni viestit ja niiden tapahtumat',
    sv: 'Meddelanden som jag har skickat och deras händelser',
    en: 'Messages I have sent and their events',
  },
  sentTo: { fi: 'Lähetetty', sv: 'Skickat', en: 'Sent' },
  received: { fi: 'Saapunut', sv: 'Mottaget', en: 'Received' },
  due: { fi: 'vastattava viimeistään', sv: 'ska besvaras senast', en: 'to be answered by' },
  none: { fi: 'Ei mitään.', sv: 'Inget.', en: 'Nothing.' },
  more: {
    fi: 'Viestejä on enemmän; jatko pyydetään seuraavana sivuna.',
    sv: 'Det finns fler meddelanden; de begärs på nästa sida.',
    en: 'There are more messages; ask for the next page.',
  },
} as const satisfies Readonly<Record<string, Said>>;
