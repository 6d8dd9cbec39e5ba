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
const SUPPORT = [9, ...numbersFrom(78, 118), 189, 205, 206, ...numbersFrom(222, 226)];
const OWED = [...numbersFrom(47, 68), ...numbersFrom(169, 184), ...SUPPORT];

describe('the page on requirements', () => {
  it.each(OWED.map((number) => `REQ-${String(number).padStart(3, '0')}`))('has one row for %s', (id) => {
    const rows = readFileSync(join(DOCS, 'requirements.md'), 'utf8').split('\n');
    expect(rows.filter((row) => row.startsWith(`| ${id} `))).toHaveLength(1);
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
