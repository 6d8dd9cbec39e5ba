import { createServer } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SdkCall, WireCall } from '#bench/counts/call';
import { startObjects } from '#bench/counts/object-store';
import { meterSdk } from '#bench/counts/sdk-meter';
import { dynamo, mail, objects, queues } from '#bench/counts/services';
import { staged, stepByStep } from '#bench/counts/stages';
import { meterWire } from '#bench/counts/wire-meter';
import { makeMovableClock } from '#local/clock';
import { loadDoors } from '#local/doors';
import { environmentFor } from '#local/environment';
import { type Gateway, makeGateway } from '#local/gateway';
import { openInside } from '#local/inside';
import { makePump } from '#local/pump';
import { makeRegisterEntry } from '#local/sandbox/registers';
import { localSecrets } from '#local/secrets';
import { seed } from '#local/seed';
import { makeSignIn } from '#local/sign-in';
import { startDynamo } from '#local/stand-ins/dynamo';
import { type MailStandIn, startMail } from '#local/stand-ins/mail';
import { createQueues, startQueues, stepNames } from '#local/stand-ins/queues';
import { createTables } from '#local/stand-ins/tables';
import { makeTimeMachine } from '#local/time-machine';
import { makeUploads } from '#local/uploads';
import { documentStore } from '#functions/_shell/documents';
import { replaceClock } from '#shared/adapters/system/clock';
import { chooseSettings } from '#shared/adapters/system/settings';
import type { StepName } from '#shared/contracts/pipeline';
import { DOORS, type DoorName } from '#shared/contracts/routes';
import { type Clock, DAY, after, instant } from '#shared/kernel/time';

/** Where the clock of the bench stands at first. */
const START = instant.parse('2026-11-23T08:15:00.000Z');

/** Documents go through the S3 adapter, as deployed. */
const DOCUMENTS = 's3:documents';

/** Steps from the acceptance to the notice, or to the letter on the print provider's shelf. */
const TO_THE_NOTICE: readonly StepName[] = ['route-message', 'deliver-electronically', 'order-print'];

export interface MeteredHub {
  readonly url: string;
  /** Enters a person in the registers, and the consent where there is one. */
  readonly enterPerson: ReturnType<typeof makeRegisterEntry>['person'];
  readonly signIn: (id: string) => Promise<string>;
  /** Works off what is queued until each message has had its notice or its letter lies on the shelf, and no further. */
  readonly handOver: () => Promise<void>;
  /** From now on letters wait for batches, which are cut at noon. */
  readonly waitForBatches: () => void;
  /** Moves the clock to the next day and cuts the batches of the day before, and no further. */
  readonly cutBatches: () => Promise<void>;
  /** Works off everything that is queued and due. Throws when something is due and does not move on. */
  readonly settle: () => Promise<void>;
  /** Calls since the last time, as both sides counted them. */
  readonly take: () => { readonly sdk: readonly SdkCall[]; readonly wire: readonly WireCall[] };
  readonly stop: () => Promise<void>;
}

/**
 * The hub as `local/hub.ts` puts it together, the deployed handlers over the stand-ins, with three things between: a
 * meter before each stand-in, a meter in each client, and the name of the stage around each handler. One in a process.
 */
