import { describe, expect, it } from 'vitest';
import type { AccessEntry } from '#shared/domain/access/access-entry';
import { messageId } from '#shared/domain/message/ids';
import { MINUTE, after, instant } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { entriesDue, wakesOf } from '#test/contract/wake-entries';

const OWNER = recipientNo(1);
const at = (moment: string) => instant.parse(moment);
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
export function accessLogContract(name: string, make: () => Promise<Pick<Stores, 'accessLog' | 'index'>>): void {
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

    it('owes the end of each calendar year of Helsinki, two years after it', async () => {
      const { accessLog, index } = await make();
      await accessLog.enter(OWNER, entryNo(1, { at: at('2026-12-31T21:59:59.999Z') }));
      await accessLog.enter(OWNER, entryNo(2, { at: at('2026-12-31T22:00:00.000Z') }));
      await accessLog.enter(OWNER, entryNo(3, { at: at('2027-06-01T00:00:00.000Z') }));
      expect(await wakesOf(index)).toEqual(['2028-12-31T22:00:00.000Z', '2029-12-31T22:00:00.000Z']);
      const [first] = await entriesDue(index);
      expect(first && (await index.read(first))?.item).toEqual({
        type: 'own-data',
        recipientId: OWNER,
        of: 'access-log',
      });
    });

    it('gives what is from before a moment oldest first, removes it for good, and forgets the year', async () => {
      const { accessLog, index } = await make();
      const old = [1, 2, 3].map((n) => entryNo(n, { at: at('2026-05-01T00:00:00.000Z') }));
      const young = entryNo(4, { at: at('2027-01-01T00:00:00.000Z') });
      for (const entry of [...old, young]) await accessLog.enter(OWNER, entry);
      const over = at('2026-12-31T22:00:00.000Z');
      const [page, rest] = [await accessLog.before(OWNER, over, { limit: 2 }), old[2]];
      expect(page).toEqual(old.slice(0, 2));
      expect(await accessLog.before(OWNER, over, { after: page[1], limit: 2 })).toEqual([rest]);
      await accessLog.remove(OWNER, page);
      await accessLog.remove(OWNER, page);
      expect(await accessLog.before(OWNER, over, { after: page[1], limit: 2 })).toEqual([rest]);
      expect(await accessLog.list(OWNER, { limit: 10 })).toEqual([young, rest]);
      await accessLog.lookAgain(OWNER, over, at('2029-03-01T00:00:00.000Z'));
      expect(await wakesOf(index)).toEqual(['2029-03-01T00:00:00.000Z', '2029-12-31T22:00:00.000Z']);
      await accessLog.lookAgain(OWNER, over, undefined);
      expect(await wakesOf(index)).toEqual(['2029-12-31T22:00:00.000Z']);
    });

    it('owes the year of a moment without an entry in it', async () => {
      const { accessLog, index } = await make();
      await accessLog.owe(OWNER, NOON);
      await accessLog.owe(OWNER, NOON);
      expect(await wakesOf(index)).toEqual(['2028-12-31T22:00:00.000Z']);
      expect(await accessLog.list(OWNER, { limit: 10 })).toEqual([]);
    });

    it('goes on from no entry it does not hold', async () => {
      const { accessLog } = await make();
      await accessLog.enter(OWNER, entryNo(1));
      expect(await accessLog.list(OWNER, { after: 'e-999', limit: 10 })).toEqual([]);
    });
  });
}
