import { type ProgrammeException, isAllowed } from '#shared/domain/programme/registry/exceptions';
import type { Offering, Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { transitionEnd } from '#shared/domain/programme/deadlines';
import type { Dossier } from '#shared/domain/transition/dossier';
import type { CalendarDate } from '#shared/kernel/time';

/** When one offering of a service is to be digital only. */
export interface Target {
  readonly service: Row<Service>;
  readonly offering: Offering;
  /** By the plan, else by the offering itself; absent: nobody has said. */
  readonly targetDate?: CalendarDate;
  /** An exception keeps it from having to be. */
  readonly isExempt: boolean;
}

/** What is said of every offering of an authority that is not retired. @see REQ-190, REQ-191 */
export function targetsOf(dossier: Dossier): readonly Target[] {
  return plannedServices(dossier).flatMap((service) =>
    service.offerings
      .filter(({ status }) => status !== 'RETIRED')
      .map((offering) => ({
        service,
        offering,
        targetDate: plannedDate(dossier, { service, offering }) ?? offering.targetDate ?? offering.digitalOnlyFrom,
        isExempt: dossier.exceptions.some((each) => exempts(each, { service, offering }, dossier.day)),
      })),
  );
}

/** Those offered to businesses: the ones the transition is about. */
export function businessTargetsOf(dossier: Dossier): readonly Target[] {
  return targetsOf(dossier).filter(({ offering }) => offering.targetGroup === 'BUSINESS');
}

/** To be digital only after the transition has ended, and not excepted. */
export function isTooLate({ targetDate, isExempt }: Target, { calendar }: Dossier): boolean {
  return !isExempt && targetDate !== undefined && targetDate > transitionEnd(calendar);
}

/** Services a plan is made for: projects and information sites are none (REQ-240, REQ-243), nor what is retired whole. */
export function plannedServices({ services }: Dossier): readonly Row<Service>[] {
  return services.filter(({ type, offerings }) => {
    const isRetired = offerings.length > 0 && offerings.every(({ status }) => status === 'RETIRED');
    return type !== 'PROJECT' && type !== 'INFORMATION' && !isRetired;
  });
}

type Offered = Pick<Target, 'service' | 'offering'>;

function plannedDate({ plan }: Dossier, { service, offering }: Offered): CalendarDate | undefined {
  return plan?.offerings.find((each) => each.serviceId === service.id && each.targetGroup === offering.targetGroup)
    ?.targetDate;
}

/** @see REQ-215, REQ-216, TR-11: a low volume excepts nothing, whoever approved it */
function exempts(exception: ProgrammeException, { service, offering }: Offered, day: CalendarDate): boolean {
  const { serviceId = service.id, targetGroup = offering.targetGroup, validTo = day } = exception;
  const isInForce = exception.decision === 'APPROVED' && isAllowed(exception) && day <= validTo;
  return isInForce && serviceId === service.id && targetGroup === offering.targetGroup;
}
