import type { TenantId } from '#shared/domain/message/ids';
import type { Digest } from '#shared/kernel/digest';
import type { Instant } from '#shared/kernel/time';

/** What a keyed hash is for: the same text hashed for two purposes gives two unrelated digests. */
export type DigestPurpose =
  | 'slot'
  | 'external-id'
  | 'body'
  | 'api-key'
  | 'feed-token'
  | 'credentials'
  | 'matter'
  | 'report-link'
  | 'consent-offer'
  | 'visit-form'
  | 'official'
  | 'email-code'
  | 'consent-feed';

/** Which key seals something. Destroying one key erases all that it sealed. */
export type KeyName = `tenant/${string}` | `identity/${string}` | 'recipients' | 'registers' | 'visits';

export interface SealOrder {
  readonly key: KeyName;
  /** What the sealed thing belongs to; it opens nowhere else. Never personal. */
  readonly context: string;
  readonly text: string;
}

/** What was said, and who was meant: each part of a content is sealed with a key of its own. */
export type ContentPart = 'words' | 'identity';

/** A content to seal with the two keys of an authority's month. */
export interface ContentOrder extends Readonly<Record<ContentPart, string>> {
  readonly tenantId: TenantId;
  /** In which month. */
  readonly at: Instant;
  /** What it belongs to; it opens nowhere else. Never personal. */
  readonly context: string;
}

/** A keyed hash of a code or business id, 64 hexadecimal digits, and the version of the key it was made with. */
export interface IdHash {
  readonly version: number;
  readonly hash: string;
}

/** What an id is known by: one hash, or two while a version of the key takes over from the one before. */
export interface IdHashes {
  readonly current: IdHash;
  readonly previous?: IdHash;
  /** Whether somebody may still know the previous version alone, so that it is the one to bind first. */
  readonly previousFirst: boolean;
}

/** Encryption at rest and keyed hashes. Keys never leave it. */
export interface Sealer {
  /** Keyed hashes of a code or business id under every version of the key that is live. */
  hashesOf(id: string): Promise<IdHashes>;

  /** Makes the key of a version of these hashes, where there is none yet. */
  prepareVersion(version: number): Promise<void>;

  /** HMAC-SHA-256 with a key of the hub, as 64 hexadecimal digits. */
  digest(purpose: DigestPurpose, text: string): Promise<string>;

  /**
   * HMAC-SHA-256 with a key that somebody outside holds too, as 64 hexadecimal digits.
   *
   * @param key hexadecimal digits
   */
  keyedHash(key: string, text: string): string;

  /** Plain SHA-256, as 64 hexadecimal digits: for documents, never for codes. */
  sha256(data: string | Uint8Array): string;

  /** The same as 43 characters of base64url: for the chains and trees of evidence. */
  fingerprint: Digest;

  /** Deflates and seals both parts: the words with a random key of their own, wrapped by that of the month. */
  sealContent(order: ContentOrder): Promise<Uint8Array>;

  /** Opens one part. Throws when it was sealed for another context, or its key is destroyed; the other part may be. */
  openContent(part: ContentPart, context: string, sealed: Uint8Array): Promise<string>;

  /** Seals a short text with `key` itself; the result is printable. For names, addresses and titles. */
  sealText(order: SealOrder): Promise<string>;

  openText(context: string, sealed: string): Promise<string>;
}

/** The key of what was said in an authority's month: titles, texts, grounds. */
export function tenantMonth(tenant: TenantId, at: string): KeyName {
  return keyOfPart('words', monthOf(tenant, at));
}

/** The key of who was meant in an authority's month: codes, names, addresses. */
export function identityMonth(tenant: TenantId, at: string): KeyName {
  return keyOfPart('identity', monthOf(tenant, at));
}

/** An authority's month: what the names of its two keys have in common. */
export function monthOf(tenant: TenantId, at: string): string {
  return `${tenant}/${at.slice(0, 7)}`;
}

export function keyOfPart(part: ContentPart, month: string): KeyName {
  return part === 'words' ? `tenant/${month}` : `identity/${month}`;
}
