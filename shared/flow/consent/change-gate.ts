import type { Gate } from '#shared/domain/consent/gate';
import type { Result } from '#shared/kernel/result';
import type { GateMoved, Gates } from '#shared/ports/mailboxes';

/**
 * Changes a gate and enters the change in the register of consents. The record before it is entered first, since a crash
 * between the two writes would lose it with the gate's next version; entering one twice is harmless.
 *
 * @see architecture, section 2 (the register of consents is append-only)
 */
export function makeChangeGate(gates: Pick<Gates, 'change' | 'register'>) {
  return async function changeGate(before: Gate | undefined, after: Gate): Promise<Result<Gate, GateMoved>> {
    if (before) await gates.register(before.recipientId, before.consent);
    const changed = await gates.change(before, after);
    if (changed.ok) await gates.register(after.recipientId, changed.value.consent);
    return changed;
  };
}
