import type { TrashMark } from '#shared/domain/mailbox/trash';
import type { Trash } from '#shared/ports/trash';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryTrash(): Trash {
  const marks = new Map<string, TrashMark>();
  const nameOf = (owner: string, id: number) => `${owner}/${id}`;
  return {
    put: async (owner, mark) => {
      marks.set(nameOf(owner, mark.messageId), structuredClone(mark));
    },
    remove: async (owner, id) => {
      marks.delete(nameOf(owner, id));
    },
    read: async (owner, id) => structuredClone(marks.get(nameOf(owner, id))),
  };
}
