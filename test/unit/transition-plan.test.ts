import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { PlanStep } from '#shared/domain/programme/registry/plan';
import { completenessOf } from '#shared/domain/transition/completeness';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { mayStep, mayWrite, planStateOf, revisionOf } from '#shared/domain/transition/plan-state';
import { at, date, permitOf, programmeOf, stepOf, townOf, townPlanOf } from '#test/builders/transition';

const SUBMITTED = stepOf('SUBMITTED', '2020-05-04T09:00:00.000Z');
const RETURNED = stepOf('RETURNED', '2020-05-11T09:00:00.000Z');
const AGAIN = stepOf('SUBMITTED', '2020-05-18T09:00:00.000Z', 2);
const ACCEPTED = stepOf('ACCEPTED', '2020-06-01T09:00:00.000Z', 2);
const REVISED = stepOf('SUBMITTED', '2021-03-01T09:00:00.000Z', 3);

const lifeOf = (steps: PlanStep[], version?: number) => ({
  plan: version === undefined ? undefined : { version },
  steps,
  calendar: CALENDAR_2019,
});

describe('the state of a plan', () => {
  it.each<[string, PlanStep[], number | undefined, string]>([
    ['is MISSING without one', [], undefined, 'MISSING'],
    ['is DRAFT once it is written', [], 1, 'DRAFT'],
    ['is SUBMITTED once it is handed in', [SUBMITTED], 1, 'SUBMITTED'],
    ['is RETURNED when the ministry sends it back', [SUBMITTED, RETURNED], 1, 'RETURNED'],
    ['stays RETURNED while it is worked on', [SUBMITTED, RETURNED], 2, 'RETURNED'],
    ['is SUBMITTED again', [SUBMITTED, RETURNED, AGAIN], 2, 'SUBMITTED'],
    ['is ACCEPTED', [SUBMITTED, RETURNED, AGAIN, ACCEPTED], 2, 'ACCEPTED'],
    ['is REVISED once it changes after that', [SUBMITTED, RETURNED, AGAIN, ACCEPTED], 3, 'REVISED'],
    ['stays REVISED when that is handed in', [SUBMITTED, RETURNED, AGAIN, ACCEPTED, REVISED], 3, 'REVISED'],
  ])('%s', (_, steps, version, expected) => {
    expect(planStateOf(lifeOf(steps, version), at('2021-06-01T09:00:00.000Z'))).toBe(expected);
  });

  it('is LOCKED from the first moment of 2023, and MISSING stays so', () => {
    const life = lifeOf([SUBMITTED], 1);
    expect(planStateOf(life, at('2022-12-31T21:59:59.999Z'))).toBe('SUBMITTED');
    expect(planStateOf(life, at('2022-12-31T22:00:00.000Z'))).toBe('LOCKED');
    expect(planStateOf(lifeOf([]), at('2022-12-31T22:00:00.000Z'))).toBe('MISSING');
  });

  it('counts its revisions from the version that was accepted', () => {
    expect(revisionOf(lifeOf([SUBMITTED, ACCEPTED], 5))).toBe(3);
    expect(revisionOf(lifeOf([SUBMITTED], 5))).toBe(0);
  });

  it('knows at a moment only the steps up to it', () => {
    expect(planStateOf(lifeOf([SUBMITTED, RETURNED], 1), at('2020-05-10T09:00:00.000Z'))).toBe('SUBMITTED');
  });
});

describe('a step with a plan', () => {
  const TYPES = ['SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
  const MOMENT = at('2021-06-01T09:00:00.000Z');

  it.each<[string, PlanStep[], number | undefined, readonly PlanStep['type'][]]>([
    ['MISSING', [], undefined, []],
    ['DRAFT', [], 1, ['SUBMITTED']],
    ['SUBMITTED', [SUBMITTED], 1, TYPES],
    ['RETURNED', [SUBMITTED, RETURNED], 1, ['SUBMITTED']],
    ['ACCEPTED', [AGAIN, ACCEPTED], 2, []],
    ['REVISED', [AGAIN, ACCEPTED], 3, ['SUBMITTED', 'ACCEPTED']],
  ])('from %s is one of the machine', (state, steps, version, expected) => {
    const life = lifeOf(steps, version);
    expect(planStateOf(life, MOMENT)).toBe(state);
    expect(TYPES.filter((type) => mayStep(life, type, MOMENT).ok)).toEqual(expected);
  });

  it('is refused after the transition, as is every change', () => {
    const moment = at('2022-12-31T22:00:00.000Z');
    expect(mayStep(lifeOf([SUBMITTED], 1), 'ACCEPTED', moment)).toMatchObject({ refusal: { kind: 'plan-locked' } });
    expect(mayWrite(CALENDAR_2019, moment)).toMatchObject({
      refusal: { rule: expect.stringMatching(/^PLAN_LOCKED: .*2022-12-31/) },
    });
    expect(mayWrite(CALENDAR_2019, at('2022-12-31T21:59:59.999Z')).ok).toBe(true);
  });

  it('never leaves LOCKED, whatever was done and however long one waits', () => {
    const anySteps = fc.array(fc.constantFrom(SUBMITTED, RETURNED, AGAIN, ACCEPTED, REVISED));
    const since2023 = fc.date({
      min: new Date('2022-12-31T22:00:00Z'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 9 }), since2023, (steps, version, day) => {
        const moment = at(day.toISOString());
        expect(planStateOf(lifeOf(steps, version), moment)).toBe('LOCKED');
        for (const type of TYPES) expect(mayStep(lifeOf(steps, version), type, moment).ok).toBe(false);
      }),
    );
  });
});

