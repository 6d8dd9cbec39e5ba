import type { AttemptToken, MessageId } from '#shared/domain/message/ids';
import type { ErasedContent } from '#shared/domain/message/keeping';
import type { Instant } from '#shared/kernel/time';

/** Where a content is kept: of a message from an authority, or of one from an end user. */
export interface ContentPlace {
  readonly of: 'message' | 'inbound';
  readonly messageId: MessageId;
}

/** A content as it was read before its ending was decided. */
export interface SeenContent extends ContentPlace {
  readonly barred?: AttemptToken;
}

/** Ends contents, each step one conditional write; the slot of a message is never freed. */
export interface KeptContents {
  /** Bars an ending that was decided before now; answers whether anything of the message could still be kept. */
  bar(place: ContentPlace, mark: AttemptToken): Promise<boolean>;

  /**
   * Destroys the sealed content with its wrapped key and leaves `erased` in its place, on condition that no hold has barred
   * it since it was seen. A repeat finds it done, and that is a success.
   */
  erase(seen: SeenContent, erased: ErasedContent): Promise<boolean>;

  /** Notes that no file of it is left. */
  dropFiles(place: ContentPlace): Promise<void>;

  /** Notes that the proof is being reduced, on the same condition as `erase`. */
  endProof(seen: SeenContent, at: Instant): Promise<boolean>;
}
