import type { Gate } from '#shared/domain/consent/gate';
import { optedOutUntil } from '#shared/domain/consent/opt-out';
import type { RecipientId } from '#shared/domain/message/ids';
import { type Erasure, type Verdict, whatMayGo } from '#shared/domain/own-data/erasure';
import { type ConsentPorts, makeChangeConsent } from '#shared/flow/change-consent';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { AccessLog } from '#shared/ports/access-log';
import type { Erasures } from '#shared/ports/erasures';

export interface ErasePorts extends ConsentPorts {
  readonly accessLog: AccessLog;
  readonly erasures: Erasures;
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

/** Tries against other changes of the same consent. */
const TRIES = 5;

/**
 * Erases what the law lets go at the request of the person it is about, and says of the rest why and until when it is
 * kept. An erasure is entered before anything goes; asking again finishes one that was cut short, and repeats nothing.
 *
 * @see 2016/679 art. 17; 571/2016 § 13 and 20
 */
export function makeEraseOwnData(ports: ErasePorts) {
  const { gates, erasures, accessLog, ids, clock } = ports;
  // Who wants their data erased is not asked again in six months.
  const { consentOf, setConsent } = makeChangeConsent({ ...ports, settings: undefined });

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
    const begun = await begin(recipientId, wish);
    const { at, erasureId, withdrawConsent } = begun;
    await accessLog.enter(recipientId, { entryId: `erasure-${erasureId}`, at, act: 'DATA_ERASED', by: acting.actor });
    const verdicts = verdictsOn(await gates.read(recipientId), { withdrawConsent });
    if (withdrawConsent) await withdraw(acting);
    const erased = [...begun.erased, ...verdicts.flatMap((each) => (each.goes ? [each.holding] : []))];
    const finished: Erasure = { ...begun, state: 'DONE', erased: [...new Set(erased)] };
    await erasures.put(finished);
    return ok({ verdicts, newest: finished });
  }

  /** One that was cut short is gone on with: what it was asked for stands. */
  async function begin(recipientId: RecipientId, { withdrawConsent }: ErasureWish): Promise<Erasure> {
    const newest = await erasures.newest(recipientId);
    const open = newest?.state === 'STARTED' ? newest : undefined;
    const begun: Erasure = open
      ? { ...open, withdrawConsent: open.withdrawConsent || withdrawConsent }
      : { erasureId: ids.attempt(), recipientId, at: clock(), state: 'STARTED', withdrawConsent, erased: [] };
    await erasures.put(begun);
    return begun;
  }

  /** The address goes with the consent: a gate without one holds none. */
  async function withdraw(acting: Acting): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { gate, version } = await consentOf(acting.recipientId);
      if (!gate || (!gate.electronic && optedOutUntil(gate) === undefined)) return;
      const { language } = gate;
      if ((await setConsent(acting, { electronic: false, language, seenVersion: version })).ok) return;
    }
    throw new Error('a consent changes too often to be withdrawn');
  }

  return { aheadOf, eraseOwnData };
}

/** Without a consent in force the register holds no address: a withdrawal takes it away. */
function verdictsOn(gate: Gate | undefined, { withdrawConsent }: ErasureWish): Verdict[] {
  return whatMayGo({ hasAddress: gate?.email !== undefined, inUse: gate?.email !== undefined, withdrawConsent });
}
