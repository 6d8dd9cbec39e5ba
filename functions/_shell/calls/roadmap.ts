import { type Bound, anybody, bind } from '#functions/_shell/http-door';
import { PUBLIC_CACHE, textAnswer } from '#functions/_shell/pages';
import { problemAnswer } from '#functions/_shell/refusals';
import { languageOf } from '#shared/contracts/problems';
import { showRoadmap, showRoadmapPage } from '#shared/contracts/programme/roadmap';
import { type ReportLanguage, reportLanguage } from '#shared/domain/programme/words';
import { type RoadmapFilter, roadmapFilter } from '#shared/domain/roadmap/dataset';
import { unknownIn } from '#shared/domain/roadmap/search';
import { roadmapJson } from '#shared/domain/roadmap/view';
import { type ReadRoadmapPorts, makeReadRoadmap } from '#shared/flow/programme/read-roadmap';
import { roadmapCsv } from '#shared/flow/programme/roadmap-pages';

/** The public roadmap: a page for people, the same services as data. */
export function roadmapCalls(ports: ReadRoadmapPorts): Bound[] {
  const { dataset, pageOf } = makeReadRoadmap(ports);
  return [
    bind(showRoadmapPage, anybody, async ({ query, request }) => {
      const { filter, isUnknown } = readFilter(query);
      const language = languageAsked(query.lang, request.headers['accept-language']);
      const text = await pageOf({ language, filter, isUnknown, page: pageNumber(query.page) });
      const answer = textAnswer(request, { text, mediaType: 'text/html; charset=utf-8', cache: PUBLIC_CACHE });
      return { ...answer, headers: { ...answer.headers, 'content-language': language } };
    }),
    bind(showRoadmap, anybody, async ({ query, request }) => {
      const { filter } = readFilter(query);
      const language = languageAsked(query.lang, request.headers['accept-language']);
      const all = await dataset();
      const fields = unknownIn(all, filter);
      if (fields.length > 0) return problemAnswer(request, 'body-invalid', { fields });
      if (query.format === 'csv') {
        const text = roadmapCsv(all, filter, language);
        const filename = `roadmap-${all.day}-${language}.csv`;
        return textAnswer(request, { text, mediaType: 'text/csv; charset=utf-8', cache: PUBLIC_CACHE, filename });
      }
      const text = JSON.stringify(roadmapJson(all, filter, language));
      return textAnswer(request, { text, mediaType: 'application/json', cache: PUBLIC_CACHE });
    }),
  ];
}

interface Asked {
  readonly event?: string;
  readonly authority?: string;
  readonly status?: string;
  readonly group?: string;
}

/** What is empty is not asked for. A status or a group that is none makes the whole search unknown. */
function readFilter({ event, authority, status, group }: Asked): { filter: RoadmapFilter; isUnknown: boolean } {
  const asked = Object.fromEntries(
    Object.entries({ event, authority, status, group }).filter(([, value]) => value !== undefined && value !== ''),
  );
  const known = roadmapFilter.safeParse(asked);
  return known.success ? { filter: known.data, isUnknown: false } : { filter: {}, isUnknown: true };
}

function languageAsked(lang: string | undefined, acceptLanguage: string | undefined): ReportLanguage {
  const asked = reportLanguage.safeParse(lang);
  return asked.success ? asked.data : languageOf(acceptLanguage);
}

/** Anything else than a number of a page is the first. */
function pageNumber(page: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(page ?? '') ? Number(page) : 1;
}
