import { effectiveKind } from '#shared/domain/channel/decide-channel';
import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { type Addressed, asAddressed } from '#shared/domain/resolution/as-addressed';
import type { Resolved } from '#shared/domain/resolution/resolve';
import type { Change } from '#shared/domain/service-of-document/delivery-change';
import { makeChangeDelivery } from '#shared/flow/delivery/change-delivery';
import type { Registered } from '#shared/flow/delivery/channel-facts';
import { type Decided, type DecidePorts, makeDecideDelivery } from '#shared/flow/delivery/decide-delivery';
import { factsOfDecision, makeKeepBack } from '#shared/flow/delivery/keep-back';
import { termsOf } from '#shared/flow/delivery/terms-of';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';

export interface OpenDeliveryPorts extends DecidePorts {
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
}

/** A message with what its sender submitted. */
export interface Submitted {
  readonly message: Message;
  readonly content: MessageContent;
}

/** One delivery of a message, to be opened. */
export interface Wanted extends Pick<Delivery, 'deliveryId' | 'addressee' | 'others'> {
  /** Its addressee in the open. */
  readonly to: Resolved;
  /** What the registers say of the addressee, where they have just been asked. */
  readonly registered?: Registered | undefined;
}

/** Decides where one delivery goes and opens it. Running it twice finds it there. */
export function makeOpenDelivery(ports: OpenDeliveryPorts) {
  const { deliveries, ids, settings } = ports;
  const decideDelivery = makeDecideDelivery(ports);
  const changeDelivery = makeChangeDelivery(ports);
  const keepBack = makeKeepBack(ports);

  return async function openDelivery(submitted: Submitted, wanted: Wanted): Promise<Delivery> {
    const addressed = asAddressed(submitted.message, submitted.content, wanted.to);
    const decided = await decideDelivery(addressed, wanted);
    await keepBack.enter(decided.decision, wanted.deliveryId);
    const created = await deliveries.create(firstWrite(addressed, wanted, { submitted, decided }));
    return created.ok ? created.value : alreadyThere(wanted.deliveryId);
  };

  /** However it is addressed, its chain starts from the message as submitted. */
  function firstWrite(
    { message, content }: Addressed,
    { deliveryId, addressee, others }: Wanted,
    { submitted, decided }: { readonly submitted: Submitted; readonly decided: Decided },
  ): Delivery {
    const { messageId, tenantId, serviceId, externalId, contentSha256 } = message;
    const { decision, recipientId } = decided;
    const unopened: Delivery = {
      deliveryId,
      messageId,
      tenantId,
      serviceId,
      externalId,
      recipientId,
      addressee,
      others,
      kind: effectiveKind({ kind: message.kind, protectionNeed: content.hub?.protectionNeed === true }),
      terms: termsOf(content, decision, settings()),
      facts: [{ type: 'ACCEPTED', at: message.acceptedAt, by: { role: 'AUTHORITY' } }],
      published: 0,
    };
    const change: Change = { facts: factsOfDecision(decision), attempt: ids.attempt(), at: decision.decidedAt };
    const documents = submitted.content.documents.map(({ sha256 }) => sha256);
    return changeDelivery(unopened, change, { contentSha256, documents });
  }

  async function alreadyThere(id: DeliveryId): Promise<Delivery> {
    const delivery = await deliveries.read(id);
    if (!delivery) throw new Error('a delivery that exists can not be read');
    return delivery;
  }
}
