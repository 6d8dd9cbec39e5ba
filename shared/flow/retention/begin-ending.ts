import { coversOf } from '#shared/domain/retention/legal-hold';
import type { Subject } from '#shared/flow/retention/ending-subject';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Ids } from '#shared/ports/ids';
import type { LegalHolds } from '#shared/ports/legal-holds';

export type EndingRefusal =
  /** A legal hold lies on it: it is put off. */
  | { readonly kind: 'held' }
  /** A hold was entered meanwhile, on this or on something else: to be asked about again. */
  | { readonly kind: 'hold-moved' };

/** An ending that stands on its board. */
export interface Begun {
  /** It is done, or is not to be: takes it off. */
  readonly finish: () => Promise<void>;
}

/**
 * Begins an ending: asks whether a hold lies on it, and enters it on its board unless any hold has been entered since. Whoever
 * enters a hold later finds it there and bars it, if it is not done; so of a hold and an ending one is always first.
 *
 * @see docs/adr/029-what-ends-leaves-its-links.md
 */
export function makeBeginEnding({ holds, ids }: { readonly holds: LegalHolds; readonly ids: Ids }) {
  return async function beginEnding({ held }: Subject): Promise<Result<Begun, EndingRefusal>> {
    const version = await holds.version(held.messageId);
    if (await holds.isCovered(coversOf(held))) return refuse({ kind: 'held' });
    const ending = { messageId: held.messageId, by: ids.attempt() };
    const begun = await holds.begin({ ...ending, version });
    return begun ? ok({ finish: async () => holds.finish(ending) }) : refuse({ kind: 'hold-moved' });
  };
}
