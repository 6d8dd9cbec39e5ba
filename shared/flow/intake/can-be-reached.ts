import { type Gate, isOpen, mailboxStatus } from '#shared/domain/consent/gate';
import { countedUnder } from '#shared/domain/consent/opt-out';
import { formOfId } from '#shared/domain/message/identity-code';
import { basisOn } from '#shared/domain/service-of-document/rule-sets';
import { obligationIn } from '#shared/flow/delivery/channel-facts';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { ReadSettings } from '#shared/ports/settings';

export interface ReachPorts {
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/**
 * Whether an electronic message can be put into a mailbox now: by consent, or because its holder, a business, is under a
 * duty and has opened it. Registers are not asked; the decision asks them.
 */
export function makeCanBeReached({ settings, clock }: ReachPorts) {
  return function canBeReached(id: string, gate: Gate | undefined): boolean {
    const chosen = settings();
    const today = helsinkiDay(clock());
    if (gate && mailboxStatus(countedUnder(basisOn(today, chosen.ruleSetId), gate)) === 'ACTIVE') return true;
    if (!gate || !isOpen(gate) || formOfId(id) !== 'BUSINESS') return false;
    const from = obligationIn(chosen)?.from;
    return from !== undefined && from <= today;
  };
}
