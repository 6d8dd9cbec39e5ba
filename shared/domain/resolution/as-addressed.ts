import type { OpenAddressee } from '#shared/domain/message/addressee';
import type { PaperMailPart } from '#shared/domain/message/content';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { informationFor } from '#shared/domain/resolution/information';

/** A message as one addressee gets it. */
export interface Addressed {
  readonly message: Message;
  readonly content: MessageContent;
  /** Absent: the recipient the sender named. */
  readonly to?: OpenAddressee | undefined;
  /** Code or business id of the recipient the sender named, where somebody else receives. */
  readonly principal?: string | undefined;
}

/**
 * The message as one addressee gets it: the recipient is whom this delivery is for, what the sender said of the recipient it
 * named holds of that one alone, and an information message has the hub's own words.
 */
export function asAddressed(message: Message, content: MessageContent, to: OpenAddressee | undefined): Addressed {
  if (to?.informs === true)
    return { message: { ...message, kind: 'ORDINARY' }, content: informationFor(to, content), to };
  const { party } = to ?? {};
  if (!party) return { message, content, to };
  return {
    message,
    content: {
      ...content,
      recipient: { id: party.id },
      hub: content.hub && { ...content.hub, recipientKind: undefined, capacity: undefined },
      paperMail: content.paperMail && paperFor(content.paperMail, party.name),
    },
    to,
    principal: content.recipient?.id,
  };
}

/** The sender's document may carry the address of the recipient it named: a page of its own goes before it. */
function paperFor(paperMail: PaperMailPart, name: string | undefined): PaperMailPart {
  const { address } = paperMail.recipient;
  const toGuardian = {
    ...address,
    name: name ?? GUARDIAN,
    additionalName: name ? address.additionalName : address.name,
  };
  return { ...paperMail, createAddressPage: true, recipient: { address: toGuardian } };
}

/** Stands before the child's name on a letter to a guardian whose own name no register knows. */
const GUARDIAN = 'Huoltaja / Vårdnadshavare';

/** Whether a letter may go to the address the sender gave: it is that of the recipient it named. */
export function mayUseGivenAddress({ to }: Pick<Addressed, 'to'>): boolean {
  return to?.party === undefined || to.atGivenAddress === true;
}
