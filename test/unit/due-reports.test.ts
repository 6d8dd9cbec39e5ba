import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportKind } from '#shared/domain/programme/report';
import { dueReports, nextDue } from '#shared/domain/report-calendar/due-reports';
import { reportIdOf } from '#shared/domain/report-calendar/report-id';
import type { ReportScope } from '#shared/domain/report-calendar/scope';
import { clockOn, momentOn } from '#shared/kernel/calendar';
import { DAY, type Instant, after, helsinkiDay, instantAt, millisecondsOf } from '#shared/kernel/time';
import { ENTERED, at, on, organisationRow, scopeWith } from '#test/builders/programme-scope';

/** Reports due on the days from one to another, both included. */
function dueFrom(from: string, to: string, scope: ReportScope = scopeWith()) {
  return dueReports(scope, { after: momentOn(on(from)), until: momentOn(on(to), '23:59') });
}

const idsOf = (from: string, to: string, kind: ReportKind, scope?: ReportScope) =>
  dueFrom(from, to, scope)
    .filter((each) => each.kind === kind)
    .map(reportIdOf);

/** `2020-07-01 R1-2020-06`. */
const daysOf = (from: string, to: string, kind: ReportKind, scope?: ReportScope) =>
  dueFrom(from, to, scope)
    .filter((each) => each.kind === kind)
    .map((each) => `${helsinkiDay(each.dueAt)} ${reportIdOf(each)}`);

describe('the follow-up for the ministry (R1)', () => {
  it('is due on the first working day of each month, of the month before', () => {
    expect(daysOf('2019-12-01', '2020-02-29', 'R1')).toEqual([
      '2019-12-02 R1-2019-11',
      '2020-01-02 R1-2019-12',
      '2020-02-03 R1-2020-01',
    ]);
  });

  it('is due each Monday too in the last 90 days before the plans are due, but not twice on a day', () => {
    expect(daysOf('2020-03-25', '2020-04-14', 'R1')).toEqual([
      '2020-04-01 R1-2020-03',
      '2020-04-06 R1-2020-W14',
      '2020-04-13 R1-2020-W15',
    ]);
    expect(daysOf('2020-05-28', '2020-07-31', 'R1')).toEqual([
      '2020-06-01 R1-2020-05',
      '2020-06-08 R1-2020-W23',
      '2020-06-15 R1-2020-W24',
      '2020-06-22 R1-2020-W25',
      '2020-06-29 R1-2020-W26',
      '2020-07-01 R1-2020-06',
    ]);
  });

  it('is due each Monday too before the transition ends', () => {
    expect(idsOf('2022-12-20', '2023-01-31', 'R1')).toEqual(['R1-2022-W51', 'R1-2022-12']);
    expect(idsOf('2022-09-26', '2022-10-09', 'R1')).toEqual(['R1-2022-09']);
    expect(idsOf('2022-10-10', '2022-10-10', 'R1')).toEqual(['R1-2022-W40']);
  });
});

describe('the to-do of an authority (R2)', () => {
  it('is due each Monday, of the week that begins', () => {
    expect(daysOf('2019-12-28', '2020-01-13', 'R2')).toEqual([
      '2019-12-30 R2-2020-W01-vero',
      '2020-01-02 R2-2020-01-02-vero',
      '2020-01-06 R2-2020-W02-vero',
      '2020-01-13 R2-2020-W03-vero',
    ]);
  });

  it.each([
    ['2020-06-30', ['2020-01-02', '2020-04-01', '2020-05-31', '2020-06-23', '2020-07-01']],
    ['2022-12-31', ['2022-07-04', '2022-10-02', '2022-12-01', '2022-12-24', '2023-01-01']],
  ])('is due at the offsets of %s as domain.md 4.2 reckons them', (deadline, days) => {
    const scope = scopeWith({}, { planDeadline: on(deadline), milestones: [], transitionEnd: on(deadline) });
    const from = '2019-12-01';
    const due = dueFrom(from, '2023-02-01', scope).filter(({ kind }) => kind === 'R2');
    const told = due.map(({ dueAt }) => helsinkiDay(dueAt));
    expect(told).toEqual(expect.arrayContaining(days));
    expect(due.filter(({ period }) => !period.includes('W')).map(({ period }) => period)).toEqual(
      days.filter((day) => day !== '2022-07-04'),
    );
  });

  it('is one a day for each authority although several deadlines and a Monday fall together', () => {
    const deadlines = {
      planDeadline: on('2020-06-28'),
      milestones: [on('2020-06-28')],
      transitionEnd: on('2020-07-06'),
    };
    const scope = scopeWith({ organisations: [organisationRow('a'), organisationRow('b')] }, deadlines);
    expect(idsOf('2020-06-29', '2020-06-29', 'R2', scope)).toEqual(['R2-2020-W27-a', 'R2-2020-W27-b']);
  });

  it('goes to nobody but authorities, and only while they exist by that name', () => {
    const organisations = [
      organisationRow('vrk', { validTo: '2019-12-31' }),
      organisationRow('dvv', { validFrom: '2020-01-01' }),
      organisationRow('vm', { roles: ['MINISTRY'] }),
    ];
    expect(idsOf('2019-12-30', '2020-01-06', 'R2', scopeWith({ organisations }))).toEqual([
      'R2-2020-W01-vrk',
      'R2-2020-01-02-dvv',
      'R2-2020-W02-dvv',
    ]);
  });

  it('follows deadlines that are moved to a working day where the programme says so', () => {
    const scope = scopeWith({}, { rollPolicyDeadlines: true, planDeadline: on('2020-06-27'), milestones: [] });
    expect(idsOf('2020-06-30', '2020-07-03', 'R2', scope)).toEqual(['R2-2020-06-30-vero']);
  });
});

