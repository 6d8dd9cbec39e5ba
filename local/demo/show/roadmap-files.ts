import { LANGUAGES } from '#shared/domain/report/page-words';
import type { RoadmapDataset } from '#shared/domain/roadmap/dataset';
import { ROADMAP_IN_FOLDER, type RoadmapView } from '#shared/domain/roadmap/links';
import { roadmapJson } from '#shared/domain/roadmap/view';
import { roadmapCsv, roadmapPage } from '#shared/flow/programme/roadmap-pages';

/** The public roadmap as files: every page that a link of it leads to, in each language, and the data of each search. */
export function roadmapFiles(dataset: RoadmapDataset): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const left: RoadmapView[] = LANGUAGES.map((language) => ({ language, filter: {}, page: 1 }));
  const page = (view: RoadmapView) => {
    left.push(view);
    return ROADMAP_IN_FOLDER.page(view);
  };
  for (let view = left.pop(); view !== undefined; view = left.pop()) {
    const name = ROADMAP_IN_FOLDER.page(view);
    if (files.has(name)) continue;
    files.set(name, roadmapPage(dataset, view, { ...ROADMAP_IN_FOLDER, page }));
    for (const [other, text] of dataFiles(dataset, view)) files.set(other, text);
  }
  return files;
}

function dataFiles(dataset: RoadmapDataset, view: RoadmapView): readonly (readonly [string, string])[] {
  const { filter, language } = view;
  return [
    [ROADMAP_IN_FOLDER.data(view, 'csv'), roadmapCsv(dataset, filter, language)],
    [ROADMAP_IN_FOLDER.data(view, 'json'), JSON.stringify(roadmapJson(dataset, filter, language), undefined, 2)],
  ];
}
