import { endOf } from '#shared/domain/programme/calendar';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Texts } from '#shared/domain/programme/words';
import { planDeadline, transitionEnd } from '#shared/domain/programme/deadlines';
import { type Dossier, dossiersOn } from '#shared/domain/transition/dossier';
import { stoodSubmitted } from '#shared/domain/transition/plan-state';
import { missedMilestones, overdueActions } from '#shared/domain/transition/rag';
import { type Status, statusIn } from '#shared/domain/transition/status';
import { reasonsOf } from '#shared/domain/transition/reports/authorities';
import { COLOURS, PLAN_STATES } from '#shared/domain/transition/reports/codes';
import { coloursExplained } from '#shared/domain/transition/reports/explained';
import { codeColumn, column, dayOf, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import { planGapsSection } from '#shared/domain/transition/reports/plan-gaps';
import { registerGapsSection } from '#shared/domain/transition/reports/register-gaps';
import { assessmentsSection } from '#shared/domain/transition/reports/self-assessments';
import { dayText } from '#shared/domain/transition/words';
import { daysBetween } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, after, helsinkiDay } from '#shared/kernel/time';

/**
 * R2: what one authority has to do next: what its plan lacks, what is overdue, and what the registers do not know of its
 * services. The summary alone says how many days are left and for what.
 *
 * @param request names the authority, by its own id or a predecessor's
 * @see REQ-198, REQ-199, REQ-231, REQ-246, domain.md 4.3
 */
export function toDoReport(request: ReportRequest, programme: Programme): ReportContent {
  const dossier = dossiersOn(programme, dayOf(request)).of(request.organisationId ?? '');
  if (!dossier) throw new Error(`no organisation ${request.organisationId ?? ''} to make a report for`);
  const status = statusIn(dossier, request.dueAt);
  const sections = [
    planGapsSection(dossier),
    overdueSection(dossier, request.dueAt),
    assessmentsSection(dossier, request.dueAt),
    registerGapsSection(dossier),
  ];
  const { fi, sv = fi } = dossier.organisation.names;
  return {
    title: { fi: `Siirtymän tehtävälista: ${fi}`, sv: `Att göra i övergången: ${sv}` },
    summary: summaryOf(sections, { dossier, status, moment: request.dueAt }),
    sections: [standingSection(dossier, status, request.dueAt), ...sections],
  };
}

interface Now {
  readonly dossier: Dossier;
  readonly status: Status;
  readonly moment: Instant;
}

function summaryOf(sections: readonly Section[], now: Now): Texts {
  const [missing = 0, overdue = 0, assessments = 0, gaps = 0] = sections.map(({ table }) => table.rows.length);
  const work = {
    fi: `Puuttuvia suunnitelman osia ${missing}, myöhässä olevia toimenpiteitä ja välitavoitteita ${overdue}, tekemättömiä itsearviointeja ${assessments}, puutteita palvelujen tiedoissa ${gaps}.`,
    sv: `Delar som saknas i planen ${missing}, försenade åtgärder och delmål ${overdue}, ogjorda självvärderingar ${assessments}, brister i tjänsternas uppgifter ${gaps}.`,
  };
  const joint = now.status.reasons.filter(({ code }) => code === 'JOINT_IMPLEMENTATION_SUGGESTED');
  const all = [...lateTexts(now.status), deadlineTexts(now), work, ...joint.map(({ texts }) => texts)];
  return { fi: all.map(({ fi }) => fi).join(' '), sv: all.map(({ fi, sv = fi }) => sv).join(' ') };
}

function lateTexts({ reasons }: Status): readonly Texts[] {
  return reasons.filter(({ code }) => code === 'PLAN_LATE').map(({ texts }) => texts);
}

function deadlineTexts(now: Now): Texts {
  const next = nextDeadline(now);
  if (!next) return { fi: 'Siirtymäaika on päättynyt.', sv: 'Övergångstiden har gått ut.' };
  const { fi, sv } = DEADLINES[next.kind];
  const left = daysLeft(next, now.moment);
  return {
    fi: `Seuraava määräaika: ${fi} ${dayText(next.day)}, jäljellä ${left} ${left === 1 ? 'päivä' : 'päivää'}.`,
    sv: `Nästa tidsfrist: ${sv} ${dayText(next.day)}, ${left} ${left === 1 ? 'dag' : 'dagar'} kvar.`,
  };
}

