import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCS = join(import.meta.dirname, '../../docs');

interface Reference {
  readonly page: string;
  readonly title: string;
  readonly file: string;
}

/** Links of tables: the name of a function, or the words of a test's title, and the file they stand in. */
function referencesOf(page: string): Reference[] {
  const folder = join(DOCS, page, '..');
  return readFileSync(join(DOCS, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...line.matchAll(/\[((?:[^\]\\]|\\.)+)\]\(([^)]+)\)/g)])
    .map(([, title = '', file = '']) => ({ page, title: title.replaceAll(/`|\\/g, ''), file: join(folder, file) }));
}

const PAGES = ['requirements.md', 'programme/rules.md', ...readdirSync(join(DOCS, 'law')).map((file) => `law/${file}`)];
const references = PAGES.flatMap(referencesOf);

const numbersFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const OWED = [...numbersFrom(1, 25), ...numbersFrom(41, 42), ...numbersFrom(47, 68), ...numbersFrom(70, 118)].concat(
  numbersFrom(119, 145),
  numbersFrom(160, 160),
  numbersFrom(162, 269),
);

const rows = readFileSync(join(DOCS, 'requirements.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| REQ-'));

describe('the page on requirements', () => {
  it.each(OWED.map((number) => `REQ-${String(number).padStart(3, '0')}`))('has one row for %s', (id) => {
    expect(rows.filter((row) => row.startsWith(`| ${id} `))).toHaveLength(1);
  });

  it('has its rows in the order of their numbers, each once', () => {
    const ids = rows.map((row) => row.slice('| '.length, '| REQ-000'.length));
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it.each(rows)('leads to a test or says why there is none: %s', (row) => {
    const [code = '', test = ''] = row.split('|').slice(3);
    expect(test.includes('](../test/') || /^ (policy|not built yet): \S/.test(code)).toBe(true);
  });
});

describe('the pages on the law', () => {
  it('refer to something', () => {
    expect(references.length).toBeGreaterThan(20);
  });

  it.each(references.map((each) => [each.page, each.title, each] as const))(
    '%s: "%s" stands where it says',
    (_, title, { file }) => {
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, 'utf8').replaceAll("\\'", "'")).toContain(title);
    },
  );
});
