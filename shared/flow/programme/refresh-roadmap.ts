import type { Programme } from '#shared/domain/programme/programme';
import { LANGUAGES } from '#shared/domain/report/page-words';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Clock, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';

export interface RefreshRoadmapPorts {
  readonly programmeAt: (moment: Instant) => Promise<Programme>;
  readonly documents: DocumentStore;
  readonly clock: Clock;
}

/** When the roadmap of a day is drawn, by the clock in Helsinki. */
const DRAWN_AT = '02:30';

/**
 * Keeps the public roadmap of the night: a page in each language, and the dataset that searches go through. It shows what was
 * on record at half past two, whenever it runs, so a repeat writes the same bytes; the dataset comes last and says that the
 * pages are there. A night before the first service leaves nothing. Nights that were missed are not made up for: nobody asks for them any more.
 *
 * @returns whether it was drawn now
 * @see REQ-229
 */
export function makeRefreshRoadmap({ programmeAt, documents, clock }: RefreshRoadmapPorts): () => Promise<boolean> {
  return async () => {
    const day = lastDrawn(clock());
    if (await documents.read(datasetKey(day))) return false;
    const programme = await programmeAt(momentOn(day, DRAWN_AT));
    if (programme.rows.services.length === 0) return false;
    const dataset = roadmapOf(programme, day);
    for (const language of LANGUAGES) {
      const page = roadmapPage(dataset, { language, filter: {}, page: 1 });
      await documents.put(pageKey(day, language), { bytes: bytesOf(page), mediaType: 'text/html' });
    }
    await documents.put(datasetKey(day), { bytes: bytesOf(JSON.stringify(dataset)), mediaType: 'application/json' });
    return true;
  };
}

/** The last day whose roadmap is due. */
function lastDrawn(now: Instant): CalendarDate {
  const today = helsinkiDay(now);
  return momentOn(today, DRAWN_AT) <= now ? today : addDays(today, -1);
}

export function datasetKey(day: CalendarDate): string {
  return `roadmap/${day}/dataset.json`;
}

export function pageKey(day: CalendarDate, language: ReportLanguage): string {
  return `roadmap/${day}/${language}.html`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
