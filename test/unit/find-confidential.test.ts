import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronicRequest } from '#shared/contracts/suomifi/sending';
import { findConfidential } from '#shared/domain/notice/find-confidential';
import { LANGUAGES, noticeSubjectOf, wordingOf } from '#test/builders/domain-notice';
import { identityCodeOf } from '#test/builders/domain-identity-code';

const FIELD = 'electronic.notifications.customisedNewMessageNotification';
const TITLE = 'must not repeat the title of the message';
const BODY = 'must not repeat the text of the message';
const FILE = 'must not name a document of the message';
const CODE = 'must not hold an identity code';
const CONTROL = 'must not hold control characters';
const ONE_LINE = 'must stand on one line';

type Subject = Parameters<typeof noticeSubjectOf>[0];

/** The rule that a wording of the content breaks, in Finnish. */
function ruleBrokenBy(content: string, subject: Subject = {}): string | undefined {
  return findConfidential(wordingOf({ content: { fi: content } }), noticeSubjectOf(subject))[0]?.rule;
}

describe('a wording that tells nothing', () => {
  it('may be used', () => {
    expect(findConfidential(wordingOf(), noticeSubjectOf())).toEqual([]);
  });

  it.each([
    ['of words every notice holds', { title: 'Uusi viesti' }],
    ['of such words in capitals and with signs', { title: '*UUSI* — viesti!' }],
    ['in Swedish', { title: 'Nytt meddelande' }],
    ['in English', { title: 'New message' }],
    ['of a subject of the hub itself', { title: 'Sinulle on uusi viesti' }],
    ['of the subject of another notice', { title: 'Viranomaisten viestit tulevat sinulle nyt sähköisesti' }],
    ['of the text of another notice', { title: 'Viestit ovat paremmassa turvassa' }],
    ['of the word for the sender', { title: 'Lähettäjä / Avsändare / Sender' }],
    ['of words that tell where to read', { title: 'Viestit luet tunnistautumalla' }],
    ['of words that explain the notice', { title: 'Tähän ilmoitukseen ei voi vastata' }],
    ['of no word at all', { title: '***' }],
    ['that is empty', { title: '' }],
  ])('may repeat a title %s', (_, subject) => {
    const custom = wordingOf({ content: { fi: `Uusi viesti *** ${subject.title} *uusi* — viesti! New message` } });
    expect(findConfidential(custom, noticeSubjectOf(subject))).toEqual([]);
  });

  it.each([
    ['a sentence of the message that every notice holds', { body: 'Sinulle on uusi viesti. Maksu on 186 euroa.' }],
    ['a file name that every notice holds', { filenames: ['viesti.pdf', 'Uusi viesti'] }],
    ['a file name that is an extension only', { filenames: ['.pdf', ''] }],
    ['two words of the message', { body: 'Uusi viesti: lue. On uusi.' }],
  ])('may hold %s', (_, subject) => {
    expect(ruleBrokenBy('Sinulle on uusi viesti. Lue se. On uusi.', subject)).toBeUndefined();
  });

  it('is measured against no code where the message has no recipient', () => {
    expect(ruleBrokenBy('Sinulle on uusi viesti.', { recipientCode: '' })).toBeUndefined();
  });
});

