import { type Addressee, addresseeContext } from '#shared/domain/message/addressee';
import type { Delivery } from '#shared/domain/message/delivery';
import { type DeliveryId, type MessageId, deliveryIdOf } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import type { Resolved } from '#shared/domain/resolution/resolve';
import { nextStep } from '#shared/domain/service-of-document/timers';
import { makeKeepBack } from '#shared/flow/delivery/keep-back';
import { makeNoteObstacle } from '#shared/flow/intake/note-obstacle';
import { type OpenDeliveryPorts, type Submitted, makeOpenDelivery } from '#shared/flow/delivery/open-delivery';
import type { Agents } from '#shared/flow/mandate/powers';
import { openAddressee, readContent } from '#shared/flow/delivery/read-content';
import { type ResolvePorts, makeResolveRecipients } from '#shared/flow/delivery/resolve-recipients';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';
import type { ObstacleRegister } from '#shared/ports/obstacles';
import { type Sealer, identityMonth } from '#shared/ports/sealer';

export interface RoutePorts extends OpenDeliveryPorts, ResolvePorts {
  readonly messages: MessageLog;
  readonly powers: Agents;
  readonly nudger: Nudger;
  readonly obstacles: ObstacleRegister;
}

export type RouteRefusal = { readonly kind: 'message-unknown' } | { readonly kind: 'not-yet' };

/**
 * Decides to whom an accepted message goes and by which way, and opens a delivery for each. What the first of them says of
 * the others is the resolution: running this again opens those that are missing, whatever the registers say by then.
 *
 * @returns the first delivery; `message-unknown`; `not-yet` before the sender's `deliverNotBefore`
 * @see domain.md 3.3, 3.6 (two deliveries for one message)
 */
export function makeRouteMessage(ports: RoutePorts) {
  const { messages, sealer, clock, nudger } = ports;
  const resolveRecipients = makeResolveRecipients(ports);
  const openDelivery = makeOpenDelivery(ports);
  const keepBack = makeKeepBack(ports);
  const noteObstacle = makeNoteObstacle(ports);

  return async function routeMessage(id: MessageId): Promise<Result<Delivery, RouteRefusal>> {
    const message = await messages.read(id);
    if (!message) return refuse({ kind: 'message-unknown' });
    if (message.notBefore && clock() < message.notBefore) return refuse({ kind: 'not-yet' });

    const submitted = { message, content: await readContent(sealer, message) };
    const first = await openFirst(submitted);
    const others = await openOthers(submitted, first);
    await noteObstacle(message, submitted.content, first);
    await messages.markRouted(id);
    for (const each of [first, ...others]) await goOn(each);
    return ok(first);
  };

  async function openFirst(submitted: Submitted): Promise<Delivery> {
    const { messageId } = submitted.message;
    const { addressees, registered } = await resolveRecipients(submitted.message, submitted.content);
    const [addressee, ...others] = await Promise.all(
      addressees.map(async (each, i) =>
        sealed(sealer, submitted.message, { to: each, id: deliveryIdOf(messageId, i + 1) }),
      ),
    );
    const [to] = addressees;
    return openDelivery(submitted, {
      deliveryId: deliveryIdOf(messageId, 1),
      to,
      addressee,
      others: others.length > 0 ? others.filter((each) => each !== undefined) : undefined,
      registered: to?.party ? undefined : registered,
    });
  }

  async function openOthers(submitted: Submitted, { messageId, others = [] }: Delivery): Promise<Delivery[]> {
    return Promise.all(
      others.map(async (addressee, i) => {
        const deliveryId = deliveryIdOf(messageId, i + 2);
        return openDelivery(submitted, {
          deliveryId,
          addressee,
          to: await openAddressee(sealer, { deliveryId, addressee }),
        });
      }),
    );
  }

  async function goOn(delivery: Delivery): Promise<void> {
    const next = (await keepBack.isOver(delivery)) ? 'release-hold' : nextStep(delivery, clock());
    if (next) await nudger.nudge(next, delivery.deliveryId);
  }
}

/** An addressee as the delivery keeps it: code and name sealed. */
async function sealed(
  sealer: Sealer,
  { tenantId, acceptedAt }: Message,
  { to, id }: { readonly to: Resolved; readonly id: DeliveryId },
): Promise<Addressee | undefined> {
  if (!to) return undefined;
  const { party, ...shown } = to;
  if (!party) return shown;
  const key = identityMonth(tenantId, acceptedAt);
  return {
    ...shown,
    sealed: await sealer.sealText({ key, context: addresseeContext(id), text: JSON.stringify(party) }),
  };
}
