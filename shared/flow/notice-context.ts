import type { Gate } from '#shared/domain/consent/gate';

/** What the seal of a recipient's e-mail address is bound to. */
export function emailContext({ recipientId }: Pick<Gate, 'recipientId'>): string {
  return `email/${recipientId}`;
}
