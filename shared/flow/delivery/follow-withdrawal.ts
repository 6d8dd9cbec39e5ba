import { type Gate, withdrawalsOwedBy } from '#shared/domain/consent/gate';
import { restsOnConsent } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { DeliveryId, RecipientId } from '#shared/domain/message/ids';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { type FallbackPorts, makeDecideAgain } from '#shared/flow/delivery/start-fallback';
import { DAY, type Instant, after } from '#shared/kernel/time';
import type { MailboxEntries } from '#shared/ports/mailboxes';
import type { Nudger } from '#shared/ports/nudger';

export interface FollowPorts extends FallbackPorts {
  readonly entries: MailboxEntries;
  readonly nudger: Nudger;
}

/** Entries read at a time. */
const PAGE = 100;

/** A message is no older than this while its window runs: seven days, the days off after them, and a notice long delayed. */
const WINDOW_REACH = 60 * DAY;

/** Writers racing for the same delivery. */
const TRIES = 8;

/**
 * Follows a withdrawal up: verifiable messages that lie unopened go on paper at once, since nobody can acknowledge them by
 * consent any more. Ordinary ones stand. Who has consented again by now is left in peace. Repeating it is harmless.
 *
 * @see domain.md 3.6 (withdrawal after dispatch), AC-13; REQ-051
 */
export function makeFollowWithdrawal(ports: FollowPorts) {
  const { gates, entries, deliveries, nudger, clock } = ports;
  const { goOnPaper } = makeDecideAgain(ports);

  return async function followWithdrawal(id: RecipientId): Promise<void> {
    const gate = await gates.read(id);
    const owed = gate ? withdrawalsOwedBy(gate) : [];
    if (!gate || owed.length === 0) return;
    if (!gate.electronic) await sendOnPaper(gate);
    for (const name of owed) await gates.dropOwed(id, name);
  };

  /** One that can't go keeps no other back. */
  async function sendOnPaper({ recipientId }: Gate): Promise<void> {
    const faults: unknown[] = [];
    for await (const id of verifiableOf(recipientId, after(clock(), -WINDOW_REACH))) {
      try {
        await fallBack(id);
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'a message may still wait to be opened without consent');
  }

  async function* verifiableOf(recipient: RecipientId, since: Instant): AsyncIterable<DeliveryId> {
    let last: string | undefined;
    for (;;) {
      const page = await entries.list(recipient, { after: last, limit: PAGE });
      const recent = page.filter(({ receivedAt }) => receivedAt >= since);
      yield* recent.filter(({ kind }) => kind === 'VERIFIABLE').map(({ deliveryId }) => deliveryId);
      last = page.at(-1)?.entry;
      if (recent.length < PAGE) return;
    }
  }

  async function fallBack(id: DeliveryId): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const delivery = await deliveries.read(id);
      if (!delivery || !isPending(delivery)) return;
      const fallen = await goOnPaper(delivery, { paperBecause: 'WITHDRAWN' });
      if (!fallen.ok) continue;
      const next = nextStep(fallen.value, clock());
      if (next) await nudger.nudge(next, id);
      return;
    }
    throw new Error('a delivery changes too often to be written to');
  }
}

/** In the mailbox by consent, and neither opened nor acknowledged; whether its notice has gone out makes no difference. */
function isPending({ facts, terms }: Delivery): boolean {
  const { decision, stored, opened, acknowledged } = foldFacts(facts);
  const isSettled = facts.some(({ type }) => type === 'MANUAL_CLOSED' || type === 'REBUTTED' || type === 'RECALLED');
  const goesToo = terms?.withdrawalTriggersFallback !== false;
  const isByConsent = decision?.channel === 'ELECTRONIC' && restsOnConsent(decision);
  return isByConsent && stored && !opened && !acknowledged && !isSettled && goesToo;
}
