import { ok, refuse } from '#shared/kernel/result';
import type { Identification, IdentifiedPerson } from '#shared/ports/identification';

/** Knows people by bearers it is told of; `weak` bearers are of people identified weakly. */
export function makeMemoryIdentification(
  strong: ReadonlyMap<string, IdentifiedPerson>,
  weak: ReadonlySet<string> = new Set(),
): Identification {
  return {
    verify: async (bearer) => {
      if (weak.has(bearer)) return refuse({ kind: 'weakly-identified' });
      const person = strong.get(bearer);
      return person ? ok(structuredClone(person)) : refuse({ kind: 'token-invalid' });
    },
  };
}
