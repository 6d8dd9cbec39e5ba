import { describe, expect, it } from 'vitest';
import { statusOf } from '#shared/domain/transition/status';
import { at, permitOf, programmeOf, stepOf, townOf, townPlanOf } from '#test/builders/transition';

const STATUS = (programme: ReturnType<typeof programmeOf>, moment: string) =>
  statusOf(programme, 'kaupunki', at(moment));
const codesOf = (status: ReturnType<typeof statusOf>) => status?.reasons.map(({ code }) => code);

const town = { organisations: [townOf()] };
const submitted = { 'plan-kaupunki': [stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z')] };
const planned = (plan: object = {}, more: object = {}) =>
  programmeOf({ ...town, services: [permitOf()], plans: [townPlanOf(plan)], ...more }, { steps: submitted });

describe('an authority without a plan', () => {
  it.each([
    ['is due at the last moment of the deadline (TR-02)', '2020-06-30T20:59:59.000Z', false, undefined, 'GREEN'],
    ['is late at level 1 from the first moment after it (TR-02)', '2020-06-30T21:00:00.000Z', true, 1, 'RED'],
    ['is late at level 1 for thirteen days', '2020-07-13T20:59:59.999Z', true, 1, 'RED'],
    ['is late at level 2 from T+14', '2020-07-13T21:00:00.000Z', true, 2, 'RED'],
    ['is late at level 2 until T+30', '2020-07-29T20:59:59.999Z', true, 2, 'RED'],
    ['is late at level 3 from T+30', '2020-07-29T21:00:00.000Z', true, 3, 'RED'],
    ['is late at level 3 years after', '2026-11-23T10:00:00.000Z', true, 3, 'RED'],
  ])('%s', (_, moment, late, level, rag) => {
    expect(STATUS(programmeOf(town), moment)).toMatchObject({ planState: 'MISSING', late, rag });
    expect(STATUS(programmeOf(town), moment)?.level).toBe(level);
  });

  it('is told on the day itself, and how late it is after it', () => {
    expect(codesOf(STATUS(programmeOf(town), '2020-06-29T21:00:00.000Z'))).toEqual(['PLAN_DUE_TODAY']);
    expect(STATUS(programmeOf(town), '2020-07-10T09:00:00.000Z')?.reasons).toMatchObject([
      { code: 'PLAN_LATE', params: { days: 10, level: 1 } },
    ]);
  });

  it('is late whatever its legislation waits for (REQ-192)', () => {
    const waiting = programmeOf({
      ...town,
      obstacles: [
        { id: 'o1', statute: '132/1999', type: 'PAPER_SIGNATURE', organisationId: 'kaupunki', state: 'BILL' },
      ],
      dependencies: [{ id: 'd1', names: { fi: 'Valtuudet' }, state: 'LATE' }],
    });
    expect(STATUS(waiting, '2020-07-01T09:00:00.000Z')).toMatchObject({ late: true, level: 1 });
  });

  it('is given until the next working day only where the calendar says so', () => {
    const saturday = { calendar: { planDeadline: programmeOf({}).calendar.transitionEnd } };
    expect(STATUS(programmeOf(town, saturday), '2023-01-01T09:00:00.000Z')?.late).toBe(true);
    const rolled = { calendar: { ...saturday.calendar, rollPolicyDeadlines: true } };
    expect(STATUS(programmeOf(town, rolled), '2023-01-02T21:59:59.000Z')?.late).toBe(false);
    expect(STATUS(programmeOf(town, rolled), '2023-01-02T22:00:00.000Z')?.late).toBe(true);
  });

  it('owes none when it is no authority, or did not exist when plans were due', () => {
    const late = '2020-09-01T09:00:00.000Z';
    const status = (differing: object) => STATUS(programmeOf({ organisations: [townOf(differing)] }), late);
    expect(status({ roles: ['COLLECTOR'] })).toMatchObject({ late: false, rag: 'GREEN' });
    expect(status({ validFrom: '2020-08-01' })).toMatchObject({ late: false, rag: 'GREEN' });
    expect(status({ validTo: '2020-06-29' })).toMatchObject({ late: false });
    expect(status({ validFrom: '2020-06-30' })).toMatchObject({ late: true });
    expect(statusOf(programmeOf(town), 'kadonnut', at(late))).toBeUndefined();
  });
});

describe('an authority with a plan', () => {
  const AFTER = '2020-07-01T09:00:00.000Z';

  it.each([
    ['in draft is late', [], true],
    ['handed in is in time', [stepOf('SUBMITTED', '2020-06-30T20:59:59.999Z')], false],
    [
      'handed in and returned before the deadline is late',
      [stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z'), stepOf('RETURNED', '2020-06-01T09:00:00.000Z')],
      true,
    ],
    [
      'handed in time and returned after the deadline was in time',
      [stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z'), stepOf('RETURNED', '2020-07-01T06:00:00.000Z')],
      false,
    ],
    ['handed in after the deadline is late no more', [stepOf('SUBMITTED', '2020-07-01T06:00:00.000Z')], false],
    [
      'handed in late and returned is late again',
      [stepOf('SUBMITTED', '2020-07-01T05:00:00.000Z'), stepOf('RETURNED', '2020-07-01T06:00:00.000Z')],
      true,
    ],
    ['handed in later than asked about is late', [stepOf('SUBMITTED', '2020-07-02T06:00:00.000Z')], true],
  ])('%s', (_, steps, late) => {
    const programme = programmeOf({ ...town, plans: [townPlanOf()] }, { steps: { 'plan-kaupunki': steps } });
    expect(STATUS(programme, AFTER)?.late).toBe(late);
  });

  it('stands on the plan of its predecessor, asked for by either id', () => {
    const steps = { 'plan-kaupunki': [stepOf('SUBMITTED', '2019-11-04T09:00:00.000Z')] };
    const merged = townOf({ id: 'uusi', validFrom: '2020-01-01', successorOf: ['kaupunki'] });
    const programme = programmeOf({ organisations: [townOf(), merged], plans: [townPlanOf()] }, { steps });
    for (const id of ['kaupunki', 'uusi']) {
      expect(statusOf(programme, id, at(AFTER))).toMatchObject({ planState: 'SUBMITTED', late: false });
    }
  });

  it('of merged ones stands on the plan that any of them has handed in', () => {
    const steps = { 'plan-b': [stepOf('SUBMITTED', '2019-11-04T09:00:00.000Z')] };
    const merged = townOf({ id: 'uusi', validFrom: '2020-01-01', successorOf: ['a', 'b'] });
    const villages = ['a', 'b'].map((id) => townOf({ id, validTo: '2019-12-31' }));
    const plans = ['a', 'b'].map((id) => townPlanOf({ id: `plan-${id}`, organisationId: id }));
    const programme = programmeOf({ organisations: [...villages, merged], plans }, { steps });
    for (const id of ['a', 'b', 'uusi'])
      expect(statusOf(programme, id, at(AFTER))).toMatchObject({ planState: 'SUBMITTED', late: false });
  });

  it('with several stands on the one that was handed in', () => {
    const programme = programmeOf(
      { ...town, plans: [townPlanOf(), townPlanOf({ id: 'z-luonnos', enteredAt: '2020-06-01T06:00:00.000Z' })] },
      { steps: submitted },
    );
    expect(STATUS(programme, AFTER)).toMatchObject({ planState: 'SUBMITTED', late: false });
  });
});

describe('the colour of an authority', () => {
  const milestone = (due: string, achievedOn?: string) => ({
    milestones: [{ text: 'Chat käytössä', due, achievedOn }],
  });
  const NOW = '2021-01-30T09:00:00.000Z';

  it.each([
    ['is green with a plan and nothing overdue', {}, {}, 'GREEN', []],
    ['is green with a goal of today', milestone('2021-01-30'), {}, 'GREEN', []],
    ['is amber with a goal missed by a day', milestone('2021-01-29'), {}, 'AMBER', ['MILESTONE_MISSED']],
    ['is amber with a goal missed by thirty days', milestone('2020-12-31'), {}, 'AMBER', ['MILESTONE_MISSED']],
    ['is red with a goal missed by more', milestone('2020-12-30'), {}, 'RED', ['MILESTONE_MISSED']],
    ['is green with a goal reached, late or not', milestone('2020-06-30', '2021-01-30'), {}, 'GREEN', []],
    ['is red until the day it is reached', milestone('2020-06-30', '2021-01-31'), {}, 'RED', ['MILESTONE_MISSED']],
    [
      'is amber with an action overdue',
      {},
      { actions: [{ id: 't1', planId: 'plan-kaupunki', text: 'Ohjeet', due: '2021-01-29' }] },
      'AMBER',
      ['ACTION_OVERDUE'],
    ],
    [
      'is green with an action done',
      {},
      { actions: [{ id: 't1', planId: 'plan-kaupunki', text: 'Ohjeet', due: '2021-01-29', state: 'DONE' }] },
      'GREEN',
      [],
    ],
    [
      'is green with an action of another plan overdue',
      {},
      { actions: [{ id: 't1', planId: 'muu', text: 'Ohjeet', due: '2021-01-29' }] },
      'GREEN',
      [],
    ],
    [
      'is amber with a blocking obstacle of no ministry',
      {},
      { obstacles: [{ id: 'o1', statute: '132/1999', type: 'PAPER_SIGNATURE', services: ['rakennuslupa'] }] },
      'AMBER',
      ['OBSTACLE_WITHOUT_MINISTRY'],
    ],
    [
      'is green once a ministry has it',
      {},
      {
        obstacles: [
          {
            id: 'o1',
            statute: '132/1999',
            type: 'PAPER_SIGNATURE',
            services: ['rakennuslupa'],
            responsibleMinistry: 'ym',
          },
        ],
      },
      'GREEN',
      [],
    ],
    [
      'is green when it blocks nothing',
      {},
      { obstacles: [{ id: 'o1', statute: '132/1999', type: 'OTHER', services: ['rakennuslupa'], blocking: false }] },
      'GREEN',
      [],
    ],
    [
      'is green on the last day of the transition as target',
      { offerings: [{ serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2022-12-31' }] },
      {},
      'GREEN',
      [],
    ],
    [
      'is red with a target after the transition',
      { offerings: [{ serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2023-01-01' }] },
      {},
      'RED',
      ['TARGET_AFTER_END'],
    ],
  ])('%s', (_, plan, more, rag, codes) => {
    const status = STATUS(planned(plan, more), NOW);
    expect(status?.rag).toBe(rag);
    expect(codesOf(status)).toEqual(codes);
  });

  const late = { offerings: [{ serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2024-06-01' }] };
  const exception = (differing: object) => ({
    exceptions: [
      { id: 'e1', organisationId: 'kaupunki', ground: 'INDIVIDUAL_REASON', decision: 'APPROVED', ...differing },
    ],
  });

  it.each([
    ['an approved exception', {}, 'GREEN'],
    ['one for that very offering', { serviceId: 'rakennuslupa', targetGroup: 'BUSINESS' }, 'GREEN'],
    ['one that is only proposed', { decision: 'PROPOSED' }, 'RED'],
    ['one for another service', { serviceId: 'muu' }, 'RED'],
    ['one for the other group', { targetGroup: 'PERSON' }, 'RED'],
    ['one that has run out', { validTo: '2021-01-29' }, 'RED'],
    ['a low volume, approved or not (TR-11)', { ground: 'LOW_VOLUME' }, 'RED'],
  ])('with a target after the transition and %s', (_, differing, rag) => {
    expect(STATUS(planned(late, exception(differing)), NOW)?.rag).toBe(rag);
  });
});

describe('a small municipality', () => {
  it('that is late is tagged, pointed to joint implementation, and late all the same (TR-19)', () => {
    const small = programmeOf({ organisations: [townOf({ population: 5999 })] });
    const status = STATUS(small, '2020-07-01T09:00:00.000Z');
    expect(status).toMatchObject({ late: true, level: 1, rag: 'RED', tags: ['RISK_SMALL_MUNICIPALITY'] });
    expect(codesOf(status)).toEqual(['PLAN_LATE', 'JOINT_IMPLEMENTATION_SUGGESTED']);
  });

  it.each([
    ['of as many inhabitants as the limit', { population: 6000 }],
    ['of unknown size', {}],
    ['that is no municipality', { type: 'JOINT_AUTHORITY', population: 100 }],
  ])('is none %s', (_, differing) => {
    expect(STATUS(programmeOf({ organisations: [townOf(differing)] }), '2020-07-01T09:00:00.000Z')?.tags).toEqual([]);
  });
});
