import * as z from 'zod/mini';
import type { Language } from '#shared/domain/message/hub-fields';

/** Kinds of notice the hub sends today. @see domain.md 3.7 */
export const noticeKind = z.enum([
  'NEW',
  'VERIFIABLE_NEW',
  'REMINDER',
  'VERIFIABLE_REMINDER',
  'CONSENT_GIVEN',
  'CONSENT_WITHDRAWN',
  'EMAIL_CHANGED',
  'MANDATE_GIVEN',
  'MESSAGE_TRANSFERRED',
  'EMAIL_VERIFICATION',
  'DATA_REQUEST',
  'MAILBOX_CLOSED',
  'MAILBOX_REOPENED',
]);
export type NoticeKind = z.infer<typeof noticeKind>;

interface NoticeWords {
  readonly subject: Readonly<Record<NoticeKind, string>>;
  readonly body: Readonly<Record<NoticeKind, readonly string[]>>;
  /** Until when opening avoids a letter; `{day}` is the day as written. */
  readonly openBy: string;
  /** How to show that mail reaches the address; `{code}` is the code. */
  readonly verify: string;
  readonly from: string;
  readonly howToRead: string;
  readonly why: string;
}

/** Every word the hub's own notices can hold; nothing else ever enters one but a sender's name and the link. */
export const NOTICE_TEXTS: Readonly<Record<Language, NoticeWords>> = {
  fi: {
    subject: {
      NEW: 'Sinulle on uusi viesti',
      VERIFIABLE_NEW: 'Sinulle on uusi viesti, jonka vastaanotto on kuitattava',
      REMINDER: 'Muistutus: sinulla on lukematon viesti',
      VERIFIABLE_REMINDER: 'Muistutus: sinulla on viesti, jonka vastaanotto on kuitattava',
      CONSENT_GIVEN: 'Viranomaisten viestit tulevat sinulle nyt sähköisesti',
      CONSENT_WITHDRAWN: 'Suostumuksesi sähköisiin viesteihin on peruttu',
      EMAIL_CHANGED: 'Ilmoitusten sähköpostiosoite on vaihdettu',
      MANDATE_GIVEN: 'Sinulle on tieto annetusta valtuudesta',
      MESSAGE_TRANSFERRED: 'Lähettämäsi viesti on siirretty toiselle viranomaiselle',
      EMAIL_VERIFICATION: 'Vahvista sähköpostiosoitteesi',
      DATA_REQUEST: 'Omien tietojesi pyynnöstä on uutta tietoa',
      MAILBOX_CLOSED: 'Viranomaisten viestit tulevat sinulle kirjeinä kuuden kuukauden ajan',
      MAILBOX_REOPENED: 'Viranomaisten viestit tulevat sinulle taas sähköisesti',
    },
    body: {
      NEW: ['Sinulle on saapunut uusi viesti viranomaiselta.'],
      VERIFIABLE_NEW: [
        'Sinulle on saapunut uusi viesti viranomaiselta.',
        'Viesti avautuu, kun kuittaat sen vastaanotetuksi.',
      ],
      REMINDER: ['Viranomaisen sinulle lähettämä viesti on vielä avaamatta.'],
      VERIFIABLE_REMINDER: [
        'Viranomaisen sinulle lähettämä viesti on vielä avaamatta.',
        'Viesti avautuu, kun kuittaat sen vastaanotetuksi.',
      ],
      CONSENT_GIVEN: [
        'Olet antanut suostumuksen siihen, että viranomaiset lähettävät viestinsä sinulle sähköisesti.',
        'Voit perua suostumuksen milloin tahansa. Viestit luetaan tunnistautuneena, joten ne ovat paremmassa turvassa kuin tavallisessa sähköpostissa.',
      ],
      CONSENT_WITHDRAWN: [
        'Olet perunut suostumuksen sähköisiin viesteihin. Viranomaiset lähettävät viestinsä sinulle tästä lähtien kirjeinä.',
        'Aiemmin saapuneet viestit voit lukea edelleen. Jos et ole itse perunut suostumusta, kirjaudu palveluun ja tarkista asia.',
      ],
      EMAIL_CHANGED: [
        'Osoite, johon ilmoitukset uusista viesteistä lähetetään, on vaihdettu.',
        'Jos et ole itse vaihtanut osoitetta, kirjaudu palveluun ja tarkista asia.',
      ],
      DATA_REQUEST: ['Viranomainen on vastannut pyyntöösi tai ilmoittanut tarvitsevansa lisää aikaa.'],
      MANDATE_GIVEN: [
        'On annettu valtuus, jonka toinen osapuoli olet: sinä valtuutit toisen tai toinen valtuutti sinut.',
        'Kirjaudu palveluun ja tarkista, kuka saa asioida kenenkin puolesta. Valtuuden voi perua milloin tahansa.',
      ],
      MESSAGE_TRANSFERRED: [
        'Viesti, jonka lähetit viranomaiselle, on siirretty sille viranomaiselle, jolle asia kuuluu.',
        'Kirjautuneena näet, minne viesti siirrettiin. Sinun ei tarvitse lähettää sitä uudelleen.',
      ],
      EMAIL_VERIFICATION: ['Pyysit uuden koodin sähköpostiosoitteesi vahvistamiseen.'],
      MAILBOX_CLOSED: [
        'Olet kieltänyt sähköiset viestit. Viranomaiset lähettävät viestinsä sinulle kirjeinä kuuden kuukauden ajan.',
        'Postilaatikko tulee taas käyttöön, kun tunnistaudut palveluun ensimmäisen kerran sen jälkeen. Ilmoitamme siitä tähän osoitteeseen.',
      ],
      MAILBOX_REOPENED: [
        'Kuuden kuukauden aika, jonka olit kieltänyt sähköiset viestit, on päättynyt. Tunnistauduit palveluun, joten postilaatikkosi on taas käytössä.',
        'Voit kieltää sähköiset viestit uudelleen milloin tahansa.',
      ],
    },
    verify:
      'Vahvista osoite kirjautumalla palveluun ja antamalla koodi {code}. Koodi on voimassa 24 tuntia. Ilmoitukset tulevat tähän osoitteeseen myös ilman vahvistusta.',
    openBy: 'Avaa viesti viimeistään {day}. Muuten se lähetetään sinulle kirjeenä.',
    from: 'Lähettäjä',
    howToRead: 'Viestit luet tunnistautumalla osoitteessa',
    why: 'Tähän ilmoitukseen ei voi vastata.',
  },
  sv: {
    subject: {
      NEW: 'Du har ett nytt meddelande',
      VERIFIABLE_NEW: 'Du har ett nytt meddelande vars mottagande ska bekräftas',
      REMINDER: 'Påminnelse: du har ett oläst meddelande',
      VERIFIABLE_REMINDER: 'Påminnelse: du har ett meddelande vars mottagande ska bekräftas',
      CONSENT_GIVEN: 'Du får nu myndigheternas meddelanden elektroniskt',
      CONSENT_WITHDRAWN: 'Ditt samtycke till elektroniska meddelanden har återkallats',
      EMAIL_CHANGED: 'E-postadressen för aviseringar har ändrats',
      MANDATE_GIVEN: 'Du har information om en given fullmakt',
      MESSAGE_TRANSFERRED: 'Ditt meddelande har överförts till en annan myndighet',
      EMAIL_VERIFICATION: 'Bekräfta din e-postadress',
      DATA_REQUEST: 'Det finns ny information om din begäran om egna uppgifter',
      MAILBOX_CLOSED: 'Du får myndigheternas meddelanden som brev i sex månader',
      MAILBOX_REOPENED: 'Du får igen myndigheternas meddelanden elektroniskt',
    },
    body: {
      NEW: ['Det har kommit ett nytt meddelande till dig från en myndighet.'],
      VERIFIABLE_NEW: [
        'Det har kommit ett nytt meddelande till dig från en myndighet.',
        'Meddelandet öppnas när du bekräftar att du har tagit emot det.',
      ],
      REMINDER: ['Ett meddelande till dig från en myndighet är ännu oöppnat.'],
      VERIFIABLE_REMINDER: [
        'Ett meddelande till dig från en myndighet är ännu oöppnat.',
        'Meddelandet öppnas när du bekräftar att du har tagit emot det.',
      ],
      CONSENT_GIVEN: [
        'Du har samtyckt till att myndigheterna skickar sina meddelanden till dig elektroniskt.',
        'Du kan återkalla samtycket när som helst. Meddelandena läses efter identifiering och är därför bättre skyddade än i vanlig e-post.',
      ],
      CONSENT_WITHDRAWN: [
        'Du har återkallat ditt samtycke till elektroniska meddelanden. Från och med nu skickar myndigheterna sina meddelanden till dig som brev.',
        'Du kan fortfarande läsa tidigare meddelanden. Om du inte själv har återkallat samtycket, logga in och kontrollera saken.',
      ],
      EMAIL_CHANGED: [
        'Adressen dit aviseringar om nya meddelanden skickas har ändrats.',
        'Om du inte själv har ändrat adressen, logga in och kontrollera saken.',
      ],
      DATA_REQUEST: ['Myndigheten har svarat på din begäran eller meddelat att den behöver mer tid.'],
      MANDATE_GIVEN: [
        'Det har getts en fullmakt där du är den ena parten: du befullmäktigade någon eller någon befullmäktigade dig.',
        'Logga in och kontrollera vem som får uträtta ärenden för vem. En fullmakt kan återkallas när som helst.',
      ],
      MESSAGE_TRANSFERRED: [
        'Ett meddelande som du skickade till en myndighet har överförts till den myndighet som ärendet hör till.',
        'När du har loggat in ser du vart meddelandet överfördes. Du behöver inte skicka det på nytt.',
      ],
      EMAIL_VERIFICATION: ['Du bad om en ny kod för att bekräfta din e-postadress.'],
      MAILBOX_CLOSED: [
        'Du har motsatt dig elektroniska meddelanden. Myndigheterna skickar sina meddelanden till dig som brev i sex månader.',
        'Postlådan tas i bruk igen när du identifierar dig i tjänsten första gången efter det. Vi meddelar dig om det på den här adressen.',
      ],
      MAILBOX_REOPENED: [
        'De sex månader för vilka du hade motsatt dig elektroniska meddelanden har gått ut. Du identifierade dig i tjänsten, så din postlåda är i bruk igen.',
        'Du kan motsätta dig elektroniska meddelanden på nytt när som helst.',
      ],
    },
    verify:
      'Bekräfta adressen genom att logga in och ange koden {code}. Koden gäller i 24 timmar. Aviseringarna kommer till den här adressen även utan bekräftelse.',
    openBy: 'Öppna meddelandet senast {day}. Annars skickas det till dig som brev.',
    from: 'Avsändare',
    howToRead: 'Du läser meddelanden efter identifiering på adressen',
    why: 'Det går inte att svara på denna avisering.',
  },
  en: {
    subject: {
      NEW: 'You have a new message',
      VERIFIABLE_NEW: 'You have a new message whose receipt must be acknowledged',
      REMINDER: 'Reminder: you have an unread message',
      VERIFIABLE_REMINDER: 'Reminder: you have a message whose receipt must be acknowledged',
      CONSENT_GIVEN: 'Messages from the authorities now come to you electronically',
      CONSENT_WITHDRAWN: 'Your consent to electronic messages has been withdrawn',
      EMAIL_CHANGED: 'The e-mail address for notices has been changed',
      MANDATE_GIVEN: 'A mandate that concerns you has been given',
      MESSAGE_TRANSFERRED: 'Your message has been transferred to another authority',
      EMAIL_VERIFICATION: 'Confirm your e-mail address',
      DATA_REQUEST: 'There is news of your request for your own data',
      MAILBOX_CLOSED: 'Messages from the authorities come to you as letters for six months',
      MAILBOX_REOPENED: 'Messages from the authorities come to you electronically again',
    },
    body: {
      NEW: ['A new message from an authority has arrived for you.'],
      VERIFIABLE_NEW: [
        'A new message from an authority has arrived for you.',
        'It opens when you acknowledge that you have received it.',
      ],
      REMINDER: ['A message to you from an authority has not been opened yet.'],
      VERIFIABLE_REMINDER: [
        'A message to you from an authority has not been opened yet.',
        'It opens when you acknowledge that you have received it.',
      ],
      CONSENT_GIVEN: [
        'You have consented to the authorities sending you their messages electronically.',
        'You may withdraw the consent at any time. Messages are read after identification, so they are better protected than in ordinary e-mail.',
      ],
      CONSENT_WITHDRAWN: [
        'You have withdrawn your consent to electronic messages. From now on the authorities send their messages to you as letters.',
        'You can still read the messages that have already arrived. If you did not withdraw the consent yourself, sign in and check.',
      ],
      EMAIL_CHANGED: [
        'The address to which notices of new messages are sent has been changed.',
        'If you did not change the address yourself, sign in and check.',
      ],
      DATA_REQUEST: ['The authority has answered your request or said that it needs more time.'],
      MANDATE_GIVEN: [
        'A mandate has been given to which you are a party: you authorised somebody, or somebody authorised you.',
        'Sign in and check who may act for whom. A mandate can be cancelled at any time.',
      ],
      MESSAGE_TRANSFERRED: [
        'A message that you sent to an authority has been transferred to the authority the matter belongs to.',
        'Sign in to see where it was transferred. You need not send it again.',
      ],
      EMAIL_VERIFICATION: ['You asked for a new code to confirm your e-mail address.'],
      MAILBOX_CLOSED: [
        'You have opted out of electronic messages. The authorities send their messages to you as letters for six months.',
        'The mailbox comes back into use when you are identified in the service for the first time after that. We will tell you so at this address.',
      ],
      MAILBOX_REOPENED: [
        'The six months for which you had opted out of electronic messages are over. You were identified in the service, so your mailbox is in use again.',
        'You may opt out again at any time.',
      ],
    },
    verify:
      'Confirm the address by signing in and giving the code {code}. The code is valid for 24 hours. Notices come to this address even without the confirmation.',
    openBy: 'Open the message by {day} at the latest. Otherwise it is sent to you as a letter.',
    from: 'Sender',
    howToRead: 'You can read messages after identification at',
    why: 'You cannot reply to this notice.',
  },
};
