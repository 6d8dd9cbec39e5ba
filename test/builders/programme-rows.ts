import type { Programme } from '#shared/domain/programme/programme';

/** A programme of which nothing is on record. */
export const NO_ROWS: Programme['rows'] = {
  organisations: [],
  'management-decisions': [],
  services: [],
  'self-assessments': [],
  audits: [],
  volumes: [],
  obstacles: [],
  exceptions: [],
  'pricing-tiers': [],
  tariffs: [],
  plans: [],
  actions: [],
  'mobile-apps': [],
  'survey-rounds': [],
  'survey-answers': [],
  circulars: [],
  'follow-ups': [],
  dependencies: [],
  'programme-items': [],
};
