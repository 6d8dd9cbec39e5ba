import { attachmentId, attemptToken, messageId, recipientId } from '#shared/domain/message/ids';
import type { Ids } from '#shared/ports/ids';

interface MemoryIdsOptions {
  /** Counts processes from 1: no two of them make the same id. */
  readonly epoch: number;
  /** Whether this process knows that those before it are gone, as a single machine does. */
  readonly alone: boolean;
}

/** Ids without chance: a counter. */
export function makeMemoryIds({ epoch, alone }: MemoryIdsOptions): Ids {
  let count = 0;
  const next = (width: number) => {
    count += 1;
    return String(epoch) + String(count).padStart(width - String(epoch).length, '0');
  };
  const name = `epoch-${epoch}-`;
  return {
    attempt: () => attemptToken.parse(name + next(6)),
    recipient: () => recipientId.parse(`r-${next(32)}`),
    attachment: () => attachmentId.parse(`00000000-0000-4000-8000-${next(12)}`),
    message: () => messageId.parse(Number(next(12))),
    isAbandoned: (token) => alone && !token.startsWith(name),
  };
}
