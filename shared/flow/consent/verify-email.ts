import {
  type CodeVoid,
  type CodeWrong,
  type NothingToVerify,
  type TooManyCodes,
  anotherCode,
  codeInForce,
  emailVerified,
  wrongCode,
} from '#shared/domain/consent/verify-email';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import { type ConsentPorts, type ConsentView, makeChangeConsent } from '#shared/flow/consent/change-consent';
import { emailCode } from '#shared/flow/consent/email-code';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type Result, ok, refuse } from '#shared/kernel/result';

/** Tries against other choices of the same person moving the gate at the same time. */
const TRIES = 5;

type Whose = Pick<Acting, 'recipientId' | 'actor'>;

/**
 * Shows that mail reaches the address notices go to. Consent is in force and the address in use without it; decisions say
 * so until it is done.
 *
 * @see REQ-034, REQ-036
 */
export function makeVerifyEmail(ports: ConsentPorts) {
  const { gates, sealer, ids, nudger, clock } = ports;
  const changeGate = makeChangeGate(gates);
  const { consentOf } = makeChangeConsent(ports);

  /** Has another code mailed to the address in force; the one before is void. */
  async function askForCode({ recipientId }: Whose): Promise<Result<undefined, NothingToVerify | TooManyCodes>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const gate = recipientId && (await gates.read(recipientId));
      if (!gate) return refuse({ kind: 'nothing-to-verify' });
      const asked = anotherCode(gate, making());
      if (!asked.ok) return asked;
      if (!(await changeGate(gate, asked.value)).ok) continue;
      await nudger.nudge('tell-consent', gate.recipientId);
      return ok(undefined);
    }
    throw new Error('a gate changes too often to be written to');
  }

  async function verifyEmail(
    { recipientId, actor }: Whose,
    told: string,
  ): Promise<Result<ConsentView, CodeVoid | CodeWrong>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const gate = recipientId && (await gates.read(recipientId));
      const waiting = gate && codeInForce(gate, { at: clock() });
      if (!gate || !waiting) return refuse({ kind: 'code-void' });
      const isRight = told === (await emailCode(sealer, gate.recipientId, waiting));
      const after = isRight ? emailVerified(gate, actor, making()) : wrongCode(gate, waiting, making());
      if (!(await changeGate(gate, after)).ok) continue;
      return isRight ? ok(await consentOf(recipientId)) : refuse({ kind: 'code-wrong' });
    }
    throw new Error('a gate changes too often to be written to');
  }

  function making() {
    return { at: clock(), attempt: ids.attempt() };
  }

  return { askForCode, verifyEmail };
}
