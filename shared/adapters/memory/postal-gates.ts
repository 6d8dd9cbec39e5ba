import { NEVER_SHUT, type PostalGate } from '#shared/domain/delivery-postal/postal-gate';
import type { CalendarDate } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryPostalGates(): PostalGates {
  const state: { gate: PostalGate } = { gate: NEVER_SHUT };
  const days = new Map<CalendarDate, Map<string, number>>();
  const ofDay = (day: CalendarDate) => days.get(day) ?? new Map<string, number>();
  const takenOn = (day: CalendarDate) => [...ofDay(day).values()].reduce((sum, letters) => sum + letters, 0);
  return {
    read: async () => structuredClone(state.gate),
    set: async (gate) => {
      state.gate = structuredClone(gate);
    },
    takenOn: async (day) => takenOn(day),
    takePlaces: async ({ batchId, letters }, { day, places }) => {
      const taken = takenOn(day);
      if (ofDay(day).has(batchId)) return true;
      if (taken > 0 && taken + letters.length > places) return false;
      days.set(day, new Map(ofDay(day)).set(batchId, letters.length));
      return true;
    },
  };
}
