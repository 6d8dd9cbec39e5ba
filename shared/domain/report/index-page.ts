import { type Report, type ReportKind, reportKind } from '#shared/domain/programme/report';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { KIND_TITLES, LANGUAGES, word } from '#shared/domain/report/page-words';
import { periodText } from '#shared/domain/programme/period-words';
import { page } from '#shared/domain/report/page';
import { said } from '#shared/domain/programme/said';
import { momentText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** A report as it stands in a list of them. */
export type IndexEntry = Pick<Report, 'id' | 'kind' | 'period' | 'createdAt' | 'title'>;

export interface IndexLinks {
  readonly index: (language: ReportLanguage) => string;
  readonly report: (entry: IndexEntry, language: ReportLanguage) => string;
  /** The public roadmap. */
  readonly roadmap: (language: ReportLanguage) => string;
}

/** From the list served at `/programme/v1/reports`. */
export const INDEX_ON_HUB: IndexLinks = {
  index: (language) => `?format=html&lang=${language}`,
  report: ({ id }, language) => `reports/${id}?format=html&lang=${language}`,
  roadmap: (language) => `../../roadmap?lang=${language}`,
};

/** In a folder of files, as a demonstration writes them. */
export const INDEX_IN_FOLDER: IndexLinks = {
  index: (language) => `index.${language}.html`,
  report: ({ id }, language) => `${id}.${language}.html`,
  roadmap: (language) => `roadmap.${language}.html`,
};

/** Newest reports of each kind that are seen at once; older ones are folded away beneath them. */
const NEWEST = 10;

/** The page of all reports: by kind, newest period first (REQ-016). */
export function renderIndex(entries: readonly IndexEntry[], language: ReportLanguage, links = INDEX_ON_HUB): string {
  const kinds = reportKind.options.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind).sort(newestFirst);
    return ofKind.length === 0 ? [] : [kindOf(kind, ofKind, { language, links })];
  });
  const content =
    kinds.length === 0
      ? html`<p class="none">${word('noReports', language)}</p>`
      : html`<div class="kinds">${kinds}</div>`;
  return page({
    language,
    title: word('reports', language),
    languages: LANGUAGES.map((other) => ({ language: other, href: links.index(other) })),
    main: html`<h1>${word('reports', language)}</h1>
      <p class="lead">${word('indexLead', language)}</p>
      <p><a href="${links.roadmap(language)}">${KIND_TITLES.R4[language]}</a></p>
      ${content}`,
  });
}

function kindOf(
  kind: ReportKind,
  entries: readonly IndexEntry[],
  { language, links }: { readonly language: ReportLanguage; readonly links: IndexLinks },
): Markup {
  const rowOf = (entry: IndexEntry) => {
    const readIn = entry.title[language] === undefined ? 'fi' : language;
    return html`<li>
      <a href="${links.report(entry, readIn)}"
        ><strong>${capital(periodText(entry.period, language))}</strong> ${said(entry.title, language)}</a
      >
      <small>${momentText(entry.createdAt)}</small>
    </li>`;
  };
  const older = entries.slice(NEWEST);
  const folded = html`<details>
    <summary>${word('older', language, { n: String(older.length) })}</summary>
    <ul class="reports">
      ${older.map(rowOf)}
    </ul>
  </details>`;
  return html`<section aria-labelledby="${kind}">
    <h2 id="${kind}"><span class="badge">${kind}</span> ${KIND_TITLES[kind][language]}</h2>
    <ul class="reports">
      ${entries.slice(0, NEWEST).map(rowOf)}
    </ul>
    ${older.length > 0 ? folded : undefined}
  </section>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function newestFirst(a: IndexEntry, b: IndexEntry): number {
  return b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id);
}
