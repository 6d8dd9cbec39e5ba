import { describe, expect, it } from 'vitest';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { service } from '#shared/domain/programme/registry/service';
import { admit, openCriteria } from '#shared/domain/transition/admission';
import { guidanceOf } from '#shared/domain/transition/guidance';
import { mayOblige } from '#shared/domain/transition/obligation';
import { selfAssessmentDue } from '#shared/domain/transition/self-assessment-due';
import { date, permitOf } from '#test/builders/transition';

const proposed = (differing: object = {}) => ({
  ...service.parse(permitOf({ managementDecision: { date: '2019-02-01' }, ...differing })),
  id: 'rakennuslupa',
});
const codesOf = (result: ReturnType<typeof admit>) =>
  result.ok ? [] : result.refusal.problems.map(({ code }) => code);

describe('admission to the roadmap', () => {
  it.each([
    ['an information site is told NOT_INTERACTIVE (TR-06)', { type: 'INFORMATION' }, ['NOT_INTERACTIVE']],
    ['a service without any interaction is told so too', { interactive: false }, ['NOT_INTERACTIVE']],
    ['a project is told PROJECT_NOT_SERVICE (TR-06)', { type: 'PROJECT' }, ['PROJECT_NOT_SERVICE']],
    [
      'a service nobody decided on is told NO_MANAGEMENT_DECISION (TR-06)',
      { managementDecision: undefined },
      ['NO_MANAGEMENT_DECISION'],
    ],
    ['a decision without a day and a reference is none', { managementDecision: {} }, ['NO_MANAGEMENT_DECISION']],
    ['a service that begins on paper is none by K1', { startsDigital: false }, ['DEFINITION_NOT_MET']],
    ['a service that fails K1 does not come', { criteria: { K1: { result: 'NOT_MET' } } }, ['DEFINITION_NOT_MET']],
    [
      'everything in the way is told at once',
      { type: 'PROJECT', managementDecision: {} },
      ['PROJECT_NOT_SERVICE', 'NO_MANAGEMENT_DECISION'],
    ],
    ['a bot is admitted (TR-07)', { type: 'BOT' }, []],
    ['guidance is admitted, with or without transactions', { type: 'GUIDANCE', interactive: false }, []],
    ['criteria that are not met keep nobody away', { criteria: { K7: { result: 'NOT_MET' } } }, []],
  ])('%s', (_, differing, codes) => {
    expect(codesOf(admit(proposed(differing), []))).toEqual(codes);
  });

  it('begins each rule with its code and points at the field', () => {
    const result = admit(proposed({ type: 'INFORMATION' }), []);
    expect(result).toMatchObject({ refusal: { problems: [{ pointer: '/interactive', rule: /^NOT_INTERACTIVE: / }] } });
  });

  it('rests on a decision in the register as well as on one of the service itself', () => {
    const decision = { organisationId: 'kaupunki', services: ['rakennuslupa'], date: date('2019-02-01') };
    const undecided = proposed({ managementDecision: undefined });
    expect(admit(undecided, [decision]).ok).toBe(true);
    expect(admit(undecided, [{ ...decision, services: ['muu'] }]).ok).toBe(false);
  });

  it('leaves criteria open with their day, unless met, shown by the register, or not applicable for a reason', () => {
    const criteria = {
      K2: { result: 'MET' },
      K3: { result: 'NOT_MET' },
      K4: { result: 'NOT_APPLICABLE', reason: 'Ei asiointeja vielä' },
      K6: { result: 'NOT_APPLICABLE' },
    };
    const open = openCriteria(proposed({ proposedAt: '2019-11-30', criteria }), CALENDAR_2019);
    expect(open.map(({ criterion }) => criterion)).toEqual(['K3', 'K5', 'K6', 'K7', 'K8', 'K9']);
    expect(new Set(open.map(({ dueOn }) => dueOn))).toEqual(new Set(['2020-02-29']));
  });
});

describe('the day of a self-assessment', () => {
  it.each([
    ['is the day of its cohort (TR-05)', { proposedAt: '2019-03-20', cohort: '2019' }, '2019-06-20'],
    ['is the last of a shorter month (TR-05)', { proposedAt: '2019-01-31' }, '2019-04-30'],
    ['is the leap day (TR-05)', { proposedAt: '2019-11-30' }, '2020-02-29'],
    ['is the day with the same number (TR-05)', { proposedAt: '2027-01-15' }, '2027-04-15'],
    ['follows from the proposal where the cohort has none', { proposedAt: '2027-01-15', cohort: '2027' }, '2027-04-15'],
    ['is the one that was told where nothing else is known', { dueAt: '2021-05-05' }, '2021-05-05'],
    ['is not known without any of them', {}, undefined],
  ])('%s', (_, { proposedAt, cohort, dueAt }: Record<string, string>, expected) => {
    const known = { cohort, proposedAt: proposedAt && date(proposedAt), dueAt: dueAt && date(dueAt) };
    expect(
      selfAssessmentDue(
        { ...known, proposedAt: known.proposedAt || undefined, dueAt: known.dueAt || undefined },
        CALENDAR_2019,
      ),
    ).toBe(expected);
  });
});

describe('obliging businesses to use a service', () => {
  it.each([
    ['in use for them may be', [{ targetGroup: 'BUSINESS', status: 'IN_USE' }], true],
    ['in development may not (TR-13)', [{ targetGroup: 'BUSINESS', status: 'IN_DEVELOPMENT' }], false],
    ['in use for people only may not', [{ targetGroup: 'PERSON', status: 'IN_USE' }], false],
    ['offered to nobody may not', [], false],
  ])('%s', (_, offerings, allowed) => {
    const result = mayOblige(proposed({ offerings }));
    expect(result.ok).toBe(allowed);
    expect(result.ok ? '' : result.refusal.rule).toMatch(allowed ? /^$/ : /^SERVICE_NOT_DIGITAL: /);
  });
});

describe('guidance for a service', () => {
  it.each([
    ['by e-mail and web form alone is not enough (TR-08)', ['EMAIL', 'WEB_FORM'], 'NON_COMPLIANT'],
    ['by phone beside them is (TR-08)', ['EMAIL', 'WEB_FORM', 'PHONE'], 'COMPLIANT'],
    ['by chat is', ['CHAT'], 'COMPLIANT'],
    ['by a chatbot is', ['CHATBOT'], 'COMPLIANT'],
    ['by social media alone is not', ['SOCIAL'], 'NON_COMPLIANT'],
    ['that nobody told of is not', undefined, 'NON_COMPLIANT'],
  ])('%s', (_, guidanceChannels, expected) => {
    expect(guidanceOf(proposed({ guidanceChannels }))).toBe(expected);
  });
});
