import { type MemoryTables, writeRow } from '#shared/adapters/memory/tables';
import type { Erasures } from '#shared/ports/erasures';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryErasures({ erasures }: Pick<MemoryTables, 'erasures'>): Erasures {
  return {
    put: async (each) => {
      writeRow(erasures, `${each.recipientId}#${each.at}#${each.erasureId}`, each);
    },
    newest: async (id) => {
      const [newest] = [...erasures.entries()]
        .filter(([, { value }]) => value.recipientId === id)
        .sort(([a], [b]) => (a > b ? -1 : 1));
      return structuredClone(newest?.[1].value);
    },
    unfinished: async (id) =>
      [...erasures.values()]
        .map(({ value }) => structuredClone(value))
        .filter(({ recipientId, state }) => recipientId === id && state === 'STARTED')
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
    doneBefore: async (id, moment) =>
      [...erasures.values()]
        .map(({ value }) => structuredClone(value))
        .filter(({ recipientId, state, at }) => recipientId === id && state === 'DONE' && at < moment),
    remove: async ({ recipientId, at, erasureId }) => {
      erasures.delete(`${recipientId}#${at}#${erasureId}`);
    },
  };
}
