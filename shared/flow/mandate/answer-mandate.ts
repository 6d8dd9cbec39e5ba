import { type MandateRefusal, type MandateStep, takeStep } from '#shared/domain/mandate/change-mandate';
import { type Mandate, type MandateId, powerOf } from '#shared/domain/mandate/mandate';
import { type MandateView, openParties } from '#shared/flow/mandate/mandate-parties';
import { type TellPartiesPorts, makeTellParties } from '#shared/flow/notice/tell-parties';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Mandates } from '#shared/ports/mandates';
import type { Sealer } from '#shared/ports/sealer';

export interface AnswerMandatePorts extends TellPartiesPorts {
  readonly mandates: Mandates;
  readonly sealer: Sealer;
}

/** Tries against the other party changing the same mandate at the same time. */
const TRIES = 5;
const UNKNOWN = refuse({ kind: 'mandate-unknown' });

/**
 * A party accepts, declines or ends a mandate. In force, or out of force, when this answers: the mandate is written, then the
 * gates of both parties move, and every decision made before it is dead.
 *
 * @see architecture, section 2 (mandates); REQ-120
 */
export function makeAnswerMandate({ mandates, sealer, ...ports }: AnswerMandatePorts) {
  const tellParties = makeTellParties(ports);

  return async function answerMandate(
    { recipientId, actor }: Pick<Acting, 'recipientId' | 'actor'>,
    id: MandateId,
    step: MandateStep,
  ): Promise<Result<MandateView, MandateRefusal>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = recipientId && (await mandates.find(recipientId, id));
      if (!before) return UNKNOWN;
      const taken = takeStep(before, step, { party: recipientId, by: actor, at: ports.clock() });
      if (!taken.ok) return taken;
      const written = await write(before, taken.value);
      if (written) return ok({ mandate: taken.value, parties: await openParties(sealer, before) });
    }
    throw new Error('a mandate changes too often to be written to');
  };

  /** A step taken already has moved the gates, unless the process died between: they move again. */
  async function write(before: Mandate, after: Mandate): Promise<boolean> {
    const changed = before === after ? ok(after) : await mandates.change(before, after);
    if (changed.ok && mattersToGates(before, after)) await tellParties(after, false);
    return changed.ok;
  }

  /** A mandate that receives no service changes nothing of where a message goes; nor does an offer declined. */
  function mattersToGates(before: Mandate, after: Mandate): boolean {
    const at = ports.clock();
    const moved = before === after || (powerOf(before, at) === undefined) !== (powerOf(after, at) === undefined);
    return after.mayReceiveService && moved;
  }
}