const DEADLINES = {
  PLAN: { fi: 'siirtymäsuunnitelma', sv: 'övergångsplanen' },
  MILESTONE: { fi: 'vuosittaiset välitavoitteet', sv: 'de årliga delmålen' },
  TRANSITION_END: { fi: 'siirtymäajan päättyminen', sv: 'övergångstidens slut' },
} as const;

interface Next {
  readonly kind: keyof typeof DEADLINES;
  readonly day: CalendarDate;
}

/** The next day that asks something of the authority; that of the plans no more once its plan is handed in. */
function nextDeadline({ dossier: { calendar, steps }, moment }: Pick<Now, 'dossier' | 'moment'>): Next | undefined {
  const isHandedIn = stoodSubmitted(steps, after(moment, 1));
  const days: readonly Next[] = [
    ...(isHandedIn ? [] : [{ kind: 'PLAN' as const, day: planDeadline(calendar) }]),
    { kind: 'TRANSITION_END', day: transitionEnd(calendar) },
    ...calendar.milestones.map((day) => ({ kind: 'MILESTONE' as const, day })),
  ];
  return days.toSorted((a, b) => Number(a.day > b.day) - Number(a.day < b.day)).find(({ day }) => moment < endOf(day));
}

function daysLeft({ day }: Next, moment: Instant): number {
  return daysBetween(helsinkiDay(moment), day);
}

function standingSection(dossier: Dossier, status: Status, moment: Instant): Section {
  const next = nextDeadline({ dossier, moment });
  const table = {
    columns: [
      codeColumn('planState', ['Suunnitelma', 'Plan'], PLAN_STATES),
      codeColumn('rag', ['Tilanne', 'Läge'], COLOURS),
      column('daysLate', 'number', ['Päiviä myöhässä', 'Dagar försenad']),
      codeColumn('nextDeadline', ['Seuraava määräaika', 'Nästa tidsfrist'], DEADLINES),
      column('day', 'date', ['Päivä', 'Dag']),
      column('daysLeft', 'number', ['Päiviä jäljellä', 'Dagar kvar']),
      column('reasons', 'texts', ['Perusteet', 'Motivering']),
    ],
    rows: [
      {
        planState: status.planState,
        rag: status.rag,
        daysLate: orNull(status.daysLate),
        nextDeadline: orNull(next?.kind),
        day: orNull(next?.day),
        daysLeft: orNull(next && daysLeft(next, moment)),
        reasons: reasonsOf(status),
      },
    ],
  };
  return sectionOf(['standing', 'Tilanne', 'Läget'], table, { notes: [coloursExplained(dossier.calendar)] });
}

const OVERDUE = {
  ACTION: { fi: 'Toimenpide', sv: 'Åtgärd' },
  MILESTONE: { fi: 'Välitavoite', sv: 'Delmål' },
};

/** Who answers for an action is not told: it may be a person. */
function overdueSection(dossier: Dossier, moment: Instant): Section {
  const actions = overdueActions(dossier, moment).map(({ text, due }) => ({ kind: 'ACTION', text, due }));
  const goals = missedMilestones(dossier, moment).map(({ milestone: { text, due } }) => ({
    kind: 'MILESTONE',
    text,
    due,
  }));
  return sectionOf(['overdue', 'Myöhässä', 'Försenat'], {
    columns: [
      codeColumn('kind', ['Mikä', 'Vad'], OVERDUE),
      column('text', 'text', ['Sisältö', 'Innehåll']),
      column('due', 'date', ['Määräpäivä', 'Senast']),
      column('daysLate', 'number', ['Päiviä myöhässä', 'Dagar försenad']),
    ],
    rows: [...actions, ...goals].map((each) => ({ ...each, daysLate: daysBetween(each.due, helsinkiDay(moment)) })),
  });
}
