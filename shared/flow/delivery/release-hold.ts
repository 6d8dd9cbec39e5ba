import { hasEnded, isOpen, type Outage } from '#shared/domain/channel/outage';
import type { Decision } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { type DecidePorts, makeDecideDelivery } from '#shared/flow/delivery/decide-delivery';
import { factsOfDecision, heldBy, makeKeepBack } from '#shared/flow/delivery/keep-back';
import { readOpened } from '#shared/flow/delivery/read-content';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog, VersionConflict } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';

export interface ReleasePorts extends DecidePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
  readonly nudger: Nudger;
}

export type ReleaseRefusal = VersionConflict | { readonly kind: 'delivery-unknown' };

const OUTAGE_TASK = 'outage/';

/** The step looks at one delivery, or at all that an outage keeps back; its work is named by either id. */
export function outageTask(outageId: string): string {
  return OUTAGE_TASK + outageId;
}

/** The outage a piece of work is about; nothing when it is a delivery. */
export function outageOfTask(task: string): string | undefined {
  return task.startsWith(OUTAGE_TASK) ? task.slice(OUTAGE_TASK.length) : undefined;
}

/**
 * Ends the wait of a delivery that an outage has kept back: when the outage is over, or has lasted too long. The whole
 * decision is made anew with the facts of that moment; the old one stays among the facts.
 *
 * @see domain.md 3.4 (C9), 3.6 (HOLD release)
 */
export function makeReleaseHold(ports: ReleasePorts) {
  const { deliveries, outages, clock, nudger } = ports;
  const decideDelivery = makeDecideDelivery(ports);
  const writeChange = makeWriteChange(ports);
  const keepBack = makeKeepBack(ports);

  async function releaseHold(id: DeliveryId): Promise<Result<Delivery, ReleaseRefusal>> {
    const delivery = await deliveries.read(id);
    if (!delivery) return refuse({ kind: 'delivery-unknown' });
    const outageId = heldBy(delivery);
    if (outageId === undefined) return ok(delivery);
    const { decision } = await decideDelivery(await readOpened(ports, delivery));
    const facts = released(delivery, decision, outageId);
    if (facts.length === 0) return ok(delivery);
    await keepBack.enter(decision, id);
    const written = await writeChange(delivery, { facts });
    if (!written.ok) return written;
    if (decision.facts.outageId !== outageId || decision.channel !== 'HOLD') await outages.unhold(outageId, id);
    await goOn(written.value);
    return written;
  }

  async function goOn(delivery: Delivery): Promise<void> {
    const next = (await keepBack.isOver(delivery)) ? 'release-hold' : nextStep(delivery, clock());
    if (next) await nudger.nudge(next, delivery.deliveryId);
  }

  /** An outage was ended, or declared anew: everything it keeps back is looked at. It rests once nothing is left to do. */
  async function releaseOutage(outageId: string): Promise<Result<undefined, never>> {
    const outage = await outages.read(outageId);
    if (!outage) return ok(undefined);
    let left = 0;
    for await (const page of outages.holds(outageId)) {
      const waiting = await Promise.all(page.map(async (id) => lookAt(id, outageId)));
      left += waiting.filter(Boolean).length;
    }
    const keepsOn = isOpen(outage, clock()) && !outage.prolonged;
    if (left === 0 || keepsOn) await rest(outage);
    return ok(undefined);
  }

  /** @returns whether the delivery waits for this outage, or may still come to say so */
  async function lookAt(id: DeliveryId, outageId: string): Promise<boolean> {
    const delivery = await deliveries.read(id);
    if (!delivery) return true;
    if (heldBy(delivery) === outageId) {
      await nudger.nudge('release-hold', id);
      return true;
    }
    if (isUnderWay(delivery)) return true;
    await outages.unhold(outageId, id);
    return false;
  }

  async function rest(outage: Outage): Promise<void> {
    const { outageId, endedAt } = outage;
    const over = hasEnded(outage, clock());
    await outages.rest(outage, over ? undefined : endedAt);
    if (!over) return;
    await outages.unlist(outageId);
    const now = await outages.read(outageId);
    if (now && !hasEnded(now, clock())) await outages.list(outageId);
  }

  return { releaseHold, releaseOutage };
}

/** Decided for the mailbox and not in it yet: at the gate it may be decided anew, and held. */
function isUnderWay({ facts }: Delivery): boolean {
  const { decision, stored } = foldFacts(facts);
  return decision?.channel === 'ELECTRONIC' && !stored;
}

/** What a new decision adds to a delivery that waits: nothing when it is to wait on, as long as before. */
function released({ facts }: Delivery, decision: Decision, outageId: string): readonly NewFact[] {
  const waitsOn = decision.channel === 'HOLD' && decision.facts.outageId === outageId;
  if (!waitsOn) return [{ type: 'HOLD_RELEASED', outageId }, ...factsOfDecision(decision)];
  const before = foldFacts(facts).decision?.facts.holdUntil;
  return before === decision.facts.holdUntil ? [] : [{ type: 'DECIDED', decision }];
}
