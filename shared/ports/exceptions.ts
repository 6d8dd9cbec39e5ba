import type { DutyException } from '#shared/domain/channel/duty-exception';
import type { RecipientId, TenantId } from '#shared/domain/message/ids';

/** Individual exceptions to the duty of businesses. An authority sees and uses its own only. All reads are strong. */
export interface Exceptions {
  /** Takes the place of the one with that id; answers whether there was none. */
  put(exception: DutyException): Promise<boolean>;
  read(tenant: TenantId, exceptionId: string): Promise<DutyException | undefined>;
  /** Every exception of an authority for one recipient, in force or not. */
  of(tenant: TenantId, recipient: RecipientId): Promise<readonly DutyException[]>;
}
