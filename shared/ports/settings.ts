import type { RuleSetId } from '#shared/domain/message/decision';

/** What an operator chooses for a deployment, and a developer for a running local hub. */
export interface Settings {
  /** Rule set the channel decision is made under; its assessment is the primary one (domain.md D-1). */
  readonly ruleSetId: RuleSetId;
}

export type ReadSettings = () => Settings;
