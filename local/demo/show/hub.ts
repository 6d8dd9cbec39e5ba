import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Answer, type Client, makeClient, read } from '#local/demo/client';
import { reportStores } from '#functions/_shell/reports';
import { reportsConfig } from '#shared/contracts/config/reports';
import { reportKind } from '#shared/domain/programme/report';
import { EVERYTHING } from '#shared/domain/report-calendar/audience';
import type { RoadmapDataset } from '#shared/domain/roadmap/dataset';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { roadmapOf } from '#shared/flow/programme/roadmap-pages';
import { type Instant, helsinkiDay } from '#shared/kernel/time';
import type { ReportShelf, ShelvedReport } from '#shared/ports/report-shelf';
import { startHub } from '#local/hub';

/** The hub of a demonstration, with time standing still. */
export interface DemoHub {
  readonly client: Client;
  /** As the ministry; refusals are faults here. */
  readonly ministry: (path: string, json?: object) => Promise<Answer>;
  /** Enters a row of its own, as the ministry. */
  readonly put: (path: string, json: object) => Promise<Answer>;
  /** The same where the hub may refuse. */
  readonly attempt: (path: string, json?: object) => Promise<Answer>;
  /** Moves time forwards: everything that falls due on the way is done. */
  readonly moveTo: (moment: Instant) => Promise<void>;
  /** Every report there is, newest first. */
  readonly reports: () => Promise<readonly ShelvedReport[]>;
  readonly report: ReportShelf['read'];
  /** The public roadmap as of now. */
  readonly roadmap: () => Promise<RoadmapDataset>;
  /** E-mails about reports that were sent. */
  readonly mails: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const MINISTRY = { 'x-api-key': 'ministry-key' };
const ALL = 1_000_000;

/** Starts a hub of its own in this process, on any free port. */
export async function startDemoHub(folder: string, startAt: Instant): Promise<DemoHub> {
  const hub = await startHub({
    port: 0,
    dataFolder: join(folder, 'data'),
    seed: 'empty',
    manualClock: true,
    startAt,
    logLevel: 'warn',
    assistant: 'off',
  });
  const client = makeClient(hub.url);
  let clock = startAt;
  const { rows, shelf } = reportStores(reportsConfig.parse(process.env));
  const attempt: DemoHub['attempt'] = async (path, json) => client(path, { headers: MINISTRY, method: 'POST', json });
  return {
    client,
    attempt,
    put: async (path, json) => done(path, await client(path, { headers: MINISTRY, method: 'PUT', json })),
    ministry: async (path, json) => done(path, await attempt(path, json)),
    moveTo: async (now) => {
      done('/sandbox/v1/clock', await client('/sandbox/v1/clock', { method: 'PUT', json: { now } }));
      clock = now;
    },
    reports: async () => shelf.list({ audiences: [EVERYTHING], kinds: reportKind.options, limit: ALL }),
    report: async (id) => shelf.read(id),
    roadmap: async () => roadmapOf(await makeReadProgramme({ rows })(clock), helsinkiDay(clock)),
    mails: async () =>
      read(emails, await client('/sandbox/v1/emails')).emails.filter(({ kind }) => kind === 'REPORT').length,
    stop: async () => hub.stop(),
  };
}

const emails = z.object({ emails: z.array(z.object({ kind: z.string() })) });

/** @throws when the hub refused */
export function done(path: string, answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${path}: the hub answered ${answer.status} ${answer.bytes.toString()}`);
}
