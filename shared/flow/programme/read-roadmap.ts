import type { Programme } from '#shared/domain/programme/programme';
import { type RoadmapDataset, roadmapDataset } from '#shared/domain/roadmap/dataset';
import { type RoadmapView, isWhole } from '#shared/domain/roadmap/page';
import { datasetKey, pageKey } from '#shared/flow/programme/refresh-roadmap';
import { roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { addDays } from '#shared/kernel/calendar';
import { type CalendarDate, type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';

export interface ReadRoadmapPorts {
  readonly programmeAt: (moment: Instant) => Promise<Programme>;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly clock: Clock;
}

/** Nights a roadmap stands for when those after it were missed. */
const NIGHTS = 3;

/**
 * The public roadmap as it is shown now: that of the last night, or, where no night has been yet, drawn from the registers.
 *
 * @see REQ-209, REQ-213
 */
export function makeReadRoadmap({ programmeAt, documents, clock }: ReadRoadmapPorts) {
  let kept: RoadmapDataset | undefined;

  async function dataset(): Promise<RoadmapDataset> {
    const now = clock();
    if (kept?.day === helsinkiDay(now)) return kept;
    const stored = await lastNight(datasetKey);
    if (stored === undefined) return roadmapOf(await programmeAt(now), helsinkiDay(now));
    return (kept = roadmapDataset.parse(JSON.parse(stored)));
  }

  /** The page without any search is the one that was written at night. */
  async function pageOf(view: RoadmapView): Promise<string> {
    const stored = isWhole(view) ? await lastNight((day) => pageKey(day, view.language)) : undefined;
    return stored ?? roadmapPage(await dataset(), view);
  }

  async function lastNight(keyOf: (day: CalendarDate) => string): Promise<string | undefined> {
    const today = helsinkiDay(clock());
    for (let nights = 0; nights < NIGHTS; nights += 1) {
      const found = await documents.read(keyOf(addDays(today, -nights)));
      if (found) return new TextDecoder().decode(found.bytes);
    }
    return undefined;
  }

  return { dataset, pageOf };
}
