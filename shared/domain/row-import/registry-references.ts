import type { Kind } from '#shared/domain/programme/kinds';
import type { Reference, References } from '#shared/domain/row-import/references';

const organisation: Reference = { path: 'organisationId', to: 'organisations' };
const service: Reference = { path: 'serviceId', to: 'services' };

/** Which rows of the programme name which others (domain.md 4.1). */
export const REGISTRY_REFERENCES: References & Readonly<Record<Kind, readonly Reference[]>> = {
  organisations: [
    { path: 'ministryBranch', to: 'organisations' },
    { path: 'successorOf', to: 'organisations' },
  ],
  'management-decisions': [organisation, { path: 'services.*', to: 'services' }],
  services: [
    organisation,
    { path: 'coOwners.*', to: 'organisations' },
    { path: 'surveyRounds.*', to: 'survey-rounds' },
  ],
  'self-assessments': [service],
  audits: [service],
  volumes: [service],
  obstacles: [
    organisation,
    { path: 'services.*', to: 'services' },
    { path: 'responsibleMinistry', to: 'organisations' },
  ],
  exceptions: [organisation, service],
  'pricing-tiers': [service],
  plans: [
    organisation,
    { path: 'offerings.*.serviceId', to: 'services' },
    { path: 'legislationObstacles.*', to: 'obstacles' },
    { path: 'exceptionsProposed.*', to: 'exceptions' },
    { path: 'feeTiers.*', to: 'pricing-tiers' },
  ],
  actions: [{ path: 'planId', to: 'plans' }],
  'mobile-apps': [organisation, service],
  'survey-rounds': [
    { path: 'collector', to: 'organisations' },
    { path: 'previousRound.id', to: 'survey-rounds' },
  ],
  'survey-answers': [{ path: 'roundId', to: 'survey-rounds' }, organisation, service],
  circulars: [
    { path: 'issuer', to: 'organisations' },
    { path: 'audience.*', to: 'organisations' },
    { path: 'cascadeOf', to: 'circulars' },
    { path: 'deliveries.*.organisationId', to: 'organisations' },
  ],
  'follow-ups': [organisation],
  dependencies: [{ path: 'owner', to: 'organisations' }],
  'programme-items': [],
};
