import type { Gate } from '#shared/domain/consent/gate';
import type { RecipientId } from '#shared/domain/message/ids';
import { type Erasure, type Verdict, whatMayGo } from '#shared/domain/own-data/erasure';
import { type FinishErasurePorts, makeFinishErasure } from '#shared/flow/own-data/finish-erasure';
import { publicationContext } from '#shared/flow/notice/notice-context';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { MINUTE, after } from '#shared/kernel/time';
import type { Nudger } from '#shared/ports/nudger';
import type { Sealer } from '#shared/ports/sealer';

export interface ErasePorts extends FinishErasurePorts {
  readonly sealer: Sealer;
  readonly nudger: Nudger;
}

export interface ErasureWish {
  readonly withdrawConsent: boolean;
}

/** What went or would go, what stays and why, and the newest erasure there was. */
export interface ErasureView {
  readonly verdicts: readonly Verdict[];
  readonly newest?: Erasure;
}

interface NotForAnother {
  readonly kind: 'not-for-another';
}

/** How long a call has for an erasure before the work list takes it over. */
const PATIENCE = MINUTE;

/**
 * Erases what the law lets go at the request of the person it is about, and says of the rest why and until when it is
 * kept. An erasure is entered before anything goes, and from then on it is finished by whoever comes first: this call, the
 * work list, or the person's next wish, which then repeats nothing.
 *
 * @see 2016/679 art. 17; 571/2016 § 13 and 20
 */
export function makeEraseOwnData(ports: ErasePorts) {
  const { gates, erasures, sealer, ids, nudger, clock } = ports;
  const finishErasure = makeFinishErasure(ports);

  /** A dry run: nothing is changed. */
  async function aheadOf(acting: Acting, wish: ErasureWish): Promise<Result<ErasureView, NotForAnother>> {
    if (acting.onBehalf) return refuse({ kind: 'not-for-another' });
    const { recipientId } = acting;
    const gate = recipientId && (await gates.read(recipientId));
    return ok({ verdicts: verdictsOn(gate, wish), newest: recipientId && (await erasures.newest(recipientId)) });
  }

  async function eraseOwnData(acting: Acting, wish: ErasureWish): Promise<Result<ErasureView, NotForAnother>> {
    const { recipientId } = acting;
    if (acting.onBehalf || !recipientId) return aheadOf(acting, wish);
    const resumed = await finishErasure(recipientId);
    const verdicts = verdictsOn(await gates.read(recipientId), wish);
    if (resumed && (resumed.withdrawConsent || !wish.withdrawConsent)) return ok({ verdicts, newest: resumed });
    await erasures.put(await entered(acting, recipientId, { wish, verdicts }));
    const newest = await finishErasure(recipientId);
    if (wish.withdrawConsent) await tell(recipientId);
    return ok({ verdicts, newest });
  }

  async function entered(
    { actor, owner }: Acting,
    recipientId: RecipientId,
    { wish, verdicts }: { readonly wish: ErasureWish; readonly verdicts: readonly Verdict[] },
  ): Promise<Erasure> {
    const at = clock();
    const erased = verdicts.flatMap((each) => (each.goes ? [each.holding] : []));
    const { withdrawConsent } = wish;
    const context = publicationContext({ recipientId });
    const code = withdrawConsent ? await sealer.sealText({ key: 'recipients', context, text: owner.id }) : undefined;
    const begun = { erasureId: ids.attempt(), recipientId, at, state: 'STARTED', wakeAt: after(at, PATIENCE) } as const;
    return { ...begun, withdrawConsent, erased, by: actor, code };
  }

  /** For speed: what is owed stands on the gate. */
  async function tell(id: RecipientId): Promise<void> {
    await nudger.nudge('tell-consent', id);
    await nudger.nudge('follow-withdrawal', id);
  }

  return { aheadOf, eraseOwnData };
}

/** Without a consent in force the register holds no address: a withdrawal takes it away. */
function verdictsOn(gate: Gate | undefined, { withdrawConsent }: ErasureWish): Verdict[] {
  return whatMayGo({ hasAddress: gate?.email !== undefined, inUse: gate?.email !== undefined, withdrawConsent });
}
