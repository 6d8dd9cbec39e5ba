import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { findingContext } from '#shared/flow/evidence/record-finding';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { MessageLog } from '#shared/ports/message-log';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface RecallPorts extends AppendPorts {
  readonly messages: MessageLog;
  readonly sealer: Sealer;
}

export type RecallRefusal =
  | { readonly kind: 'message-unknown' }
  /** A letter is with its provider, or the message lies in a mailbox or has not been decided on yet. */
  | { readonly kind: 'recall-too-late' };

const TOO_LATE = refuse({ kind: 'recall-too-late' });

/**
 * Takes a message back while all of it is on its way to print: the fact and the hand-over are written to the same delivery, so
 * one of them fails. A letter that waits is called off by the next cut. Another authority's message is like none at all.
 *
 * @see hub-api.md section 2 ("before hand-over only; else 409")
 */
export function makeRecallMessage(ports: RecallPorts) {
  const { messages, deliveries, sealer, clock } = ports;
  const appendFact = makeAppendFact(ports);

  return async function recallMessage(
    tenantId: TenantId,
    id: MessageId,
    reason: string,
  ): Promise<Result<undefined, RecallRefusal>> {
    const message = await messages.read(id);
    if (message?.tenantId !== tenantId) return refuse({ kind: 'message-unknown' });
    const all = await deliveries.ofMessage(id);
    if (all.length === 0 || !all.every(isRecallable)) return TOO_LATE;
    for (const delivery of all) {
      const recalled = await recall(delivery, reason);
      if (!recalled.ok) return recalled;
    }
    return ok(undefined);
  };

  async function recall(found: Delivery, reason: string): Promise<Result<Delivery, RecallRefusal>> {
    const key = tenantMonth(found.tenantId, clock());
    const grounds = await sealer.sealText({ key, context: findingContext(found), text: reason });
    return appendFact(found, (delivery) => {
      if (foldFacts(delivery.facts).recalled) return ok(undefined);
      return isRecallable(delivery) ? ok({ type: 'RECALLED', by: { role: 'AUTHORITY' }, grounds }) : TOO_LATE;
    });
  }
}

/** On its way to print and nowhere else: what lies in a mailbox, or has ever been handed over, is delivered. */
function isRecallable({ facts, claim, keeping }: Delivery): boolean {
  const { decision, recalled } = foldFacts(facts);
  const isOnPaper = decision?.channel === 'LETTER' || decision?.channel === 'LETTER_ADVICE_OF_RECEIPT';
  const isOut = facts.some(({ type }) => type === 'HANDED_TO_POSTAL' || type === 'MAILBOX_STORED');
  return recalled || (isOnPaper && !isOut && claim?.effect !== 'LETTER' && keeping === undefined);
}
