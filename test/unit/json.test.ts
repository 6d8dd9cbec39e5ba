import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#shared/kernel/json';

const DUPLICATE = (name: string) => `the name ${JSON.stringify(name)} stands twice in one object`;
const INVALID = 'the body is not valid JSON';
const NUL = 'a string holds the character U+0000';
const LONE = 'a string holds a lone surrogate';

function ruleBrokenBy(text: string, limits?: { readonly depth: number }): string | undefined {
  const read = parseJson(text, limits);
  return read.ok ? undefined : read.refusal.rule;
}

describe('a name that stands twice in one object', () => {
  it.each([
    ['side by side', '{"a":1,"a":2}', 'a'],
    ['with the same value', '{"a":1,"a":1}', 'a'],
    ['once plain and once escaped', String.raw`{"a":1,"\u0061":2}`, 'a'],
    ['escaped twice, in two ways', String.raw`{"/":1,"\/":2}`, '/'],
    ['as a surrogate pair and as its escapes', String.raw`{"😀":1,"\ud83d\ude00":2}`, '😀'],
    ['with a quote in it', String.raw`{"a\"b":1,"a\"b":2}`, 'a"b'],
    ['with a backslash at its end', String.raw`{"a\\":1,"a\\":2}`, 'a\\'],
    ['in an object of an object', '{"x":{"b":1,"b":2}}', 'b'],
    ['in an object of an array', '[{"c":1,"c":1}]', 'c'],
    ['around an object that has the name too', '{"a":{"a":1},"a":2}', 'a'],
    ['around an array', '{"a":[{"b":1},["c"]],"a":1}', 'a'],
    ['with white space before the colon', '{"a" :1,"a"\t\r\n :2}', 'a'],
    ['after a value that looks like a name', '{"b":"a","a":1,"a":2}', 'a'],
    ['as the empty name', '{"":1,"":2}', ''],
    ['as a name of every object', '{"__proto__":1,"__proto__":2}', '__proto__'],
    ['far apart', `{"a":1,${Array.from({ length: 200 }, (_, i) => `"n${i}":0,`).join('')}"a":2}`, 'a'],
  ])('is refused %s', (_, text, name) => {
    expect(parseJson(text)).toEqual({ ok: false, refusal: { kind: 'json-refused', rule: DUPLICATE(name) } });
  });

  it('is told by its first 64 characters', () => {
    const name = 'x'.repeat(64);
    expect(ruleBrokenBy(`{"${name}y":1,"${name}y":2}`)).toBe(DUPLICATE(name));
  });

  it.each([
    ['in two objects side by side', '[{"a":1},{"a":2}]'],
    ['in an object and in one inside it', '{"a":{"a":{"a":1}}}'],
    ['in an object and in the one that follows inside it', '{"x":{"a":1},"y":{"a":2},"a":3}'],
    ['as a value and as a name', '{"a":"a","b":["a","a"]}'],
    ['inside a string', String.raw`{"a":"{\"a\":1,\"a\":2}"}`],
    ['in another case', '{"a":1,"A":2}'],
    ['of two that look alike before NFC', '{"\u00e4":1,"a\u0308":2}'],
    ['in an array of equal strings with colons', '["a:","a:",":a",":a"]'],
  ])('is read when it stands %s', (_, text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});

describe('nesting', () => {
  const nested = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);
  const TOO_DEEP = (depth: number) => `the body is nested deeper than ${depth} levels`;

  it.each([
    ['twenty arrays', nested(20)],
    ['ten arrays in ten objects', `${'{"a":'.repeat(10)}${nested(10)}${'}'.repeat(10)}`],
    ['many arrays side by side', `[${Array.from({ length: 100 }, () => '[[]]').join(',')}]`],
    ['brackets in a string', JSON.stringify([nested(50), nested(50, '{', '}')])],
  ])('is read with %s', (_, text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ['twenty-one arrays', nested(21)],
    ['eleven arrays in ten objects', `${'{"a":'.repeat(10)}${nested(11)}${'}'.repeat(10)}`],
    ['a hundred thousand arrays that never end', '['.repeat(100_000)],
    ['a hundred thousand objects that never end', '{"a":'.repeat(100_000)],
  ])('is refused with %s', (_, text) => {
    expect(ruleBrokenBy(text)).toBe(TOO_DEEP(20));
  });

  it.each([
    [0, '1', undefined],
    [0, '{}', TOO_DEEP(0)],
    [1, '{"a":1}', undefined],
    [1, '{"a":[]}', TOO_DEEP(1)],
  ])('follows a limit of %i levels for %s', (depth, text, rule) => {
    expect(ruleBrokenBy(text, { depth })).toBe(rule);
  });
});

describe('a string no field can hold', () => {
  it.each([
    ['NUL in a value', String.raw`{"a":"b\u0000"}`, NUL],
    ['NUL in a name', String.raw`{"a\u0000":1}`, NUL],
    ['NUL in an array of an object', String.raw`{"a":[1,null,"\u0000"]}`, NUL],
    ['NUL as the whole text', String.raw`"\u0000"`, NUL],
    ['a high surrogate alone in a value', String.raw`["\ud800"]`, LONE],
    ['a low surrogate alone in a value', String.raw`["\udc00"]`, LONE],
    ['a pair in the wrong order', String.raw`["\udc00\ud83d"]`, LONE],
    ['a lone surrogate in a name', String.raw`{"a":{"\ud83d":1}}`, LONE],
    ['a lone surrogate that is not escaped', '"\ud800"', LONE],
    ['NUL that is not escaped', '"\u0000"', INVALID],
  ])('is refused: %s', (_, text, rule) => {
    expect(ruleBrokenBy(text)).toBe(rule);
  });

  it('may be U+FFFD, which must be escaped to be told from bytes that were no UTF-8', () => {
    expect(parseJson(String.raw`"\ufffd"`)).toEqual({ ok: true, value: '\uFFFD' });
    expect(ruleBrokenBy('"\uFFFD"')).toBe('the body must be UTF-8');
  });

  it('is told from a whole surrogate pair', () => {
    expect(parseJson(String.raw`"\ud83d\ude00"`)).toEqual({ ok: true, value: '😀' });
  });
});

describe('a text that is not JSON', () => {
  it.each([
    '',
    ' ',
    '{',
    '}',
    ']',
    '{]',
    '[}',
    '"',
    '"\\',
    '"\\"',
    '{"a"}',
    '{"a":}',
    '{"a":1}}',
    "{'a':1}",
    '[1,]',
    '{"a":1,}',
    'NaN',
    '01',
    'undefined',
    '{"a":1} x',
    '\ufeff{}',
    String.raw`"\x41"`,
    String.raw`{"\x":1}`,
    '\u00a0{}',
  ])('is refused: %j', (text) => {
    expect(ruleBrokenBy(text)).toBe(INVALID);
  });
});

const HOSTILE = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '"a"',
      ':',
      ',',
      '\\',
      'a',
      String.raw`\u0061`,
      '\ud800',
      '\u0000',
      '1',
      ' ',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe('any text at all', () => {
  it('gives exactly what JSON.parse gives when it is JSON without these faults', () => {
    const spacing = fc.constantFrom(undefined, 1, '\t', '\n  ');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: 'grapheme' }), spacing, (value, space) => {
        const text = JSON.stringify(value, undefined, space).replaceAll('\uFFFD', String.raw`\ufffd`);
        fc.pre(!text.includes(String.raw`\u0000`));
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('never throws, and is read as JSON.parse reads it or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(HOSTILE, fc.string({ unit: 'binary' })), (text) => {
        const read = parseJson(text);
        if (read.ok) expect({ value: read.value }).toEqual(parsed(text));
        else expect(read.refusal.kind).toBe('json-refused');
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when one member of an object is told twice, however the second is escaped', () => {
    const escaped = (name: string) =>
      `"${Array.from(name, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.string(), (members, name) => {
        const told = JSON.stringify({ ...members, [name]: 1 }).slice(0, -1);
        expect(ruleBrokenBy(`${told},${escaped(name)}:2}`)).toBe(DUPLICATE(name.slice(0, 64)));
      }),
    );
  });
});
