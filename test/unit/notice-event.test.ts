import { describe, expect, it } from 'vitest';
import { NOTICE_EVENT_TYPES, noticeEventBody, outcomeOf } from '#shared/contracts/notice-event';
import { ATTEMPT, DELIVERY } from '#test/builders/domain';

describe('an event of the mail provider', () => {
  it.each([
    ['Send', '', 'sent'],
    ['Bounce', 'Permanent', 'hard'],
    ['Bounce', 'Transient', 'soft'],
    ['Bounce', 'Undetermined', 'soft'],
    ['Bounce', '', 'soft'],
    ['Complaint', '', 'hard'],
    ['Reject', '', 'hard'],
    ['Delivery', '', undefined],
    ['Open', '', undefined],
    ['bounce', 'Permanent', undefined],
    ['', '', undefined],
  ])('%s %s means %s', (type, bounceType, outcome) => {
    expect(outcomeOf(type, bounceType)).toBe(outcome);
  });

  it('is asked for where it means anything, and nowhere else', () => {
    expect(NOTICE_EVENT_TYPES).toEqual(['Send', 'Bounce', 'Complaint', 'Reject']);
    for (const type of NOTICE_EVENT_TYPES) expect(outcomeOf(type, '')).toBeDefined();
  });
});

describe('what lies in the queue of notice events', () => {
  const body = { about: DELIVERY, attempt: ATTEMPT, type: 'Bounce', bounceType: 'Permanent' };

  it('is ids and words of the provider', () => {
    expect(noticeEventBody.parse(body)).toEqual(body);
  });

  it.each([
    ['an address', { ...body, destination: 'tessa@example.fi' }],
    ['no attempt', { ...body, attempt: undefined }],
    ['an attempt of another form', { ...body, attempt: 'tessa@example.fi' }],
  ])('is never %s', (_, other) => {
    expect(noticeEventBody.safeParse(other).success).toBe(false);
  });
});
