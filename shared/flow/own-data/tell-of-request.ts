import { requestTold } from '#shared/domain/consent/request-told';
import type { DataRequest } from '#shared/domain/own-data/data-request';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates } from '#shared/ports/mailboxes';

export interface TellOfRequestPorts {
  readonly gates: Pick<Gates, 'read' | 'change'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Tries against other changes of the same gate. */
const TRIES = 5;

/** Owes the person an e-mail that there is news of their request; the work list sends it within a minute. */
export function makeTellOfRequest({ gates, ids, clock }: TellOfRequestPorts) {
  return async function tellOfRequest({ recipientId, requestId }: DataRequest): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await gates.read(recipientId);
      const after = before && requestTold(before, { at: clock(), attempt: ids.attempt() }, requestId);
      if (!before || !after || (await gates.change(before, after)).ok) return;
    }
    throw new Error('a gate changes too often to be written to');
  };
}
