import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import type { DoorName } from '#shared/contracts/routes';
import type { ScheduleName, StepName } from '#shared/contracts/pipeline';
import { instant } from '#shared/kernel/time';

/** What a door answers, whichever kind it is; the caller knows which fields to look at. */
const httpAnswer = z.object({
  statusCode: z.int(),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  body: z.string(),
  isBase64Encoded: z.optional(z.boolean()),
});
const authorized = z.object({ context: z.object({ ownerType: z.string(), owner: z.string(), uploadId: z.string() }) });
const batchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });
const door = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

/** What a schedule says of the time to come. */
const tickAnswer = z.object({ idleUntil: z.optional(instant) });
export type TickAnswer = z.infer<typeof tickAnswer>;

type Handler = (event: unknown, context: object) => Promise<unknown>;

export type HttpAnswer = z.infer<typeof httpAnswer>;

/** The same handlers that are deployed, loaded from their files by the names in the tables. */
export interface Doors {
  http(name: DoorName, event: APIGatewayProxyEvent): Promise<HttpAnswer>;
  /** @returns where the upload goes; `undefined` when the caller is not known */
  authorizeUpload(event: APIGatewayRequestAuthorizerEvent): Promise<z.infer<typeof authorized>['context'] | undefined>;
  /** @returns ids of the records that are to come back */
  work(step: StepName, event: SQSEvent): Promise<ReadonlySet<string>>;
  tick(name: ScheduleName): Promise<TickAnswer>;
}

interface DoorNames {
  readonly http: readonly DoorName[];
  readonly steps: readonly StepName[];
  readonly schedules: readonly ScheduleName[];
}

/** Loads every handler; the environment must be complete before. */
export async function loadDoors({ http, steps, schedules }: DoorNames): Promise<Doors> {
  const handlers = new Map<string, Handler>();
  await Promise.all(
    [
      ...http.map((name) => `api/${name}`),
      ...steps.map((name) => `worker/${name}`),
      ...schedules.map((name) => `schedule/${name}`),
    ].map(async (path) => handlers.set(path, door.parse(await import(`../functions/${path}.ts`)).handler)),
  );
  const call = async (path: string, event: unknown): Promise<unknown> => {
    const handler = handlers.get(path);
    if (!handler) throw new Error(`no handler at ${path}`);
    return handler(event, { awsRequestId: 'local' });
  };

  return {
    http: async (name, event) => httpAnswer.parse(await call(`api/${name}`, event)),
    authorizeUpload: async (event) => {
      try {
        return authorized.parse(await call('api/upload', event)).context;
      } catch (fault) {
        if (fault instanceof Error && fault.message === 'Unauthorized') return undefined;
        throw fault;
      }
    },
    work: async (step, event) => {
      const { batchItemFailures } = batchAnswer.parse(await call(`worker/${step}`, event));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    },
    tick: async (name) => tickAnswer.parse((await call(`schedule/${name}`, {})) ?? {}),
  };
}
