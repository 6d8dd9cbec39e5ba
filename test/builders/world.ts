import { makeLiveVersions } from '#shared/adapters/crypto/live-versions';
import { makeLocalSigner, newSigningPem } from '#shared/adapters/crypto/local-signer';
import { multipartParser } from '#shared/adapters/documents/multipart-parser';
import { type MemoryDocuments, makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { type GivenPowers, makeGivenPowers } from '#shared/adapters/memory/given-powers';
import { makeMemoryIdentification } from '#shared/adapters/memory/identification';
import { makeMemoryIds } from '#shared/adapters/memory/ids';
import { type MemoryLetterPress, makeMemoryLetterPress } from '#shared/adapters/memory/letter-press';
import { type MemoryMailer, makeMemoryMailer } from '#shared/adapters/memory/mailer';
import { type MemoryNudger, makeMemoryNudger } from '#shared/adapters/memory/nudger';
import { type Instant, MINUTE, after } from '#shared/kernel/time';
import type { IdentifiedPerson } from '#shared/ports/identification';
import type { Sealer } from '#shared/ports/sealer';
import type { Settings } from '#shared/ports/settings';
import { SETTINGS } from '#test/builders/domain';
import { NOON } from '#test/builders/messages';
import { type Stores, memoryStores, testSealer } from '#test/builders/stores';
import { type Hub, type HubPorts, openHub } from '#test/builders/world-hub';
import { makeWorkers } from '#test/builders/world-workers';

export interface WorldOptions {
  readonly stores?: Stores;
  /** Lanes of each sender's feed. @default 1 */
  readonly feedLanes?: number;
  /** Whether a process knows after a restart that those before it are gone. @default false, as deployed */
  readonly alone?: boolean;
  /** When it begins. @default NOON */
  readonly start?: Instant;
  /** Another sealer over the real one. */
  readonly seal?: (sealer: Sealer) => Sealer;
}

/** One process of the hub: its flows, its queues, its workers. */
interface Process {
  readonly hub: Hub;
  readonly ports: HubPorts;
  readonly nudger: MemoryNudger;
  readonly drain: () => Promise<void>;
  /** What workers threw. */
  readonly faults: readonly unknown[];
}

/** The hub in memory, with the world around it and a clock that moves when it is pushed. */
export interface World extends Pick<Process, 'hub' | 'ports' | 'nudger' | 'faults'> {
  readonly mailer: MemoryMailer;
  readonly press: MemoryLetterPress;
  readonly documents: MemoryDocuments;
  readonly powers: GivenPowers;
  /** Who is behind a bearer; a test adds people. */
  readonly bearers: Map<string, IdentifiedPerson>;
  readonly settings: { current: Settings };
  readonly now: () => Instant;
  /** Works until nothing is queued and nothing is due now. */
  settle(): Promise<void>;
  /** Moves time forwards, running each piece of work at its own due moment, in order, and what does not move on each minute. */
  moveTo(moment: Instant): Promise<void>;
  moveBy(ms: number): Promise<void>;
  /** Moves the clock and does nothing else. */
  tick(ms: number): void;
  /** Kills the process and starts another over the same stores; what was queued is forgotten. */
  restart(wrap?: (ports: HubPorts) => HubPorts): void;
}

/** Nobody grows impatient unless a test says so. */
const forEver = async (): Promise<void> => new Promise(() => undefined);

/** Sweeps at one moment before it is given up: each gives what is due a lease, so a second one finds nothing. */
const SWEEPS = 20;

export function makeWorld({
  stores = memoryStores(),
  feedLanes = 1,
  alone = false,
  start: now = NOON,
  seal,
}: WorldOptions = {}): World {
  const settings: World['settings'] = { current: SETTINGS };
  const bearers = new Map<string, IdentifiedPerson>();
  const surroundings = {
    mailer: makeMemoryMailer(),
    press: makeMemoryLetterPress(),
    examinePdf: async () => ({ flaws: [] }),
    documents: makeMemoryDocuments(),
    powers: makeGivenPowers(),
  };
  const time = { now };
  const sealer = testSealer(
    stores.keys,
    makeLiveVersions(stores.rotations, () => time.now),
  );
  const signer = makeLocalSigner(newSigningPem());
  let epoch = 0;
  let running = start((ports) => ports);

  function start(wrap: (ports: HubPorts) => HubPorts): Process {
    epoch += 1;
    const nudger = makeMemoryNudger();
    const ports = wrap({
      ...stores,
      ...surroundings,
      printHouse: stores.shelf,
      identification: makeMemoryIdentification(bearers),
      parser: multipartParser,
      sealer: seal ? seal(sealer) : sealer,
      signer,
      ids: makeMemoryIds({ epoch, alone }),
      nudger,
      clock: () => time.now,
      settings: () => settings.current,
      noticeLink: 'https://posti.example.fi',
      feedLanes,
      patience: forEver,
      onFault: () => {
        throw new Error('the words of a letter could not be read');
      },
    });
    const hub = openHub(ports);
    return { hub, ports, nudger, ...makeWorkers(hub, nudger) };
  }

  async function settle(): Promise<void> {
    await running.drain();
    for (let sweeps = 0; sweeps < SWEEPS && (await isDue()); sweeps += 1) {
      await running.hub.sweep();
      await running.drain();
    }
  }

  async function isDue(): Promise<boolean> {
    const first = await stores.index.earliest();
    return first !== undefined && first <= time.now;
  }

  async function moveTo(moment: Instant): Promise<void> {
    await settle();
    for (let next = await stores.index.earliest(); next && next <= moment; next = await stores.index.earliest()) {
      time.now = next <= time.now ? after(time.now, MINUTE) : next;
      if (time.now > moment) break;
      await settle();
    }
    time.now = moment;
    await settle();
  }

  return {
    ...surroundings,
    bearers,
    settings,
    get hub() {
      return running.hub;
    },
    get ports() {
      return running.ports;
    },
    get nudger() {
      return running.nudger;
    },
    get faults() {
      return running.faults;
    },
    now: () => time.now,
    settle,
    moveTo,
    moveBy: async (ms) => moveTo(after(time.now, ms)),
    tick: (ms) => {
      time.now = after(time.now, ms);
    },
    restart: (wrap = (ports) => ports) => {
      running = start(wrap);
    },
  };
}
