import { describe, expect, it } from 'vitest';
import { RETURN_REASONS, returnReasonOf } from '#shared/domain/delivery-postal/return-reasons';

describe('why a letter came back', () => {
  it.each(Object.entries(RETURN_REASONS))('%s is said in each language', (code, { words }) => {
    expect(returnReasonOf(code)).toBe(code);
    expect(new Set(Object.values(words)).size).toBe(3);
  });

  it.each([undefined, '', 'not collected', 'moved', 'toString', '__proto__'])('%s is another reason', (told) => {
    expect(returnReasonOf(told)).toBe('OTHER');
  });

  it('is the authority’s task where no address would help', () => {
    const tasks = Object.entries(RETURN_REASONS).filter(([, { then }]) => then === 'AUTHORITY');
    expect(tasks.map(([code]) => code)).toEqual(['REFUSED', 'DECEASED']);
  });
});
