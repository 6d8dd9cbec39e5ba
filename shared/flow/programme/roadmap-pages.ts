import type { Programme } from '#shared/domain/programme/programme';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { page } from '#shared/domain/report/page';
import { LANGUAGES } from '#shared/domain/report/page-words';
import { sectionCsv } from '#shared/domain/report/csv';
import type { RoadmapDataset, RoadmapFilter } from '#shared/domain/roadmap/dataset';
import { drawRoadmap } from '#shared/domain/roadmap/draw-roadmap';
import { ROADMAP_ON_HUB, type RoadmapView } from '#shared/domain/roadmap/links';
import { roadmapMarkup, roadmapTitle } from '#shared/domain/roadmap/page';
import { servicesSection } from '#shared/domain/roadmap/roadmap-report';
import { found } from '#shared/domain/roadmap/search';
import { admit } from '#shared/domain/transition/admission';
import { carriersOn } from '#shared/domain/transition/carriers';
import type { CalendarDate } from '#shared/kernel/time';

/** The roadmap of a day, by the rules of admission and the names authorities have then. */
export function roadmapOf(programme: Programme, day: CalendarDate): RoadmapDataset {
  const { organisations, 'management-decisions': decisions } = programme.rows;
  const carriers = carriersOn(organisations, day);
  return drawRoadmap(programme, day, {
    admits: (service) => admit(service, decisions).ok,
    authorityOf: (id) => ({ id: carriers.get(id)?.id ?? id, names: carriers.get(id)?.names ?? { fi: id } }),
  });
}

/** The page of a view of the roadmap: the public one, or one that stands among files. */
export function roadmapPage(dataset: RoadmapDataset, view: RoadmapView, links = ROADMAP_ON_HUB): string {
  return page({
    language: view.language,
    title: roadmapTitle(view.language),
    languages: LANGUAGES.map((language) => ({ language, href: links.page({ ...view, language }) })),
    main: roadmapMarkup(dataset, view, links),
  });
}

/** The services that are asked for as CSV: one line for each group a service is offered to. */
export function roadmapCsv(dataset: RoadmapDataset, filter: RoadmapFilter, language: ReportLanguage): string {
  return sectionCsv(servicesSection(dataset, found(dataset, filter)), language);
}
