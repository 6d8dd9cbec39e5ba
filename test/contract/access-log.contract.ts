import { describe, expect, it } from 'vitest';
import type { AccessEntry } from '#shared/domain/access/access-entry';
import { messageId } from '#shared/domain/message/ids';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const entryNo = (n: number, part: Partial<AccessEntry> = {}): AccessEntry => ({
  entryId: `e-${n}`,
  at: after(NOON, n * MINUTE),
  act: 'CONSENT_SHOWN',
  by: { role: 'OFFICIAL', assurance: 'HIGH', name: 'recipients:sealed' },
  organisation: 'Palvelupiste',
  reason: 'recipients:sealed-reason',
  ...part,
});

/** What every AccessLog must do. */
export function accessLogContract(name: string, make: () => Promise<Pick<Stores, 'accessLog'>>): void {
  describe(`AccessLog: ${name}`, () => {
    it('holds nothing on somebody nobody has looked at', async () => {
      const { accessLog } = await make();
      expect(await accessLog.list(OWNER, { limit: 10 })).toEqual([]);
    });

    it('gives every entry back as it was entered, newest first, to its owner alone', async () => {
      const { accessLog } = await make();
      const opened = entryNo(2, { act: 'MESSAGE_OPENED', messageId: messageId.parse(7), reason: undefined });
      await accessLog.enter(OWNER, entryNo(1));
      await accessLog.enter(OWNER, opened);
      await accessLog.enter(OWNER, entryNo(0));
      expect(await accessLog.list(OWNER, { limit: 10 })).toEqual([opened, entryNo(1), entryNo(0)]);
      expect(await accessLog.list(recipientNo(2), { limit: 10 })).toEqual([]);
    });

    it('pages, also through entries of one moment', async () => {
      const { accessLog } = await make();
      const entries = [5, 4, 3, 2, 1].map((n) => entryNo(n, { at: NOON }));
      await Promise.all(entries.map(async (entry) => accessLog.enter(OWNER, entry)));
      const first = await accessLog.list(OWNER, { limit: 2 });
      const second = await accessLog.list(OWNER, { after: first.at(-1)?.entryId, limit: 2 });
      const third = await accessLog.list(OWNER, { after: second.at(-1)?.entryId, limit: 2 });
      expect([...first, ...second, ...third]).toEqual(entries);
    });

    it('enters an entry once, where it stood first, however often and whenever it is repeated', async () => {
      const { accessLog } = await make();
      await accessLog.enter(OWNER, entryNo(1));
      await accessLog.enter(OWNER, { ...entryNo(1), at: after(NOON, 60 * MINUTE), act: 'DATA_ERASED' });
      await Promise.all([entryNo(2), entryNo(2), entryNo(2)].map(async (entry) => accessLog.enter(OWNER, entry)));
      expect(await accessLog.list(OWNER, { limit: 10 })).toEqual([entryNo(2), entryNo(1)]);
    });

    it('goes on from no entry it does not hold', async () => {
      const { accessLog } = await make();
      await accessLog.enter(OWNER, entryNo(1));
      expect(await accessLog.list(OWNER, { after: 'e-999', limit: 10 })).toEqual([]);
    });
  });
}
