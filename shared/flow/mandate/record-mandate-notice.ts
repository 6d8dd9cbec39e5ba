import type { RecipientId } from '#shared/domain/message/ids';
import type { Gates } from '#shared/ports/mailboxes';

/** Takes in evidence about a notice that told of a mandate: once it was sent, or came back for good, it is owed no more. */
export function makeRecordMandateNotice({ gates }: { readonly gates: Gates }) {
  return async function recordMandateNotice(
    { recipientId, name }: { readonly recipientId: RecipientId; readonly name: string },
    outcome: 'sent' | 'hard' | 'soft',
  ): Promise<void> {
    if (outcome === 'soft') return;
    const gate = await gates.read(recipientId);
    if (gate?.owed[name]) await gates.dropOwed(recipientId, name);
  };
}
