import { effectiveKind } from '#shared/domain/channel/decide-channel';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Change } from '#shared/domain/service-of-document/delivery-change';
import { type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { makeChangeDelivery } from '#shared/flow/change-delivery';
import { type Decided, type DecidePorts, makeDecideDelivery } from '#shared/flow/decide-delivery';
import { factsOfDecision, makeKeepBack } from '#shared/flow/keep-back';
import { makeNoteObstacle } from '#shared/flow/note-obstacle';
import { readContent } from '#shared/flow/read-content';
import { termsOf } from '#shared/flow/terms-of';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Ids } from '#shared/ports/ids';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';
import type { ObstacleRegister } from '#shared/ports/obstacles';

export interface RoutePorts extends DecidePorts {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly obstacles: ObstacleRegister;
}

export type RouteRefusal = { readonly kind: 'message-unknown' } | { readonly kind: 'not-yet' };

/**
 * Decides where an accepted message goes and opens its delivery. Running it twice finds the delivery made.
 *
 * @returns the delivery; `message-unknown`; `not-yet` before the sender's `deliverNotBefore`
 */
export function makeRouteMessage(ports: RoutePorts) {
  const { messages, deliveries, sealer, clock, nudger } = ports;
  const decideDelivery = makeDecideDelivery(ports);
  const changeDelivery = makeChangeDelivery(ports);
  const keepBack = makeKeepBack(ports);
  const noteObstacle = makeNoteObstacle(ports);

  return async function routeMessage(id: MessageId): Promise<Result<Delivery, RouteRefusal>> {
    const message = await messages.read(id);
    if (!message) return refuse({ kind: 'message-unknown' });
    if (message.notBefore && clock() < message.notBefore) return refuse({ kind: 'not-yet' });

    const content = await readContent(sealer, message);
    const decided = await decideDelivery(message, content);
    await keepBack.enter(decided.decision, deliveryIdOf(id, 1));
    const created = await deliveries.create(firstDelivery(message, content, decided));
    const delivery = created.ok ? created.value : await alreadyMade(message);
    await noteObstacle(message, content, delivery);
    await messages.markRouted(id);
    const next = (await keepBack.isOver(delivery)) ? 'release-hold' : nextStep(delivery, clock());
    if (next) await nudger.nudge(next, delivery.deliveryId);
    return ok(delivery);
  };

  function firstDelivery(message: Message, content: MessageContent, { decision, recipientId }: Decided): Delivery {
    const { messageId, tenantId, serviceId, externalId, contentSha256 } = message;
    const { hub, documents } = content;
    const unopened: Delivery = {
      deliveryId: deliveryIdOf(messageId, 1),
      messageId,
      tenantId,
      serviceId,
      externalId,
      recipientId,
      kind: effectiveKind({ kind: message.kind, protectionNeed: hub?.protectionNeed === true }),
      terms: termsOf(content, decision, ports.settings()),
      facts: [{ type: 'ACCEPTED', at: message.acceptedAt, by: { role: 'AUTHORITY' } }],
      published: 0,
    };
    const change: Change = {
      facts: factsOfDecision(decision),
      attempt: ports.ids.attempt(),
      at: decision.decidedAt,
    };
    return changeDelivery(unopened, change, { contentSha256, documents: documents.map(({ sha256 }) => sha256) });
  }

  async function alreadyMade({ messageId }: Message): Promise<Delivery> {
    const delivery = await deliveries.read(deliveryIdOf(messageId, 1));
    if (!delivery) throw new Error('a delivery that exists can not be read');
    return delivery;
  }
}
