import type { Gate } from '#shared/domain/consent/gate';
import type { Decision } from '#shared/domain/message/decision';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Language } from '#shared/domain/message/hub-fields';
import type { MessageId } from '#shared/domain/message/ids';
import { findAddressed } from '#shared/flow/delivery/read-content';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { makeWhoSees } from '#shared/flow/mailbox/who-sees';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Gates } from '#shared/ports/mailboxes';
import type { MessageLog } from '#shared/ports/message-log';
import type { PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';

export interface ShowDecisionPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly gates: Gates;
  readonly people: PopulationRegister;
  readonly sealer: Sealer;
}

export interface ShownDecision {
  readonly decision: Decision;
  /** The person's own, where it is known. */
  readonly language?: Language;
}

export interface DecisionUnknown {
  readonly kind: 'decision-unknown';
}

const UNKNOWN = refuse({ kind: 'decision-unknown' });

/**
 * Why a message came by the channel it did, for its recipient, letters included. Somebody else's is like none at all.
 *
 * @see REQ-223
 */
export function makeShowDecision({ messages, deliveries, gates, people, sealer }: ShowDecisionPorts) {
  const whoSees = makeWhoSees({ messages, sealer });

  return async function showDecision(acting: Acting, id: MessageId): Promise<Result<ShownDecision, DecisionUnknown>> {
    const mine = await deliveryOf(acting, id);
    const decision = mine && foldFacts(mine.facts).decision;
    return decision && (await whoSees(acting, id)) ? ok({ decision, language: await languageOf(acting) }) : UNKNOWN;
  };

  async function deliveryOf({ recipientId, owner }: Acting, id: MessageId): Promise<Delivery | undefined> {
    const all = await deliveries.ofMessage(id);
    const known = all.find((each) => each.recipientId !== undefined && each.recipientId === recipientId);
    return known ?? (await withoutMailbox(all, owner.id));
  }

  /** A letter names no mailbox where there was none: then the message itself, or its addressee, says whom it is for. */
  async function withoutMailbox(all: readonly Delivery[], owner: string): Promise<Delivery | undefined> {
    for (const each of all.filter((delivery) => delivery.recipientId === undefined)) {
      const message = await messages.read(each.messageId);
      const recipient = message && (await findAddressed({ sealer }, message, each))?.content.recipient;
      if (recipient?.id === owner) return each;
    }
    return undefined;
  }

  async function languageOf({ recipientId, owner, onBehalf }: Acting): Promise<Language | undefined> {
    const gate = recipientId && (await gates.read(recipientId));
    if (hasChosen(gate)) return gate.language;
    return (await people.find((onBehalf ?? owner).id))?.language;
  }
}

function hasChosen(gate: Gate | undefined): gate is Gate {
  return gate !== undefined && gate.consent.action !== 'NONE';
}
