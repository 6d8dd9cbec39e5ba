import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { readAsNeeded } from '#shared/flow/programme/read-as-needed';
import { CALENDAR, PLAN_STEPS, calendarFields, makeReadProgramme } from '#shared/flow/programme/read-programme';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';

const at = (hour: number) => after(NOON, hour * HOUR);

/** What can be entered, each in a table of its own. */
const ENTRIES = [
  { kind: 'organisations', id: 'kunta', fields: { names: { fi: 'Kunta' }, type: 'MUNICIPALITY' } },
  { kind: 'organisations', id: 'vero', fields: { names: { fi: 'Vero' }, type: 'STATE' } },
  { kind: PLAN_STEPS, id: 'suunnitelma', fields: { steps: [] } },
  { ...CALENDAR, fields: calendarFields(CALENDAR_2019) },
];

it('a run sees at each moment what a reading of its own would give', async () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(...ENTRIES)), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(entries, async (entered) => {
      const rows = makeMemoryProgrammeRows();
      for (const [hour, row] of entered.toSorted(([a], [b]) => a - b))
        await rows.put(row, { at: at(hour), follows: (await rows.read(row.kind, row.id))?.version });
      const read = makeReadProgramme({ rows });
      const asNeeded = readAsNeeded(read, at(20));
      for (let hour = 0; hour <= 20; hour += 1)
        expect({ ...(await asNeeded(at(hour))), newestEntry: undefined }).toEqual({
          ...(await read(at(hour))),
          newestEntry: undefined,
        });
    }),
  );
});

it('days without an entry are read once', async () => {
  const rows = makeMemoryProgrammeRows();
  const [row = { kind: '', id: '', fields: {} }] = ENTRIES;
  await rows.put(row, { at: at(2), follows: undefined });
  const readings: string[] = [];
  const read = makeReadProgramme({ rows });
  const asNeeded = readAsNeeded(async (moment) => {
    readings.push(moment);
    return read(moment);
  }, at(9));
  for (let hour = 1; hour <= 9; hour += 1) await asNeeded(at(hour));
  expect(readings).toEqual([at(9), at(1)]);
});
