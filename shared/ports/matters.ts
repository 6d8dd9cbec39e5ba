import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import type { RecipientId } from '#shared/domain/message/ids';

/** What recipients have chosen for single matters. Who writes one moves the recipient's gate before answering. */
export interface MatterPreferences {
  /**
   * Strongly consistent; a cleared choice reads like any other.
   *
   * @param matter keyed hash of the service and its matter
   */
  read(id: RecipientId, matter: string): Promise<MatterPreference | undefined>;
  /** Takes the place of the choice before. */
  put(preference: MatterPreference): Promise<void>;
  /**
   * Strongly consistent, in the order of their names, cleared ones included.
   *
   * @param after `matter` of the last choice of the page before
   */
  list(
    id: RecipientId,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly MatterPreference[]>;
  /** Notes that the notice address of a choice is dead, unless another choice has taken its place. */
  markDead(preference: MatterPreference): Promise<void>;
}
