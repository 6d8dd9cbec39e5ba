import { describe, expect, it } from 'vitest';
import { type SentLine, type Turn, sentName } from '#shared/domain/mailbox/sent';
import { messageId } from '#shared/domain/message/ids';
import { DAY, after } from '#shared/kernel/time';
import { NOON, SERVICE, TENANT } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const ROOT = messageId.parse(7);

function line(n: number, part: Partial<SentLine> = {}): SentLine {
  const receivedAt = after(NOON, n * DAY);
  return {
    recipientId: OWNER,
    sent: sentName(receivedAt, n),
    messageId: messageId.parse(n),
    tenantId: TENANT,
    serviceId: SERVICE,
    receivedAt,
    rootMessageId: ROOT,
    title: 'tenant/esimerkkikaupunki/2026-11:sealed',
    ...part,
  };
}

function turn(n: number, part: Partial<Turn> = {}): Turn {
  const place = { recipientId: OWNER, rootMessageId: ROOT, messageId: messageId.parse(n) };
  return { ...place, at: after(NOON, n * DAY), direction: 'SENT', ...part };
}

/** What every Correspondence must do. */
export function correspondenceContract(name: string, make: () => Promise<Pick<Stores, 'correspondence'>>): void {
  describe(`Correspondence: ${name}`, () => {
    it('has nothing of who never wrote', async () => {
      const { correspondence } = await make();
      expect(await correspondence.sent(OWNER, { limit: 10 })).toEqual([]);
      expect(await correspondence.turns(OWNER, ROOT, 10)).toEqual([]);
    });

    it('lists what was sent, the newest first, a page at a time, each once', async () => {
      const { correspondence } = await make();
      for (const n of [2, 1, 3, 3]) await correspondence.enter(line(n));
      expect(await correspondence.sent(OWNER, { limit: 2 })).toEqual([line(3), line(2)]);
      expect(await correspondence.sent(OWNER, { limit: 2, after: line(2).sent })).toEqual([line(1)]);
    });

    it('gives the turns of a conversation, the oldest first, each once', async () => {
      const { correspondence } = await make();
      for (const n of [2, 1, 3, 3]) await correspondence.join(turn(n, { direction: n === 2 ? 'RECEIVED' : 'SENT' }));
      expect(await correspondence.turns(OWNER, ROOT, 10)).toEqual([
        turn(1),
        turn(2, { direction: 'RECEIVED' }),
        turn(3),
      ]);
      expect(await correspondence.turns(OWNER, ROOT, 2)).toHaveLength(2);
    });

    it('takes a line and a turn away for good, and doing it again changes nothing', async () => {
      const { correspondence } = await make();
      for (const n of [1, 2]) {
        await correspondence.enter(line(n));
        await correspondence.join(turn(n));
      }
      for (let n = 0; n < 2; n += 1) {
        await correspondence.remove(line(1));
        await correspondence.leave(turn(1));
      }
      expect(await correspondence.sent(OWNER, { limit: 10 })).toEqual([line(2)]);
      expect(await correspondence.turns(OWNER, ROOT, 10)).toEqual([turn(2)]);
    });

    it('shows nobody what is another’s, nor another conversation', async () => {
      const { correspondence } = await make();
      await correspondence.enter(line(1));
      await correspondence.join(turn(1));
      await correspondence.join(turn(2, { rootMessageId: messageId.parse(77) }));
      expect(await correspondence.sent(recipientNo(2), { limit: 10 })).toEqual([]);
      expect(await correspondence.turns(recipientNo(2), ROOT, 10)).toEqual([]);
      expect(await correspondence.turns(OWNER, ROOT, 10)).toEqual([turn(1)]);
    });
  });
}
