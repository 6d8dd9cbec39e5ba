import { beforeEach, describe, expect, it } from 'vitest';
import { CALLS_FOR_ANOTHER } from '#shared/contracts/me/acts';
import type { MailboxSearch } from '#shared/domain/mailbox/search';
import { type MessageId, externalId } from '#shared/domain/message/ids';
import { makeFindConversation } from '#shared/flow/mailbox/find-conversation';
import { permit } from '#shared/flow/mandate/permit';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { MINUTE } from '#shared/kernel/time';
import { COMPANY, SERVICE, TESSA, address, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { held, paulaFor, withTwo } from '#test/builders/world-mandates';
import { acting, done, openWorld, send } from '#test/builders/world-people';

const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };
const MATTERS = { type: 'MATTERS' as const, matters: [{ serviceId: SERVICE, matterId: 'M1' }] };
const WRITING = { title: 'Oma kysymys', body: 'Hei', attachmentIds: [] };
const ALONE = electronicPart({ title: 'Vain sinulle', visibility: 'Recipient only' });

let world: World;
let sent = 0;

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
  sent = 0;
});

async function arrived(matterId?: string, part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  sent += 1;
  const id = await send(world, { externalId: externalId.parse(`asia-${sent}`), hub: { matterId }, ...part });
  await world.settle();
  world.tick(MINUTE);
  return id;
}

async function replied(to: MessageId): Promise<MessageId> {
  world.tick(MINUTE);
  return done(await world.hub.reply(await acting(world, TESSA), to, { body: 'Kiitos', attachmentIds: [] }));
}

async function found(as: Acting, search: Partial<MailboxSearch>): Promise<MessageId[]> {
  const { lines } = await world.hub.listAs(as, { limit: 50, search: { folder: 'INBOX', ...search } });
  return lines.map(({ messageId }) => messageId);
}

const sentSeen = async (as: Acting) =>
  (await world.hub.listSent(as, { limit: 50 })).lines.map(({ messageId }) => messageId);
const logged = async () => {
  const { recipientId } = await acting(world, TESSA);
  const log = recipientId ? await world.ports.accessLog.list(recipientId, { limit: 50 }) : [];
  return log.map(({ act }) => act);
};

describe('an agent’s search and counts', () => {
  it('tell only of what the mandate reaches', async () => {
    await held(world, { scope: MATTERS });
    const mine = await arrived('M1');
    await arrived('M2');
    await arrived('M1', { electronic: ALONE });
    const agent = done(await paulaFor(world));
    expect(await found(agent, { state: 'NEW' })).toEqual([mine]);
    expect(await found(agent, { title: 'vain sinulle' })).toEqual([]);
    expect(await world.hub.countUnread(agent)).toEqual({ unread: 1, awaitingReceipt: 0, complete: true });
    expect(await world.hub.countUnread(await acting(world, TESSA))).toMatchObject({ unread: 3 });
    expect(await logged()).toEqual(['MAILBOX_LISTED', 'MAILBOX_LISTED', 'MAILBOX_LISTED']);
  });

  it('leave out what is for the recipient alone in the folder of the deleted ones too', async () => {
    await held(world);
    const [shared, alone] = [await arrived(), await arrived(undefined, { electronic: ALONE })];
    const tessa = await acting(world, TESSA);
    for (const id of [shared, alone]) done(await world.hub.deleteMessage(tessa, id));
    expect(await found(done(await paulaFor(world)), { folder: 'DELETED' })).toEqual([shared]);
  });
});

describe('what is not mail, to an agent', () => {
  const CALLS = Object.entries(CALLS_FOR_ANOTHER);

  it('is refused: choices for matters, consent, its history, mandates and own data, by a mandate for matters or for all', async () => {
    for (const scope of [MATTERS, { type: 'WHOLE_MAILBOX' as const }]) {
      await held(world, { scope });
      const agent = done(await paulaFor(world));
      const open = CALLS.filter(([, { act }]) => permit(agent, act, ['MAILBOX']).ok).map(([call]) => call);
      expect(open.filter((call) => /consent|matters|mandates|data-requests/.test(call))).toEqual([]);
      expect(open).toContain('GET /me/v1/messages');
    }
  });

  it('shows of a conversation what the mandate reaches, whoever began it', async () => {
    await held(world, { scope: MATTERS });
    const own = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const answer = electronicPart({ title: 'Vastaus', inReplyToMessageId: own });
    const mine = await arrived('M1', { electronic: answer });
    await arrived('M2', { electronic: answer });
    const agent = done(await paulaFor(world));
    expect(done(await world.hub.showThread(agent, own)).map(({ messageId }) => messageId)).toEqual([mine]);
  });
});

