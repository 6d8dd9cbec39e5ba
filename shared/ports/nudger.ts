/** Steps that have a queue. */
export type StepName =
  | 'route-message'
  | 'deliver-electronically'
  | 'remind-recipient'
  | 'settle-service'
  | 'order-print'
  | 'release-hold'
  | 'publish-events'
  | 'tell-consent'
  | 'follow-withdrawal'
  | 'expire-attachment'
  | 'end-retention'
  | 'tend-own-data';

/**
 * Puts an id on the queue of a step, for speed. It may be lost, doubled, late or reordered without harm, because the wake
 * index is the guarantee; so it never throws: a lost nudge is reported by the adapter and found by the sweep.
 */
export interface Nudger {
  nudge(step: StepName, id: string): Promise<void>;
}
