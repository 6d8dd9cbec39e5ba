import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, isInTime } from '#shared/domain/inbound/deadline';
import { receiptOf } from '#shared/domain/inbound/receipt';
import { addDays } from '#shared/kernel/calendar';
import { calendarDate, helsinkiDay, instant } from '#shared/kernel/time';
import { isWorkingDay } from '#shared/kernel/working-day';

const at = (moment: string) => instant.parse(moment);
const deadline = (lastDay: string, setBy: 'AUTHORITY' | 'STATUTE') => ({ lastDay: calendarDate.parse(lastDay), setBy });

describe('a message to an authority with a deadline on Monday 30 November 2026 (AC-39)', () => {
  it.each([
    ['(a)', 'AUTHORITY', '2026-11-30T21:59:59.000Z', true],
    ['(b)', 'AUTHORITY', '2026-11-30T22:00:00.000Z', false],
    ['(c)', 'STATUTE', '2026-11-30T14:15:00.000Z', true],
    ['(d)', 'STATUTE', '2026-11-30T14:15:01.000Z', false],
  ] as const)('%s set by %s that arrives at %s is in time: %s', (_, setBy, moment, inTime) => {
    expect(isInTime(deadline('2026-11-30', setBy), at(moment))).toBe(inTime);
  });
});

describe('the end of a deadline', () => {
  it.each([
    ['in summer', '2026-06-30', '2026-06-30', '2026-06-30T20:59:59.999Z', '2026-06-30T13:15:00.000Z'],
    ['on the eve of winter time', '2026-10-23', '2026-10-23', '2026-10-23T20:59:59.999Z', '2026-10-23T13:15:00.000Z'],
    [
      'on the day the clocks go back',
      '2026-10-25',
      '2026-10-26',
      '2026-10-26T21:59:59.999Z',
      '2026-10-26T14:15:00.000Z',
    ],
    ['on the day they go forward', '2027-03-28', '2027-03-30', '2027-03-30T20:59:59.999Z', '2027-03-30T13:15:00.000Z'],
    ['on Christmas Eve', '2026-12-24', '2026-12-28', '2026-12-28T21:59:59.999Z', '2026-12-28T14:15:00.000Z'],
    ['on New Year’s Eve', '2026-12-31', '2026-12-31', '2026-12-31T21:59:59.999Z', '2026-12-31T14:15:00.000Z'],
    ['on Midsummer Eve', '2026-06-19', '2026-06-22', '2026-06-22T20:59:59.999Z', '2026-06-22T13:15:00.000Z'],
    ['on Independence Day', '2026-12-06', '2026-12-07', '2026-12-07T21:59:59.999Z', '2026-12-07T14:15:00.000Z'],
  ])('%s', (_, named, lastDay, byAuthority, byStatute) => {
    expect(endOf(deadline(named, 'AUTHORITY'))).toEqual({ lastDay, endsAt: byAuthority });
    expect(endOf(deadline(named, 'STATUTE'))).toEqual({ lastDay, endsAt: byStatute });
  });

  it('is on a working day, no earlier than the day named, and its last moment is on that day', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(calendarDate.parse('2003-02-01'), days));
    fc.assert(
      fc.property(anyDay, fc.constantFrom('AUTHORITY', 'STATUTE'), (lastDay, setBy) => {
        const end = endOf({ lastDay, setBy });
        expect(end.lastDay >= lastDay && isWorkingDay(end.lastDay)).toBe(true);
        expect(helsinkiDay(end.endsAt)).toBe(end.lastDay);
        expect(isInTime({ lastDay, setBy }, end.endsAt)).toBe(true);
      }),
    );
  });
});

describe('the receipt of a message', () => {
  const receivedAt = at('2026-12-01T08:00:00.000Z');
  const asked = deadline('2026-11-30', 'AUTHORITY');

  it('says when it arrived, and nothing of a deadline where none was set', () => {
    expect(receiptOf({ receivedAt })).toEqual({ arrivedAt: receivedAt, basis: 'AVAILABLE', receivedAt });
  });

  it('says whether it was in time', () => {
    expect(receiptOf({ receivedAt, deadline: asked }).deadline).toEqual({
      lastDay: '2026-11-30',
      endsAt: '2026-11-30T21:59:59.999Z',
      setBy: 'AUTHORITY',
      inTime: false,
    });
  });

  it('counts from the sending, where a declared outage kept it (13/2003 § 10)', () => {
    const sentDuring = { sentAt: at('2026-11-30T20:00:00.000Z'), outageId: 'katko-1' };
    expect(receiptOf({ receivedAt, sentDuring, deadline: asked })).toMatchObject({
      arrivedAt: sentDuring.sentAt,
      basis: 'SENT_IN_OUTAGE',
      receivedAt,
      deadline: { inTime: true },
    });
  });
});
