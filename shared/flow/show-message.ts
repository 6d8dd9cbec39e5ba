import type { Delivery } from '#shared/domain/message/delivery';
import type { ExternalId, MessageId, SystemId, TenantId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { makeMessageSlots } from '#shared/flow/message-slots';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface ShowPorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly sealer: Sealer;
}

export interface MessageUnknown {
  readonly kind: 'message-unknown';
}

export interface ShownMessage {
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
}

/** What a sender may see of its own message; another authority's is like none at all. */
export function makeShowMessage({ messages, deliveries, sealer }: ShowPorts) {
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
    return ok({ message, deliveries: await deliveries.ofMessage(message.messageId) });
  }

  return { byId, byExternalId };
}
