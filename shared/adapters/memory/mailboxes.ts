import type { MailboxEntry } from '#shared/domain/mailbox/entry';
import type { RecipientId } from '#shared/domain/message/ids';
import type { MailboxEntries, RecipientAliases } from '#shared/ports/mailboxes';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryAliases(): RecipientAliases {
  const bound = new Map<string, RecipientId>();
  return {
    find: async (digest) => bound.get(digest),
    enrol: async (digest, candidate) => {
      const id = bound.get(digest) ?? candidate;
      bound.set(digest, id);
      return id;
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