describe('the completeness of a plan', () => {
  const problemsOf = (plan: object, more: object = {}) => {
    const rows = { organisations: [townOf()], services: [permitOf()], plans: [townPlanOf(plan)], ...more };
    const dossier = dossiersOn(programmeOf(rows), date('2020-06-01')).of('kaupunki');
    return dossier
      ? completenessOf(dossier).map(({ code, serviceId, targetGroup }) =>
          [code, serviceId, targetGroup].join(' ').trim(),
        )
      : [];
  };
  const second = (differing: object = {}) => ({ services: [permitOf(), permitOf({ id: 'yritystuki', ...differing })] });
  const WITHOUT = 'OFFERING_WITHOUT_TARGET yritystuki BUSINESS';

  it.each([
    ['lacks nothing with a date for every offering and a word on obstacles', {}, {}, []],
    ['lacks an offering to businesses without a date, by name (TR-10)', {}, second(), [WITHOUT]],
    [
      'takes the date of the offering itself',
      {},
      second({ offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE', targetDate: '2022-12-31' }] }),
      [],
    ],
    [
      'takes the day since when it is digital only',
      {},
      second({ offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE', digitalOnlyFrom: '2019-05-01' }] }),
      [],
    ],
    [
      'asks nothing of an offering that is retired',
      {},
      second({ offerings: [{ targetGroup: 'BUSINESS', status: 'RETIRED' }] }),
      [],
    ],
    [
      'asks a word on a service to people',
      {},
      second({ offerings: [{ targetGroup: 'PERSON', status: 'IN_USE' }] }),
      ['SERVICE_NOT_LISTED yritystuki'],
    ],
    [
      'asks no date of a service to people',
      {
        offerings: [
          { serviceId: 'yritystuki', targetGroup: 'PERSON' },
          { serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2022-06-30' },
        ],
      },
      second({ offerings: [{ targetGroup: 'PERSON', status: 'IN_USE' }] }),
      [],
    ],
    ['asks nothing of a project', {}, second({ type: 'PROJECT' }), []],
    ['covers services shared with another', {}, second({ organisationId: 'muu', coOwners: ['kaupunki'] }), [WITHOUT]],
    ['leaves services of others to them', {}, second({ organisationId: 'muu' }), []],
    [
      'lacks a date until the end of the transition',
      { offerings: [{ serviceId: 'rakennuslupa', targetGroup: 'BUSINESS', targetDate: '2023-01-01' }] },
      {},
      ['TARGET_AFTER_END rakennuslupa BUSINESS'],
    ],
    ['lacks a word on obstacles', { legislationObstacles: undefined }, {}, ['OBSTACLES_NOT_TOLD']],
    ['takes an empty list for a word', { legislationObstacles: [] }, {}, []],
    ['takes a list of obstacles', { legislationObstacles: ['o1'] }, {}, []],
    [
      'takes an approved exception for a date',
      {},
      {
        ...second(),
        exceptions: [
          { id: 'e1', organisationId: 'kaupunki', serviceId: 'yritystuki', ground: 'FOREIGN', decision: 'APPROVED' },
        ],
      },
      [],
    ],
    [
      'takes no low volume, approved or not (TR-11)',
      {},
      {
        ...second(),
        exceptions: [
          { id: 'e1', organisationId: 'kaupunki', serviceId: 'yritystuki', ground: 'LOW_VOLUME', decision: 'APPROVED' },
        ],
      },
      [WITHOUT],
    ],
  ])('%s', (_, plan, more, expected) => {
    expect(problemsOf(plan, more)).toEqual(expected);
  });

  it('grows with what is told and never falls', () => {
    const offerings = ['a', 'b', 'c'].map((serviceId) => ({
      serviceId,
      targetGroup: 'BUSINESS',
      targetDate: '2022-01-31',
    }));
    const services = ['a', 'b', 'c'].map((id) => permitOf({ id }));
    fc.assert(
      fc.property(fc.subarray(offerings), fc.subarray(offerings), (some, more) => {
        const before = problemsOf({ offerings: some }, { services });
        const after = problemsOf({ offerings: [...some, ...more] }, { services });
        expect(before).toEqual(expect.arrayContaining(after));
      }),
    );
  });
});
