import { beforeEach, describe, expect, it } from 'vitest';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { externalId, messageId } from '#shared/domain/message/ids';
import {
  COMPANY,
  KALLE,
  OTHER_TENANT,
  PAULA,
  SENDER,
  STRANGER,
  TENANT,
  TESSA,
  personCode,
} from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { choose, consenting, done, openWorld, send, withdraw } from '#test/builders/world-people';

const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

describe('asking who gets electronic messages', () => {
  it('names those with a consent in force, exactly as asked and in their order', async () => {
    await consenting(world, TESSA);
    await consenting(world, KALLE, 'kalle@example.fi');
    await consenting(world, PAULA, 'paula@example.fi');
    await withdraw(world, PAULA);
    expect(await world.hub.activeMailboxes([KALLE, PAULA, COMPANY, TESSA])).toEqual([KALLE, TESSA]);
  });

  it('answers for an id as often as it is asked', async () => {
    await consenting(world, TESSA);
    expect(await world.hub.activeMailboxes([TESSA, TESSA])).toEqual([TESSA, TESSA]);
  });

  it.each(['010280-952X', '010280-952l', 'nobody', ''])('finds no mailbox of %j, which is no code', async (id) => {
    await consenting(world, TESSA);
    expect(await world.hub.activeMailboxes([id])).toEqual([]);
  });

  it('counts a mailbox out whose address for notices is dead', async () => {
    await consenting(world, TESSA);
    world.mailer.meet('refuse');
    await send(world);
    await world.settle();
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([]);
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([TESSA]);
  });

  it('answers for more people than are looked up at once', async () => {
    await consenting(world, TESSA);
    const many = Array.from({ length: 1200 }, (_, i) => (i % 400 === 399 ? TESSA : personCode(900 + (i % 100))));
    expect(await world.hub.activeMailboxes(many)).toEqual([TESSA, TESSA, TESSA]);
  });

  it('makes nobody known by asking', async () => {
    await world.hub.activeMailboxes([PAULA]);
    expect(await makeRecipientIds(world.ports).find(PAULA)).toBeUndefined();
  });
});

describe('looking up a message', () => {
  it('shows it with its deliveries to the authority that sent it', async () => {
    await consenting(world);
    const id = await send(world);
    expect(done(await world.hub.showMessage.byId(TENANT, id)).deliveries).toEqual([]);
    await world.settle();
    const shown = done(await world.hub.showMessage.byId(TENANT, id));
    expect(shown.message.messageId).toBe(id);
    expect(shown.deliveries.map(({ delivery }) => delivery.deliveryId)).toEqual([`${id}-1`]);
  });

  it('finds it by its external id within its own system', async () => {
    await consenting(world);
    const id = await send(world);
    const { byExternalId } = world.hub.showMessage;
    expect(done(await byExternalId(SENDER, externalId.parse('asia-1'))).message.messageId).toBe(id);
    expect(await byExternalId(STRANGER, externalId.parse('asia-1'))).toEqual(UNKNOWN);
    expect(await byExternalId(SENDER, externalId.parse('asia-2'))).toEqual(UNKNOWN);
  });

  it('that another authority sent is like looking for none at all', async () => {
    await consenting(world);
    const id = await send(world);
    await world.settle();
    expect(await world.hub.showMessage.byId(OTHER_TENANT, id)).toEqual(UNKNOWN);
    expect(await world.hub.showMessage.byId(TENANT, messageId.parse(404))).toEqual(UNKNOWN);
  });

  it('by the system of one authority in the name of another finds nothing', async () => {
    await consenting(world);
    await send(world);
    const forged = { tenantId: OTHER_TENANT, systemId: SENDER.systemId };
    expect(await world.hub.showMessage.byExternalId(forged, externalId.parse('asia-1'))).toEqual(UNKNOWN);
  });
});