describe('the escalation (R3)', () => {
  it('is due a day, two weeks and thirty days after the plans were, each time to more', () => {
    const due = dueFrom('2020-06-01', '2020-12-31').filter(({ kind }) => kind === 'R3');
    const [ministry, branch] = [{ type: 'ministry' }, { type: 'organisation', organisationId: 'vm' }];
    expect(due.map((each) => [reportIdOf(each), each.receivers])).toEqual([
      ['R3-2020-07-01', [ministry]],
      ['R3-2020-07-14', [ministry, branch]],
      ['R3-2020-07-30', [ministry, branch, { type: 'steering-group' }]],
    ]);
  });

  it('follows the levels of the calendar', () => {
    const lateLevels = [{ level: 1, days: 5, to: 'STEERING_GROUP' as const }];
    expect(idsOf('2020-06-01', '2020-12-31', 'R3', scopeWith({}, { lateLevels }))).toEqual(['R3-2020-07-05']);
  });
});

describe('the roadmap (R4)', () => {
  it('is due on the morning after a change, and at the beginning of a month', () => {
    const changes = [at('2020-07-06T02:59:59.000Z'), at('2020-07-06T03:00:00.001Z'), at('2020-07-06T20:00:00.000Z')];
    expect(idsOf('2020-07-01', '2020-08-01', 'R4', scopeWith({ changes }))).toEqual([
      'R4-2020-07-01',
      'R4-2020-07-06',
      'R4-2020-07-07',
      'R4-2020-08-01',
    ]);
  });
});

describe('the other reports', () => {
  it('of self-assessments are due on the day after those of a cohort, and each quarter', () => {
    expect(daysOf('2019-06-01', '2019-07-31', 'R5')).toEqual(['2019-06-21 R5-2019-06-20', '2019-07-01 R5-2019-Q2']);
  });

  it.each(['R6', 'R7', 'R10'] as const)('%s is due each quarter, of the one before', (kind) => {
    expect(daysOf('2019-12-01', '2020-12-31', kind)).toEqual([
      `2020-01-02 ${kind}-2019-Q4`,
      `2020-04-01 ${kind}-2020-Q1`,
      `2020-07-01 ${kind}-2020-Q2`,
      `2020-10-01 ${kind}-2020-Q3`,
    ]);
  });

  it('of obstacles go to the ministries of the branches and to those responsible', () => {
    const [due] = dueFrom('2020-07-01', '2020-07-01', scopeWith({ responsible: ['okm', 'vm'] })).filter(
      ({ kind }) => kind === 'R6',
    );
    expect(due?.receivers).toEqual([
      { type: 'ministry' },
      { type: 'organisation', organisationId: 'okm' },
      { type: 'organisation', organisationId: 'vm' },
    ]);
  });

  it('of the traffic are due each month, one for the ministry and one of its own for each authority', () => {
    const due = dueFrom('2020-07-01', '2020-07-31').filter(({ kind }) => kind === 'R8');
    expect(due.map((each) => [reportIdOf(each), each.from, each.to, each.organisationId])).toEqual([
      ['R8-2020-06', '2020-06-01', '2020-06-30', undefined],
      ['R8-2020-06-vero', '2020-06-01', '2020-06-30', 'vero'],
    ]);
  });

  it('of effects and of compliance are due each half-year', () => {
    expect(daysOf('2020-01-01', '2020-12-31', 'R9')).toEqual(['2020-01-02 R9-2019-H2', '2020-07-01 R9-2020-H1']);
    expect(idsOf('2020-07-01', '2020-07-01', 'R11')).toEqual(['R11-2020-H1', 'R11-2020-H1-vero']);
  });

  it('of a round of the survey are due on the day after it closed, or once a round of the past is entered', () => {
    const closed = (closedOn: string, enteredAt: Instant) => ({ closedOn: on(closedOn), enteredAt });
    const closedRounds = [
      closed('2020-03-10', ENTERED),
      closed('2017-05-01', at('2020-03-12T12:00:00.000Z')),
      closed('2016-05-01', at('2020-03-12T04:00:00.000Z')),
    ];
    expect(daysOf('2020-03-01', '2020-03-31', 'R12', scopeWith({ closedRounds }))).toEqual([
      '2020-03-11 R12-2020-03-10',
      '2020-03-12 R12-2016-05-01',
      '2020-03-13 R12-2017-05-01',
    ]);
  });

  it('of the plan of a year are due in March', () => {
    expect(daysOf('2019-06-01', '2021-05-31', 'R13')).toEqual(['2020-03-01 R13-2020', '2021-03-01 R13-2021']);
  });
});