describe('what was sent, to an agent', () => {
  it('is there by the message it answers, and of a mandate for matters nothing else is', async () => {
    await held(world, { scope: MATTERS });
    const root = await arrived('M1');
    const alone = await arrived('M1', { electronic: ALONE });
    const [open, hidden] = [await replied(root), await replied(alone)];
    const own = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const agent = done(await paulaFor(world));
    expect(await sentSeen(agent)).toEqual([open]);
    done(await world.hub.showSent(agent, open));
    for (const id of [hidden, own]) expect(await world.hub.showSent(agent, id)).toEqual(UNKNOWN);
    expect(done(await world.hub.showThread(agent, root)).map(({ messageId }) => messageId)).toEqual([root, open]);
    expect(await world.hub.showThread(agent, alone)).toEqual(UNKNOWN);
    expect(await sentSeen(await acting(world, TESSA))).toHaveLength(3);
    expect(await logged()).toContain('MESSAGE_OPENED');
  });

  it('leads from a message to its conversation only where more of that is seen', async () => {
    await held(world, { scope: MATTERS });
    const [root, silent] = [await arrived('M1'), await arrived('M1')];
    await replied(root);
    const own = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const answering = electronicPart({ inReplyToMessageId: own });
    const answer = await arrived('M1', { electronic: answering });
    const conversationOf = makeFindConversation(world.ports);
    const [agent, tessa] = [done(await paulaFor(world)), await acting(world, TESSA)];
    for (const each of [agent, tessa]) {
      expect(await conversationOf(each, { messageId: root })).toBe(root);
      expect(await conversationOf(each, { messageId: silent })).toBeUndefined();
    }
    expect(await conversationOf(tessa, { messageId: answer, electronic: answering })).toBe(own);
    expect(await conversationOf(agent, { messageId: answer, electronic: answering })).toBeUndefined();
    expect(await logged()).toEqual([]);
  });

  it('hides an answer to what is for the recipient alone in an open conversation', async () => {
    await held(world);
    const own = done(await world.hub.write(await acting(world, TESSA), SERVICE, WRITING));
    const secret = await arrived(undefined, {
      electronic: electronicPart({ title: 'Vain sinulle', visibility: 'Recipient only', inReplyToMessageId: own }),
    });
    await replied(secret);
    const agent = done(await paulaFor(world));
    expect(done(await world.hub.showThread(agent, own)).map(({ title }) => title)).toEqual(['Oma kysymys']);
    expect(await sentSeen(agent)).toEqual([own]);
  });
});

describe('a deletion', () => {
  it('is not an agent’s: what is gone is gone for all who read the mailbox', async () => {
    await held(world);
    const agent = done(await paulaFor(world));
    expect(permit(agent, 'DELETE_MAIL', ['MAILBOX'])).toEqual({ ok: false, refusal: { kind: 'act-not-covered' } });
  });

  it('is that of who represents an organisation, and is in its log', async () => {
    const representatives = [{ id: TESSA, role: 'PRESIDENT' }];
    const company = { name: 'Kuljetus Oy', kind: 'COMPANY' as const, postalAddress: address(), representatives };
    await world.ports.entry.enterBusiness(COMPANY, company);
    const president = await acting(world, TESSA, COMPANY);
    expect(permit(president, 'DELETE_MAIL', [])).toMatchObject({ ok: true });
    const seenVersion = (await world.hub.consentOf(president.recipientId)).version;
    const wish = { electronic: true, email: 'oy@example.fi', language: 'fi', seenVersion } as const;
    done(await world.hub.setConsent(president, wish));
    const id = await arrived(undefined, { recipient: { id: COMPANY } });
    const now = await acting(world, TESSA, COMPANY);
    for (let n = 0; n < 2; n += 1) done(await world.hub.deleteMessage(now, id));
    done(await world.hub.restoreMessage(now, id));
    const log = now.recipientId ? await world.ports.accessLog.list(now.recipientId, { limit: 9 }) : [];
    expect(log.map(({ act, messageId }) => [act, messageId]).toSorted()).toEqual([
      ['MESSAGE_DELETED', id],
      ['MESSAGE_RESTORED', id],
    ]);
  });
});
