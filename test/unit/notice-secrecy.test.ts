import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConfidential } from '#shared/domain/notice/find-confidential';
import { type Notice, writeNotice } from '#shared/domain/notice/notice';
import { identityCodeOf } from '#test/builders/domain-identity-code';
import { LANGUAGES, LINK, NOTICE_KINDS } from '#test/builders/domain-notice';

/** Words that stand neither in a notice nor in its markup nor in the sender's name. */
const SECRET_WORD = fc.stringMatching(/^[QZqzXxÅå]{4}[a-zä0-9]{1,8}$/);
const NEUTRAL_WORD = fc.constantFrom('uusi', 'viesti', 'sinulle', 'on', 'message', 'new', 'nytt', 'meddelande');
const SPACE = fc.constantFrom(' ', '  ', '\t', '\u00a0');

const phrase = (words: fc.Arbitrary<string>, least: number, most: number) =>
  fc.tuple(fc.array(words, { minLength: least, maxLength: most }), SPACE).map(([each, space]) => each.join(space));

/** At least one word of it is no neutral one. */
const SECRET = fc
  .tuple(phrase(fc.oneof(SECRET_WORD, NEUTRAL_WORD), 1, 4), SECRET_WORD)
  .map(([around, secret]) => `${around} ${secret}`);
const SENTENCE = phrase(SECRET_WORD, 3, 6);
const CODE = fc
  .integer({ min: 900, max: 999 })
  .map((individual) => identityCodeOf({ date: '010190', separator: 'Y', individual }));

const MESSAGE = fc.record({
  title: SECRET,
  sentences: fc.array(SENTENCE, { minLength: 1, maxLength: 3 }),
  filenames: fc.array(
    SECRET.map((name) => `${name}.pdf`),
    { maxLength: 3 },
  ),
  recipientCode: CODE,
});
type Message = typeof MESSAGE extends fc.Arbitrary<infer Value> ? Value : never;

const NOTICE = fc.record({
  kind: fc.constantFrom(...NOTICE_KINDS),
  language: fc.constantFrom(...LANGUAGES),
  sender: fc.option(fc.constant({ organisation: 'Esimerkkikaupunki', service: 'Varhaiskasvatus' }), { nil: undefined }),
});

const secretsOf = ({ title, sentences, filenames, recipientCode }: Message) => [
  title,
  ...sentences,
  ...filenames,
  ...filenames.map((name) => name.replace(/\.pdf$/, '')),
  recipientCode,
];
const folded = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
const told = ({ subject, text, html }: Notice) => folded([subject, text, html].join('\n'));
const subjectOf = ({ title, sentences, ...rest }: Message) => ({
  electronic: { title, body: sentences.join('. ') },
  ...rest,
});

describe('a notice, whatever the message says', () => {
  it('holds neither title nor text nor file names nor codes in the words of the hub', () => {
    fc.assert(
      fc.property(MESSAGE, NOTICE, (message, request) => {
        const notice = told(writeNotice({ ...request, link: LINK }));
        expect(secretsOf(message).filter((secret) => notice.includes(folded(secret)))).toEqual([]);
      }),
    );
  });

  it('holds none of them in a wording that may be used, and a wording that holds one may not be used', () => {
    const neutral = phrase(NEUTRAL_WORD, 1, 5);
    const wording = fc.tuple(MESSAGE, NOTICE, fc.nat(), fc.array(neutral, { minLength: 6, maxLength: 6 }), fc.nat(11));
    fc.assert(
      fc.property(wording, ([message, request, pick, words, place]) => {
        const secrets = secretsOf(message);
        const secret = secrets[pick % secrets.length] ?? '';
        const texts = words.map((word, i) => (i === place ? `${word} ${secret} ${word}` : word));
        const [fi = '', sv = '', en = ''] = texts;
        const [contentFi = '', contentSv = '', contentEn = ''] = texts.slice(3);
        const custom = { title: { fi, sv, en }, content: { fi: contentFi, sv: contentSv, en: contentEn } };
        const problems = findConfidential(custom, subjectOf(message));
        expect(problems).toHaveLength(place < words.length ? 1 : 0);
        if (problems.length > 0) return;
        const notices = LANGUAGES.map((language) => told(writeNotice({ ...request, language, link: LINK, custom })));
        expect(secrets.filter((each) => notices.some((notice) => notice.includes(folded(each))))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is told of a problem without a word of the secret', () => {
    fc.assert(
      fc.property(MESSAGE, (message) => {
        const [secret = ''] = secretsOf(message);
        const custom = {
          title: { fi: secret, sv: 'x', en: 'x' },
          content: { fi: 'x', sv: 'x', en: message.recipientCode },
        };
        const problems = findConfidential(custom, subjectOf(message));
        expect(problems).toHaveLength(2);
        expect(secretsOf(message).filter((each) => folded(JSON.stringify(problems)).includes(folded(each)))).toEqual(
          [],
        );
      }),
    );
  });
});
