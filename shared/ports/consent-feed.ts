import type { PublishedConsent } from '#shared/domain/consent/published-consent';
import type { Result } from '#shared/kernel/result';

export interface NumberTaken {
  readonly kind: 'number-taken';
}

/** The feed of changes of consent: numbered entries in lanes, put once. All reads are strongly consistent. */
export interface ConsentFeed {
  last(lane: number): Promise<PublishedConsent | undefined>;
  /** Entries from this number on, in their order. */
  from(lane: number, number: number, limit: number): Promise<readonly PublishedConsent[]>;
  /** Refused with `number-taken` when another publisher put that number first, or this one did and was not told so. */
  put(entry: PublishedConsent): Promise<Result<undefined, NumberTaken>>;
}
