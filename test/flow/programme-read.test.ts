import { describe, expect, it } from 'vitest';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { CALENDAR_2019, demoCalendar } from '#shared/domain/programme/calendars';
import { CALENDAR, PLAN_STEPS, calendarFields, makeReadProgramme } from '#shared/flow/programme/read-programme';
import { DAY, after, calendarDate } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';

const organisation = (names: object) => ({
  kind: 'organisations',
  id: 'kunta',
  fields: { names, type: 'MUNICIPALITY', roles: ['AUTHORITY'] },
});

describe('the programme as it stood', () => {
  it('is empty before anything is entered, with the calendar of 2019 to 2023', async () => {
    const readProgramme = makeReadProgramme({ rows: makeMemoryProgrammeRows() });
    const { calendar, rows, planSteps } = await readProgramme(NOON);
    expect(calendar).toEqual(CALENDAR_2019);
    expect(Object.values(rows).flat()).toEqual([]);
    expect(planSteps.size).toBe(0);
  });

  it('is what was known at the moment, not what was entered since', async () => {
    const rows = makeMemoryProgrammeRows();
    const readProgramme = makeReadProgramme({ rows });
    const later = after(NOON, DAY);
    await rows.put(organisation({ fi: 'Vanha' }), { at: NOON, follows: undefined });
    await rows.put(organisation({ fi: 'Uusi' }), { at: later, follows: 1 });
    const step = { type: 'SUBMITTED', at: later, version: 1 };
    await rows.put(
      { kind: PLAN_STEPS, id: 'suunnitelma', fields: { steps: [step] } },
      { at: later, follows: undefined },
    );
    const fields = calendarFields(demoCalendar(calendarDate.parse('2026-11-23')));
    await rows.put({ ...CALENDAR, fields }, { at: later, follows: undefined });

    const before = await readProgramme(NOON);
    expect(before.rows.organisations).toMatchObject([{ id: 'kunta', names: { fi: 'Vanha' }, version: 1 }]);
    expect(before.planSteps.size).toBe(0);
    expect(before.calendar.id).toBe('2019-2023');

    const now = await readProgramme(later);
    expect(now.rows.organisations).toMatchObject([{ id: 'kunta', names: { fi: 'Uusi' }, version: 2 }]);
    expect(now.planSteps.get('suunnitelma')).toEqual([step]);
    expect(now.calendar).toMatchObject({ id: 'demo', planDeadline: '2027-02-23' });
  });
});