describe('reports', () => {
  it('are due at six in the morning in Helsinki, in winter and in summer', () => {
    expect(dueFrom('2020-01-02', '2020-01-02')[0]?.dueAt).toBe('2020-01-02T04:00:00.000Z');
    expect(dueFrom('2020-07-01', '2020-07-01')[0]?.dueAt).toBe('2020-07-01T03:00:00.000Z');
  });

  it('go on each month and week before the programme begins and after it has ended; deadlines tell by their dates', () => {
    expect(idsOf('2018-05-01', '2018-05-31', 'R1')).toEqual(['R1-2018-04']);
    expect(idsOf('2031-01-01', '2031-01-31', 'R1')).toEqual(['R1-2030-12']);
    expect(idsOf('2031-01-01', '2031-01-31', 'R2').every((id) => id.includes('-W'))).toBe(true);
    expect(idsOf('2031-01-01', '2031-12-31', 'R3')).toEqual([]);
  });

  it('are due to nobody in a programme of nobody', () => {
    const nobody = scopeWith({ organisations: [], changes: [ENTERED] });
    expect(dueFrom('2020-01-01', '2020-12-31', nobody)).toEqual([]);
    expect(nextDue(nobody, ENTERED)).toBeUndefined();
  });

  it('say when the next of them is due', () => {
    expect(nextDue(scopeWith(), at('2020-07-01T03:00:00.000Z'))).toBe('2020-07-04T03:00:00.000Z');
    expect(nextDue(scopeWith(), at('2020-07-06T02:59:59.999Z'))).toBe('2020-07-06T03:00:00.000Z');
    const ministry = scopeWith({ organisations: [organisationRow('vm', { roles: ['MINISTRY'] })] });
    expect(nextDue(ministry, at('2021-12-02T10:00:00.000Z'))).toBe('2022-01-01T04:00:00.000Z');
  });
});

const moment = fc.integer({ min: Date.parse('2018-06-01'), max: Date.parse('2024-02-01') }).map((ms) => instantAt(ms));
const scope = fc
  .record({
    shift: fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 4 }),
    names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  })
  .map(({ shift, names }) =>
    scopeWith(
      {
        organisations: names.map((id) => organisationRow(id)),
        changes: shift.map((days) => after(ENTERED, days * DAY)),
      },
      { escalationOffsets: shift },
    ),
  );

describe('whatever the programme', () => {
  it('a span that is cut in two anywhere gives the same reports', () => {
    fc.assert(
      fc.property(scope, moment, fc.nat(200), fc.nat(200), (given, start, first, second) => {
        const [cut, end] = [after(start, first * DAY * 0.77), after(start, (first * 0.77 + second) * DAY)];
        const whole = dueReports(given, { after: start, until: end });
        const parts = [
          ...dueReports(given, { after: start, until: cut }),
          ...dueReports(given, { after: cut, until: end }),
        ];
        expect(parts).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('no report is due twice, each at six o’clock on its day and in order', () => {
    fc.assert(
      fc.property(scope, moment, fc.nat(700), (given, start, days) => {
        const due = dueReports(given, { after: start, until: after(start, days * DAY) });
        const ids = due.map(reportIdOf);
        expect(new Set(ids).size).toBe(ids.length);
        expect(due.every(({ dueAt }) => clockOn(dueAt) === '06.00.00')).toBe(true);
        const moments = due.map(({ dueAt }) => millisecondsOf(dueAt));
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });

  it('the next one due is the first of those that are', () => {
    fc.assert(
      fc.property(scope, moment, (given, start) => {
        const [first] = dueReports(given, { after: start, until: after(start, 45 * DAY) });
        expect(nextDue(given, start)).toBe(first?.dueAt);
      }),
      { numRuns: 40 },
    );
  });
});
