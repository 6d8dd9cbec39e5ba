import type { Kind } from '#shared/domain/programme/kinds';
import { textsAt } from '#shared/domain/programme/texts-at';

/** A row that names another one. */
export interface Reference {
  /** Dotted path of the field that names it. */
  readonly field: string;
  readonly kind: Kind;
  readonly id: string;
}

const BY_ORGANISATION = { organisationId: 'organisations' } as const;
const BY_SERVICE = { serviceId: 'services' } as const;

/**
 * Fields that name rows; `offerings.serviceId` is the field of each offering. Bodies that need not be of the programme, such as
 * a branch's ministry or who issued a letter, may be named without being on record.
 */
const REFERENCES: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = {
  organisations: { successorOf: 'organisations' },
  // The services a decision covers come after it: they need it to be admitted.
  'management-decisions': BY_ORGANISATION,
  services: { ...BY_ORGANISATION, coOwners: 'organisations' },
  'self-assessments': BY_SERVICE,
  audits: BY_SERVICE,
  volumes: BY_SERVICE,
  obstacles: { ...BY_ORGANISATION, services: 'services' },
  exceptions: { ...BY_ORGANISATION, ...BY_SERVICE },
  'pricing-tiers': BY_SERVICE,
  tariffs: BY_ORGANISATION,
  plans: {
    ...BY_ORGANISATION,
    'offerings.serviceId': 'services',
    legislationObstacles: 'obstacles',
    exceptionsProposed: 'exceptions',
    feeTiers: 'pricing-tiers',
  },
  actions: { planId: 'plans' },
  'mobile-apps': { ...BY_ORGANISATION, ...BY_SERVICE },
  'survey-rounds': { 'previousRound.id': 'survey-rounds' },
  'survey-answers': { roundId: 'survey-rounds', ...BY_ORGANISATION, ...BY_SERVICE },
  circulars: {
    audience: 'organisations',
    cascadeOf: 'circulars',
    'deliveries.organisationId': 'organisations',
  },
  'follow-ups': BY_ORGANISATION,
  dependencies: {},
  'programme-items': {},
};

/** Stands in a plan where there are no obstacles. */
const NO_OBSTACLES = ['NONE', 'none'];

/** Every row that a row names, by the field that names it. */
export function referencesOf(kind: Kind, fields: object): Reference[] {
  return Object.entries(REFERENCES[kind]).flatMap(([path, referred]) =>
    textsAt(fields, path)
      .filter(({ text }) => !NO_OBSTACLES.includes(text))
      .map(({ field, text }) => ({ field, kind: referred, id: text })),
  );
}
