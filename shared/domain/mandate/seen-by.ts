import { type Power, type PowerMatter, reaches } from '#shared/domain/message/power';

/** A message as a power looks at it. */
export interface PoweredMessage extends PowerMatter {
  /** Its sender lets nobody but the recipient see it (visibility `Recipient only`). */
  readonly recipientOnly: boolean;
}

/**
 * Whether the holder of a power sees a message. Who represents an organisation is the recipient; for anybody else a message
 * for the recipient alone is not there.
 *
 * @see domain.md 2.8 (Recipient only)
 */
export function isSeenBy(power: Power, message: PoweredMessage): boolean {
  if (power.role === 'REPRESENTATIVE') return true;
  return !message.recipientOnly && reaches(power, message);
}
