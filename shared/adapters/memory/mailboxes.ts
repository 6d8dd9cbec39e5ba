import type { MailboxEntry } from '#shared/domain/mailbox/entry';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Alias, MailboxEntries, RecipientAliases } from '#shared/ports/mailboxes';
import type { IdHash } from '#shared/ports/sealer';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAliases(): RecipientAliases {
  const bound = new Map<string, readonly [IdHash, Alias]>();
  const nameOf = ({ version, hash }: IdHash) => `${version}#${hash}`;
  return {
    read: async (hash) => bound.get(nameOf(hash))?.[1],
    bind: async (hash, alias) => {
      const [, standing] = bound.get(nameOf(hash)) ?? [hash, alias];
      bound.set(nameOf(hash), [hash, standing]);
      return standing;
    },
    someUnder: async (version, part) =>
      [...bound.values()].filter(([{ version: under, hash }]) => under === version && hash.startsWith(part)),
    remove: async (hash) => {
      bound.delete(nameOf(hash));
    },
  };
}

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryEntries(): MailboxEntries {
  const lists = new Map<RecipientId, Map<string, MailboxEntry>>();
  return {
    put: async (line) => {
      const list = lists.get(line.recipientId) ?? new Map<string, MailboxEntry>();
      lists.set(line.recipientId, list.set(line.entry, structuredClone(line)));
    },
    read: async (owner, entry) => structuredClone(lists.get(owner)?.get(entry)),
    remove: async (owner, entry) => {
      lists.get(owner)?.delete(entry);
    },
    list: async (owner, { after, limit }) =>
      [...(lists.get(owner)?.values() ?? [])]
        .filter(({ entry }) => after === undefined || entry < after)
        .sort((a, b) => (a.entry > b.entry ? -1 : 1))
        .slice(0, limit)
        .map((line) => structuredClone(line)),
  };
}
