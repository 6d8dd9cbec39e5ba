import type { Report, ReportContent } from '#shared/domain/programme/report';
import type { ReportMail } from '#shared/domain/report-calendar/report-mail';
import { attemptToken } from '#shared/domain/message/ids';
import type { Claim } from '#shared/domain/message/claim';
import { at, on } from '#test/builders/programme-scope';

export const DUE = at('2020-07-01T03:00:00.000Z');

export const CONTENT: ReportContent = {
  title: { fi: 'Seuranta', sv: 'Uppföljning' },
  summary: { fi: 'Yksi suunnitelma puuttuu.', sv: 'En plan saknas.' },
  sections: [
    {
      id: 'late',
      heading: { fi: 'Myöhässä', sv: 'Försenade' },
      table: {
        columns: [{ id: 'organisation', heading: { fi: 'Viranomainen', sv: 'Myndighet' }, type: 'text' }],
        rows: [{ organisation: 'Vero' }],
      },
    },
  ],
};

/** A report as it is kept; R1 of June 2020 unless told otherwise. */
export function reportWith(fields: Partial<Report> = {}): Report {
  return {
    id: 'R1-2020-06',
    kind: 'R1',
    period: '2020-06',
    asOf: on('2020-06-30'),
    createdAt: DUE,
    receivers: [{ type: 'ministry' }],
    ...CONTENT,
    ...fields,
  };
}

/** The n-th mail, to be owed. */
export function mailNo(n: number): Omit<ReportMail, 'state' | 'claim'> {
  const name = String(n).padStart(43, '0');
  return { name, reportId: 'R1-2020-06', organisationId: `o-${n}`, to: `o${n}@example.fi`, dueAt: DUE };
}

export function claimNo(n: number): Claim {
  return { attempt: attemptToken.parse(`attempt-${n}`), at: DUE, sends: n };
}
