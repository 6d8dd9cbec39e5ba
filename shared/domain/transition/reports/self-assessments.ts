import { endOf } from '#shared/domain/programme/calendar';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import type { Section } from '#shared/domain/programme/report';
import type { Dossier } from '#shared/domain/transition/dossier';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { plannedServices } from '#shared/domain/transition/targets';
import { column, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';

/** Services of which no self-assessment is done, and the day it is due. @see REQ-201, REQ-231, REQ-246 */
export function assessmentsSection(dossier: Dossier, moment: Instant): Section {
  const rows = plannedServices(dossier).flatMap((service) => {
    const dueOn = dueOf(service, dossier, helsinkiDay(moment));
    if (dueOn === 'DONE') return [];
    const isOverdue = dueOn !== undefined && moment >= endOf(dueOn);
    return [{ service: service.names, serviceId: service.id, dueOn: orNull(dueOn), overdue: isOverdue }];
  });
  return sectionOf(['selfAssessments', 'Itsearvioinnit tekemättä', 'Ogjorda självvärderingar'], {
    columns: [
      column('service', 'texts', ['Palvelu', 'Tjänst']),
      column('serviceId', 'text', ['Tunnus', 'Beteckning']),
      column('dueOn', 'date', ['Viimeistään', 'Senast']),
      column('overdue', 'boolean', ['Myöhässä', 'Försenad']),
    ],
    rows,
  });
}

/** The last self-assessment counts; a service of which none is entered is due by its own proposal. */
function dueOf(
  service: Row<Service>,
  { assessments, calendar }: Dossier,
  today: CalendarDate,
): CalendarDate | 'DONE' | undefined {
  const own = assessments.filter(({ serviceId, by }) => serviceId === service.id && by === 'SELF');
  if (own.some(({ completedAt }) => completedAt !== undefined && completedAt <= today)) return 'DONE';
  const { cohort, proposedAt = service.proposedAt, dueAt } = own.at(-1) ?? {};
  return selfAssessmentDue({ cohort, proposedAt, dueAt }, calendar);
}
