import { describe, expect, it } from 'vitest';
import { chosenId, covers, dutyException, exceptionGround } from '#shared/domain/channel/duty-exception';
import { asOpen, hasEnded, isOpen, outage } from '#shared/domain/channel/outage';
import { DAY, HOUR, after } from '#shared/kernel/time';
import { ATTEMPT, NOON, TENANT } from '#test/builders/domain';
import { recipientNo } from '#test/builders/messages-stored';

const exceptionOf = (part: object = {}) =>
  dutyException.parse({
    tenantId: TENANT,
    exceptionId: 'poikkeus-1',
    recipientId: recipientNo(1),
    from: '2026-11-10',
    to: '2026-11-12',
    ground: 'INDIVIDUAL_REASON',
    sealed: 'sealed',
    enteredAt: NOON,
    ...part,
  });

describe('an exception to the duty of businesses', () => {
  it.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-12', true],
    ['2026-11-13', false],
  ])('on %s is in force: %s', (day, inForce) => {
    expect(covers(exceptionOf(), { day, matterId: undefined })).toBe(inForce);
  });

  it.each([
    [undefined, undefined, true],
    [undefined, 'M1', true],
    ['M1', 'M1', true],
    ['M1', 'M2', false],
    ['M1', undefined, false],
  ])('of matter %s covers matter %s: %s', (matterId, asked, covered) => {
    expect(covers(exceptionOf({ matterId }), { day: '2026-11-11', matterId: asked })).toBe(covered);
  });

  it('has a ground of the list, and low volume is none (REQ-216)', () => {
    expect(exceptionGround.options).toEqual(['INDIVIDUAL_REASON', 'PROLONGED_OUTAGE', 'FOREIGN']);
  });

  it.each([
    ['poikkeus-1', true],
    ['a', true],
    ['2532004-3', true],
    ['', false],
    ['-a', false],
    ['a/b', false],
    ['x'.repeat(65), false],
    ['010190-900P', false],
  ])('under the id %s is taken: %s', (id, taken) => {
    expect(chosenId.safeParse(id).success).toBe(taken);
  });
});

describe('an outage', () => {
  const outageOf = (part: object = {}) =>
    outage.parse({
      outageId: 'katko-1',
      scope: 'mailbox',
      startedAt: NOON,
      prolonged: false,
      attempt: ATTEMPT,
      ...part,
    });

  it('is open from the moment it begins to the moment before it ends', () => {
    const ending = outageOf({ endedAt: after(NOON, HOUR) });
    expect([-1, 0, HOUR - 1, HOUR].map((ms) => isOpen(ending, after(NOON, ms)))).toEqual([false, true, true, false]);
    expect(hasEnded(ending, after(NOON, HOUR))).toBe(true);
    expect(isOpen(outageOf(), after(NOON, 1000 * DAY))).toBe(true);
  });

  it('holds for as long as the operator lets it', () => {
    expect(asOpen(outageOf(), DAY)).toEqual({ outageId: 'katko-1', prolonged: false, holdUntil: after(NOON, DAY) });
  });
});
