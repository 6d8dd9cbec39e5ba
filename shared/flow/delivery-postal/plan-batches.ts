import type { Batch } from '#shared/domain/delivery-postal/batch';
import { batchesDue, fitting } from '#shared/domain/delivery-postal/cut';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { type SetApartPorts, makeSetApart } from '#shared/flow/delivery-postal/set-apart';
import { helsinkiDay } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { ReadSettings } from '#shared/ports/settings';

export interface PlanPorts extends SetApartPorts {
  readonly postalGates: Pick<PostalGates, 'read' | 'takenOn' | 'limits' | 'limitDay'>;
  readonly settings: ReadSettings;
}

/** What is to be cut now, and what may not be. */
export interface Plan {
  readonly batches: readonly Batch[];
  /** Letters that wait beyond the limits of their authorities. */
  readonly beyondLimits: number;
  /** The first of them of each authority. */
  readonly held: readonly Letter[];
}

export const NOTHING_PLANNED: Plan = { batches: [], beyondLimits: 0, held: [] };

/** Batches that are due, of no more letters than there is room for; letters of an authority with a limit by themselves. */
export function makePlanBatches(ports: PlanPorts) {
  const { postalGates, settings, clock } = ports;
  const setApart = makeSetApart(ports);

  return async function planBatches(): Promise<Plan> {
    if (!(await postalGates.read()).open) return NOTHING_PLANNED;
    const { batches: rules, postalCapacity: places } = settings();
    const { free, lanes } = await setApart();
    const now = clock();
    const apart = lanes.flatMap(({ tenantId, letters, room }) =>
      fitting(batchesDue(letters, rules, now), letters, room).map((batch) => ({ ...batch, tenantId })),
    );
    const due = [...batchesDue(free, rules, now), ...apart];
    const beyondLimits = lanes.reduce((sum, { beyond }) => sum + beyond, 0);
    const held = lanes.flatMap(({ letters, room }) => letters[room] ?? []);
    if (places === undefined) return { batches: due, beyondLimits, held };
    const room = places - (await postalGates.takenOn(helsinkiDay(now)));
    return {
      batches: fitting(due, oldestFirst([free, ...lanes.map(({ letters }) => letters)]), room),
      beyondLimits,
      held,
    };
  };
}

function oldestFirst(letters: readonly (readonly Letter[])[]): readonly Letter[] {
  return letters.flat().toSorted((a, b) => (a.orderedAt < b.orderedAt ? -1 : 1));
}
