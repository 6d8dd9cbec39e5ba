import type { SupportKind } from '#shared/domain/digital-support/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';

/** What is of use to whoever serves customers: an authority reads it too (REQ-091, REQ-097, REQ-101). */
const FOR_AUTHORITIES: readonly SupportKind[] = [
  'terms',
  'centres',
  'providers',
  'memberships',
  'materials',
  'trainings',
];

/** The national developer's ministry and the coordinators of the regions keep the registers (REQ-102). */
export function maySupport(
  { role }: ProgrammeRole,
  kind: SupportKind,
): { readonly read: boolean; readonly write: boolean } {
  const write = coordinates({ role });
  return { write, read: write || (role === 'AUTHORITY' && FOR_AUTHORITIES.includes(kind)) };
}

/** Whether somebody develops or coordinates support: sees what is missing and decides who is in the directory. */
export function coordinates({ role }: Pick<ProgrammeRole, 'role'>): boolean {
  return role === 'MINISTRY' || role === 'COORDINATOR';
}
