import { type Days, type ImportRow, everyNth } from '#local/demo/programme/rows';
import { pick } from '#local/demo/programme/services';

type Service = ImportRow<'services'>;
type Assessment = ImportRow<'self-assessments'>;

/** Self-assessments of the first cohort: most in time, some late, some missing; and what customers said. */
export function selfAssessments({ day }: Days, all: readonly Service[]): readonly Assessment[] {
  const own = everyNth(all, 3).map((service, at): Assessment => {
    const completed = pick(['2019-05-20', '2019-06-14', '2019-06-20', '2019-08-30', ''], at);
    return {
      id: `arvio-${service.id}`,
      serviceId: service.id,
      proposedAt: service.proposedAt,
      cohort: '2019',
      toolVersion: '1.0',
      ...(completed === '' ? {} : { completedAt: day(completed), areas: areasAt(at), overall: 1 + (at % 3) }),
    };
  });
  const customers = everyNth(all, 13, 1).map((service, at): Assessment => ({
    id: `asiakkaat-${service.id}`,
    serviceId: service.id,
    by: 'CUSTOMER',
    completedAt: day('2019-09-15'),
    areas: areasAt(at + 1),
    overall: 1 + ((at + 1) % 3),
  }));
  return [...own, ...customers];
}

export function audits({ day }: Days, all: readonly Service[]): readonly ImportRow<'audits'>[] {
  return everyNth(all, 10).map((service, at) => ({
    id: `tarkastus-${service.id}`,
    serviceId: service.id,
    kind: at % 2 === 0 ? 'SECURITY' : 'ACCESSIBILITY',
    date: day('2019-04-10'),
    result: pick(['PASSED', 'PASSED_WITH_REMARKS', 'FAILED'] as const, at),
    validUntil: day('2022-04-10'),
  }));
}

function areasAt(at: number): Assessment['areas'] {
  return {
    instructions: 1 + (at % 3),
    situation: 1 + ((at + 1) % 3),
    usability: 2 + (at % 2),
    support: 1 + ((at + 2) % 3),
    security: 3,
    engagement: 1 + (at % 2),
  };
}
