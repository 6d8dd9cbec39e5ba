import type { Gate } from '#shared/domain/consent/gate';

/** What the seal of a recipient's e-mail address is bound to. */
export function emailContext({ recipientId }: Pick<Gate, 'recipientId'>): string {
  return `email/${recipientId}`;
}

/** What the seal of an identity code in the feed of consents is bound to. */
export function publicationContext({ recipientId }: Pick<Gate, 'recipientId'>): string {
  return `consent-feed/${recipientId}`;
}

/** What the seal of a reason or a provenance in the register of consents is bound to. */
export function recordContext({ recipientId }: Pick<Gate, 'recipientId'>): string {
  return `consent/${recipientId}`;
}
