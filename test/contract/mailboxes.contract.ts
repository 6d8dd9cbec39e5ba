import { describe, expect, it } from 'vitest';
import { entry, recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const DIGEST = 'a'.repeat(64);

/** What every RecipientAliases must do. */
export function aliasesContract(name: string, make: () => Promise<Pick<Stores, 'aliases'>>): void {
  describe(`RecipientAliases: ${name}`, () => {
    it('knows nobody by a hash it was never given', async () => {
      const { aliases } = await make();
      expect(await aliases.find(DIGEST)).toBeUndefined();
    });

    it('binds a hash to the first candidate for good', async () => {
      const { aliases } = await make();
      expect(await aliases.enrol(DIGEST, recipientNo(1))).toBe(recipientNo(1));
      expect(await aliases.enrol(DIGEST, recipientNo(2))).toBe(recipientNo(1));
      expect(await aliases.find(DIGEST)).toBe(recipientNo(1));
    });

    it('tells two who enrol at once the same id', async () => {
      const { aliases } = await make();
      const [one, other] = await Promise.all([1, 2].map((n) => aliases.enrol(DIGEST, recipientNo(n))));
      expect(one).toBe(other);
    });

    it('lets two hashes lead to one person, as a changed code does', async () => {
      const { aliases } = await make();
      await aliases.enrol(DIGEST, recipientNo(1));
      await aliases.enrol('b'.repeat(64), recipientNo(1));
      expect(await Promise.all([DIGEST, 'b'.repeat(64)].map((digest) => aliases.find(digest)))).toEqual([
        recipientNo(1),
        recipientNo(1),
      ]);
    });
  });
}

/** What every MailboxEntries must do. */
export function entriesContract(name: string, make: () => Promise<Pick<Stores, 'entries'>>): void {
  describe(`MailboxEntries: ${name}`, () => {
    it('has nothing in a mailbox that nothing came to', async () => {
      const { entries } = await make();
      expect(await entries.list(OWNER, { limit: 10 })).toEqual([]);
      expect(await entries.read(OWNER, entry(1).entry)).toBeUndefined();
    });

    it('gives a line back as it was put, by its name', async () => {
      const { entries } = await make();
      await entries.put(entry(1));
      expect(await entries.read(OWNER, entry(1).entry)).toEqual(entry(1));
    });

    it('holds a line once, however often it is put', async () => {
      const { entries } = await make();
      await entries.put(entry(1));
      await entries.put(entry(1));
      expect(await entries.list(OWNER, { limit: 10 })).toEqual([entry(1)]);
    });

    it('lists the newest first, a page at a time', async () => {
      const { entries } = await make();
      for (const n of [2, 1, 3]) await entries.put(entry(n));
      const first = await entries.list(OWNER, { limit: 2 });
      const second = await entries.list(OWNER, { limit: 2, after: entry(2).entry });
      expect(first).toEqual([entry(3), entry(2)]);
      expect(second).toEqual([entry(1)]);
      expect(await entries.list(OWNER, { limit: 2, after: entry(1).entry })).toEqual([]);
    });

    it('keeps the place in a list to which something new has come', async () => {
      const { entries } = await make();
      for (const n of [1, 2, 3]) await entries.put(entry(n));
      const [newest] = await entries.list(OWNER, { limit: 1 });
      await entries.put(entry(4));
      expect(await entries.list(OWNER, { limit: 1, after: newest?.entry })).toEqual([entry(2)]);
    });

    it('takes a line away for good, however often it is asked to', async () => {
      const { entries } = await make();
      for (const n of [1, 2]) await entries.put(entry(n));
      await entries.remove(OWNER, entry(1).entry);
      await entries.remove(OWNER, entry(1).entry);
      expect(await entries.list(OWNER, { limit: 10 })).toEqual([entry(2)]);
    });

    it('shows nobody the lines of another', async () => {
      const { entries } = await make();
      await entries.put(entry(1));
      await entries.put(entry(2, { recipientId: recipientNo(2) }));
      expect(await entries.list(recipientNo(2), { limit: 10 })).toEqual([entry(2, { recipientId: recipientNo(2) })]);
      expect(await entries.read(recipientNo(2), entry(1).entry)).toBeUndefined();
    });
  });
}
