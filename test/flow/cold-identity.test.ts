import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '#shared/adapters/crypto/key-ring';
import { type MessageId, externalId } from '#shared/domain/message/ids';
import { openWords, openWriter } from '#shared/flow/mailbox/inbound-content';
import { addressContext } from '#shared/flow/delivery-postal/order-print';
import { findIdentity, findWords, openAddressee, readContent } from '#shared/flow/delivery/read-content';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { openAsked, openRequester } from '#shared/flow/own-data/request-data';
import { emailContext } from '#shared/flow/notice/notice-context';
import { calendarDate } from '#shared/kernel/time';
import { type Sealer, identityMonth, tenantMonth } from '#shared/ports/sealer';
import { NOON, PAULA, SERVICE, TENANT, TESSA, paperPart } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';
import type { World } from '#test/builders/world';
import { BORN, MARKKU, NIKO, family } from '#test/builders/world-families';
import { acting, consenting, deliveryOf, done, letters, openWorld, send, upload } from '#test/builders/world-people';

type Opening = (by: Sealer) => Promise<unknown>;

const ANOTHER = externalId.parse('toinen');
const SAID = tenantMonth(TENANT, NOON);
const MEANT = identityMonth(TENANT, NOON);

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

async function stored() {
  const found = await world.ports.messages.read(message);
  if (!found) throw new Error('the message of the example is gone');
  return found;
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

  it('leaves messages as they were, and destroying a key of messages leaves identity', async () => {
    const [left, readable] = [without('recipients'), without(SAID)];
    expect(await readContent(left, await stored())).toMatchObject({ recipient: { id: TESSA } });
    expect(await readable.openText(emailContext(await gate()), (await gate()).email)).toBe('active@example.fi');
  });

  it('stands in the open nowhere: neither the code nor the address is in an alias or a gate', async () => {
    const stored = JSON.stringify([await alias(), await gate()]);
    for (const words of [TESSA, 'active@example.fi', 'Testilä']) expect(stored).not.toContain(words);
  });
});

/** What is left, told as text; `undefined` where nothing can be opened any more. */
async function left(open: () => Promise<unknown>): Promise<string | undefined> {
  return open().then(JSON.stringify, () => undefined);
}

describe("of an authority's month", () => {
  const codeOrName = /010280|Testilä|Kirjetie/;
  const says = /186,00|milloin|tiedot/;

  /** How each thing that says something to or of somebody is opened, for its words and for its person. */
  async function opened(): Promise<Record<string, { words: Opening; who: Opening }>> {
    const person = await acting(world, TESSA);
    const wrote = done(
      await world.hub.write(person, SERVICE, { title: 'K', body: 'Hei, milloin?', attachmentIds: [] }),
    );
    const wish = { authorityId: TENANT, what: 'Kaikki tiedot', language: 'fi' } as const;
    const asked = done(await world.hub.requestData(person, { ...wish, serviceId: SERVICE })).request;
    const [sent, inbound] = [await stored(), await world.ports.inbound.read(wrote)];
    if (!inbound) throw new Error('what was written is gone');
    return {
      'a message': { words: (by) => findWords(by, sent), who: (by) => findIdentity(by, sent) },
      'what somebody wrote': { words: (by) => openWords(by, inbound), who: (by) => openWriter(by, inbound) },
      'a request for own data': { words: (by) => openAsked(by, asked), who: (by) => openRequester(by, asked) },
    };
  }

  it.each(['a message', 'what somebody wrote', 'a request for own data'])(
    'the key of identity leaves of %s its words, and the key of what was said leaves its person',
    async (name) => {
      const thing = (await opened())[name];
      const [noone, nothing] = [without(MEANT), without(SAID)];
      expect(await left(async () => thing?.words(noone))).toMatch(says);
      expect(await left(async () => thing?.words(noone))).not.toMatch(codeOrName);
      expect(await left(async () => thing?.who(noone))).toBeUndefined();
      expect(await left(async () => thing?.who(nothing))).toMatch(codeOrName);
      expect(await left(async () => thing?.who(nothing))).not.toMatch(says);
      expect(await left(async () => thing?.words(nothing))).toBeUndefined();
    },
  );

  it('the key of identity alone opens the address of a letter, the code of a guardian and who is excepted', async () => {
    await family(world, BORN['under 15']);
    const id = await send(world, {
      externalId: ANOTHER,
      recipient: { id: NIKO },
      paperMail: paperPart(await upload(world)),
    });
    await world.settle();
    const [letter, ...more] = await letters(world);
    const delivery = await deliveryOf(world, id);
    const excepted = {
      recipientId: TESSA,
      from: calendarDate.parse('2026-11-01'),
      to: calendarDate.parse('2027-11-01'),
      ground: 'FOREIGN',
    } as const;
    await world.hub.grant(TENANT, 'poikkeus', { ...excepted, decidedBy: 'Päättäjä' });
    const exception = await world.ports.exceptions.read(TENANT, 'poikkeus');
    if (!letter || !exception || more.length > 0) throw new Error('not exactly one letter and one exception');
    const people = [
      { open: async (by: Sealer) => by.openText(addressContext(letter.letterId), letter.address), who: 'Markku' },
      { open: async (by: Sealer) => openAddressee(by, delivery), who: MARKKU },
      { open: async (by: Sealer) => by.openText(`exception/${TENANT}/poikkeus`, exception.sealed), who: TESSA },
    ];
    for (const { open, who } of people) {
      expect(await left(async () => open(without(SAID)))).toContain(who);
      expect(await left(async () => open(without(MEANT)))).toBeUndefined();
    }
  });

  it('no code can be tried against the hash of a content that is left', async () => {
    const { contentSha256, bodyDigest } = await stored();
    await consenting(world, PAULA, 'paula@example.fi');
    const same = await send(world, { externalId: ANOTHER, recipient: { id: PAULA } });
    const other = await world.ports.messages.read(same);
    const words = await findWords(without(MEANT), await stored());
    expect(JSON.stringify(other && (await findWords(world.ports.sealer, other)))).toBe(JSON.stringify(words));
    expect(contentSha256).toBe(world.ports.sealer.sha256(`${bodyDigest}\n${JSON.stringify(words)}`));
    expect(other?.contentSha256).not.toBe(contentSha256);
  });
});
