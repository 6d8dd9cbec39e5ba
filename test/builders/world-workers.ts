import type { MemoryNudger } from '#shared/adapters/memory/nudger';
import { attachmentId, deliveryId, messageId, recipientId } from '#shared/domain/message/ids';
import { outageOfTask } from '#shared/flow/delivery/release-hold';
import { ok, type Refusal, type Result } from '#shared/kernel/result';
import type { StepName } from '#shared/ports/nudger';
import { ProcessDied } from '#test/builders/world-crash';
import type { Hub } from '#test/builders/world-hub';

/** Tries before a record goes to the dead letters, as deployed. */
const TRIES = 5;
/** Most records of one batch of publishing. */
const BATCH = 100;

/** Far more than any message needs from its acceptance to its end. */
const MOST_ROUNDS = 100;
const ELECTRONIC_RETRIES = ['version-conflict', 'mail-paused'];

interface Worker {
  readonly work: (ids: readonly string[]) => Promise<Result<unknown, Refusal>>;
  readonly retryOn: readonly string[];
  /** Records taken as one piece of work. */
  readonly batch: number;
}

/** Works the queues off as the workers' doors do: the same retries, the same batches. */
export function makeWorkers(hub: Hub, nudger: MemoryNudger) {
  const faults: unknown[] = [];
  const one = (work: (id: string) => Promise<Result<unknown, Refusal>>, retryOn: readonly string[] = []): Worker => ({
    work: async ([id = '']) => work(id),
    retryOn,
    batch: 1,
  });

  const workers: readonly (readonly [StepName, Worker])[] = [
    ['route-message', one((id) => hub.routeMessage(messageId.parse(Number(id))))],
    ['deliver-electronically', one((id) => hub.deliverElectronically(delivery(id)), ELECTRONIC_RETRIES)],
    ['remind-recipient', one((id) => hub.remindRecipient(delivery(id)), ELECTRONIC_RETRIES)],
    ['settle-service', one((id) => hub.settleService(delivery(id)), ['version-conflict'])],
    ['order-print', one((id) => hub.orderPrint(delivery(id)), ['version-conflict'])],
    ['release-hold', one((id) => release(hub, id), ['version-conflict'])],
    ['tell-consent', one((id) => hub.tellConsent(recipientId.parse(id)), ['mail-paused'])],
    ['follow-withdrawal', one(async (id) => done(hub.followWithdrawal(recipientId.parse(id))))],
    ['end-retention', one((id) => hub.endRetention(delivery(id)), ['version-conflict', 'hold-moved'])],
    ['tend-own-data', one(async (id) => done(hub.tendOwnData(recipientId.parse(id))))],
    ['expire-attachment', one(async (id) => done(hub.expireAttachment(attachmentId.parse(id))))],
    ['publish-events', { work: async (ids) => done(hub.publishEvents(ids.map(delivery))), retryOn: [], batch: BATCH }],
  ];

  /** Until nothing is queued. */
  async function drain(): Promise<void> {
    let rounds = 0;
    for (let worked = true; worked; rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new Error('the queues never empty: a step nudges itself for ever');
      worked = false;
      for (const [step, worker] of workers) worked = (await workOff(step, worker)) || worked;
    }
  }

  async function workOff(step: StepName, worker: Worker): Promise<boolean> {
    const ids = nudger.take(step);
    for (let start = 0; start < ids.length; start += worker.batch)
      await tryUntilDone(worker, ids.slice(start, start + worker.batch));
    return ids.length > 0;
  }

  async function tryUntilDone(worker: Worker, ids: readonly string[]): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) if (await isDone(worker, ids)) return;
  }

  async function isDone({ work, retryOn }: Worker, ids: readonly string[]): Promise<boolean> {
    try {
      const result = await work(ids);
      return result.ok || !retryOn.includes(result.refusal.kind);
    } catch (fault) {
      if (fault instanceof ProcessDied) throw fault;
      faults.push(fault);
      return false;
    }
  }

  return { drain, faults };
}

async function done(work: Promise<void>): Promise<Result<undefined, never>> {
  await work;
  return ok(undefined);
}

async function release(hub: Hub, id: string): Promise<Result<unknown, Refusal>> {
  const outageId = outageOfTask(id);
  return outageId === undefined ? hub.releaseHold(delivery(id)) : hub.releaseOutage(outageId);
}

function delivery(id: string) {
  return deliveryId.parse(id);
}
