import type { PaperCause } from '#shared/domain/channel/decide-channel';
import type { AddressSource, Decision, Reason } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { type After, type DecidePorts, makeDecideDelivery } from '#shared/flow/delivery/decide-delivery';
import { factsOfDecision, makeKeepBack } from '#shared/flow/delivery/keep-back';
import { readOpened } from '#shared/flow/delivery/read-content';
import { makeWriteChange } from '#shared/flow/delivery/write-change';
import type { Result } from '#shared/kernel/result';
import type { DeliveryLog, VersionConflict } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { MessageLog } from '#shared/ports/message-log';

export interface FallbackPorts extends DecidePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
}

export interface DecideAgain {
  readonly delivery: Delivery;
  /** Facts that led here and are written with the new decision. */
  readonly because?: readonly NewFact[];
}

/** An attempt that has ended so that only paper is left. */
export type Ended = After & Required<Pick<After, 'paperBecause'>>;

/** Decides anew for a delivery whose decision is dead or whose mailbox has closed; one write holds all of it. */
export function makeDecideAgain(ports: FallbackPorts) {
  const decideDelivery = makeDecideDelivery(ports);
  const writeChange = makeWriteChange(ports);
  const keepBack = makeKeepBack(ports);

  async function freshDecision(delivery: Delivery, after: After = causeOfPaper(delivery)): Promise<Decision> {
    const { decision } = await decideDelivery(await readOpened(ports, delivery), { after });
    await keepBack.enter(decision, delivery.deliveryId);
    return decision;
  }

  /** Before anything was stored: the earlier decision is simply replaced. */
  async function decideAgain({ delivery, because = [] }: DecideAgain): Promise<Result<Delivery, VersionConflict>> {
    return writeChange(delivery, {
      facts: [...because, ...factsOfDecision(await freshDecision(delivery))],
      claim: null,
    });
  }

  /**
   * After it was stored: the message stays readable and the next attempt begins. A recipient who can be reached
   * electronically again by now is left in peace: nothing is written.
   */
  async function startFallback({
    delivery,
    because = [],
  }: DecideAgain): Promise<Result<Delivery, VersionConflict> | 'still-electronic'> {
    const decision = await freshDecision(delivery);
    if (MAILBOX.includes(decision.channel) && because.length === 0) return 'still-electronic';
    const facts: NewFact[] = [
      ...because,
      { type: 'FALLBACK_STARTED', reason: causeOf(decision, because) },
      ...factsOfDecision(decision),
    ];
    return writeChange(delivery, { facts, claim: null });
  }

  /** Whatever the recipient's choices are by now: the next attempt goes on paper, if there is an address. */
  async function goOnPaper(delivery: Delivery, ended: Ended): Promise<Result<Delivery, VersionConflict>> {
    const decision = await freshDecision(delivery, ended);
    const facts: NewFact[] = [{ type: 'FALLBACK_STARTED', reason: ended.paperBecause }, ...factsOfDecision(decision)];
    return writeChange(delivery, { facts, claim: null });
  }

  return { decideAgain, startFallback, goOnPaper };
}

const PAPER_CAUSES = ['WINDOW_EXPIRED', 'WITHDRAWN', 'RETURNED'] as const satisfies readonly PaperCause[];

/** What a decision for paper only rests on, where one is made anew; nothing where all channels are open. */
function causeOfPaper({ facts }: Delivery): After {
  const { decision } = foldFacts(facts);
  const isForPaper = decision?.path.includes('T1') === true;
  return {
    paperBecause: PAPER_CAUSES.find((cause) => isForPaper && cause === decision.reason),
    returnedFrom: returnedFrom(facts),
  };
}

/** Sources of addresses that letters have come back from: the decision before each return names it (A7). */
function returnedFrom(facts: Delivery['facts']): readonly AddressSource[] {
  const sources = new Set<AddressSource>();
  let decided: AddressSource | undefined;
  for (const fact of facts) {
    if (fact.type === 'DECIDED') decided = fact.decision.facts.addressSource;
    if (CAME_BACK.includes(fact.type) && decided) sources.add(decided);
  }
  return [...sources];
}

const CAME_BACK: readonly NewFact['type'][] = ['RETURNED', 'ADDRESS_UNRESOLVED'];

/** It is in the mailbox already: an outage that keeps back what is to come there is no reason for a letter. */
const MAILBOX: readonly Decision['channel'][] = ['ELECTRONIC', 'HOLD'];

/** Why the attempt before ended: what the new decision says stood in the way, else the notice that came back. */
function causeOf({ reason, facts }: Decision, because: readonly NewFact[]): Reason {
  if (reason === 'WITHDRAWN' || reason === 'NO_EADDRESS' || reason === 'NO_CONSENT') return reason;
  const cameBack = because.some(({ type }) => type === 'NOTICE_BOUNCED');
  return cameBack || facts.emailUsable === false ? 'NO_EADDRESS' : 'WITHDRAWN';
}
