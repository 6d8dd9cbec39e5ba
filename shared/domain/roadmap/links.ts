import type { ReportLanguage } from '#shared/domain/programme/words';
import type { RoadmapFilter } from '#shared/domain/roadmap/dataset';

/** What a page of the roadmap shows. */
export interface RoadmapView {
  readonly language: ReportLanguage;
  readonly filter: RoadmapFilter;
  /** From 1. */
  readonly page: number;
  /** Something is asked for that is no code of the roadmap, so nothing is found. */
  readonly isUnknown?: boolean;
}

/** Where other views of the roadmap are, seen from one of its pages. */
export interface RoadmapLinks {
  readonly page: (view: RoadmapView) => string;
  /** Every service that is asked for, whatever the page. */
  readonly data: (view: RoadmapView, format: 'csv' | 'json') => string;
  /** A form needs somebody to answer it; lists lead to pages that are there. */
  readonly search: 'form' | 'lists';
}

/** From the page served at `/roadmap`. */
export const ROADMAP_ON_HUB: RoadmapLinks = {
  page: queryOf,
  data: (view, format) => `programme/v1/roadmap${queryOf({ ...view, page: 1 })}&format=${format}`,
  search: 'form',
};

/** In a folder of files, as a demonstration writes them: `roadmap.fi.html`, `roadmap.fi.event-luvat.page-2.html`. */
export const ROADMAP_IN_FOLDER: RoadmapLinks = {
  page: (view) => fileOf(view, 'html'),
  data: (view, format) => fileOf({ ...view, page: 1 }, format),
  search: 'lists',
};

export const FILTERS = ['event', 'authority', 'group', 'status'] as const;

/** Whether all services are asked for. */
export function asksNothing({ filter, isUnknown }: RoadmapView): boolean {
  return isUnknown !== true && FILTERS.every((name) => filter[name] === undefined);
}

/** Whether nothing is searched for: the page everybody sees first. */
export function isWhole(view: RoadmapView): boolean {
  return view.page === 1 && asksNothing(view);
}

function queryOf({ language, ...asked }: RoadmapView): string {
  return `?${[['lang', language], ...partsOf(asked)].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function fileOf({ language, ...asked }: RoadmapView, ending: string): string {
  return ['roadmap', language, ...partsOf(asked).map((part) => part.join('-')), ending].join('.');
}

function partsOf({ filter, page }: Pick<RoadmapView, 'filter' | 'page'>): [string, string][] {
  const asked = FILTERS.flatMap((name): [string, string][] =>
    filter[name] === undefined ? [] : [[name, filter[name]]],
  );
  return page > 1 ? [...asked, ['page', String(page)]] : asked;
}
