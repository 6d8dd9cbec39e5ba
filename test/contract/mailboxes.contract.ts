import { describe, expect, it } from 'vitest';
import { entry, recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const hash = (version: number, start = 'aa') => ({ version, hash: start.padEnd(64, 'a') });
const alias = (n: number) => ({ recipientId: recipientNo(n), sealed: `recipients:${n}` });

/** What every RecipientAliases must do. */
export function aliasesContract(name: string, make: () => Promise<Pick<Stores, 'aliases'>>): void {
  describe(`RecipientAliases: ${name}`, () => {
    it('knows nobody by a hash it was never given', async () => {
      const { aliases } = await make();
      expect(await aliases.read(hash(1))).toBeUndefined();
    });

    it('binds a hash to what comes first, for good', async () => {
      const { aliases } = await make();
      expect(await aliases.bind(hash(1), alias(1))).toEqual(alias(1));
      expect(await aliases.bind(hash(1), alias(2))).toEqual(alias(1));
      expect(await aliases.read(hash(1))).toEqual(alias(1));
    });

    it('tells two who bind at once the same', async () => {
      const { aliases } = await make();
      const [one, other] = await Promise.all([1, 2].map((n) => aliases.bind(hash(1), alias(n))));
      expect(one).toEqual(other);
    });

    it('lets two hashes lead to one person, as a changed code does', async () => {
      const { aliases } = await make();
      await aliases.bind(hash(1, 'a'), alias(1));
      await aliases.bind(hash(1, 'b'), alias(1));
      expect(await Promise.all(['a', 'b'].map((start) => aliases.read(hash(1, start))))).toEqual([alias(1), alias(1)]);
    });

    it('knows a hash under the version it was made with alone', async () => {
      const { aliases } = await make();
      await aliases.bind(hash(1), alias(1));
      expect(await aliases.read(hash(2))).toBeUndefined();
      expect(await aliases.bind(hash(2), alias(2))).toEqual(alias(2));
    });

    it('lists what rests on a version, part by part', async () => {
      const { aliases } = await make();
      for (const [version, start] of [
        [1, 'aa'],
        [1, 'aab'],
        [1, 'ab'],
        [2, 'aa'],
      ] as const)
        await aliases.bind(hash(version, start), alias(version));
      const under = async (version: number, part: string) =>
        (await aliases.someUnder(version, part)).map(([at]) => at).toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
      expect(await under(1, 'aa')).toEqual([hash(1, 'aa'), hash(1, 'aab')]);
      expect(await under(1, 'ab')).toEqual([hash(1, 'ab')]);
      expect(await under(2, 'aa')).toEqual([hash(2)]);
      expect(await under(2, 'ab')).toEqual([]);
    });

    it('forgets what was removed, however often', async () => {
      const { aliases } = await make();
      await aliases.bind(hash(1), alias(1));
      await aliases.bind(hash(2), alias(1));
      await aliases.remove(hash(1));
      await aliases.remove(hash(1));
      expect(await aliases.read(hash(1))).toBeUndefined();
      expect(await aliases.read(hash(2))).toEqual(alias(1));
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
