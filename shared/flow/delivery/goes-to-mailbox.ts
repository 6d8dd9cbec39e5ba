import type { Submission } from '#shared/domain/intake/check-submission';
import { serves } from '#shared/domain/message/addressee';
import { type ReachPorts, makeCanBeReached } from '#shared/flow/intake/can-be-reached';
import { type MatterPorts, isUsable, makeReadMatter } from '#shared/flow/delivery/matter-choice';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { ResolveRecipients, Sent } from '#shared/flow/delivery/resolve-recipients';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';

export interface GoesPorts extends ReachPorts, MatterPorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly resolveRecipients: ResolveRecipients;
}

/**
 * Whether an electronic message can be put into anybody's mailbox, as far as it can be told at once: by what the recipient has
 * chosen for the matter, else by the mailbox as it is now; else by the mailboxes of those who receive in the recipient's place or
 * beside it. Only for the last are registers and powers asked.
 */
export function makeGoesToMailbox(ports: GoesPorts) {
  const { gates, sealer, resolveRecipients } = ports;
  const recipients = makeRecipientIds(ports);
  const readMatter = makeReadMatter(ports);
  const canBeReached = makeCanBeReached(ports);

  return async function goesToMailbox({ recipient, electronic, serviceId, hub }: Submission): Promise<boolean> {
    if (!recipient) return true;
    const sent = { serviceId, matterId: hub?.matterId };
    if (await isReached(recipient.id, sent)) return true;
    const { addressees } = await resolveRecipients(sent, { recipient, electronic, hub, documents: [] });
    const others = addressees.flatMap((to) => (to?.party && serves({ addressee: to }) ? [to.party.id] : []));
    return (await Promise.all(others.map(async (id) => isReached(id, sent)))).includes(true);
  };

  async function isReached(id: string, sent: Sent): Promise<boolean> {
    const recipientId = await recipients.find(id);
    const gate = recipientId && (await gates.read(recipientId));
    const chosen = await readMatter(recipientId, sent);
    if (chosen?.preference.kind === 'MESSAGES') return isUsable(chosen, gate, sealer);
    return canBeReached(id, gate);
  }
}
