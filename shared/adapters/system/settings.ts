import { POSTED_ON_PATIENCE, RECEIPT_PATIENCE } from '#shared/domain/service-of-document/receipt-patience';
import { KEEPING_AS_DELIVERED } from '#shared/domain/retention/rules';
import { DAY } from '#shared/kernel/time';
import type { ReadSettings, Settings } from '#shared/ports/settings';

const AS_DELIVERED: Settings = {
  ruleSetId: 'fi-2016',
  businessObligation: false,
  outageThreshold: DAY,
  windowRoll: 'NEXT_BUSINESS_DAY',
  withdrawalTriggersFallback: true,
  receiptPatience: RECEIPT_PATIENCE,
  postedOnPatience: POSTED_ON_PATIENCE,
  minorGuardians: 'ALL',
  keeping: KEEPING_AS_DELIVERED,
};

let chosen = AS_DELIVERED;

/** Options of this process. The law in force is the default (domain.md D-1). */
export const systemSettings: ReadSettings = () => chosen;

/** Lets configuration, and the sandbox of the local hub, choose others. */
export function chooseSettings(settings: Partial<Settings>): void {
  chosen = { ...chosen, ...settings };
}
