import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesIn, frameIn, linesOf } from '#test/builders/pages-samples';
import { language } from '#shared/domain/message/hub-fields';
import { sizeOf } from '#shared/kernel/markup';
import { LINES } from '#functions/_shell/calls/pages/reading';
import { listPage } from '#web/pages/list';
import { messagePage } from '#web/pages/message';
import { renderMarkdown } from '#web/markdown';
import { STYLESHEET } from '#web/style/stylesheet';
import { ACCESSIBILITY } from '#web/texts/accessibility';
import { CONSENT_HISTORY_TEXTS } from '#web/texts/consent-history';
import { FOLDER_TEXTS } from '#web/texts/folders';
import { MANDATE_TEXTS } from '#web/texts/mandates';
import { OWN_DATA_TEXTS } from '#web/texts/own-data';
import { TEXTS } from '#web/texts/texts';
import { WITHDRAWAL_TEXTS } from '#web/texts/withdrawal';
import { calendarDate } from '#shared/kernel/time';

const LANGUAGES = language.options;
const MOST = 100_000;
const DAY = calendarDate.parse('2026-11-30');

/** Every text of a catalogue with its path; functions are asked for one. */
function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return textsIn(Reflect.apply(value, undefined, ['X', 'Y']), path);
  return Object.entries(Object(value)).flatMap(([name, each]) => textsIn(each, `${path}/${name}`));
}

describe('the texts of the pages', () => {
  it.each([TEXTS, ACCESSIBILITY, MANDATE_TEXTS, OWN_DATA_TEXTS, FOLDER_TEXTS, CONSENT_HISTORY_TEXTS, WITHDRAWAL_TEXTS])(
    'are the same in three languages, none empty',
    (catalogue) => {
      const paths = LANGUAGES.map((each) => textsIn(catalogue[each]).map(([path]) => path));
      expect(paths[1]).toEqual(paths[0]);
      expect(paths[2]).toEqual(paths[0]);
      for (const each of LANGUAGES)
        expect(textsIn(catalogue[each]).filter(([, text]) => text.trim() === '')).toEqual([]);
    },
  );

  it('are translated: what reads alike in two languages is a name or one word', () => {
    const [fi, sv, en] = LANGUAGES.map((each) => new Map(textsIn(TEXTS[each])));
    const alike = [...(fi ?? [])].filter(([path, text]) => sv?.get(path) === text || en?.get(path) === text);
    expect(alike.filter(([, text]) => text.includes(' '))).toEqual([]);
  });

  it('say of a receipt what it means in law, and of consent how to go back', () => {
    for (const each of LANGUAGES) {
      expect(TEXTS[each].receipt.points.join()).toContain('13/2003');
      expect(TEXTS[each].consent.points.length).toBeGreaterThanOrEqual(5);
      expect(WITHDRAWAL_TEXTS[each].closedUntil('X').points.join()).toContain('X');
      expect(WITHDRAWAL_TEXTS[each].withdrawn.points.length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('a page', () => {
  it.each(LANGUAGES)('in %s says its language, has one title, one heading and a way past the menu', (each) => {
    for (const [name, text] of pagesIn(each)) {
      expect(text.slice(0, 60), name).toContain(`<!doctype html><html lang="${each}">`);
      expect(text.match(/<h1>/g), name).toHaveLength(1);
      expect(text.match(/<title>[^<]+ – Viestiväylä<\/title>/g), name).toHaveLength(1);
      expect(text, name).toContain('class="skip" href="#content"');
    }
  });

  it('runs nothing and styles nothing in itself, so that its policy can forbid both', () => {
    for (const [name, text] of pagesIn('fi')) {
      expect(text, name).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    }
  });

  it('never shows what strangers write as markup', () => {
    const hostile = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<script>',
      '"><img src=x onerror=y>',
      '</textarea>',
      '**',
      '[x](https://e)',
      '\n',
      'a',
    );
    const written = fc.array(hostile, { minLength: 1, maxLength: 12 }).map((parts) => `mark${parts.join('')}`);
    const shapeOf = (text: string) =>
      [...text.matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map(([, tag]) => tag).filter((tag) => !INLINE.has(tag ?? ''));
    const plain = pagesIn('en', { name: 'mark', text: 'mark' }).map(([, text]) => shapeOf(text));
    fc.assert(
      fc.property(written, (text) => {
        const pages = pagesIn('en', { name: text, text });
        pages.forEach(([name, page], i) => {
          expect(page, name).not.toMatch(/<script|<img|onerror=y>/);
          if (name !== 'message in Markdown') expect(shapeOf(page), name).toEqual(plain[i]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each(LANGUAGES)('in %s weighs less than 100 kB with its stylesheet', (each) => {
    for (const [name, text] of pagesIn(each)) expect(sizeOf(text) + sizeOf(STYLESHEET), name).toBeLessThan(MOST);
  });

  it('of the longest titles there can be, and of the longest letter, stays below 100 kB', () => {
    const titles = { name: 'Ä'.repeat(128), text: 'Ö'.repeat(256) };
    const view = { lines: linesOf(titles, LINES), isFirst: true, next: 'x', reach: 'ELECTRONIC' } as const;
    expect(sizeOf(listPage(frameIn('sv'), view))).toBeLessThan(MOST);
    const letter = 'Hyvä vastaanottaja, päätös on tehty. '.repeat(1082).slice(0, 40_000);
    const envelope = {
      messageId: 5,
      organisation: 'a',
      service: 'b',
      title: 'c',
      receivedOn: DAY,
      replyAllowed: true,
      hasMatter: false,
    };
    const page = messagePage(frameIn('fi'), { ...envelope, body: letter, bodyFormat: 'Text', attachments: [] });
    expect(sizeOf(page)).toBeLessThan(MOST);
  });
});

/** Tags that texts of a page choose by what they hold. */
const INLINE = new Set(['br', '/br']);

describe('Markdown', () => {
  const shown = (text: string) => renderMarkdown(text).join('');

  it.each([
    ['# Otsikko\nTeksti', '<h2>Otsikko</h2><p>Teksti</p>'],
    ['a\nb\n\nc', '<p>a<br />b</p><p>c</p>'],
    ['- a\n* b\n+ c', '<ul><li>a</li><li>b</li><li>c</li></ul>'],
    ['teksti\n- a', '<p>teksti</p><ul><li>a</li></ul>'],
    ['**a** ja **b**', '<p><strong>a</strong> ja <strong>b</strong></p>'],
    ['<b>a</b> & "c"', '<p>&lt;b&gt;a&lt;/b&gt; &amp; &quot;c&quot;</p>'],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['[a](http://x.fi)', '<p>[a](http://x.fi)</p>'],
  ])('%j is %s', (text, expected) => {
    expect(shown(text).replaceAll(/>\s+</g, '><').replaceAll('<br>', '<br />')).toBe(expected);
  });

  it('shows where a link leads', () => {
    expect(shown('[Ohjeet](https://example.fi/a?b=1&c=2)')).toContain('(https://example.fi/a?b=1&amp;c=2)');
    expect(shown('[x](https://e.fi/"onclick="y)')).not.toMatch(/"onclick/);
  });
});
