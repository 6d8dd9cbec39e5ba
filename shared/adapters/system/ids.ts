import { randomBytes, randomUUID } from 'node:crypto';
import { attachmentId, attemptToken, messageId, recipientId } from '#shared/domain/message/ids';
import type { Ids } from '#shared/ports/ids';

interface Epoch {
  /** Marks the tokens of this process. */
  readonly name: string;
  /** No other process is at work: true for a single machine, whose predecessor is dead. */
  readonly alone: boolean;
}

let epoch: Epoch = { name: '', alone: false };

/** Tells the process that it is the only one, so that claims of earlier ones need not be waited for. */
export function startEpoch(): void {
  epoch = { name: `${randomBytes(4).toString('hex')}_`, alone: true };
}

export const systemIds: Ids = {
  attempt: () => attemptToken.parse(epoch.name + randomBytes(9).toString('base64url')),
  recipient: () => recipientId.parse(`r-${randomBytes(16).toString('hex')}`),
  attachment: () => attachmentId.parse(randomUUID()),
  message: () => messageId.parse(1 + Number(randomBytes(8).readBigUInt64BE() % (2n ** 53n - 1n))),
  isAbandoned: (token) => epoch.alone && !token.startsWith(epoch.name),
};
