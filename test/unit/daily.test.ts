import { describe, expect, it } from 'vitest';
import { makeDaily } from '#local/daily';
import { instant } from '#shared/kernel/time';

const at = (text: string) => instant.parse(text);

function seal() {
  const ran: string[] = [];
  const daily = makeDaily('seal-evidence', {
    tick: async (name) => {
      ran.push(name);
      return {};
    },
  });
  return { daily, ran };
}

describe('a daily schedule on a single machine', () => {
  it('is due at its time in Helsinki, in winter and in summer', () => {
    expect(seal().daily.lastDue(at('2026-11-23T08:00:00.000Z'))).toBe('2026-11-22T22:20:00.000Z');
    expect(seal().daily.lastDue(at('2026-07-01T08:00:00.000Z'))).toBe('2026-06-30T21:20:00.000Z');
  });

  it('is due today once its time has come, and not a moment before', () => {
    expect(seal().daily.lastDue(at('2026-11-23T22:19:59.999Z'))).toBe('2026-11-22T22:20:00.000Z');
    expect(seal().daily.lastDue(at('2026-11-23T22:20:00.000Z'))).toBe('2026-11-23T22:20:00.000Z');
  });

  it('is not due again until the next day', async () => {
    const { daily, ran } = seal();
    await daily.run(at('2026-11-23T08:00:00.000Z'));
    expect(ran).toEqual(['seal-evidence']);
    expect(daily.lastDue(at('2026-11-23T20:00:00.000Z'))).toBeUndefined();
    expect(daily.lastDue(at('2026-11-24T00:00:00.000Z'))).toBe('2026-11-23T22:20:00.000Z');
  });

  it('runs once for all the days that were skipped, at the last time of them', async () => {
    const { daily } = seal();
    await daily.run(at('2026-11-23T08:00:00.000Z'));
    expect(daily.lastDue(at('2027-03-28T12:00:00.000Z'))).toBe('2027-03-27T22:20:00.000Z');
  });

  it('is only made of a schedule that runs once a day', () => {
    expect(() => makeDaily('sweep', { tick: async () => ({}) })).toThrow('does not run once a day');
  });
});

describe('a daily schedule that runs at each of its moments', () => {
  const IDLE = at('2026-12-01T04:00:00.000Z');
  const reports = () => makeDaily('run-reports', { tick: async () => ({ idleUntil: IDLE }) });
  const NOON = at('2026-11-23T12:00:00.000Z');
  const LATER = at('2026-11-30T12:00:00.000Z');

  it('is due at once for what fell due before it was made, and then at each of its times', async () => {
    const daily = reports();
    expect(daily.nextDue(NOON, LATER)).toBe('2026-11-23T04:40:00.000Z');
    await daily.run(NOON);
    expect(daily.nextDue(NOON, LATER)).toBe('2026-11-24T04:00:00.000Z');
    await daily.run(at('2026-11-24T04:00:00.000Z'));
    expect(daily.nextDue(NOON, LATER)).toBe('2026-11-24T04:20:00.000Z');
    expect(daily.nextDue(NOON, at('2026-11-24T04:19:59.999Z'))).toBeUndefined();
  });

  it('keeps its time over a change of clocks', async () => {
    const daily = reports();
    await daily.run(at('2027-03-28T03:40:00.000Z'));
    expect(daily.nextDue(NOON, at('2027-04-01T00:00:00.000Z'))).toBe('2027-03-29T03:00:00.000Z');
    await daily.run(at('2027-10-30T03:40:00.000Z'));
    expect(daily.nextDue(NOON, at('2027-11-01T00:00:00.000Z'))).toBe('2027-10-31T04:00:00.000Z');
  });

  it('tells until when it has nothing to do', async () => {
    expect(await reports().run(NOON)).toBe(IDLE);
  });
});
