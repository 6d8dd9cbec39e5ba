import { NEVER_SHUT, type PostalGate } from '#shared/domain/delivery-postal/postal-gate';
import type { PostalApproval, PostalLimit } from '#shared/domain/delivery-postal/postal-limit';
import type { TenantId } from '#shared/domain/message/ids';
import type { DayPlaces, PostalGates, TenantDay } from '#shared/ports/postal-gate';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryPostalGates(): PostalGates {
  const state: { gate: PostalGate } = { gate: NEVER_SHUT };
  const limits = new Map<TenantId, PostalLimit>();
  const approvals = new Map<string, readonly PostalApproval[]>();
  const days = new Map<string, Map<string, number>>();
  const ofDay = (day: Day) => days.get(nameOf(day)) ?? new Map<string, number>();
  const takenOn = (day: Day) => [...ofDay(day).values()].reduce((sum, letters) => sum + letters, 0);
  const approvedOn = (day: TenantDay) => approvals.get(nameOf(day)) ?? [];
  return {
    read: async () => structuredClone(state.gate),
    set: async (gate) => {
      state.gate = structuredClone(gate);
    },
    limitOf: async (tenantId) => structuredClone(limits.get(tenantId)),
    setLimit: async (tenantId, limit) => {
      limits.set(tenantId, structuredClone(limit));
    },
    limits: async () => [...limits].map(([tenantId, limit]) => ({ tenantId, ...structuredClone(limit) })),
    limitDay: async (day) => ({ taken: takenOn(day), approvals: structuredClone(approvedOn(day)) }),
    approve: async (tenantId, approval) => {
      const of = { day: approval.day, tenantId };
      approvals.set(nameOf(of), [...approvedOn(of), structuredClone(approval)]);
    },
    takenOn: async (day) => takenOn({ day }),
    takePlaces: async ({ batchId, letters }, { places, ...day }) => {
      const taken = takenOn(day);
      if (ofDay(day).has(batchId)) return true;
      if (taken > 0 && taken + letters.length > places) return false;
      days.set(nameOf(day), new Map(ofDay(day)).set(batchId, letters.length));
      return true;
    },
  };
}

type Day = Omit<DayPlaces, 'places'>;

function nameOf({ day, tenantId }: Day): string {
  return `${day} ${tenantId ?? ''}`;
}
