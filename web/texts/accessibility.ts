import type { Language } from '#shared/domain/message/hub-fields';

/** A statement as 306/2019 § 9 asks for it, section by section. */
interface Statement {
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly points: readonly string[] }[];
  readonly feedbackTitle: string;
  /** Before the link to where feedback is given. */
  readonly feedback: string;
  readonly feedbackLink: string;
  readonly supervisorTitle: string;
  readonly supervisor: string;
}

/** The statement of these pages. An operator who changes the pages or their contents says so here. */
export const ACCESSIBILITY: Readonly<Record<Language, Statement>> = {
  fi: {
    lead: 'Tämä seloste koskee viranomaisten viestien verkkosivuja. Laki digitaalisten palvelujen tarjoamisesta (306/2019) edellyttää, että ne ovat saavutettavia.',
    sections: [
      {
        title: 'Miten saavutettavia sivut ovat',
        points: [
          'Tavoite on WCAG 2.2:n taso AA, joka sisältää lain vaatiman tason (EN 301 549, WCAG 2.1 AA).',
          'Jokainen sivu tarkistetaan selaimessa automaattisesti kolmella kielellä, näppäimistöllä, puhelimen levyisenä, 400 prosentin suurennoksella ja ilman komentosarjoja.',
          'Sivut toimivat ilman JavaScriptiä ja hitaalla yhteydellä: yksi sivu on alle 100 kilotavua.',
        ],
      },
      {
        title: 'Mikä ei ole saavutettavaa',
        points: [
          'Viestien sisällön ja liitteet kirjoittaa lähettävä viranomainen. Liite, esimerkiksi skannattu PDF, ei aina ole saavutettava. Pyydä tieto silloin lähettäjältä toisessa muodossa.',
          'Ihminen ei ole vielä testannut sivuja kaikilla ruudunlukuohjelmilla.',
        ],
      },
    ],
    feedbackTitle: 'Huomasitko puutteen?',
    feedback: 'Kerro siitä, niin korjaamme sen. Vastaamme 14 päivän kuluessa.',
    feedbackLink: 'Anna palautetta saavutettavuudesta',
    supervisorTitle: 'Valvonta',
    supervisor:
      'Jos et ole tyytyväinen vastaukseen tai et saa sitä 14 päivässä, voit tehdä ilmoituksen valvontaviranomaiselle: Liikenne- ja viestintävirasto Traficom, saavutettavuusvaatimukset.fi.',
  },
  sv: {
    lead: 'Detta utlåtande gäller webbsidorna för meddelanden från myndigheter. Lagen om tillhandahållande av digitala tjänster (306/2019) kräver att de är tillgängliga.',
    sections: [
      {
        title: 'Hur tillgängliga sidorna är',
        points: [
          'Målet är nivå AA i WCAG 2.2, som omfattar den nivå som lagen kräver (EN 301 549, WCAG 2.1 AA).',
          'Varje sida kontrolleras automatiskt i en webbläsare på tre språk, med tangentbord, i telefonens bredd, i 400 procents förstoring och utan skript.',
          'Sidorna fungerar utan JavaScript och med en långsam förbindelse: en sida är under 100 kilobyte.',
        ],
      },
      {
        title: 'Vad som inte är tillgängligt',
        points: [
          'Meddelandets innehåll och bilagorna skrivs av den myndighet som sänder dem. En bilaga, till exempel en skannad PDF, är inte alltid tillgänglig. Be då avsändaren om uppgifterna i en annan form.',
          'Ingen människa har ännu testat sidorna med alla skärmläsare.',
        ],
      },
    ],
    feedbackTitle: 'Märkte du en brist?',
    feedback: 'Berätta om den så rättar vi den. Vi svarar inom 14 dagar.',
    feedbackLink: 'Ge respons om tillgängligheten',
    supervisorTitle: 'Tillsyn',
    supervisor:
      'Om du inte är nöjd med svaret eller inte får det inom 14 dagar kan du göra en anmälan till tillsynsmyndigheten: Transport- och kommunikationsverket Traficom, tillganglighetskrav.fi.',
  },
  en: {
    lead: 'This statement is about the web pages for messages from authorities. The Act on the Provision of Digital Services (306/2019) requires them to be accessible.',
    sections: [
      {
        title: 'How accessible the pages are',
        points: [
          'The aim is level AA of WCAG 2.2, which includes the level that the Act requires (EN 301 549, WCAG 2.1 AA).',
          'Every page is checked automatically in a browser in three languages, with the keyboard, at the width of a phone, at 400 per cent zoom and without scripts.',
          'The pages work without JavaScript and over a slow connection: a page is less than 100 kilobytes.',
        ],
      },
      {
        title: 'What is not accessible',
        points: [
          'The contents of messages and their attachments are written by the authority that sends them. An attachment, such as a scanned PDF, is not always accessible. Ask the sender for it in another form then.',
          'Nobody has tested the pages by hand with every screen reader yet.',
        ],
      },
    ],
    feedbackTitle: 'Did you notice a fault?',
    feedback: 'Tell us, and we will mend it. We answer within 14 days.',
    feedbackLink: 'Give feedback on accessibility',
    supervisorTitle: 'Supervision',
    supervisor:
      'If you are not content with the answer, or get none within 14 days, you can notify the supervising authority: the Finnish Transport and Communications Agency Traficom, webaccessibility.fi.',
  },
};
