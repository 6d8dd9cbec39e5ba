import type { Programme } from '#shared/domain/programme/programme';
import { type RoadmapDataset, roadmapDataset } from '#shared/domain/roadmap/dataset';
import { type RoadmapView, isWhole } from '#shared/domain/roadmap/links';
import { datasetKey, pageKey } from '#shared/flow/programme/refresh-roadmap';
import { ROADMAP_DRAWN } from '#shared/flow/programme/roadmap-marks';
import { roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { addDays } from '#shared/kernel/calendar';
import { type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import type { RunMarks } from '#shared/ports/run-marks';

export interface ReadRoadmapPorts {
  readonly programmeAt: (moment: Instant) => Promise<Programme>;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly marks: Pick<RunMarks, 'read'>;
  readonly clock: Clock;
}

/** Days a roadmap stands for when it could not be drawn again. */
const DAYS = 3;

/**
 * The public roadmap as it is shown now: that which was drawn last, or, where none was yet, drawn from the registers.
 *
 * @see REQ-209, REQ-213
 */
export function makeReadRoadmap({ programmeAt, documents, marks, clock }: ReadRoadmapPorts) {
  let kept: { readonly drawn: Instant; readonly dataset: RoadmapDataset } | undefined;

  async function dataset(): Promise<RoadmapDataset> {
    const drawn = await lastDrawn();
    if (drawn !== undefined && kept?.drawn === drawn) return kept.dataset;
    const stored = drawn && (await storedAt(drawn));
    if (drawn === undefined || stored === undefined) return roadmapOf(await programmeAt(clock()), helsinkiDay(clock()));
    kept = { drawn, dataset: stored };
    return stored;
  }

  /** The page without any search is the one that was written when the roadmap was drawn. */
  async function pageOf(view: RoadmapView): Promise<string> {
    const drawn = isWhole(view) ? await lastDrawn() : undefined;
    const stored = drawn && (await textAt(pageKey(drawn, view.language)));
    return stored ?? roadmapPage(await dataset(), view);
  }

  async function lastDrawn(): Promise<Instant | undefined> {
    const drawn = await marks.read(ROADMAP_DRAWN);
    return drawn !== undefined && helsinkiDay(drawn) > addDays(helsinkiDay(clock()), -DAYS) ? drawn : undefined;
  }

  /** @returns `undefined` also where what was drawn lacks something this version shows */
  async function storedAt(drawn: Instant): Promise<RoadmapDataset | undefined> {
    const text = await textAt(datasetKey(drawn));
    return text === undefined ? undefined : roadmapDataset.safeParse(JSON.parse(text)).data;
  }

  async function textAt(key: string): Promise<string | undefined> {
    const found = await documents.read(key);
    return found && new TextDecoder().decode(found.bytes);
  }

  return { dataset, pageOf };
}
