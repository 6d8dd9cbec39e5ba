import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '#shared/domain/delivery-postal/plain-text';

describe('a body on paper', () => {
  it.each([
    ['a heading', '# Päätös', 'Päätös'],
    ['a heading of the sixth rank', '######   Päätös', 'Päätös'],
    ['seven signs, which are no heading', '####### Päätös', '####### Päätös'],
    ['a sign without a space, which is no heading', '#42 on asian numero', '#42 on asian numero'],
    ['a heading in the middle', 'Hei\n## Maksu\n186 euroa', 'Hei\nMaksu\n186 euroa'],
    ['a sign within a line', 'Asia # 42', 'Asia # 42'],
    ['lists of all marks', '- yksi\n* kaksi\n+ kolme', '– yksi\n– kaksi\n– kolme'],
    ['a list within a list', '- yksi\n  - kaksi', '– yksi\n  – kaksi'],
    ['a numbered list', '1. yksi\n2. kaksi', '1. yksi\n2. kaksi'],
    ['a dash that is no list', '-5 astetta', '-5 astetta'],
    ['a dash within a line', 'Espoo - Helsinki', 'Espoo - Helsinki'],
    ['bold words', 'Maksu on **186 euroa** ja **eräpäivä** on tänään', 'Maksu on 186 euroa ja eräpäivä on tänään'],
    ['a line that begins with bold', '**Huom** lue', 'Huom lue'],
    ['bold within a list', '- **Huom**', '– Huom'],
    ['stars that are not bold', '2 * 3 = 6, ** ja *x*', '2 * 3 = 6, ** ja *x*'],
    ['bold without words', '****', '****'],
    ['a link', '[Ohje](https://example.fi/a?b=1)', 'Ohje (https://example.fi/a?b=1)'],
    ['two links in a line', '[A](https://a.fi) [B](https://b.fi)', 'A (https://a.fi) B (https://b.fi)'],
    ['bold within a link', '[**A**](https://a.fi)', 'A (https://a.fi)'],
    ['a link that is not https', '[A](http://a.fi)', '[A](http://a.fi)'],
    ['brackets without a link', '[liite] (1)', '[liite] (1)'],
    ['a heading that is a link', '# [A](https://a.fi)', 'A (https://a.fi)'],
    ['an empty body', '', ''],
    ['empty lines', 'a\n\n\nb', 'a\n\n\nb'],
  ])('of Markdown shows %s', (_, body, shown) => {
    expect(plainText(body, 'Markdown')).toBe(shown);
  });

  it('of text stands as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('#', '*', '-', ' ', '\n', '[', ']', '(', ')', 'a') }), (body) => {
        expect(plainText(body, 'Text')).toBe(body);
      }),
    );
  });

  it('keeps its lines and its words', () => {
    const line = fc.string({ unit: fc.constantFrom('#', '*', '+', '-', ' ', '[', ']', '(', ')', 'a', 'ä', '1') });
    const words = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const body = lines.join('\n');
        expect(plainText(body, 'Markdown').split('\n')).toHaveLength(body.split('\n').length);
        expect(words(plainText(body, 'Markdown'))).toEqual(words(body));
      }),
    );
  });
});
