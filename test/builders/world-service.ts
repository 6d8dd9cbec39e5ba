import type { Submission } from '#shared/domain/intake/check-submission';
import type { FactOf, FactType } from '#shared/domain/message/facts';
import { type MessageId, deliveryIdOf, letterIdOf } from '#shared/domain/message/ids';
import { type Assessment, assessDelivery, servedBy } from '#shared/domain/service-of-document/assess';
import type { PostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { type Instant, instant } from '#shared/kernel/time';
import { TESSA, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, deliveryOf, done, send } from '#test/builders/world-people';

export const at = (text: string): Instant => instant.parse(text.replace(/Z$/, '.000Z'));

/** Sends a verifiable message and works until everything that is due is done. */
export async function sendVerifiable(world: World, part: Partial<Submission> = {}): Promise<MessageId> {
  const id = await send(world, { electronic: electronicPart({ messageServiceType: 'Verifiable' }), ...part });
  await world.settle();
  return id;
}

/** The recipient acknowledges and opens. */
export async function acknowledgeAndOpen(world: World, id: MessageId, code = TESSA): Promise<void> {
  const person = await acting(world, code);
  done(await world.hub.acknowledge(person, id));
  done(await world.hub.openMessage(person, id));
  await world.settle();
}

/** The newest fact of a type, with its moment. */
export async function lastFact<Type extends FactType>(
  world: World,
  id: MessageId,
  type: Type,
): Promise<FactOf<Type> | undefined> {
  const { facts } = await deliveryOf(world, id);
  return facts.findLast((each): each is FactOf<Type> => each.type === type);
}

/** The print provider reports on the letter of an attempt. */
export async function report(
  world: World,
  id: MessageId,
  event: Omit<PostalEvent, 'eventId' | 'at'> & { attempt?: number },
): Promise<void> {
  const { attempt = 2, ...said } = event;
  const letter = letterIdOf(deliveryIdOf(id, 1), attempt);
  const eventId = `${said.type}-${attempt}`;
  done(await world.hub.recordPostalEvent(letter, { eventId, at: world.now(), ...said }));
  await world.settle();
}

/** When the document was served by the primary rule set. */
export async function serviceOf(world: World, id: MessageId): Promise<Assessment | undefined> {
  return servedBy(assessDelivery(await deliveryOf(world, id)));
}
