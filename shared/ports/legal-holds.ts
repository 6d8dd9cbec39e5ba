import type { AttemptToken, MessageId } from '#shared/domain/message/ids';
import type { HoldOwner, LegalHold } from '#shared/domain/retention/legal-hold';

/** An ending that has begun: of a message, and how far the board of endings had come when it was decided. */
export interface Ending {
  readonly messageId: MessageId;
  /** Whose run it is: one that ends takes no other's entry off. */
  readonly by: AttemptToken;
  readonly version: number;
}

/**
 * Legal holds, and the boards on which every ending is entered before it is done: who enters a hold after an ending was
 * decided finds it there. All reads are strongly consistent.
 */
export interface LegalHolds {
  /** Enters or amends, durably; a lifted one lies on nothing. @returns whether there was none */
  put(hold: LegalHold): Promise<boolean>;
  read(owner: HoldOwner, holdId: string): Promise<LegalHold | undefined>;
  /** Whether a hold in force lies on anything of these names (`coverOf`). */
  isCovered(names: readonly string[]): Promise<boolean>;

  /** The version of the board of a message: read before asking what covers it. */
  version(id: MessageId): Promise<number>;
  /** Enters an ending on condition that the board has not been raised since; answers whether it was entered. */
  begin(ending: Ending): Promise<boolean>;
  /** Takes an ending off its board; repeating it is harmless. */
  finish(ending: Omit<Ending, 'version'>): Promise<void>;
  /** Raises every board, so that what was decided before begins no more; answers with the endings that have begun. */
  raise(): Promise<readonly MessageId[]>;
}
