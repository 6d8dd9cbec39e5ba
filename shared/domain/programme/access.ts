import type { Kind } from '#shared/domain/programme/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';

/** What somebody may do with the rows of a register. Who writes reads too. */
type Use = 'WRITES' | 'READS' | 'NOTHING';

/** Whose rows: everybody's, or those of one's own organisations and those that are nobody's. */
export type Reach = 'ALL' | 'OWN' | 'NONE';

/** Who enters what; the ministry enters everything and a coordinator reads everything (REQ-236, hub-api.md section 6). */
const ACCESS: Readonly<Record<Kind, { readonly collector: Use; readonly authority: Use }>> = {
  organisations: { collector: 'WRITES', authority: 'WRITES' },
  'management-decisions': { collector: 'WRITES', authority: 'WRITES' },
  services: { collector: 'WRITES', authority: 'WRITES' },
  'self-assessments': { collector: 'WRITES', authority: 'WRITES' },
  audits: { collector: 'WRITES', authority: 'WRITES' },
  volumes: { collector: 'WRITES', authority: 'WRITES' },
  obstacles: { collector: 'NOTHING', authority: 'WRITES' },
  exceptions: { collector: 'NOTHING', authority: 'WRITES' },
  'pricing-tiers': { collector: 'NOTHING', authority: 'WRITES' },
  tariffs: { collector: 'NOTHING', authority: 'READS' },
  plans: { collector: 'NOTHING', authority: 'WRITES' },
  actions: { collector: 'NOTHING', authority: 'WRITES' },
  'mobile-apps': { collector: 'WRITES', authority: 'WRITES' },
  'survey-rounds': { collector: 'WRITES', authority: 'READS' },
  'survey-answers': { collector: 'WRITES', authority: 'WRITES' },
  circulars: { collector: 'NOTHING', authority: 'READS' },
  'follow-ups': { collector: 'NOTHING', authority: 'WRITES' },
  dependencies: { collector: 'READS', authority: 'READS' },
  'programme-items': { collector: 'READS', authority: 'READS' },
};

export function mayRead(role: ProgrammeRole, kind: Kind): Reach {
  return useOf(role, kind) === 'NOTHING' ? 'NONE' : reachOf(role);
}

export function mayWrite(role: ProgrammeRole, kind: Kind): Reach {
  return useOf(role, kind) === 'WRITES' ? reachOf(role) : 'NONE';
}

function useOf({ role }: ProgrammeRole, kind: Kind): Use {
  switch (role) {
    case 'MINISTRY':
      return 'WRITES';
    case 'COORDINATOR':
      return 'READS';
    case 'COLLECTOR':
      return ACCESS[kind].collector;
    case 'AUTHORITY':
      return ACCESS[kind].authority;
    case 'PUBLIC':
      return 'NOTHING';
  }
}

function reachOf({ role }: ProgrammeRole): Reach {
  return role === 'AUTHORITY' ? 'OWN' : 'ALL';
}
