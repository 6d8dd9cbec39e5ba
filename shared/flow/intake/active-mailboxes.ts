import { formOfId } from '#shared/domain/message/identity-code';
import { makeCanBeReached } from '#shared/flow/intake/can-be-reached';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Clock } from '#shared/kernel/time';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { Sealer } from '#shared/ports/sealer';
import type { ReadSettings } from '#shared/ports/settings';

export interface ActivePorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly sealer: Sealer;
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/** Ids looked up at the same time. */
const AT_ONCE = 500;

/**
 * Which of these people and organisations can get electronic messages now. An id that is no valid code is not active.
 *
 * @param ids at most 10 000
 * @returns the active ones, exactly as given, in their order
 */
export function makeActiveMailboxes(ports: ActivePorts) {
  const { gates } = ports;
  const recipients = makeRecipientIds(ports);
  const canBeReached = makeCanBeReached(ports);

  return async function activeMailboxes(ids: readonly string[]): Promise<string[]> {
    const active: string[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const states = await Promise.all(some.map(isActive));
      active.push(...some.filter((_, i) => states[i]));
    }
    return active;
  };

  async function isActive(id: string): Promise<boolean> {
    if (!formOfId(id)) return false;
    const recipientId = await recipients.find(id);
    return canBeReached(id, recipientId && (await gates.read(recipientId)));
  }
}
