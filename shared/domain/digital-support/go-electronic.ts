import type { SupportReferral } from '#shared/domain/digital-support/referral';
import { type ReportLanguage, told } from '#shared/domain/programme/words';

const WORDS: Readonly<Record<ReportLanguage, readonly [heading: string, how: string, help: string]>> = {
  fi: [
    'Siirry sähköiseen viestintään',
    'Voit saada viranomaisten viestit sähköisesti kirjeiden sijaan. Ota Suomi.fi-viestit käyttöön osoitteessa www.suomi.fi/viestit.',
    'Apua digitaalisten palvelujen käyttöön:',
  ],
  sv: [
    'Gå över till elektronisk kommunikation',
    'Du kan få myndigheternas meddelanden elektroniskt i stället för brev. Ta i bruk Suomi.fi-meddelanden på adressen www.suomi.fi/meddelanden.',
    'Hjälp med att använda digitala tjänster:',
  ],
  en: [
    'Switch to electronic messages',
    'You can receive messages from the authorities electronically instead of by letter. Activate Suomi.fi Messages at www.suomi.fi/messages.',
    'Help with using digital services:',
  ],
};

/** Words of the hub in a letter. */
interface Insert {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/**
 * What a letter says of going electronic, and who helps with it. The contact of an area tells the area: a letter to
 * somebody whose address is protected has no insert.
 *
 * @see REQ-009, REQ-095, REQ-140, REQ-145
 */
export function goElectronicInsert(language: ReportLanguage, { names, contact }: SupportReferral): Insert {
  const [heading, how, help] = WORDS[language];
  const ways = [contact.phone, contact.email, contact.webAddress?.replace(/^https?:\/\//, '')];
  const name = told(names, language).text.replaceAll(/\s+/g, ' ').trim();
  const who = [name, ...ways.filter((way) => way !== undefined)].join(', ');
  return { heading, paragraphs: [how, `${help} ${who}.`] };
}
