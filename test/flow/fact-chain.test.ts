import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { originHash, originOf } from '#shared/domain/evidence/fact-chain';
import { actorOf } from '#shared/domain/message/facts';
import { type MessageId, serviceId } from '#shared/domain/message/ids';
import { readContent } from '#shared/flow/delivery/read-content';
import { firstBroken } from '#test/builders/domain-evidence';
import { SERVICE, TENANT, TESSA, paperPart } from '#test/builders/messages';
import { type World } from '#test/builders/world';
import { acting, consenting, deliveryOf, done, openWorld, send, upload, withdraw } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function brokenIn(id: MessageId): Promise<number | undefined> {
  const message = await world.ports.messages.read(id);
  const content = message && (await readContent(world.ports.sealer, message));
  const documents = content?.documents.map(({ sha256 }) => sha256);
  const delivery = await deliveryOf(world, id);
  const start = originHash(fingerprint, originOf(delivery, { contentSha256: message?.contentSha256, documents }));
  return firstBroken(start, delivery.facts);
}

describe('every writer of facts', () => {
  it('continues the chain of an electronic delivery to its opening', async () => {
    const id = await send(world);
    await world.settle();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    expect((await deliveryOf(world, id)).facts.map((fact) => [fact.type, actorOf(fact).role])).toEqual([
      ['ACCEPTED', 'AUTHORITY'],
      ['DECIDED', 'SYSTEM'],
      ['MAILBOX_STORED', 'SYSTEM'],
      ['NOTICE_SENT', 'SYSTEM'],
      ['OPENED', 'SELF'],
    ]);
    expect(await brokenIn(id)).toBeUndefined();
  });

  it('continues it through a letter, its provider named as the one who reports', async () => {
    await withdraw(world);
    const id = await send(world, { paperMail: paperPart(await upload(world)) });
    await world.settle();
    const [letter] = await world.ports.shelf.list('READY', { limit: 1 });
    if (!letter) throw new Error('no letter');
    done(await world.hub.recordPostalEvent(letter.letterId, { type: 'PRINTED', eventId: 'p-1', at: world.now() }));
    const { facts } = await deliveryOf(world, id);
    expect(facts.at(-1)).toMatchObject({ type: 'PRINTED', by: { role: 'PROVIDER' }, eventId: 'p-1' });
    expect(await brokenIn(id)).toBeUndefined();
  });

  it('begins it for what a person writes to an authority, and says who wrote', async () => {
    const person = await acting(world, TESSA);
    const id = done(
      await world.hub.write(person, serviceId.parse(SERVICE), { title: 'Hei', body: 'Kysyn', attachmentIds: [] }),
    );
    const delivery = await deliveryOf(world, id);
    expect(delivery.tenantId).toBe(TENANT);
    expect(delivery.facts).toMatchObject([{ type: 'RECEIVED', by: { role: 'SELF', assurance: 'STRONG' } }]);
    expect(JSON.stringify(delivery.facts)).not.toContain('recipients:');
    expect(firstBroken(originHash(fingerprint, originOf(delivery, {})), delivery.facts)).toBeUndefined();
  });
});
