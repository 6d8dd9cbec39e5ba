import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOTS, idOfSlot, slotName } from '#shared/domain/intake/message-slot';
import { messageId } from '#shared/domain/message/ids';

describe('the name of a slot', () => {
  it('is that of a system, an external id and a number', () => {
    expect(slotName('hub-system-1', 'asia-1', 0)).toBe('["hub-system-1","asia-1",0]');
  });

  it('is never that of another', () => {
    const part = fc.string({ unit: fc.constantFrom('"', ',', '[', ']', '\\', 'a', '0') });
    const slot = fc.tuple(part, part, fc.integer({ min: 0, max: SLOTS }));
    fc.assert(
      fc.property(slot, slot, (a, b) => {
        expect(slotName(...a) === slotName(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('is tried eight times', () => {
    expect(SLOTS).toBe(8);
  });
});

describe('the id of a slot', () => {
  it.each([
    ['the least', '00000000000008', 1],
    ['of 53 bits', '00000000004218', 0x4218 >> 3],
    ['the greatest', 'ffffffffffffff', Number.MAX_SAFE_INTEGER],
    ['with the bits beyond the 53rd left out', '0000000000000f', 1],
    ['with the digits beyond the 14th left out', `00000000000010${'f'.repeat(50)}`, 2],
    ['in capitals', 'FFFFFFFFFFFFF8', Number.MAX_SAFE_INTEGER],
  ])('is %s', (_, digest, id) => {
    expect(idOfSlot(digest)).toBe(id);
  });

  it.each(['0'.repeat(14), '00000000000007', `${'0'.repeat(14)}${'f'.repeat(50)}`])(
    'is none where the bits of %s are zero',
    (digest) => {
      expect(idOfSlot(digest)).toBeUndefined();
    },
  );

  it('is a whole positive number that every front can hold, or none', () => {
    const digest = fc.array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(digest, (digits) => {
        const id = idOfSlot(digits.join(''));
        expect(id === undefined || messageId.safeParse(id).success).toBe(true);
        expect(id ?? 0).toBe(
          Number.parseInt(digits.slice(0, 7).join(''), 16) * 2 ** 25 +
            Math.floor(Number.parseInt(digits.slice(7, 14).join(''), 16) / 8),
        );
      }),
    );
  });
});
