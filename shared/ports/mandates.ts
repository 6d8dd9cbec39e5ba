import type { Mandate, MandateId } from '#shared/domain/mandate/mandate';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Result } from '#shared/kernel/result';

export interface MandateMoved {
  readonly kind: 'mandate-moved';
}

/**
 * Mandates given in this hub. A mandate is one item under its principal, which is the truth; the holder has a pointer to
 * it, written first, so that none is in force that its holder can not see. All reads are strongly consistent. Who writes one
 * moves the gates of both parties before answering.
 *
 * @see architecture, section 2 (the gate); ADR 030
 */
export interface Mandates {
  /** Stores a new mandate. Throws when its id is taken. */
  give(mandate: Mandate): Promise<void>;
  /** For either party to it; anybody else's is like none at all. */
  find(party: RecipientId, id: MandateId): Promise<Mandate | undefined>;
  /** Appends what `after` has more than `before`, on condition that nothing else was appended since it was read. */
  change(before: Mandate, after: Mandate): Promise<Result<Mandate, MandateMoved>>;
  /** Every mandate of a principal, whatever its state, by its id. */
  givenBy(principal: RecipientId): Promise<readonly Mandate[]>;
  /**
   * Whether anybody was ever given the right to receive documents in this party's place. Every delivery asks it: one read of an
   * item, which those of a batch share.
   */
  hasReceivers(principal: RecipientId): Promise<boolean>;
  /** Every mandate of a holder, whatever its state, by its id. */
  heldBy(holder: RecipientId): Promise<readonly Mandate[]>;
}
