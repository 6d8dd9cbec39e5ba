import { chooseSettings, systemSettings } from '#shared/adapters/system/settings';
import type { ReadSettings, Settings } from '#shared/ports/settings';

/** Options as configured; the local hub may choose others while it runs. */
export function settings({ RULE_SET }: { readonly RULE_SET: Settings['ruleSetId'] }): ReadSettings {
  chooseSettings({ ruleSetId: RULE_SET });
  return systemSettings;
}
