import type { PtvCheck } from '#shared/domain/programme/registry/service';
import { sideBySide } from '#shared/kernel/side-by-side';
import { type Clock, SECOND, after } from '#shared/kernel/time';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

interface Ports {
  readonly catalogue: ServiceCatalogue;
  readonly clock: Clock;
}

/** Questions under way at a time. */
const LANES = 8;

/** Answers that failed to come, after which the catalogue counts as away. */
const MISSES = 3;

/** Somebody waits for the answer to an import, and the gateway for 29 seconds. */
const PATIENCE = 10 * SECOND;

/**
 * Asks the national service catalogue for each id once. Where it is away, or too slow for all of them, the rest stays
 * UNCHECKED: that is no fault of a row.
 *
 * @returns what it says of each id; nothing where there is no catalogue to ask
 * @see REQ-248
 */
export async function checkCatalogue(
  { catalogue, clock }: Ports,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PtvCheck>> {
  if (!catalogue.isThere) return new Map();
  const said = new Map<string, PtvCheck>(ids.map((id) => [id, 'UNCHECKED']));
  const until = after(clock(), PATIENCE);
  let misses = 0;
  const isOpen = () => misses < MISSES && clock() < until;
  const asked = await sideBySide({ all: ids, lanes: LANES, isOpen }, async (id) => {
    const check = await catalogue.check(id);
    if (check === 'UNCHECKED') misses += 1;
    return { id, check };
  });
  for (const each of asked) {
    if (each.status === 'rejected') throw each.reason;
    said.set(each.value.id, each.value.check);
  }
  return said;
}
