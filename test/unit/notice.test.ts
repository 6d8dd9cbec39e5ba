import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NoticeRequest, writeNotice } from '#shared/domain/notice/notice';
import { NOTICE_TEXTS } from '#shared/domain/notice/notice-texts';
import { LANGUAGES, LINK, NOTICE_KINDS, wordingOf } from '#test/builders/domain-notice';

const SENDER = { organisation: 'Esimerkkikaupunki', service: 'Varhaiskasvatus' };
const noticeOf = (differing: Partial<NoticeRequest> = {}) =>
  writeNotice({ kind: 'NEW', language: 'fi', link: LINK, sender: SENDER, ...differing });

const KINDS_AND_LANGUAGES = NOTICE_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const withoutLink = (html: string) => html.replace(/^<a href="[^"]*">(.*)<\/a>$/, '$1');
/** Paragraphs a reader of the HTML sees. */
const shown = (html: string) =>
  [...html.matchAll(/<p>(.*)<\/p>/g)].map(([, inner = '']) => unescaped(withoutLink(inner)));
/** Paragraphs a reader of the text sees. */
const told = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '');

describe('a notice of a new message', () => {
  it.each([
    [
      'fi',
      'Sinulle on uusi viesti',
      'Sinulle on saapunut uusi viesti viranomaiselta.\n\nLähettäjä: Esimerkkikaupunki, Varhaiskasvatus\n\n' +
        `Viestit luet tunnistautumalla osoitteessa\n\n${LINK}\n\nTähän ilmoitukseen ei voi vastata.\n`,
    ],
    [
      'sv',
      'Du har ett nytt meddelande',
      'Det har kommit ett nytt meddelande till dig från en myndighet.\n\nAvsändare: Esimerkkikaupunki, Varhaiskasvatus\n\n' +
        `Du läser meddelanden efter identifiering på adressen\n\n${LINK}\n\nDet går inte att svara på denna avisering.\n`,
    ],
    [
      'en',
      'You have a new message',
      'A new message from an authority has arrived for you.\n\nSender: Esimerkkikaupunki, Varhaiskasvatus\n\n' +
        `You can read messages after identification at\n\n${LINK}\n\nYou cannot reply to this notice.\n`,
    ],
  ] as const)('says in %s that something has come, from whom and where to read it', (language, subject, text) => {
    expect(noticeOf({ language })).toMatchObject({ kind: 'NEW', subject, text });
  });

  it('is a whole page for the mail program', () => {
    expect(noticeOf({ sender: undefined }).html).toBe(`<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sinulle on uusi viesti</title></head>
<body>
<p>Sinulle on saapunut uusi viesti viranomaiselta.</p>
<p>Viestit luet tunnistautumalla osoitteessa</p>
<p><a href="${LINK}">${LINK}</a></p>
<p>Tähän ilmoitukseen ei voi vastata.</p>
</body>
</html>
`);
  });
});

describe.each(KINDS_AND_LANGUAGES)('a notice of %s in %s', (kind, language) => {
  const words = NOTICE_TEXTS[language];
  const notice = noticeOf({ kind, language });

  it('has the subject and the words of its kind', () => {
    expect(notice).toMatchObject({ kind, subject: words.subject[kind] });
    expect(told(notice.text)).toEqual([
      ...words.body[kind],
      `${words.from}: Esimerkkikaupunki, Varhaiskasvatus`,
      words.howToRead,
      LINK,
      words.why,
    ]);
  });

  it('leaves no word out', () => {
    const all = [words.subject[kind], ...words.body[kind], words.from, words.howToRead, words.why];
    expect(all.filter((line) => line.trim() === '')).toEqual([]);
    expect(words.body[kind].length).toBeGreaterThan(0);
  });

  it('says the same in text and in HTML', () => {
    expect(shown(notice.html)).toEqual(told(notice.text));
    expect(notice.html).toContain(`<html lang="${language}">`);
    expect(notice.html).toContain(`<title>${words.subject[kind]}</title>`);
  });

  it('does not name a sender who is not to be named', () => {
    const hidden = noticeOf({ kind, language, sender: undefined });
    for (const word of [words.from, SENDER.organisation, SENDER.service])
      expect(hidden.subject + hidden.text + hidden.html).not.toContain(word);
  });
});

