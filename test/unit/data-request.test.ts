import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerOf } from '#shared/domain/own-data/channel';
import { type DataRequest, answered, extended, newRequest, stateOf } from '#shared/domain/own-data/data-request';
import { dueDateOf, extendedDueDateOf } from '#shared/domain/own-data/due-date';
import { GUIDANCE } from '#shared/domain/own-data/words';
import { momentOn } from '#shared/kernel/calendar';
import { DAY, type Instant, MINUTE, after, calendarDate, helsinkiDay, instantAt } from '#shared/kernel/time';
import { NOON, TENANT } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';

const at = (day: string, time = '12:00'): Instant => momentOn(calendarDate.parse(day), time);
const request = (receivedAt: Instant = NOON): DataRequest =>
  newRequest({
    requestId: 'q-1',
    recipientId: recipientNo(1),
    tenantId: TENANT,
    authorityId: TENANT,
    channel: 'MESSAGES',
    receivedAt,
    assurance: 'HIGH',
    content: 'sealed',
    requester: 'sealed',
  });
const changed = (result: ReturnType<typeof extended>): DataRequest => {
  if (!result.ok) throw new Error(result.refusal.rule);
  return result.value;
};

describe('the due date of a request for own data', () => {
  it.each([
    ['an ordinary day', '2026-11-23', '2026-12-23', '2027-02-23'],
    ['the end of a month before a short one', '2027-01-31', '2027-02-28', '2027-04-30'],
    ['the end of a month before the short one of a leap year', '2028-01-31', '2028-02-29', '2028-04-30'],
    ['the day before', '2028-01-30', '2028-02-29', '2028-04-30'],
    ['a leap day', '2028-02-29', '2028-03-29', '2028-05-29'],
    ['the last day of February', '2027-02-28', '2027-03-28', '2027-05-28'],
    ['the end of August, extended into a short month', '2026-08-31', '2026-09-30', '2026-11-30'],
    ['the end of November, extended into February', '2026-11-30', '2026-12-30', '2027-02-28'],
    ['the end of a year', '2026-12-31', '2027-01-31', '2027-03-31'],
    ['a month in which the clocks go forward', '2027-03-14', '2027-04-14', '2027-06-14'],
    ['a month in which the clocks go back', '2026-10-10', '2026-11-10', '2027-01-10'],
  ])('from %s', (_, received, due, extendedDue) => {
    expect(dueDateOf(at(received))).toBe(due);
    expect(extendedDueDateOf(at(received))).toBe(extendedDue);
  });

  it('counts from the day in Helsinki, not in Greenwich', () => {
    expect(dueDateOf(at('2026-12-01', '00:30'))).toBe('2027-01-01');
    expect(dueDateOf(at('2026-11-30', '23:59'))).toBe('2026-12-30');
    expect(dueDateOf(at('2026-07-01', '02:59'))).toBe('2026-08-01');
  });

  it('is 28 to 31 days off, and with an extension 89 to 92, whatever the day', () => {
    const moments = fc.integer({ min: Date.UTC(2018, 4, 25), max: Date.UTC(2099, 0, 1) }).map(instantAt);
    fc.assert(
      fc.property(moments, (moment) => {
        const daysTo = (day: string) => Math.round((Date.parse(day) - Date.parse(helsinkiDay(moment))) / DAY);
        expect(daysTo(dueDateOf(moment))).toBeGreaterThanOrEqual(28);
        expect(daysTo(dueDateOf(moment))).toBeLessThanOrEqual(31);
        expect(daysTo(extendedDueDateOf(moment))).toBeGreaterThanOrEqual(89);
        expect(daysTo(extendedDueDateOf(moment))).toBeLessThanOrEqual(92);
      }),
    );
  });
});

describe('a request for own data', () => {
  it('is open to the end of its last day and then overdue', () => {
    expect(stateOf(request(), at('2026-12-23', '23:59'))).toBe('OPEN');
    expect(stateOf(request(), at('2026-12-24', '00:00'))).toBe('OVERDUE');
  });

  it('has two months more once the authority says why, within the first month', () => {
    const longer = changed(extended(request(), 'sealed', at('2026-12-23', '23:59')));
    expect(longer).toMatchObject({ version: 2, extension: { reason: 'sealed', dueDate: '2027-02-23' } });
    expect(stateOf(longer, at('2027-02-23', '23:59'))).toBe('EXTENDED');
    expect(stateOf(longer, at('2027-02-24', '00:00'))).toBe('OVERDUE');
  });

  it('is extended neither after the first month, nor twice, nor when answered', () => {
    const conflict = (rule: string) => ({ ok: false, refusal: { kind: 'request-conflict', rule } });
    expect(extended(request(), 'x', at('2026-12-24', '00:00'))).toEqual(conflict('FIRST_MONTH_OVER'));
    const longer = changed(extended(request(), 'x', NOON));
    expect(extended(longer, 'x', NOON)).toEqual(conflict('ALREADY_EXTENDED'));
    const done = changed(answered(request(), { answeredAt: NOON }, NOON));
    expect(extended(done, 'x', NOON)).toEqual(conflict('ALREADY_ANSWERED'));
  });

  it('is answered once; the same answer again changes nothing', () => {
    const done = changed(answered(request(), { answeredAt: NOON }, NOON));
    expect(stateOf(done, at('2030-01-01'))).toBe('ANSWERED');
    expect(changed(answered(done, { answeredAt: NOON }, NOON))).toBe(done);
    expect(answered(done, { answeredAt: after(NOON, MINUTE) }, at('2026-12-01'))).toMatchObject({
      refusal: { rule: 'ALREADY_ANSWERED' },
    });
  });

  it('is answered neither before it was made nor in the future', () => {
    for (const answeredAt of [after(NOON, -1), after(NOON, MINUTE + 1)])
      expect(answered(request(), { answeredAt }, after(NOON, MINUTE))).toMatchObject({
        refusal: { rule: 'NOT_IN_TIME' },
      });
  });
});

describe('the channel of an authority', () => {
  it('is the messages of the hub where it has chosen none, or is in no register', () => {
    expect(offerOf(undefined)).toMatchObject({ channel: 'MESSAGES' });
    expect(offerOf({})).toMatchObject({ channel: 'MESSAGES' });
    expect(offerOf({ ownData: { channels: [] } })).toMatchObject({ channel: 'MESSAGES' });
  });

  it.each(['SECURE_MAIL', 'OWN_ESERVICE', 'MESSAGES', 'OMAT_TIEDOT'] as const)('is %s where it says so', (channel) => {
    const ownData = { channels: [channel], requestUrl: 'https://example.fi/tiedot', instructions: { fi: 'Näin' } };
    expect(offerOf({ ownData })).toEqual({ channel, link: 'https://example.fi/tiedot', instructions: { fi: 'Näin' } });
    expect(new Set(Object.values(GUIDANCE[channel])).size).toBe(3);
  });
});
