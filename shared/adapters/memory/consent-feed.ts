import type { PublishedConsent } from '#shared/domain/consent/published-consent';
import { ok, refuse } from '#shared/kernel/result';
import type { ConsentFeed } from '#shared/ports/consent-feed';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryConsentFeed(): ConsentFeed {
  const entries = new Map<string, PublishedConsent>();
  const inLane = (lane: number) =>
    [...entries.values()].filter((each) => each.lane === lane).toSorted((a, b) => a.number - b.number);

  return {
    last: async (lane) => structuredClone(inLane(lane).at(-1)),

    from: async (lane, number, limit) =>
      structuredClone(
        inLane(lane)
          .filter((each) => each.number >= number)
          .slice(0, limit),
      ),

    put: async (entry) => {
      const name = `${entry.lane}#${entry.number}`;
      if (entries.has(name)) return refuse({ kind: 'number-taken' });
      entries.set(name, structuredClone(entry));
      return ok(undefined);
    },
  };
}
