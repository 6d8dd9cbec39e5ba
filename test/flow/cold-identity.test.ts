import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '#shared/adapters/crypto/key-ring';
import type { MessageId } from '#shared/domain/message/ids';
import { contentContext } from '#shared/domain/message/message';
import { makeRecipientIds } from '#shared/flow/recipient-ids';
import { emailContext } from '#shared/flow/send-notice';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';
import { NOON, TENANT, TESSA } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';
import type { World } from '#test/builders/world';
import { consenting, openWorld, send } from '#test/builders/world-people';

let world: World;
let message: MessageId;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  message = await send(world);
  await world.settle();
});

/** The hub after a key is destroyed: whoever asks for it gets another. */
function without(lost: string): Sealer {
  const { keys } = world.ports;
  const others: KeyStore = {
    read: async (name) => (name === lost ? undefined : keys.read(name)),
    putIfAbsent: async (name, wrapped) => (name === lost ? wrapped : keys.putIfAbsent(name, wrapped)),
  };
  return testSealer(others);
}

async function gate() {
  const id = await makeRecipientIds(world.ports).find(TESSA);
  const found = id && (await world.ports.gates.read(id));
  if (!found?.email) throw new Error('the consent of the example has no e-mail');
  return { ...found, email: found.email };
}

async function alias() {
  const { current } = await world.ports.sealer.hashesOf(TESSA);
  const found = await world.ports.aliases.read(current);
  if (!found) throw new Error('the example has no alias');
  return found;
}

async function contentBy(sealer: Sealer): Promise<string> {
  const stored = await world.ports.messages.read(message);
  if (!stored?.sealedContent) throw new Error('the message of the example has no content');
  return sealer.openContent('words', contentContext(stored), stored.sealedContent);
}

describe('destroying the key of identity', () => {
  it('leaves random ids in aliases and gates, and no person', async () => {
    const left = without('recipients');
    const { recipientId, sealed } = await alias();
    expect(recipientId).toMatch(/^r-/);
    await expect(left.openText(`alias/${recipientId}`, sealed)).rejects.toThrow();
    await expect(left.openText(emailContext(await gate()), (await gate()).email)).rejects.toThrow();
    expect(await world.ports.sealer.openText(`alias/${recipientId}`, sealed)).toBe(TESSA);
  });

  it('leaves contents as they were, and destroying a key of contents leaves identity', async () => {
    expect(await contentBy(without('recipients'))).toContain('186,00');
    const left = without(tenantMonth(TENANT, NOON));
    await expect(contentBy(left)).rejects.toThrow();
    expect(await left.openText(emailContext(await gate()), (await gate()).email)).toBe('active@example.fi');
  });

  it('stands in the open nowhere: neither the code nor the address is in an alias or a gate', async () => {
    const stored = JSON.stringify([await alias(), await gate()]);
    for (const words of [TESSA, 'active@example.fi', 'Testilä']) expect(stored).not.toContain(words);
  });
});
