import type { Language } from '#shared/domain/message/hub-fields';

interface Wording {
  readonly title: string;
  readonly points: readonly string[];
  readonly button: string;
  readonly cancel: string;
}

interface WithdrawalTexts {
  /** Where mail is electronic by consent: going back to letters withdraws it, for good. */
  readonly withdrawn: Wording;
  /** Where mail is electronic unless it is refused: letters come until a day, that day included. */
  readonly closedUntil: (day: string) => Wording;
}

/**
 * What the pages say before somebody goes back to letters, by language and by what the rules in force make of it.
 *
 * @see REQ-039; domain.md 3.2, AC-38 (the draft reform)
 */
export const WITHDRAWAL_TEXTS: Readonly<Record<Language, WithdrawalTexts>> = {
  fi: {
    withdrawn: {
      title: 'Palaa kirjeisiin',
      points: [
        'Viranomaisten viestit tulevat kirjeinä heti tästä lähtien.',
        'Kuitattavat viestit, joita et ole avannut, lähetetään sinulle kirjeinä.',
        'Jo saapuneet viestit ovat yhä luettavissa täällä.',
        'Tieto peruutuksesta lähetetään sähköpostiisi.',
        'Voit ottaa sähköiset viestit uudelleen käyttöön milloin tahansa.',
      ],
      button: 'Perun suostumuksen',
      cancel: 'Pidän sähköiset viestit',
    },
    closedUntil: (day) => ({
      title: 'Palaa kirjeisiin',
      points: [
        `Viranomaisten viestit tulevat kirjeinä heti tästä lähtien ${day} saakka.`,
        'Kuitattavat viestit, joita et ole avannut, lähetetään sinulle kirjeinä.',
        'Jo saapuneet viestit ovat yhä luettavissa täällä.',
        'Määräajan jälkeen postilaatikko tulee taas käyttöön, kun tunnistaudut. Siitä ilmoitetaan sähköpostiisi.',
        'Tieto kiellosta lähetetään sähköpostiisi.',
        'Voit ottaa sähköiset viestit uudelleen käyttöön milloin tahansa, ja voit kieltää ne uudelleen.',
      ],
      button: 'Kiellän sähköiset viestit',
      cancel: 'Pidän sähköiset viestit',
    }),
  },
  sv: {
    withdrawn: {
      title: 'Återgå till brev',
      points: [
        'Meddelanden från myndigheter kommer som brev genast från och med nu.',
        'Meddelanden som ska bekräftas och som du inte har öppnat skickas till dig som brev.',
        'Meddelanden som redan har kommit kan du fortfarande läsa här.',
        'En uppgift om återkallelsen skickas till din e-post.',
        'Du kan ta i bruk elektroniska meddelanden på nytt när som helst.',
      ],
      button: 'Jag återkallar mitt samtycke',
      cancel: 'Jag behåller elektroniska meddelanden',
    },
    closedUntil: (day) => ({
      title: 'Återgå till brev',
      points: [
        `Meddelanden från myndigheter kommer som brev genast från och med nu till och med ${day}.`,
        'Meddelanden som ska bekräftas och som du inte har öppnat skickas till dig som brev.',
        'Meddelanden som redan har kommit kan du fortfarande läsa här.',
        'Därefter tas postlådan i bruk igen när du identifierar dig. Du får besked om det per e-post.',
        'En uppgift om att du motsätter dig elektroniska meddelanden skickas till din e-post.',
        'Du kan ta i bruk elektroniska meddelanden på nytt när som helst, och du kan motsätta dig dem på nytt.',
      ],
      button: 'Jag motsätter mig elektroniska meddelanden',
      cancel: 'Jag behåller elektroniska meddelanden',
    }),
  },
  en: {
    withdrawn: {
      title: 'Go back to letters',
      points: [
        'Messages of authorities come as letters at once from now on.',
        'Messages that need your receipt and that you have not opened are sent to you as letters.',
        'Messages that have already arrived can still be read here.',
        'A notice of the withdrawal is sent to your e-mail.',
        'You can start getting electronic messages again at any time.',
      ],
      button: 'I withdraw my consent',
      cancel: 'I keep electronic messages',
    },
    closedUntil: (day) => ({
      title: 'Go back to letters',
      points: [
        `Messages of authorities come as letters at once from now on until ${day}.`,
        'Messages that need your receipt and that you have not opened are sent to you as letters.',
        'Messages that have already arrived can still be read here.',
        'After that your mailbox comes back into use when you sign in. You are told by e-mail.',
        'A notice that you refused electronic messages is sent to your e-mail.',
        'You can start getting electronic messages again at any time, and you can refuse them again.',
      ],
      button: 'I refuse electronic messages',
      cancel: 'I keep electronic messages',
    }),
  },
};
