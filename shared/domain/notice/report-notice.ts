import { type Notice, escape } from '#shared/domain/notice/notice';
import type { ReportContent } from '#shared/domain/programme/report';
import { told } from '#shared/domain/programme/words';

/** Languages every mail about a report is written in, one below the other. */
const LANGUAGES = ['fi', 'sv'] as const;

const READ_IT = { fi: 'Lue raportti', sv: 'Läs rapporten' } as const;

/** Where the report is read in each language. */
export type ReportLinks = Readonly<Record<(typeof LANGUAGES)[number], string>>;

/**
 * Tells of a report: its title, its summary and where to read it, in Finnish and Swedish. A report holds nothing personal,
 * so its summary may stand in an e-mail.
 */
export function writeReportNotice(
  { title, summary }: Pick<ReportContent, 'title' | 'summary'>,
  links: ReportLinks,
): Notice {
  const parts = LANGUAGES.map((language) => ({
    language,
    title: inOneLine(told(title, language).text),
    summary: inOneLine(told(summary, language).text),
    read: READ_IT[language],
    link: links[language],
  }));
  const subject = [...new Set(parts.map((part) => part.title))].join(' / ');
  const text = parts.map((part) => [part.title, part.summary, `${part.read}: ${part.link}`].join('\n\n'));
  return { kind: 'REPORT', subject, text: `${text.join('\n\n')}\n`, html: asHtml(subject, parts.map(partInHtml)) };
}

interface Part {
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly read: string;
  readonly link: string;
}

function partInHtml({ language, title, summary, read, link }: Part): string {
  const anchor = `<a href="${escape(link)}">${escape(read)}</a>`;
  return `<section lang="${language}">\n<h1>${escape(title)}</h1>\n<p>${escape(summary)}</p>\n<p>${anchor}</p>\n</section>`;
}

function asHtml(subject: string, sections: readonly string[]): string {
  return `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(subject)}</title></head>
<body>
${sections.join('\n')}
</body>
</html>
`;
}

/** A line break in a subject would end it. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
