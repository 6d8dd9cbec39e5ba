import { describe, expect, it } from 'vitest';
import { makeDaily } from '#local/daily';
import { instant } from '#shared/kernel/time';

const at = (text: string) => instant.parse(text);

function seal() {
  const ran: string[] = [];
  const daily = makeDaily('seal-evidence', { tick: async (name) => void ran.push(name) });
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
    expect(() => makeDaily('sweep', { tick: async () => undefined })).toThrow('does not run once a day');
  });
});
