import { rmSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { makeMovableClock } from '#local/clock';
import { openDataFolder } from '#local/data-folder';
import { type Doors, loadDoors } from '#local/doors';
import { PERSON_CLIENT, environmentFor } from '#local/environment';
import { makeGateway } from '#local/gateway';
import { openInside } from '#local/inside';
import type { LocalOptions } from '#local/options';
import { type Pump, makePump } from '#local/pump';
import { resume } from '#local/resume';
import { makeIdentityProvider } from '#local/sandbox/identity';
import { makeSandbox } from '#local/sandbox/front';
import { RUNNING, type Schedules, makeSchedules } from '#local/schedules';
import { localSecrets } from '#local/secrets';
import { makeSendTogether } from '#local/send-together';
import { seed } from '#local/seed';
import { makeSignIns } from '#local/sign-in';
import { eventOf } from '#local/stand-ins/mail';
import { startStandIns } from '#local/stand-ins/stand-ins';
import { createQueues, stepNames } from '#local/stand-ins/queues';
import { runFile, writeRunFile } from '#local/tenant/environment';
import { createTables } from '#local/stand-ins/tables';
import { makeTimeMachine } from '#local/time-machine';
import { makeUploads } from '#local/uploads';
import { faultOf, log } from '#functions/_shell/log';
import { replaceClock } from '#shared/adapters/system/clock';
import { startEpoch } from '#shared/adapters/system/ids';
import type { StepName } from '#shared/contracts/pipeline';
import { PROBLEMS } from '#shared/contracts/problem-kinds';
import { DOORS, type DoorName } from '#shared/contracts/routes';
import { type Clock, MINUTE } from '#shared/kernel/time';

export interface LocalHub {
  readonly url: string;
  /** Ends cleanly: work under way is finished, nothing accepted is lost. */
  stop(): Promise<void>;
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Starts the whole hub in this process: the deployed handlers and SDK clients over stand-ins on loopback. */
export async function startHub(options: LocalOptions): Promise<LocalHub> {
  const { dataFolder, logLevel, assistant, letters } = options;
  openDataFolder(dataFolder);
  const clock = makeMovableClock({ folder: dataFolder, manual: options.manualClock, start: options.startAt });
  replaceClock(clock.now);
  startEpoch();
  const secrets = await localSecrets(dataFolder);
  const standIns = await startStandIns({ folder: dataFolder, clock: clock.now });
  const { queue, queueUrls } = await openQueues(standIns.endpoints.queues);
  const { server, url, serve } = await listen(options.port);
  const { endpoints } = standIns;
  const environment = environmentFor({ dataFolder, secrets, endpoints, queueUrls, logLevel, assistant, letters, url });
  Object.assign(process.env, environment);
  await createTables(new DynamoDBClient({}));

  const inside = openInside({
    dataFolder,
    masterKey: secrets.masterKey,
    wakeShards: Number(process.env['WAKE_SHARDS']),
  });
  await seed(inside, options.seed, clock.now);
  const doors = await loadDoors({ http: doorNames(), steps: stepNames(), schedules: RUNNING });
  const schedules = makeSchedules(doors);
  const pump = makePump({ client: queue, urls: queueUrls, doors, arrivals: standIns.arrivals });
  const time = makeTimeMachine({ clock, index: inside.index, pump, doors, ...schedules });
  const send = async (step: StepName, body: object) => {
    await queue.send(new SendMessageCommand({ QueueUrl: queueUrls.get(step), MessageBody: JSON.stringify(body) }));
  };
  standIns.mail.tell(makeSendTogether(queue, queueUrls.get('record-notice-event') ?? ''));

  const [signIn, signInOfficial] = makeSignIns(secrets, clock.now);
  const gateway = makeGateway(doors, makeUploads({ ...inside, doors }));
  serve([
    (request, response) => gateway.serve(request, response),
    makeSandbox({ inside, clock, time, mail: standIns.mail, send, signIn, signInOfficial, baseUrl: url }),
    makeIdentityProvider({
      inside,
      signIn,
      client: { id: PERSON_CLIENT, redirectAddress: `${url}/mailbox/signed-in` },
    }),
  ]);
  await resume({
    index: inside.index,
    mails: standIns.mail.all(),
    reportMails: inside.reportMails,
    clock: clock.now,
    nudge: (step, id) => send(step, { id }),
    report: (mail) => send('record-notice-event', eventOf(mail, 'Send', '')),
  });
  writeRunFile(dataFolder, environment);
  const standStill = clock.manual ? () => undefined : runByItself({ pump, doors, ...schedules, now: clock.now });

  return {
    url,
    stop: async () => {
      standStill();
      await close(server);
      await pump.stop();
      await standIns.stop();
      rmSync(runFile(dataFolder), { force: true });
    },
  };
}

async function openQueues(endpoint: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const queue = new SQSClient({ endpoint, region: 'eu-north-1', credentials, useQueueUrlAsEndpoint: false });
  return { queue, queueUrls: await createQueues(queue, endpoint) };
}

interface Running extends Schedules {
  readonly pump: Pump;
  readonly doors: Doors;
  readonly now: Clock;
}

/** Queues are worked off; the sweep comes by each minute, and whoever draws the roadmap. @returns what ends the sweeping */
function runByItself({ pump, doors, seal, reports, now }: Running): () => void {
  pump.start();
  const watched = (step: string, run: Promise<unknown>) => {
    void run.catch((fault: unknown) => {
      log({ level: 'error', event: 'fault', step, fault: faultOf(fault) });
    });
  };
  const timer = setInterval(() => {
    watched('sweep', doors.tick('sweep'));
    watched('refresh-roadmap', doors.tick('refresh-roadmap'));
    watched('move-hashes', doors.tick('move-hashes'));
    watched('cut-batches', doors.tick('cut-batches'));
    watched('follow-relay', doors.tick('follow-relay'));
    if (seal.lastDue(now()) !== undefined) watched('seal-evidence', seal.run(now()));
    if (reports.lastDue(now()) !== undefined) watched('run-reports', reports.run(now()));
  }, MINUTE);
  return () => {
    clearInterval(timer);
  };
}

interface Listening {
  readonly server: Server;
  readonly url: string;
  /** Until then every call is told to come again. */
  readonly serve: (fronts: readonly Serve[]) => void;
}

/** A call that pushes the clock by months is silent for minutes: in the meantime the connection shows that it is alive. */
const KEEP_ALIVE = 10_000;

/** Serves on loopback only. Nobody registers an `upgrade` listener: a client that offers h2c is answered in HTTP/1.1. */
async function listen(port: number): Promise<Listening> {
  const serving: Serve[] = [];
  const server = createServer({ keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE }, (request, response) => {
    void answer(serving, request, response);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new Error(`port ${port} can not be opened (${cause.message}): name another one, PORT=8081`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return { server, url, serve: (fronts) => void serving.push(...fronts) };
}

async function answer(fronts: readonly Serve[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (fronts.length === 0) throw new Error('the hub is being started');
    for (const serve of fronts) if (await serve(request, response)) return;
    const { status, title } = PROBLEMS['not-found'];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ reason: title.en }));
  } catch (fault) {
    log({ level: 'error', event: 'fault', door: 'gateway', fault: faultOf(fault) });
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ reason: 'A temporary fault. Try again.' }));
  }
}

/** Answers what is under way and takes nothing new; a connection that a client keeps open ends once it is idle. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const closing = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  await closed;
  clearInterval(closing);
}

function doorNames(): DoorName[] {
  return Object.keys(DOORS).filter((name): name is DoorName => name in DOORS);
}
