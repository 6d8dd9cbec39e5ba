import { type AddresseeRole, serves } from '#shared/domain/message/addressee';
import type { Flag } from '#shared/domain/message/decision';
import type { Delivery } from '#shared/domain/message/delivery';
import { type MessageState, foldFacts, messageState } from '#shared/domain/message/delivery-state';
import type { ExternalId, MessageId, SystemId, TenantId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { type Assessment, assessDelivery, servedBy, serviceMoment } from '#shared/domain/service-of-document/assess';
import { factFlags } from '#shared/domain/service-of-document/fact-flags';
import { openAddressee } from '#shared/flow/delivery/read-content';
import { reduced } from '#shared/flow/retention/end-proof';
import { makeMessageSlots } from '#shared/flow/intake/message-slots';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface ShowPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export interface MessageUnknown {
  readonly kind: 'message-unknown';
}

export interface ShownDelivery {
  readonly delivery: Delivery;
  /** In what role somebody receives it, and under what name, where that is not the recipient the sender named. */
  readonly recipient: { readonly role: AddresseeRole; readonly name?: string | undefined };
  readonly assessments: readonly Assessment[];
  /** Of the decision in force, and those that follow from the facts. */
  readonly flags: readonly Flag[];
}

export interface ShownMessage {
  readonly message: Message;
  readonly state: MessageState;
  readonly deliveries: readonly ShownDelivery[];
}

/** What a sender may see of its own message; another authority's is like none at all. */
export function makeShowMessage({ messages, deliveries, sealer, clock }: ShowPorts) {
  const slots = makeMessageSlots({ messages, sealer });

  async function byId(tenant: TenantId, id: MessageId): Promise<Result<ShownMessage, MessageUnknown>> {
    return shown(tenant, await messages.read(id));
  }

  async function byExternalId(
    { tenantId, systemId }: { tenantId: TenantId; systemId: SystemId },
    externalId: ExternalId,
  ): Promise<Result<ShownMessage, MessageUnknown>> {
    return shown(tenantId, await slots.find(systemId, externalId));
  }

  async function shown(tenant: TenantId, message: Message | undefined): Promise<Result<ShownMessage, MessageUnknown>> {
    if (message?.tenantId !== tenant) return refuse({ kind: 'message-unknown' });
    const all = await deliveries.ofMessage(message.messageId);
    const shownOnes = await Promise.all(
      all.map(async (each) => shownDelivery(reduced(each, message.erased?.proofEndedAt))),
    );
    return ok({ message, state: stateOf(shownOnes, clock()), deliveries: shownOnes });
  }

  async function shownDelivery(delivery: Delivery): Promise<ShownDelivery> {
    const { decision } = foldFacts(delivery.facts);
    const to = await openAddressee(sealer, delivery);
    return {
      delivery,
      recipient: { role: to?.role ?? 'SELF', name: to?.party?.name },
      assessments: assessDelivery(delivery),
      flags: [...(decision?.flags ?? []), ...factFlags(delivery)],
    };
  }

  return { byId, byExternalId };
}

/**
 * What it was when its proof ended; SERVED once the day or the moment of every delivery is reached, by the primary rule set;
 * else how far the mail has come. What only informs has no part in it.
 */
function stateOf(all: readonly ShownDelivery[], now: Instant): MessageState {
  const shown = all.filter(({ delivery }) => serves(delivery));
  const ended = shown.flatMap(({ delivery }) => delivery.keeping?.proof?.state ?? []);
  if (ended.length > 0) return ended.find((state) => state !== 'SERVED') ?? 'SERVED';
  const isServed = ({ assessments }: ShownDelivery) => {
    const service = servedBy(assessments);
    return service !== undefined && serviceMoment(service) <= now;
  };
  return shown.length > 0 && shown.every(isServed) ? 'SERVED' : messageState(shown.map(({ delivery }) => delivery));
}
