import type { Obstacle } from '#shared/domain/programme/registry/exceptions';
import type { Action, Milestone } from '#shared/domain/programme/registry/plan';
import type { Texts } from '#shared/domain/programme/words';
import type { Lateness } from '#shared/domain/transition/lateness';
import type { Target } from '#shared/domain/transition/targets';
import { dayText } from '#shared/domain/transition/words';
import type { CalendarDate } from '#shared/kernel/time';

export type ReasonCode =
  | 'PLAN_LATE'
  | 'PLAN_DUE_TODAY'
  | 'MILESTONE_MISSED'
  | 'TARGET_AFTER_END'
  | 'ACTION_OVERDUE'
  | 'OBSTACLE_WITHOUT_MINISTRY'
  | 'JOINT_IMPLEMENTATION_SUGGESTED';

/** Why an authority stands as it does: a code with its parameters, and the same in words. */
export interface Reason {
  readonly code: ReasonCode;
  /** The colour it gives by itself; NONE only tells something. */
  readonly weight: 'RED' | 'AMBER' | 'NONE';
  readonly params: Readonly<Record<string, string | number>>;
  readonly texts: Texts;
}

export function planLate({ days, level }: Lateness): Reason {
  return {
    code: 'PLAN_LATE',
    weight: 'RED',
    params: { days, ...(level && { level: level.level }) },
    texts: {
      fi: `Siirtymäsuunnitelma on ${days} päivää myöhässä.`,
      sv: `Övergångsplanen är ${days} dagar försenad.`,
    },
  };
}

export function planDueToday(): Reason {
  return {
    code: 'PLAN_DUE_TODAY',
    weight: 'NONE',
    params: {},
    texts: { fi: 'Siirtymäsuunnitelman määräaika on tänään.', sv: 'Tidsfristen för övergångsplanen går ut i dag.' },
  };
}

/** @param missed days since its day; `isLong`: more than the calendar lets pass */
export function milestoneMissed({ text, due }: Milestone, missed: { days: number; isLong: boolean }): Reason {
  return {
    code: 'MILESTONE_MISSED',
    weight: missed.isLong ? 'RED' : 'AMBER',
    params: { milestone: text, due, days: missed.days },
    texts: {
      fi: `Välitavoite ”${text}” (${dayText(due)}) on ${missed.days} päivää myöhässä.`,
      sv: `Delmålet ”${text}” (${dayText(due)}) är ${missed.days} dagar försenat.`,
    },
  };
}

export function targetAfterEnd({ service, offering }: Target, targetDate: CalendarDate, end: CalendarDate): Reason {
  const { fi, sv = fi } = service.names;
  return {
    code: 'TARGET_AFTER_END',
    weight: 'RED',
    params: { serviceId: service.id, targetGroup: offering.targetGroup, targetDate },
    texts: {
      fi: `Palvelun ”${fi}” tavoitepäivä ${dayText(targetDate)} on siirtymäajan päättymisen (${dayText(end)}) jälkeen, eikä hyväksyttyä poikkeusta ole.`,
      sv: `Måldagen ${dayText(targetDate)} för tjänsten ”${sv}” infaller efter övergångstidens slut (${dayText(end)}), och det finns inget godkänt undantag.`,
    },
  };
}

export function actionOverdue({ id, text, due }: Action & { readonly id: string }, days: number): Reason {
  return {
    code: 'ACTION_OVERDUE',
    weight: 'AMBER',
    params: { actionId: id, due, days },
    texts: {
      fi: `Toimenpide ”${text}” (${dayText(due)}) on ${days} päivää myöhässä.`,
      sv: `Åtgärden ”${text}” (${dayText(due)}) är ${days} dagar försenad.`,
    },
  };
}

export function obstacleWithoutMinistry({ id, statute, section }: Obstacle & { readonly id: string }): Reason {
  const cited = section === undefined ? statute : `${statute} § ${section}`;
  return {
    code: 'OBSTACLE_WITHOUT_MINISTRY',
    weight: 'AMBER',
    params: { obstacleId: id, statute: cited },
    texts: {
      fi: `Säädöksen ${cited} esteellä ei ole vastuuministeriötä.`,
      sv: `Hindret i författningen ${cited} har inget ansvarigt ministerium.`,
    },
  };
}

/** @see REQ-217, REQ-218, TR-19 */
export function jointImplementation(limit: number): Reason {
  return {
    code: 'JOINT_IMPLEMENTATION_SUGGESTED',
    weight: 'NONE',
    params: { limit },
    texts: {
      fi: `Kunnassa on alle ${limit} asukasta. Harkitkaa palvelujen toteuttamista yhdessä muiden viranomaisten kanssa.`,
      sv: `Kommunen har färre än ${limit} invånare. Överväg att genomföra tjänsterna tillsammans med andra myndigheter.`,
    },
  };
}
