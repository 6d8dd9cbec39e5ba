import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostiCredentials } from '#shared/domain/delivery-postal/posti-account';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { MessageId } from '#shared/domain/message/ids';
import { DAY } from '#shared/kernel/time';
import { NOON, PAULA, SENDER, SERVICE, STRANGER, address } from '#test/builders/messages';
import { HUB_AT_POST, type NationalPost, startNationalPost } from '#test/builders/national-post';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { consenting, deliveryOf, done, factsOf, letters, send, told, withdraw } from '#test/builders/world-people';
import {
  type Paper,
  POSTI_PASSWORD as PASSWORD,
  nameOf,
  paying,
  postedTo,
  relayWorld,
  relaying,
} from '#test/builders/world-relay';

const STANDING: PostiCredentials = {
  postiMessaging: { username: 'vara01', password: 'vR9x', contactDetails: { email: 'vara@example.fi' } },
  costPool: 'VARA1',
  sender: { address: address({ name: 'Varhaiskasvatus', streetAddress: 'PL 1' }) },
};

let post: NationalPost;
let world: World;
let faults: unknown[];

async function openRelayWorld(): Promise<void> {
  ({ world, faults } = await relayWorld(post));
}

beforeEach(async () => {
  post = await startNationalPost();
  await openRelayWorld();
});
afterEach(async () => {
  await post.close();
});

const posted = async (n: number, paper: Paper = {}) => postedTo(world, n, paper);

/** Electronic only, to somebody who withdraws the consent before opening it: the hub writes the letter itself. */
async function laidOut(): Promise<MessageId> {
  await consenting(world);
  const id = await send(world);
  await withdraw(world);
  await world.settle();
  return id;
}

async function cut() {
  const run = await world.hub.cutBatches();
  await world.settle();
  return run;
}

const decisionOn = async (id: MessageId) => foldFacts((await deliveryOf(world, id)).facts).decision;

describe('a letter that is relayed', () => {
  it('waits for the cut, which gives it to the national service with all it asks for', async () => {
    const id = await posted(1, { messageServiceType: 'Verifiable', colorPrinting: true });
    expect(post.letters).toEqual([]);
    expect(await cut()).toEqual({ batches: 1, letters: 1, left: 0 });
    expect(post.letters).toMatchObject([
      {
        externalId: nameOf(id),
        sender: { serviceId: SERVICE },
        paperMail: {
          createAddressPage: false,
          messageServiceType: 'Verifiable',
          colorPrinting: true,
          twoSidedPrinting: true,
          recipient: { address: { name: 'Testilä Tessa' } },
          sender: { address: { name: 'Esimerkkikaupunki' } },
          ...paying(PASSWORD),
        },
      },
    ]);
    expect(await letters(world)).toMatchObject([{ relayed: { outcome: 'SENT', messageId: 1 } }]);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'HANDED_TO_POSTAL']);
    expect(await cut()).toEqual({ batches: 0, letters: 0, left: 0 });
    expect(post.letters).toHaveLength(1);
  });

  it('can be recalled until it is cut', async () => {
    const id = await posted(1);
    done(await world.hub.recallMessage(SENDER.tenantId, id, 'virhe'));
    await cut();
    expect(post.calls).toEqual([]);
  });

  it.each([500, 401, 413, 400, 409] as const)('stands in no other’s way where its answer is %i', async (answer) => {
    for (const n of [1, 2, 3]) await posted(n);
    const at = answer === 413 ? 'upload' : 'send';
    post.faults.push({ at, nth: 2, answer });
    await cut();
    await cut();
    const names = post.letters.map(({ externalId }) => externalId);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(answer === 413 || answer === 400 || answer === 409 ? 2 : 3);
    const shelved = (await letters(world)).map(({ relayed }) => relayed?.outcome).sort();
    expect(shelved).toEqual(answer === 413 || answer === 400 ? ['REFUSED', 'SENT', 'SENT'] : ['SENT', 'SENT', 'SENT']);
  });

  it('that failed is counted as left, and given alone at the next run', async () => {
    for (const n of [1, 2]) await posted(n);
    post.faults.push({ at: 'send', nth: 1, answer: 'cut' });
    expect(await cut()).toEqual({ batches: 0, letters: 0, left: 1 });
    const calls = post.calls.length;
    expect(await cut()).toEqual({ batches: 1, letters: 2, left: 0 });
    expect(post.calls.slice(calls)).toEqual(['POST /v2/attachments', 'POST /v2/paper-mail-without-id']);
    expect(post.letters).toHaveLength(2);
  });

  it('waits with all others where the hub itself is not let in, and is nobody’s task', async () => {
    const ids = await Promise.all([1, 2].map(async (n) => posted(n)));
    for (const nth of [1, 2, 3, 4]) post.faults.push({ at: 'token', nth, answer: 400 });
    expect(await cut()).toMatchObject({ left: 2 });
    for (const id of ids) expect(await decisionOn(id)).toMatchObject({ channel: 'LETTER' });
    while ((await cut()).left > 0);
    expect(post.letters).toHaveLength(2);
  });

  it('is not asked for letter by letter where the national service is not there', async () => {
    for (let n = 1; n <= 20; n += 1) await posted(n);
    for (let nth = 1; nth <= 40; nth += 1) post.faults.push({ at: 'token', nth, answer: 502 });
    expect(await cut()).toMatchObject({ left: 20 });
    expect(post.calls.length).toBeLessThanOrEqual(12);
  });
});

