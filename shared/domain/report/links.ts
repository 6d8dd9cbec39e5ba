import type { Report } from '#shared/domain/programme/report';
import type { ReportLanguage } from '#shared/domain/programme/words';

/** Where the other forms of a report are, seen from its page. */
export interface ReportLinks {
  readonly page: (language: ReportLanguage) => string;
  /** @param section absent: all sections */
  readonly csv: (section?: string) => string;
  readonly json: string;
  readonly schema: string;
  readonly index: string;
}

/** From a page served at the address of its report: `/programme/v1/reports/{id}`. */
export function linksOnHub(language: ReportLanguage): ReportLinks {
  return {
    page: (other) => `?format=html&lang=${other}`,
    csv: (section) =>
      `?format=csv&lang=${language}${section === undefined ? '' : `&section=${encodeURIComponent(section)}`}`,
    json: '?format=json',
    schema: '?format=schema',
    index: `../reports?format=html&lang=${language}`,
  };
}

/** The same for a reader who holds nothing but the link of a mail: what opens the report goes along to its other forms. */
export function linksFor(language: ReportLanguage, access?: string): ReportLinks {
  const links = linksOnHub(language);
  if (access === undefined) return links;
  const opening = (link: string) => `${link}&access=${encodeURIComponent(access)}`;
  return {
    ...links,
    page: (other) => opening(links.page(other)),
    csv: (section) => opening(links.csv(section)),
    json: opening(links.json),
    schema: opening(links.schema),
  };
}

/** From a page in a folder of files, as a demonstration writes them. */
export function linksInFolder({ id }: Pick<Report, 'id'>, language: ReportLanguage): ReportLinks {
  return {
    page: (other) => `${id}.${other}.html`,
    csv: () => `${id}.${language}.csv`,
    json: `${id}.json`,
    schema: `${id}.schema.json`,
    index: `index.${language}.html`,
  };
}