describe('a secret', () => {
  const secrets = [
    ['the title', 'Päätös varhaiskasvatusmaksusta', TITLE],
    ['a sentence of the text', 'Maksu on 186 euroa kuukaudessa', BODY],
    ['a file name', 'maksupäätös-2026.pdf', FILE],
    ['a file name without its extension', 'maksupäätös-2026', FILE],
    ["the recipient's identity code", '010280-952L', CODE],
    ["somebody else's identity code", identityCodeOf({ date: '010190', separator: 'Y', individual: 900 }), CODE],
  ] as const;

  it.each(secrets.flatMap((secret) => LANGUAGES.map((language) => [...secret, language] as const)))(
    'is found in title and text: %s "%s" (%s, in %s)',
    (_, secret, rule, language) => {
      const inTitle = wordingOf({ title: { [language]: `Viesti: ${secret}` } });
      expect(findConfidential(inTitle, noticeSubjectOf())).toEqual([{ field: `${FIELD}.title.${language}`, rule }]);
      const inContent = wordingOf({ content: { [language]: `Sinulle on\nviesti: ${secret}, lue se.` } });
      expect(findConfidential(inContent, noticeSubjectOf())).toEqual([{ field: `${FIELD}.content.${language}`, rule }]);
    },
  );

  it('is told once for every field that holds one', () => {
    const title = { fi: '010280-952L', sv: 'x', en: '010280-952L' };
    const content = { fi: 'x', sv: 'maksupäätös-2026', en: 'x' };
    expect(findConfidential({ title, content }, noticeSubjectOf())).toEqual([
      { field: `${FIELD}.title.fi`, rule: CODE },
      { field: `${FIELD}.content.sv`, rule: FILE },
      { field: `${FIELD}.title.en`, rule: CODE },
    ]);
  });

  it.each([
    ['in capitals', 'PÄÄTÖS VARHAISKASVATUSMAKSUSTA', TITLE],
    ['with other spaces', 'Päätös  \n varhaiskasvatusmaksusta', TITLE],
    ['with its letters taken apart', 'Päätös varhaiskasvatusmaksusta'.normalize('NFD'), TITLE],
    ['inside a word', 'xPäätös varhaiskasvatusmaksustax', TITLE],
    ['in capitals, of the text', 'MAKSU ON 186 EUROA KUUKAUDESSA', BODY],
    ['with a tab, of the text', 'maksu on\t186 euroa kuukaudessa', BODY],
    ['in small letters, of a code', 'koodisi on 010280-952l', CODE],
  ])('is found %s', (_, content, rule) => {
    expect(ruleBrokenBy(content)).toBe(rule);
  });

  it('is a title that holds one word no notice has', () => {
    expect(ruleBrokenBy('Uusi viesti verosta', { title: 'Uusi viesti verosta' })).toBe(TITLE);
  });

  it('is a title of one word', () => {
    expect(ruleBrokenBy('Sinulle on Hylkäys', { title: 'Hylkäys' })).toBe(TITLE);
  });

  it.each([
    ['a full stop', 'Eka asia. Lasku on 9 euroa. Kolmas asia'],
    ['an exclamation mark', 'Eka asia! Lasku on 9 euroa! Kolmas asia'],
    ['a question mark', 'Eka asia? Lasku on 9 euroa? Kolmas asia'],
    ['a line break', 'Eka asia\nLasku on 9 euroa\nKolmas asia'],
    ['a line break of another system', 'Eka asia\r\nLasku on 9 euroa\r\nKolmas asia'],
    ['nothing', 'Lasku on 9 euroa'],
  ])('is a sentence of the text that ends with %s', (_, body) => {
    expect(ruleBrokenBy('Hei: lasku on 9 euroa, ja muuta', { body })).toBe(BODY);
  });

  it.each([
    ['bold words', 'Sinulle on määrätty **veronkorotus** tänään.', 'Hei, sinulle on määrätty veronkorotus tänään'],
    ['a link', 'Lue [päätös lasten päivähoidosta](https://a.fi) heti.', 'Lue päätös lasten päivähoidosta'],
    ['a heading', '# Päätös lasten päivähoidosta', 'Päätös lasten päivähoidosta'],
  ])('is a sentence of the text as it is read, not as its Markdown is written: %s', (_, body, content) => {
    expect(ruleBrokenBy(content, { body })).toBe(BODY);
  });

  it.each([
    ['three words', 'Lasku yhdeksän euroa', BODY],
    ['two words', 'Lasku euroa', undefined],
  ])('is a sentence of at least three words: %s', (_, sentence, rule) => {
    expect(ruleBrokenBy(`Sinulle: ${sentence}`, { body: `${sentence}. Muuta.` })).toBe(rule);
  });

  it.each([
    ['the second of two files', ['viesti.pdf', 'kielto.pdf'], 'Liite kielto', FILE],
    ['a file with two dots', ['kielto.tar.gz'], 'Liite kielto.tar', FILE],
    ['a file without an extension', ['kielto'], 'Liite kielto', FILE],
    ['only what stands before the first dot', ['kielto.tar.gz'], 'Liite kielto', undefined],
  ])('is the name of a document: %s', (_, filenames, content, rule) => {
    expect(ruleBrokenBy(content, { filenames })).toBe(rule);
  });

  it('is the business id of an organisation', () => {
    expect(ruleBrokenBy('Yritys 0112038-9', { recipientCode: '0112038-9' })).toBe(CODE);
    expect(ruleBrokenBy('Yritys 0112038-9', { recipientCode: '2345678-0' })).toBeUndefined();
  });

  it('is a code before it is a title, and a title before it is a file', () => {
    expect(ruleBrokenBy('Päätös 010280-952L', { title: 'Päätös 010280-952L' })).toBe(CODE);
    expect(ruleBrokenBy('kielto', { title: 'kielto', filenames: ['kielto.pdf'] })).toBe(TITLE);
    expect(ruleBrokenBy('Lasku on 9 euroa', { body: 'Lasku on 9 euroa', filenames: ['lasku on 9 euroa'] })).toBe(FILE);
  });
});

