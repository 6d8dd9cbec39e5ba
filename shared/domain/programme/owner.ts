import type { Kind } from '#shared/domain/programme/kinds';

/** The field that says whose a row is: an organisation itself, or by way of a service or a plan. */
export type OwnerField = 'id' | 'organisationId' | 'serviceId' | 'planId' | 'audience';

/** Rows of the other registers are nobody's: every authority sees them. */
const OWNER_FIELDS: Readonly<Partial<Record<Kind, OwnerField>>> = {
  organisations: 'id',
  'management-decisions': 'organisationId',
  services: 'organisationId',
  'self-assessments': 'serviceId',
  audits: 'serviceId',
  volumes: 'serviceId',
  obstacles: 'organisationId',
  exceptions: 'organisationId',
  'pricing-tiers': 'serviceId',
  tariffs: 'organisationId',
  plans: 'organisationId',
  actions: 'planId',
  'mobile-apps': 'organisationId',
  'survey-answers': 'organisationId',
  circulars: 'audience',
  'follow-ups': 'organisationId',
};

/** @returns `undefined` for a register whose rows are nobody's */
export function ownerFieldOf(kind: Kind): OwnerField | undefined {
  return OWNER_FIELDS[kind];
}