describe('a letter that is not taken', () => {
  it('for its Posti credentials is its authority’s task the same day, and given no more', async () => {
    post.refusedPasswords.add('XXXX');
    const id = await posted(1, paying('XXXX'));
    const other = await posted(2);
    await cut();
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'POSTAL_REFUSED' });
    expect((await factsOf(world, id)).slice(-2)).toEqual(['DECIDED', 'AUTHORITY_NOTIFIED']);
    const tasks = (await told(world)).filter(({ fact }) => fact.type === 'AUTHORITY_NOTIFIED');
    expect(tasks).toMatchObject([{ messageId: id, fact: { task: 'MANUAL' } }]);
    expect(await decisionOn(other)).toMatchObject({ channel: 'LETTER' });
    post.refusedPasswords.clear();
    await cut();
    expect(post.letters.map(({ externalId }) => externalId)).toEqual([nameOf(other)]);
  });

  it('since nobody pays for it is the same; with the credentials of its service it goes by these', async () => {
    const id = await laidOut();
    await cut();
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'POSTI_CREDENTIALS_MISSING' });
    expect(post.calls).toEqual([]);

    await openRelayWorld();
    done(await world.hub.postiAccount.keep(SENDER, SERVICE, STANDING));
    await laidOut();
    await cut();
    expect(post.letters).toMatchObject([
      {
        paperMail: {
          printingAndEnvelopingService: { postiMessaging: STANDING.postiMessaging, costPool: 'VARA1' },
          sender: STANDING.sender,
        },
      },
    ]);
  });

  it('by anybody but named staff stays here', async () => {
    await world.ports.entry.enterPerson(PAULA, {
      name: 'Postila Paula',
      protectionOrder: true,
      contactAddress: address({ streetAddress: 'PL 7' }),
    });
    const id = await posted(1);
    await cut();
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'NO_RESTRICTED_PRINT' });
    expect(post.calls).toEqual([]);
  });
});

describe('what a message brings to pay with', () => {
  it('goes before what stands for its service', async () => {
    done(await world.hub.postiAccount.keep(SENDER, SERVICE, STANDING));
    await posted(1);
    await cut();
    expect(post.letters).toMatchObject([{ paperMail: paying(PASSWORD) }]);
  });

  it('lies nowhere in the open: not on the shelf, in a fact or in what is kept for a service', async () => {
    done(await world.hub.postiAccount.keep(SENDER, SERVICE, STANDING));
    const id = await posted(1);
    await cut();
    const { messages, accounts } = world.ports;
    const open = JSON.stringify([
      await letters(world),
      await deliveryOf(world, id),
      await told(world),
      await messages.read(id),
      await accounts.read(SERVICE),
      faults,
    ]);
    for (const secret of [PASSWORD, 'vR9x', HUB_AT_POST.password, 'Testilä']) expect(open).not.toContain(secret);
  });
});

describe('the credentials of a service', () => {
  it('are shown without their password, to the systems of the service alone, and can be dropped', async () => {
    const { keep, show, drop } = world.hub.postiAccount;
    expect(await show(SENDER, SERVICE)).toMatchObject({ ok: false });
    done(await keep(SENDER, SERVICE, STANDING));
    const shown = done(await show(SENDER, SERVICE));
    expect(shown).toEqual({
      serviceId: SERVICE,
      username: 'vara01',
      email: 'vara@example.fi',
      costPool: 'VARA1',
      sender: STANDING.sender,
      changedAt: NOON,
    });
    for (const refused of [await keep(STRANGER, SERVICE, STANDING), await drop(STRANGER, SERVICE)])
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'service-unknown' } });
    expect(await show(STRANGER, SERVICE)).toMatchObject({ ok: false, refusal: { kind: 'service-unknown' } });
    done(await drop(SENDER, SERVICE));
    done(await drop(SENDER, SERVICE));
    expect(await show(SENDER, SERVICE)).toMatchObject({ ok: false });
  });
});

describe('a process that dies', () => {
  it.each<Death>(['before', 'after'])('%s any call of the hand-over leaves each letter sent once', async (death) => {
    for (let at = 1, died = true; died; at += 1) died = await dieAt(at, death);
  });
});

async function dieAt(at: number, death: Death): Promise<boolean> {
  post.letters.length = 0;
  post.refusedPasswords.add('XXXX');
  await openRelayWorld();
  const [first, refused] = [await posted(1), await posted(2, paying('XXXX'))];
  world.restart((ports) => relaying(mortal(ports, { at, death }), post, faults));
  const died = await world.hub.cutBatches().then(
    () => faults.some((fault) => fault instanceof ProcessDied),
    () => true,
  );
  world.restart((ports) => relaying(ports, post, faults));
  for (let runs = 0; runs < 3; runs += 1) await cut();
  await world.moveBy(DAY);
  expect(post.letters.map(({ externalId }) => externalId)).toEqual([nameOf(first)]);
  expect(await decisionOn(refused)).toMatchObject({ channel: 'MANUAL', reason: 'POSTAL_REFUSED' });
  return died;
}
