import type { DeliveryFact } from '#shared/domain/message/facts';
import { type MessageId, type TenantId, externalId as externalIdSchema } from '#shared/domain/message/ids';
import { SECOND } from '#shared/kernel/time';
import {
  OTHER_SERVICE,
  OTHER_TENANT,
  PAULA,
  SENDER,
  SERVICE,
  STRANGER,
  TENANT,
  paperPart,
  submission,
} from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { deliveryOf, done, letters, upload } from '#test/builders/world-people';

/** Batches are cut once a day. */
export const BATCHES = { times: ['13:00'], mostLetters: 1000 };

/** A letter of an authority to somebody without a mailbox, sent and made. @param n names it */
export async function posted(world: World, n: number, paper: object = {}, tenantId = TENANT): Promise<MessageId> {
  const externalId = externalIdSchema.parse(`asia-${n}`);
  const [sender, serviceId] = tenantId === TENANT ? [SENDER, SERVICE] : [STRANGER, OTHER_SERVICE];
  const owner = { type: 'tenant' as const, tenantId };
  const paperMail = paperPart(await upload(world, { text: `%PDF-1.7 ${n}`, owner }), paper);
  const sent = await world.hub.acceptMessage(
    sender,
    submission({ externalId, serviceId, recipient: { id: PAULA }, paperMail }),
  );
  await world.settle();
  world.tick(SECOND);
  return done(sent);
}

export async function setGate(world: World, open: boolean): Promise<void> {
  await world.ports.postalGates.set({ open, changedAt: world.now() });
}

/** Enters limits of an authority; without numbers it lifts them. */
export async function setLimit(
  world: World,
  limit: { lettersADay?: number; approvalAbove?: number },
  tenantId: TenantId = TENANT,
): Promise<void> {
  await world.ports.postalGates.setLimit(tenantId, { ...limit, changedAt: world.now() });
}

/** States of all letters that are on the shelf. */
export async function lettersStand(world: World): Promise<string[]> {
  const apart = [TENANT, OTHER_TENANT].map(async (tenantId) => world.ports.shelf.listApart(tenantId, 1000));
  return [...(await letters(world)), ...(await Promise.all(apart)).flat()].map(({ state }) => state).toSorted();
}

/** The facts that a message has gone to print. */
export async function handOvers(world: World, id: MessageId): Promise<DeliveryFact[]> {
  return (await deliveryOf(world, id)).facts.filter(({ type }) => type === 'HANDED_TO_POSTAL');
}
