import type { PostiAccount } from '#shared/domain/delivery-postal/posti-account';
import type { ServiceId } from '#shared/domain/message/ids';

/** Posti credentials that an authority has entered for a service, sealed. All reads are strongly consistent. */
export interface PostiAccounts {
  read(service: ServiceId): Promise<PostiAccount | undefined>;
  /** Takes the place of those before. */
  put(account: PostiAccount): Promise<void>;
  /** Repeating it is harmless. */
  remove(service: ServiceId): Promise<void>;
}