describe('a character that would break an e-mail', () => {
  it.each([
    ['a line break', 'Uusi\nviesti', ONE_LINE],
    ['a carriage return', 'Uusi viesti\rBcc: x@example.com', ONE_LINE],
    ['a line break at the end', 'Uusi viesti\n', ONE_LINE],
    ['NUL', 'Uusi\u0000viesti', CONTROL],
    ['a bell', 'Uusi\u0007viesti', CONTROL],
    ['delete', 'Uusi\u007fviesti', CONTROL],
    ['a next line of C1', 'Uusi\u0085viesti', CONTROL],
  ])('is refused in the subject: %s', (_, title, rule) => {
    for (const language of LANGUAGES)
      expect(findConfidential(wordingOf({ title: { [language]: title } }), noticeSubjectOf())).toEqual([
        { field: `${FIELD}.title.${language}`, rule },
      ]);
  });

  it.each([
    ['a line break', 'Hei\nviesti', undefined],
    ['a line break of another system', 'Hei\r\nviesti', undefined],
    ['a tab', 'Hei\tviesti', undefined],
    ['NUL', 'Hei\u0000viesti', CONTROL],
    ['an escape', 'Hei\u001bviesti', CONTROL],
  ])('is judged in the text: %s', (_, content, rule) => {
    expect(ruleBrokenBy(content)).toBe(rule);
  });

  it('may be a tab in the subject', () => {
    expect(findConfidential(wordingOf({ title: { fi: 'Uusi\tviesti' } }), noticeSubjectOf())).toEqual([]);
  });

  it('is told before what the text holds', () => {
    expect(ruleBrokenBy('010280-952L\u0000')).toBe(CONTROL);
  });
});

const SAMPLE = join(import.meta.dirname, '../../../shared/cases/real-messages/energy-certificate-custom-notice.json');

describe('a wording that real systems send', () => {
  it.skipIf(!existsSync(SAMPLE))('may be used', () => {
    const sample: { body: unknown } = JSON.parse(readFileSync(SAMPLE, 'utf8'));
    const { electronic, recipient } = electronicRequest.parse(sample.body);
    const custom = electronic.notifications.customisedNewMessageNotification;
    if (!custom) throw new Error('the sample has no wording of its own');
    expect(findConfidential(custom, { electronic, filenames: [], recipientCode: recipient.id })).toEqual([]);
  });
});
