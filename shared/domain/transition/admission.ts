import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { ManagementDecision } from '#shared/domain/programme/registry/quality';
import { type Service, criterion } from '#shared/domain/programme/registry/service';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { CalendarDate } from '#shared/kernel/time';

/** Why a service does not come to the roadmap, as its code and in words that begin with it. */
export interface NotAdmitted {
  readonly kind: 'not-admitted';
  readonly problems: readonly { readonly code: AdmissionCode; readonly pointer: string; readonly rule: string }[];
}

export type AdmissionCode = keyof typeof RULES;

const RULES = {
  NOT_INTERACTIVE: ['/interactive', 'NOT_INTERACTIVE: an information site is no digital service'],
  PROJECT_NOT_SERVICE: ['/type', 'PROJECT_NOT_SERVICE: a project is not entered, only the service that comes of it'],
  DEFINITION_NOT_MET: ['/startsDigital', 'DEFINITION_NOT_MET: a digital service begins digitally (criterion K1)'],
  NO_MANAGEMENT_DECISION: ['/managementDecision', 'NO_MANAGEMENT_DECISION: the management has to decide to join'],
} as const;

type Proposed = Service & { readonly id: string };

/**
 * Whether a service comes to the roadmap: it is a digital service by criterion K1 and the management of its organisation has
 * decided to join. Guidance and bots come too. Criteria that are not met yet stay open and keep nobody away.
 *
 * @param decisions any decisions; those that name the service count
 * @returns the service, or `not-admitted` with everything that stands in its way
 * @see REQ-240 to REQ-243, REQ-254, REQ-256, TR-06, TR-07
 */
export function admit<S extends Proposed>(
  service: S,
  decisions: readonly ManagementDecision[],
): Result<S, NotAdmitted> {
  const codes = [...definitionBroken(service), ...(isDecided(service, decisions) ? [] : [NO_DECISION])];
  if (codes.length === 0) return ok(service);
  const problems = codes.map((code) => ({ code, pointer: RULES[code][0], rule: RULES[code][1] }));
  return refuse({ kind: 'not-admitted', problems });
}

const NO_DECISION: AdmissionCode = 'NO_MANAGEMENT_DECISION';

function definitionBroken(service: Proposed): readonly AdmissionCode[] {
  if (service.type === 'PROJECT') return ['PROJECT_NOT_SERVICE'];
  if (service.type === 'GUIDANCE' || service.type === 'BOT') return [];
  if (service.type === 'INFORMATION' || !service.interactive) return ['NOT_INTERACTIVE'];
  if (!service.startsDigital || service.criteria?.K1?.result === 'NOT_MET') return ['DEFINITION_NOT_MET'];
  return [];
}

function isDecided({ id, managementDecision }: Proposed, decisions: readonly ManagementDecision[]): boolean {
  if (managementDecision?.date !== undefined || managementDecision?.diaryReference !== undefined) return true;
  return decisions.some(({ services }) => services.includes(id));
}

/** A criterion of the roadmap a service does not meet yet, and the day by which it should. */
export interface OpenCriterion {
  readonly criterion: keyof NonNullable<Service['criteria']>;
  readonly dueOn?: CalendarDate;
}

/**
 * Criteria that are neither met nor told, with a reason, not to apply. What the register itself shows need not be claimed.
 * Goals of burden and cost are no criteria.
 *
 * @see REQ-245 to REQ-255
 */
export function openCriteria(service: Service, calendar: ProgrammeCalendar): readonly OpenCriterion[] {
  const dueOn = selfAssessmentDue({ proposedAt: service.proposedAt }, calendar);
  return criterion.options.filter((name) => isOpen(service, name)).map((name) => ({ criterion: name, dueOn }));
}

function isOpen(service: Service, name: OpenCriterion['criterion']): boolean {
  const said = service.criteria?.[name];
  if (said?.result === 'NOT_APPLICABLE') return said.reason === undefined;
  return said ? said.result !== 'MET' : SHOWN[name]?.(service) !== true;
}

const SHOWN: Partial<Readonly<Record<OpenCriterion['criterion'], (service: Service) => boolean>>> = {
  K1: (service) => service.interactive && service.startsDigital,
  K5: ({ ptvId }) => ptvId !== undefined,
  K9: ({ supportForms = [] }) => supportForms.length > 0,
  K10: ({ offerings }) => offerings.length > 0,
};
