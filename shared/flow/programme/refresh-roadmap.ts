import type { Programme } from '#shared/domain/programme/programme';
import { LANGUAGES } from '#shared/domain/report/page-words';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { ROADMAP_CHANGED, ROADMAP_DRAWN, ROADMAP_LOOKED_AT } from '#shared/flow/programme/roadmap-marks';
import { roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type Clock, type Instant, MINUTE, after, helsinkiDay, later } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import type { RunMarks } from '#shared/ports/run-marks';

export interface RefreshRoadmapPorts {
  readonly programmeAt: (moment: Instant) => Promise<Programme>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly marks: RunMarks;
  readonly clock: Clock;
}

/** When the roadmap of a day is drawn though nothing has changed, by the clock in Helsinki: names and phases go by the day. */
const DRAWN_AT = '02:30';

/** By then a row is entered that was noted before: longer than a call may take. */
const SETTLED_AFTER = MINUTE;

/**
 * Keeps the public roadmap: a page in each language, and the dataset that searches go through. It is drawn each night, and
 * soon after something it shows has changed, as of a minute ago; however much is entered, a run draws once. Pages are kept by
 * their moment, and the mark that says which ones are shown moves last, so what a run leaves half done the next one does again.
 *
 * @returns whether it was drawn now; never before the first service
 * @see REQ-229
 */
export function makeRefreshRoadmap(ports: RefreshRoadmapPorts): () => Promise<boolean> {
  const { programmeAt, marks, clock } = ports;
  return async () => {
    const [lookedAt, changed] = await Promise.all([marks.read(ROADMAP_LOOKED_AT), marks.read(ROADMAP_CHANGED)]);
    const due = dueAt({ lookedAt, changed }, clock());
    if (due === undefined) return false;
    const programme = await programmeAt(due);
    const hasBegun = programme.rows.services.length > 0;
    if (hasBegun) await draw(ports, programme, due);
    await marks.move(ROADMAP_LOOKED_AT, due);
    return hasBegun;
  };
}

interface Marks {
  readonly lookedAt: Instant | undefined;
  readonly changed: Instant | undefined;
}

/** As of when it is to be drawn; `undefined` where it shows what there is. */
function dueAt({ lookedAt, changed }: Marks, now: Instant): Instant | undefined {
  const night = lastNight(now);
  const settled = after(now, -SETTLED_AFTER);
  const isStale = changed !== undefined && (lookedAt === undefined || changed > lookedAt);
  if (isStale && settled > later(night, lookedAt ?? night)) return settled;
  return lookedAt === undefined || lookedAt < night ? night : undefined;
}

function lastNight(now: Instant): Instant {
  const today = helsinkiDay(now);
  const night = momentOn(today, DRAWN_AT);
  return night <= now ? night : momentOn(addDays(today, -1), DRAWN_AT);
}

async function draw({ documents, marks }: RefreshRoadmapPorts, programme: Programme, at: Instant): Promise<void> {
  const dataset = roadmapOf(programme, helsinkiDay(at));
  for (const language of LANGUAGES) {
    const page = roadmapPage(dataset, { language, filter: {}, page: 1 });
    await documents.put(pageKey(at, language), { bytes: bytesOf(page), mediaType: 'text/html' });
  }
  await documents.put(datasetKey(at), { bytes: bytesOf(JSON.stringify(dataset)), mediaType: 'application/json' });
  await marks.move(ROADMAP_DRAWN, at);
}

export function datasetKey(drawn: Instant): string {
  return `${folderOf(drawn)}/dataset.json`;
}

export function pageKey(drawn: Instant, language: ReportLanguage): string {
  return `${folderOf(drawn)}/${language}.html`;
}

/** Without colons, which some file systems refuse. */
function folderOf(drawn: Instant): string {
  return `roadmap/${drawn.replaceAll(/[-:.]/g, '')}`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