describe('the words of the notices', () => {
  it('are those of each kind and language alone', () => {
    const subjects = KINDS_AND_LANGUAGES.map(([kind, language]) => NOTICE_TEXTS[language].subject[kind]);
    expect(new Set(subjects).size).toBe(subjects.length);
    const bodies = KINDS_AND_LANGUAGES.map(([kind, language]) => NOTICE_TEXTS[language].body[kind].join('\n'));
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('say what a verifiable message asks of its recipient', () => {
    for (const language of LANGUAGES) {
      const { body } = NOTICE_TEXTS[language];
      expect(body.VERIFIABLE_NEW).toHaveLength(2);
      expect(body.VERIFIABLE_NEW[0]).toBe(body.NEW[0]);
    }
  });
});

describe("a sender's own wording", () => {
  it.each([
    ['fi', 'Uusi viesti', 'Sinulle on uusi viesti.'],
    ['sv', 'Nytt meddelande', 'Du har ett nytt meddelande.'],
    ['en', 'New message', 'You have a new message.'],
  ] as const)('replaces subject and text in %s, and still says where to read', (language, subject, line) => {
    const notice = noticeOf({ kind: 'VERIFIABLE_NEW', language, custom: wordingOf() });
    expect(notice).toMatchObject({ kind: 'VERIFIABLE_NEW', subject });
    const { from, howToRead, why } = NOTICE_TEXTS[language];
    expect(told(notice.text)).toEqual([line, `${from}: Esimerkkikaupunki, Varhaiskasvatus`, howToRead, LINK, why]);
    expect(shown(notice.html)).toEqual(told(notice.text));
  });

  it('keeps its lines, however they are broken', () => {
    const custom = wordingOf({ content: { fi: 'Hei,\r\nsinulle on viesti.\n\nTerveisin' } });
    const notice = noticeOf({ custom, sender: undefined });
    expect(told(notice.text).slice(0, 3)).toEqual(['Hei,', 'sinulle on viesti.', 'Terveisin']);
    expect(notice.text).not.toContain('\r');
    expect(shown(notice.html).slice(0, 3)).toEqual(['Hei,', 'sinulle on viesti.', 'Terveisin']);
  });

  it('has no empty paragraph in HTML', () => {
    expect(noticeOf({ custom: wordingOf({ content: { fi: 'a\n\n  \nb' } }) }).html).not.toMatch(/<p>\s*<\/p>/);
  });

  it('has no effect in the other languages', () => {
    const custom = wordingOf({ title: { sv: 'Bara på svenska' }, content: { sv: 'Bara på svenska' } });
    expect(JSON.stringify(noticeOf({ custom, language: 'fi' }))).not.toContain('svenska');
  });
});

describe('the HTML of a notice', () => {
  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a quote', 'a "b" c', 'a &quot;b&quot; c'],
    ['an ampersand', 'Kunta & Co &lt;', 'Kunta &amp; Co &amp;lt;'],
  ])('escapes %s in every word that is not its own', (_, raw, escaped) => {
    const custom = wordingOf({ title: { fi: raw }, content: { fi: raw } });
    const sender = { organisation: raw, service: raw };
    const { html } = noticeOf({ custom, sender });
    expect(html).toContain(`<title>${escaped}</title>`);
    expect(html).toContain(`<p>${escaped}</p>`);
    expect(html).toContain(`<p>Lähettäjä: ${escaped}, ${escaped}</p>`);
    expect(html).not.toContain(raw);
  });

  it('escapes the link where it stands and where it leads', () => {
    const link = 'https://viestit.example.fi/?a=1&b="2"';
    expect(noticeOf({ link }).html).toContain(
      '<p><a href="https://viestit.example.fi/?a=1&amp;b=&quot;2&quot;">https://viestit.example.fi/?a=1&amp;b=&quot;2&quot;</a></p>',
    );
  });

  it('leads to the sign-in page and nowhere else', () => {
    const custom = wordingOf({ content: { fi: 'Lue https://paha.example.com heti' } });
    expect([...noticeOf({ custom }).html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([LINK]);
  });

  it('says the same as the text and holds no tag of others, whatever a sender is called and writes', () => {
    const line = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', 'ä', ' ', 'p', ';', '😀') });
    fc.assert(
      fc.property(line, line, line, fc.array(line), (organisation, service, title, lines) => {
        const custom = wordingOf({ title: { fi: title }, content: { fi: lines.join('\n') } });
        const { html, text } = noticeOf({ custom, sender: { organisation, service } });
        expect(shown(html)).toEqual(told(text));
        const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/^<\/?p>$/.test(tag));
        expect(tags).toEqual([
          '<!doctype html>',
          '<html lang="fi">',
          '<head>',
          '<meta charset="utf-8">',
          '<meta name="viewport" content="width=device-width, initial-scale=1">',
          '<title>',
          '</title>',
          '</head>',
          '<body>',
          `<a href="${LINK}">`,
          '</a>',
          '</body>',
          '</html>',
        ]);
      }),
    );
  });
});
