import { describe, expect, it } from 'vitest';
import { assumedAfter } from '#shared/contracts/config/options';
import { DURATION, millisecondsIn } from '#shared/kernel/duration';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/kernel/time';

describe('a duration', () => {
  it.each([
    ['PT24H', DAY],
    ['P1D', DAY],
    ['P2W', 14 * DAY],
    ['P1DT2H3M4S', DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND],
    ['PT0S', 0],
  ])('%s is %d milliseconds', (text, ms) => {
    expect(text).toMatch(DURATION);
    expect(millisecondsIn(text)).toBe(ms);
  });

  it.each(['', 'P', 'PT', '24H', 'P1Y', 'P1M', '-P1D', 'P1D ', 'PT1.5H'])('is not %j', (text) => {
    expect(text).not.toMatch(DURATION);
    expect(millisecondsIn(text)).toBe(0);
  });
});

describe('the policy of the day of posting', () => {
  it.each([
    ['PROVIDER', undefined],
    ['ASSUME_AFTER_N_BUSINESS_DAYS', 2],
    ['ASSUME_AFTER_5_BUSINESS_DAYS', 5],
  ])('%s assumes it after %s working days', (policy, days) => {
    expect(assumedAfter(policy)).toBe(days);
  });
});
