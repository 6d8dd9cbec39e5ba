import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import type { RecipientId } from '#shared/domain/message/ids';

/** What a recipient has chosen, in full: for the recipient's own eyes. All reads are strongly consistent. */
export interface OwnRecords {
  /** Every record in the register of consents, newest first. */
  consents(id: RecipientId): Promise<readonly ConsentRecord[]>;
  /** Every choice for a matter, cleared ones too, in no order. */
  matters(id: RecipientId): Promise<readonly MatterPreference[]>;
}
