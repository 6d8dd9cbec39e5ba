import type { ReadSettings, Settings } from '#shared/ports/settings';

let chosen: Settings = { ruleSetId: 'fi-2016' };

/** Options of this process. The law in force is the default (domain.md D-1). */
export const systemSettings: ReadSettings = () => chosen;

/** Lets configuration, and the sandbox of the local hub, choose others. */
export function chooseSettings(settings: Settings): void {
  chosen = settings;
}
