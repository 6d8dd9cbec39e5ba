import type { SentLine, Turn } from '#shared/domain/mailbox/sent';
import type { Correspondence } from '#shared/ports/correspondence';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryCorrespondence(): Correspondence {
  const lines = new Map<string, SentLine>();
  const turns = new Map<string, Turn>();
  const nameOf = ({ recipientId, rootMessageId, messageId, at }: Omit<Turn, 'direction'>) =>
    `${recipientId}/${rootMessageId}/${at}/${messageId}`;
  return {
    enter: async (line) => {
      lines.set(`${line.recipientId}/${line.sent}`, structuredClone(line));
    },
    remove: async ({ recipientId, sent }) => {
      lines.delete(`${recipientId}/${sent}`);
    },
    sent: async (owner, { after, limit }) =>
      [...lines.values()]
        .filter(({ recipientId, sent }) => recipientId === owner && (after === undefined || sent < after))
        .sort((a, b) => (a.sent > b.sent ? -1 : 1))
        .slice(0, limit)
        .map((line) => structuredClone(line)),
    join: async (turn) => {
      turns.set(nameOf(turn), structuredClone(turn));
    },
    leave: async (turn) => {
      turns.delete(nameOf(turn));
    },
    turns: async (owner, root, limit) =>
      [...turns.values()]
        .filter(({ recipientId, rootMessageId }) => recipientId === owner && rootMessageId === root)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, limit)
        .map((turn) => structuredClone(turn)),
  };
}
