import { chooseSettings, systemSettings } from '#shared/adapters/system/settings';
import {
  type Decisions,
  assumedAfter,
  capacityOf,
  cutRules,
  patienceDays,
  yearsOf,
} from '#shared/contracts/config/options';
import { millisecondsIn } from '#shared/kernel/duration';
import type { ReadSettings, Settings } from '#shared/ports/settings';

const PHASES: Readonly<Record<Decisions['MICRO_PHASE'], Settings['microPhase']>> = { none: undefined, 1: 1, 2: 2 };

/** Options as configured; the local hub may choose others while it runs. */
export function settings(config: Decisions): ReadSettings {
  chooseSettings({
    ruleSetId: config.RULE_SET,
    businessObligation: config.BUSINESS_OBLIGATION === 'true',
    microPhase: PHASES[config.MICRO_PHASE],
    outageThreshold: millisecondsIn(config.OUTAGE_THRESHOLD),
    windowRoll: config.WINDOW_ROLL,
    withdrawalTriggersFallback: config.WITHDRAWAL_TRIGGERS_FALLBACK === 'true',
    assumePostedAfter: assumedAfter(config.POSTED_ON_POLICY),
    receiptPatience: patienceDays(config.AOR_PATIENCE),
    postedOnPatience: Number(config.POSTED_ON_PATIENCE),
    minorGuardians: config.MINOR_GUARDIANS,
    batches: cutRules(config),
    postalCapacity: capacityOf(config),
    keeping: keepingOf(config),
  });
  return systemSettings;
}

/** The rule set as configured, for doors that decide nothing else. */
export function rulesChosen({ RULE_SET }: Pick<Decisions, 'RULE_SET'>): ReadSettings {
  chooseSettings({ ruleSetId: RULE_SET });
  return systemSettings;
}

/** Years that contents and proofs are kept. */
export function keepingOf({
  KEEP_CONTENT,
  KEEP_PROOF,
}: Pick<Decisions, 'KEEP_CONTENT' | 'KEEP_PROOF'>): Settings['keeping'] {
  return { contentYears: yearsOf(KEEP_CONTENT), proofYears: yearsOf(KEEP_PROOF) };
}
