import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachmentId,
  attemptToken,
  deliveryId,
  deliveryIdOf,
  deliveryIdOfLetter,
  externalId,
  letterId,
  letterIdOf,
  messageId,
  messageIdOf,
  recipientId,
  serviceId,
  systemId,
  tenantId,
} from '#shared/domain/message/ids';

const MOST = Number.MAX_SAFE_INTEGER;
const SCHEMAS = {
  tenantId,
  systemId,
  serviceId,
  externalId,
  messageId,
  deliveryId,
  recipientId,
  letterId,
  attachmentId,
  attemptToken,
};

const GOOD = {
  tenantId: ['a', '0', 'esimerkki-kaupunki-2', 'a'.repeat(32)],
  systemId: ['A', '0', 'hub-system-1', 'Sys.tem_1', 'a'.repeat(64)],
  serviceId: ['1', 'Päivähoito / 1', 'x'.repeat(64)],
  externalId: ['1', 'a/b#c', 'x'.repeat(256)],
  messageId: [1, 4217, MOST],
  deliveryId: ['1-1', '4217-12', `${MOST}-999`],
  recipientId: [`r-${'0'.repeat(32)}`, `r-${'9af0'.repeat(8)}`],
  letterId: ['1-1-L1', `${MOST}-999-L999`],
  attachmentId: ['00000000-0000-4000-8000-000000000001', '018f6a3e-7b1c-7e66-8d5a-0a1b2c3d4e5f'],
  attemptToken: ['abcdefgh', 'A_-0A_-0', 'x'.repeat(64)],
};
const BAD = {
  tenantId: ['', 'A', '-a', 'a_b', 'a b', 'ä', 'a'.repeat(33), 'a\n'],
  systemId: ['', '.a', '_a', '-a', 'a/b', 'ä', 'a'.repeat(65), 'a\n'],
  serviceId: ['', 'x'.repeat(65), 1],
  externalId: ['', 'x'.repeat(257), 1],
  messageId: [0, -1, 1.5, MOST + 1, '1', Number.NaN],
  deliveryId: ['', '0-1', '1-0', '01-1', '1-01', '1', '1-1000', '12345678901234567-1', '1-1-L1', 'x1-1', '1-1\n'],
  recipientId: [
    '',
    `r-${'0'.repeat(31)}`,
    `r-${'0'.repeat(33)}`,
    `r-${'A'.repeat(32)}`,
    `x-${'0'.repeat(32)}`,
    '0'.repeat(32),
  ],
  letterId: [
    '',
    '1-1',
    '1-1-L0',
    '1-1-1',
    '1-1-l1',
    '1-1-L1000',
    '12345678901234567-1-L1',
    '1-1000-L1',
    '0-1-L1',
    '1-0-L1',
    '1-1-L01',
    ' 1-1-L1',
    '1-1-L1 ',
  ],
  attachmentId: ['', 'x', '00000000-0000-4000-8000-00000000000', '../../etc/passwd', 1],
  attemptToken: ['', 'abcdefg', 'x'.repeat(65), 'abcd efgh', 'abcdefg#', 'abcdefgh\n'],
};

const NAMES = [
  'tenantId',
  'systemId',
  'serviceId',
  'externalId',
  'messageId',
  'deliveryId',
  'recipientId',
  'letterId',
  'attachmentId',
  'attemptToken',
] as const;

describe.each(NAMES)('%s', (name) => {
  it.each(GOOD[name].map((id) => [id]))('may be %j', (id) => {
    expect(SCHEMAS[name].safeParse(id)).toEqual({ success: true, data: id });
  });

  it.each(BAD[name].map((id) => [id]))('is never %j', (id) => {
    expect(SCHEMAS[name].safeParse(id).success).toBe(false);
  });
});

describe('ids that follow from each other', () => {
  const message = fc.integer({ min: 1, max: MOST }).map((n) => messageId.parse(n));
  const running = fc.integer({ min: 1, max: 999 });

  it('lead back to the message and the delivery', () => {
    fc.assert(
      fc.property(message, running, running, (id, n, attempt) => {
        const delivery = deliveryIdOf(id, n);
        expect(messageIdOf(delivery)).toBe(id);
        expect(deliveryIdOfLetter(letterIdOf(delivery, attempt))).toBe(delivery);
      }),
    );
  });

  it('never name two things', () => {
    fc.assert(
      fc.property(message, message, running, running, (a, b, n, m) => {
        expect(deliveryIdOf(a, n) === deliveryIdOf(b, m)).toBe(a === b && n === m);
        expect(letterIdOf(deliveryIdOf(a, 1), n) === letterIdOf(deliveryIdOf(a, 1), m)).toBe(n === m);
      }),
    );
  });

  it('are written as they read', () => {
    expect(deliveryIdOf(messageId.parse(42), 3)).toBe('42-3');
    expect(letterIdOf(deliveryId.parse('42-3'), 2)).toBe('42-3-L2');
  });

  it.each([0, 1000, 1.5, -1])('have no running number %d', (n) => {
    expect(() => deliveryIdOf(messageId.parse(42), n)).toThrow();
    expect(() => letterIdOf(deliveryId.parse('42-3'), n)).toThrow();
  });
});
