import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { PRIORITY_NAMES, priority } from '#shared/domain/programme/priorities';
import type { Milestone } from '#shared/domain/programme/registry/plan';
import type { Section } from '#shared/domain/programme/report';
import { missedMilestones, overdueActions } from '#shared/domain/transition/rag';
import type { Standing } from '#shared/domain/transition/reports/authorities';
import { codeColumn, column, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

/** Intermediate goals of all plans against what has been reached, by the programme's day they fall under. @see REQ-194 */
export function milestonesSection(standings: readonly Standing[], moment: Instant): Section {
  const goals = standings.flatMap(({ dossier }) => {
    const missed = new Set(missedMilestones(dossier, moment).map(({ milestone }) => milestone));
    return (dossier.plan?.milestones ?? []).map((milestone) => ({
      until: yearlyDay(dossier.calendar, milestone.due),
      outcome: missed.has(milestone) ? 'missed' : outcomeOf(milestone, helsinkiDay(moment)),
    }));
  });
  const days = [...new Set(goals.map(({ until }) => until))].toSorted();
  return sectionOf(
    ['milestones', 'Välitavoitteet ja toteuma', 'Delmål och utfall'],
    {
      columns: MILESTONE_COLUMNS,
      rows: days.map((until) => {
        const those = goals.filter((goal) => goal.until === until);
        const count = (outcome: Outcome) => those.filter((goal) => goal.outcome === outcome).length;
        return {
          until: orNull(until === LATER ? undefined : until),
          milestones: those.length,
          inTime: count('inTime'),
          afterwards: count('afterwards'),
          missed: count('missed'),
          ahead: count('ahead'),
        };
      }),
    },
    { chart: { form: 'stacked', label: 'until', series: ['inTime', 'afterwards', 'missed', 'ahead'] } },
  );
}

type Outcome = 'inTime' | 'afterwards' | 'missed' | 'ahead';

/** Sorts after every day. */
const LATER = '~';

const MILESTONE_COLUMNS = [
  column('until', 'date', ['Viimeistään', 'Senast']),
  column('milestones', 'number', ['Välitavoitteita', 'Delmål']),
  column('inTime', 'number', ['Saavutettu ajallaan', 'Nådda i tid']),
  column('afterwards', 'number', ['Saavutettu myöhässä', 'Nådda för sent']),
  column('missed', 'number', ['Saavuttamatta', 'Inte nådda']),
  column('ahead', 'number', ['Edessä', 'Återstår']),
];

function outcomeOf({ due, achievedOn }: Milestone, today: CalendarDate): Outcome {
  if (achievedOn === undefined || achievedOn > today) return 'ahead';
  return achievedOn <= due ? 'inTime' : 'afterwards';
}

function yearlyDay({ milestones }: ProgrammeCalendar, due: CalendarDate): string {
  return milestones.toSorted().find((day) => due <= day) ?? LATER;
}

/** Actions of all plans by the priority of the programme they further. @see REQ-014, REQ-220 */
export function prioritiesSection(standings: readonly Standing[], moment: Instant): Section {
  const actions = standings.flatMap(({ dossier }) => {
    const overdue = new Set(overdueActions(dossier, moment));
    return dossier.actions.map((action) => ({ action, isOverdue: overdue.has(action) }));
  });
  const rows = [...priority.options, undefined].map((each) => {
    const those = actions.filter(({ action }) => action.priority === each);
    return {
      priority: each ?? 'NONE',
      open: those.filter(({ action, isOverdue }) => action.state === 'OPEN' && !isOverdue).length,
      overdue: those.filter(({ isOverdue }) => isOverdue).length,
      done: those.filter(({ action }) => action.state === 'DONE').length,
    };
  });
  return sectionOf(
    ['priorities', 'Toimenpiteet painopisteittäin', 'Åtgärder enligt prioritering'],
    {
      columns: [
        codeColumn('priority', ['Painopiste', 'Prioritering'], {
          ...PRIORITY_NAMES,
          NONE: { fi: 'Ei painopistettä', sv: 'Ingen prioritering' },
        }),
        column('open', 'number', ['Kesken', 'Pågår']),
        column('overdue', 'number', ['Myöhässä', 'Försenade']),
        column('done', 'number', ['Tehty', 'Gjorda']),
      ],
      rows,
    },
    { chart: { form: 'stacked', label: 'priority', series: ['open', 'overdue', 'done'] } },
  );
}
