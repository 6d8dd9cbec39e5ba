import type { Arrival, Gate, OwedNotice } from '#shared/domain/consent/gate';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { MailboxEntry } from '#shared/domain/mailbox/entry';
import type { Claim } from '#shared/domain/message/claim';
import type { DeliveryId, RecipientId } from '#shared/domain/message/ids';
import type { Result } from '#shared/kernel/result';
import type { IdHash } from '#shared/ports/sealer';

export interface GateMoved {
  readonly kind: 'gate-moved';
}

/** Whom a keyed hash leads to. */
export interface Alias {
  readonly recipientId: RecipientId;
  /** The code or business id itself, sealed for this recipient id. */
  readonly sealed: string;
}

/**
 * Who is who: keyed hashes of codes and business ids lead to a random recipient id. All reads are strongly consistent. Nobody
 * asks here directly: which hashes an id has, and which of them holds, is told by flow/recipient-ids.
 */
export interface RecipientAliases {
  read(hash: IdHash): Promise<Alias | undefined>;
  /** Binds the hash unless it is bound already; answers with what it is bound to. */
  bind(hash: IdHash, alias: Alias): Promise<Alias>;
  /** Some of the aliases of a part, by the first two digits of their hashes; none when there are no more. */
  someUnder(version: number, part: string): Promise<readonly (readonly [IdHash, Alias])[]>;
  /** Repeating it is harmless. */
  remove(hash: IdHash): Promise<void>;
}

/** The gates every electronic delivery passes. All reads are strongly consistent. */
export interface Gates {
  read(id: RecipientId): Promise<Gate | undefined>;

  /**
   * Stores a changed choice on condition that `before` is still the version in force. Arrivals are left alone.
   * Refused with `gate-moved` when it is not, unless this very attempt has made the version.
   */
  change(before: Gate | undefined, after: Gate): Promise<Result<Gate, GateMoved>>;

  /** Commits a delivery to the mailbox on condition that the gate still has the version its decision saw. */
  admit(
    at: { recipientId: RecipientId; version: number },
    delivery: DeliveryId,
    arrival: Arrival,
  ): Promise<Result<undefined, GateMoved>>;

  /** Removes an arrival whose entry stands in the list; answers with the gate as it is then. */
  settle(id: RecipientId, delivery: DeliveryId): Promise<Gate>;

  /** Marks a notice as being sent. Refused with `gate-moved` when another worker has it or it is done. */
  claimOwed(
    id: RecipientId,
    owed: { name: string; notice: OwedNotice },
    claim: Claim,
  ): Promise<Result<undefined, GateMoved>>;

  /** Gives a claim up, since nothing was sent under it: the notice stands as `owed` shows it. */
  releaseOwed(id: RecipientId, owed: { name: string; notice: OwedNotice }, claim: Claim): Promise<void>;

  /** Takes a notice that has been sent, or given up, off the list. */
  dropOwed(id: RecipientId, name: string): Promise<void>;

  /** Adds a record to the append-only register of consents; repeating it is harmless. */
  register(id: RecipientId, record: ConsentRecord): Promise<void>;

  /** The register of a recipient's consents, newest first. @param before version of the last record of the page before */
  registered(
    id: RecipientId,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ConsentRecord[]>;
}

/** The lines of the mailbox. They never change; a list of them is newest first. */
export interface MailboxEntries {
  put(entry: MailboxEntry): Promise<void>;
  read(id: RecipientId, entry: string): Promise<MailboxEntry | undefined>;
  /** Takes a line away for good; repeating it is harmless. */
  remove(id: RecipientId, entry: string): Promise<void>;
  /** @param after name of the last entry of the page before */
  list(id: RecipientId, page: { after?: string; limit: number }): Promise<readonly MailboxEntry[]>;
}
