import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const ID = messageId.parse(7);

/** What every Trash must do. */
export function trashContract(name: string, make: () => Promise<Pick<Stores, 'trash'>>): void {
  describe(`Trash: ${name}`, () => {
    it('knows nothing of a message that was never deleted', async () => {
      const { trash } = await make();
      expect(await trash.read(OWNER, ID)).toBeUndefined();
    });

    it('keeps the newest mark of a message', async () => {
      const { trash } = await make();
      await trash.put(OWNER, { messageId: ID, deletedAt: NOON });
      expect(await trash.read(OWNER, ID)).toEqual({ messageId: ID, deletedAt: NOON });
      await trash.put(OWNER, { messageId: ID });
      expect(await trash.read(OWNER, ID)).toEqual({ messageId: ID });
    });

    it('forgets the mark of a message for good, and doing it again changes nothing', async () => {
      const { trash } = await make();
      await trash.put(OWNER, { messageId: ID, deletedAt: NOON });
      await trash.put(recipientNo(2), { messageId: ID, deletedAt: NOON });
      for (let n = 0; n < 2; n += 1) await trash.remove(OWNER, ID);
      expect(await trash.read(OWNER, ID)).toBeUndefined();
      expect(await trash.read(recipientNo(2), ID)).toBeDefined();
    });

    it('tells one owner from another, and one message from another', async () => {
      const { trash } = await make();
      await trash.put(OWNER, { messageId: ID, deletedAt: NOON });
      expect(await trash.read(recipientNo(2), ID)).toBeUndefined();
      expect(await trash.read(OWNER, messageId.parse(8))).toBeUndefined();
    });
  });
}
