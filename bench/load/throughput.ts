import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profilesIn, startHubProcess } from '#bench/load/hub-process';
import { type ThreadProfile, readProfile } from '#bench/load/profile';
import { type Traffic, enterPeople, send } from '#bench/load/traffic';

export interface Throughput {
  readonly messages: number;
  readonly acceptedPerSecond: number;
  /** From the first send until every notice has left and the feed tells of every message. */
  readonly messagesPerSecond: number;
  /** Processor time of the whole hub, its stand-ins and its fronts, for one message; nothing where the system hides it. */
  readonly cpuMsPerMessage: number | undefined;
  readonly mainThreadMsPerMessage: number | undefined;
  readonly peakMemoryMb: number | undefined;
  /** One for each thread, busiest first, where it was asked for. */
  readonly threads: readonly ThreadProfile[];
}

/** Messages that go before the measured ones, so that code is warm and keys are made. */
const WARM_UP = 100;

export interface ThroughputOrder extends Omit<Traffic, 'name'> {
  readonly profile: boolean;
}

/** Runs the hub as `npm start` does and sends to it. */
export async function measureThroughput(order: ThroughputOrder): Promise<Throughput> {
  const folder = mkdtempSync(join(tmpdir(), 'viestivayla-load-'));
  const profiles = join(folder, 'profiles');
  const flags = order.profile ? ['--cpu-prof', '--cpu-prof-dir', profiles] : [];
  const hub = await startHubProcess(join(folder, 'hub'), flags);
  try {
    await enterPeople(hub.url, order.people);
    await send(hub.url, { ...order, messages: WARM_UP, name: 'warm-up' });
    const before = hub.processorTime();
    const course = await send(hub.url, { ...order, name: 'measured' });
    const after = hub.processorTime();
    const peakMemoryMb = hub.peakMemory();
    await hub.end();
    const each = (thread: 'all' | 'main') =>
      before && after ? ((after[thread] - before[thread]) * 1000) / order.messages : undefined;
    return {
      messages: order.messages,
      acceptedPerSecond: order.messages / course.accepted,
      messagesPerSecond: order.messages / course.told,
      cpuMsPerMessage: each('all'),
      mainThreadMsPerMessage: each('main'),
      peakMemoryMb,
      threads: order.profile
        ? profilesIn(profiles)
            .map(readProfile)
            .sort((a, b) => b.busyMs - a.busyMs)
        : [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
