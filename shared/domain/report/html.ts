import type { Report, Section } from '#shared/domain/programme/report';
import { type ReportLanguage, told } from '#shared/domain/programme/words';
import { page } from '#shared/domain/report/page';
import type { ReportLinks } from '#shared/domain/report/links';
import { periodText } from '#shared/domain/programme/period-words';
import { LANGUAGES, word } from '#shared/domain/report/page-words';
import { chartOf, patterns } from '#shared/domain/report/svg';
import { columnsOf, tableOf } from '#shared/domain/report/table';
import { said } from '#shared/domain/programme/said';
import { dateText, momentText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** Bytes that the rows of all tables may take, so that a page stays below 100 kB (REQ-213). */
const ROOM = 52_000;

/** Columns of a table that still fit beside its chart on a wide screen. */
const BESIDE = 4;

/**
 * A report as a whole page that needs nothing else: no script, no font, no picture from elsewhere. Of a long table the first
 * rows are shown, and where the rest is.
 *
 * @see REQ-015, REQ-016, REQ-166, REQ-213, REQ-269
 */
export function reportPage(report: Report, language: ReportLanguage, links: ReportLinks): string {
  const { title, summary, sections } = report;
  const written = sectionsOf(report, language, links);
  const main = html`<p class="kicker"><a href="${links.index}">${word('reports', language)}</a> · ${report.kind}</p>
    <h1>${said(title, language)}${ofPeriod(report, language)}</h1>
    <p class="lead">${said(summary, language)}</p>
    ${facts(report, language)}${contents(sections, language)}${sections.some(({ chart }) => chart) ? patterns() : undefined}${written}${downloads(language, links)}`;
  return page({
    language,
    title: told(title, language).text + ofPeriod(report, language),
    languages: languagesOf(report).map((other) => ({ language: other, href: links.page(other) })),
    main,
  });
}

/** The period behind the title, where the title does not end in it. */
function ofPeriod({ title, period }: Report, language: ReportLanguage): string {
  const text = periodText(period, language);
  return told(title, language).text.endsWith(text) ? '' : `, ${text}`;
}

/** Languages a report can be read in: those of its title. */
export function languagesOf({ title }: Pick<Report, 'title'>): readonly ReportLanguage[] {
  return LANGUAGES.filter((language) => title[language] !== undefined);
}

function facts({ id, period, asOf, createdAt }: Report, language: ReportLanguage): Markup {
  const fact = (name: 'period' | 'asOf' | 'madeAt' | 'id', value: string) =>
    html`<div>
      <dt>${word(name, language)}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="facts">
    ${[
      fact('period', periodText(period, language)),
      fact('asOf', word('asOfDay', language, { n: dateText(asOf) })),
      fact('madeAt', momentText(createdAt)),
      fact('id', id),
    ]}
  </dl>`;
}

function contents(sections: readonly Section[], language: ReportLanguage): Markup | undefined {
  if (sections.length < 3) return undefined;
  return html`<nav class="contents" aria-label="${word('contents', language)}">
    <ol>
      ${sections.map(({ heading }, i) => html`<li><a href="#s${i + 1}">${said(heading, language)}</a></li>`)}
    </ol>
  </nav>`;
}

/** Room that one section leaves is the next ones'. */
function sectionsOf({ sections }: Report, language: ReportLanguage, links: ReportLinks): Markup[] {
  let left = ROOM;
  return sections.map((section, i) => {
    const id = `s${i + 1}`;
    const table = tableOf(section, { language, id, room: left / (sections.length - i) });
    left -= table.size;
    const chart = chartOf(section, language, `${id}-g`);
    const beside = chart && columnsOf(section).length <= BESIDE;
    const shown = html`<div${beside ? html` class="beside"` : undefined}>${chart}<div>${table.markup}</div></div>`;
    const notes = (section.notes ?? []).map((note) => html`<p>${said(note, language)}</p>`);
    return html`<section>
      <h2 id="${id}">${said(section.heading, language)}</h2>
      ${notes}${shown}${asCsv(section, language, links)}
    </section>`;
  });
}

function asCsv({ id, heading, table }: Section, language: ReportLanguage, links: ReportLinks): Markup | undefined {
  if (table.rows.length === 0) return undefined;
  return html`<p class="of-section">
    <a href="${links.csv(id)}">${word('csv', language)}<span class="ear">: ${told(heading, language).text}</span></a>
  </p>`;
}

function downloads(language: ReportLanguage, links: ReportLinks): Markup {
  return html`<section class="downloads" aria-labelledby="data">
    <h2 id="data">${word('download', language)}</h2>
    <ul>
      <li><a href="${links.csv()}">${word('csvAll', language)}</a></li>
      <li><a href="${links.json}">${word('json', language)}</a></li>
    </ul>
    <p>${word('suppressed', language)}</p>
  </section>`;
}
