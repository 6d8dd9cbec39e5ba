import type { Receiver } from '#shared/domain/programme/report';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';

/** Some who may read a report: `everything` is read by the ministry, `organisation:vero` by that organisation. */
export type Audience = string;

export const EVERYTHING: Audience = 'everything';
const EVERYBODY: Audience = 'public';

/** An organisation that somebody speaks for. */
export type OwnOrganisation = Pick<Row<Organisation>, 'id' | 'roles'>;

/** Who may read a report with these receivers. */
export function audiencesOf(receivers: readonly Receiver[]): readonly Audience[] {
  return [EVERYTHING, ...receivers.map(nameOf)];
}

/** What a caller may read: what is public, and what was made for it. The ministry reads everything. */
export function audiencesFor({ role }: ProgrammeRole, own: readonly OwnOrganisation[]): readonly Audience[] {
  switch (role) {
    case 'MINISTRY':
      return [EVERYTHING];
    case 'COORDINATOR':
      return [EVERYBODY, 'coordinators'];
    case 'AUTHORITY':
      return [EVERYBODY, ...new Set(own.flatMap(audiencesOfOwn))];
    case 'COLLECTOR':
    case 'PUBLIC':
      return [EVERYBODY];
  }
}

function audiencesOfOwn({ id, roles }: OwnOrganisation): Audience[] {
  const byRole = ROLES.flatMap(({ role, type }) => (roles.includes(role) ? [type] : []));
  return [nameOf({ type: 'organisation', organisationId: id }), ...byRole];
}

/** Receivers that are told by what an organisation does in the programme. */
const ROLES = [
  { role: 'MINISTRY', type: 'ministry' },
  { role: 'STEERING_GROUP', type: 'steering-group' },
  { role: 'NATIONAL_DEVELOPER', type: 'national-developer' },
  { role: 'REGIONAL_COORDINATOR', type: 'coordinators' },
] as const;

/** The organisations that a receiver stands for; of the public there are none. */
export function organisationsOf<T extends OwnOrganisation>(receiver: Receiver, all: readonly T[]): readonly T[] {
  if (receiver.type === 'organisation') return all.filter(({ id }) => id === receiver.organisationId);
  const known = ROLES.find(({ type }) => type === receiver.type);
  return known ? all.filter(({ roles }) => roles.includes(known.role)) : [];
}

/** What a receiver is called where it has no address: `ministry`, `organisation:vero`. */
export function nameOf(receiver: Receiver): Audience {
  return receiver.type === 'organisation' ? `organisation:${receiver.organisationId}` : receiver.type;
}
