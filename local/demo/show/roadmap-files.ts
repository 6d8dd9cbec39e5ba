import type { Client } from '#local/demo/client';
import { done } from '#local/demo/show/hub';
import { LANGUAGES } from '#shared/domain/report/page-words';

/** The public roadmap as files: every page that a link of it leads to, in each language, and its data. */
export async function roadmapFiles(client: Client): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const left = LANGUAGES.map((language) => `?lang=${language}`);
  for (let query = left.pop(); query !== undefined; query = left.pop()) {
    if (pages.has(query)) continue;
    const text = done('/roadmap', await client(`/roadmap${query}`)).bytes.toString();
    pages.set(query, text);
    left.push(...linksIn(text));
  }
  return new Map([...pages].map(([query, text]) => [fileOf(query), withFiles(text)]));
}

/** Where a page of the roadmap is: `roadmap.fi.html`, or `roadmap.fi.event-luvat.html`. */
export function fileOf(query: string): string {
  const { lang = 'fi', ...rest } = Object.fromEntries(new URLSearchParams(query));
  const parts = Object.entries(rest).map(([name, value]) => `${name}-${value}`);
  return `${['roadmap', lang, ...parts].join('.')}.html`;
}

const LINK = /href="(\?[^"#]*)/g;

function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([, query = '']) => query.replaceAll('&amp;', '&'));
}

function withFiles(text: string): string {
  return text.replaceAll(LINK, (_, query: string) => `href="${fileOf(query.replaceAll('&amp;', '&'))}`);
}
