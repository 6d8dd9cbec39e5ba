import { describe, expect, it } from 'vitest';
import { businessInsert } from '#shared/domain/electronic-first/business-insert';
import { businessNotice } from '#shared/domain/electronic-first/business-notice';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { language } from '#shared/domain/message/hub-fields';
import { calendarDate } from '#shared/kernel/time';

const LANGUAGES = language.options;
const told = (on: string, dutyIsOn: boolean, words: (typeof LANGUAGES)[number] = 'en') =>
  businessNotice({ calendar: CALENDAR_2019, on: calendarDate.parse(on), language: words, dutyIsOn });
const DAYS = ['2018-12-31', '2019-01-01', '2022-12-31', '2023-01-01'] as const;

describe('what businesses are told of the transition', () => {
  it.each([
    ['2018-12-31', 'BEFORE', 'COMING'],
    ['2019-01-01', 'TRANSITION', 'COMING'],
    ['2022-12-31', 'TRANSITION', 'COMING'],
    ['2023-01-01', 'OBLIGATION', 'IN_FORCE'],
  ] as const)('on %s is that of the phase %s', (on, phase, duty) => {
    expect(told(on, true)).toMatchObject({ phase, duty, transitionEnd: '2022-12-31', obligationFrom: '2023-01-01' });
    expect(told(on, false)).toMatchObject({ phase, duty: 'NONE' });
  });

  it.each([
    ['fi', '31.12.2022'],
    ['sv', '31.12.2022'],
    ['en', '31 December 2022'],
  ] as const)('names in %s the day the transition ends, in every phase (REQ-202)', (words, day) => {
    for (const on of DAYS) expect(told(on, false, words).paragraphs.join(' ')).toContain(day);
  });

  it('says during the transition that both ways are open and the electronic one comes first (REQ-203)', () => {
    const [both = '', first = ''] = told('2020-05-05', false).paragraphs;
    expect(both).toContain('both electronically and in the traditional way');
    expect(first).toContain('offered first');
  });

  it('names the duty with its exceptions where the hub decides by one (REQ-176)', () => {
    const { paragraphs, exceptions } = told('2023-01-01', true);
    expect(paragraphs.join(' ')).toContain('have a duty to use electronic services from 1 January 2023 on');
    expect(exceptions).toHaveLength(4);
  });

  it.each(LANGUAGES)('claims in %s no duty where the hub decides by none', (words) => {
    const duties = { fi: /velvollisuus/i, sv: /skyldig/i, en: /\bduty\b/i };
    for (const on of DAYS) {
      const { title, paragraphs, exceptions } = told(on, false, words);
      expect([title, ...paragraphs].join(' ')).not.toMatch(duties[words]);
      expect(exceptions).toEqual([]);
    }
  });

  it('leaves no word out in any language', () => {
    for (const words of LANGUAGES)
      for (const on of DAYS)
        for (const dutyIsOn of [true, false]) {
          const { title, paragraphs, exceptions } = told(on, dutyIsOn, words);
          const all = [title, ...paragraphs, ...exceptions];
          expect(all.filter((each) => each.trim() === '' || each.includes('{'))).toEqual([]);
        }
  });
});

describe('the notice in a letter', () => {
  it.each([
    ['2018-12-31', undefined],
    ['2019-01-01', 'Use electronic services: the transition is under way'],
    ['2022-12-31', 'Use electronic services: the transition is under way'],
    ['2023-01-01', undefined],
  ])('on %s is %s', (on, heading) => {
    expect(businessInsert(told(on, false))?.heading).toBe(heading);
  });

  it('lists the exceptions where there is a duty to except from, and only there', () => {
    const last = (dutyIsOn: boolean) => businessInsert(told('2020-05-05', dutyIsOn))?.paragraphs.at(-1) ?? '';
    expect(last(true).split('\n')).toHaveLength(4);
    expect(last(true)).toMatch(/^– The duty does not concern a service/);
    expect(last(false)).toMatch(/^This notice does not oblige you/);
  });
});