export async function openMeteredHub(folder: string): Promise<MeteredHub> {
  const sdk = meterSdk();
  const clock = makeMovableClock({ folder, manual: true, start: START });
  replaceClock(clock.now);
  const secrets = await localSecrets(folder);
  const standIns = await openStandIns(folder, clock.now);
  const { endpoints } = standIns;
  const { queue, queueUrls } = await openQueues(endpoints.queues);
  Object.assign(
    process.env,
    environmentFor({
      dataFolder: folder,
      secrets,
      endpoints,
      queueUrls,
      logLevel: 'warn',
      assistant: 'off',
      url: 'http://localhost',
    }),
  );
  Object.assign(process.env, { DOCUMENTS, AWS_ENDPOINT_URL_S3: endpoints.objects });
  await createTables(new DynamoDBClient({}));

  const wakeShards = Number(process.env['WAKE_SHARDS']);
  const inside = openInside({ dataFolder: folder, masterKey: secrets.masterKey, wakeShards });
  await seed(inside, 'empty', clock.now);
  const { doors, worked } = staged(await loadDoors(allDoors()), sdk);
  const reported = reportTo(standIns.mail, (MessageBody) =>
    queue.send(new SendMessageCommand({ QueueUrl: queueUrls.get('record-notice-event'), MessageBody })),
  );
  const pumpsOf = (steps: readonly StepName[]) =>
    steps.map((step) => makePump({ client: queue, urls: new Map([[step, queueUrls.get(step) ?? '']]), doors }));
  const pump = stepByStep(pumpsOf(stepNames()), { worked, reported });
  const handOver = stepByStep(pumpsOf(TO_THE_NOTICE), { worked, reported });
  const never = { lastDue: () => undefined, nextDue: () => undefined, run: async () => undefined };
  const time = makeTimeMachine({ clock, index: inside.index, pump, doors, seal: never, reports: never });
  const uploads = makeUploads({ ...inside, documents: documentStore({ DOCUMENTS }), doors });
  const front = await serve(makeGateway(doors, uploads));
  const signIn = makeSignIn(secrets.personSigningKey, clock.now);

  return {
    url: front.url,
    enterPerson: makeRegisterEntry(inside, clock.now).person,
    signIn: (id) => signIn({ id, name: 'Testihenkilö' }),
    handOver: async () => handOver.drain(),
    waitForBatches: () => {
      chooseSettings({ batches: { times: ['12:00'], mostLetters: 1000 } });
    },
    cutBatches: async () => {
      clock.moveTo(after(clock.now(), DAY));
      await doors.tick('cut-batches');
    },
    settle: async () => {
      mustMove(await time.settle());
    },
    take: () => ({ sdk: sdk.take(), wire: standIns.take() }),
    stop: async () => {
      front.stop();
      await standIns.stop();
    },
  };
}

/** The stand-ins, each behind its meter. */
async function openStandIns(folder: string, clock: Clock) {
  const mailStandIn = await startMail({ folder, clock });
  const standIns = {
    dynamo: await startDynamo(join(folder, 'dynamodb')),
    queues: await startQueues(),
    mail: mailStandIn,
    objects: await startObjects(),
  };
  const meters = {
    dynamo: await meterWire(standIns.dynamo.endpoint, dynamo()),
    queues: await meterWire(standIns.queues.endpoint, queues),
    mail: await meterWire(standIns.mail.endpoint, mail),
    objects: await meterWire(standIns.objects.endpoint, objects),
  };
  return {
    mail: mailStandIn,
    endpoints: {
      dynamo: meters.dynamo.endpoint,
      queues: meters.queues.endpoint,
      mail: meters.mail.endpoint,
      objects: meters.objects.endpoint,
    },
    take: () => Object.values(meters).flatMap((meter) => meter.take()),
    stop: async () => {
      for (const meter of Object.values(meters)) await meter.stop();
      for (const standIn of Object.values(standIns)) await standIn.stop();
    },
  };
}

async function openQueues(endpoint: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const queue = new SQSClient({ endpoint, region: 'eu-north-1', credentials, useQueueUrlAsEndpoint: false });
  return { queue, queueUrls: await createQueues(queue, endpoint) };
}

function allDoors() {
  const http = Object.keys(DOORS).filter((name): name is DoorName => name in DOORS);
  return { http, steps: stepNames(), schedules: ['sweep', 'cut-batches'] as const };
}

/** Puts the word of SES about a mail on its queue. @returns what waits for words under way */
function reportTo(standIn: MailStandIn, send: (body: string) => Promise<unknown>): () => Promise<void> {
  const underWay: Promise<unknown>[] = [];
  standIn.tell(async (event) => {
    underWay.push(send(JSON.stringify(event)));
  });
  return async () => {
    await Promise.all(underWay.splice(0));
  };
}

async function serve(gateway: Gateway): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((request, response) => {
    void gateway.serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function mustMove(stuck: readonly string[]): void {
  if (stuck.length > 0) throw new Error(`this is due and does not move on: ${stuck.join(', ')}`);
}
