import type { DocumentStore, StoredDocument } from '#shared/ports/document-store';

/** For tests. `keys` are those of everything ever put. */
export interface MemoryDocuments extends DocumentStore {
  readonly keys: ReadonlySet<string>;
}

/** Passes the same contract suite as documents in a folder. */
export function makeMemoryDocuments(): MemoryDocuments {
  const stored = new Map<string, StoredDocument>();
  const keys = new Set<string>();
  return {
    keys,
    put: async (key, document) => {
      keys.add(key);
      stored.set(key, structuredClone(document));
    },
    read: async (key) => structuredClone(stored.get(key)),
    remove: async (key) => {
      stored.delete(key);
    },
  };
}
