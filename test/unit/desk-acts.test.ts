import { describe, expect, it } from 'vitest';
import { DESK_ACTS } from '#shared/contracts/point/acts';
import { DOORS, OPERATIONS } from '#shared/contracts/routes';
import { endOfVisit, isVisitOver } from '#shared/domain/access/desk-visit';
import { MINUTE, after } from '#shared/kernel/time';
import { isOneself } from '#shared/flow/service-point/desk';
import { NOON, PAULA, TESSA } from '#test/builders/messages';

const CALLS = OPERATIONS.filter(({ front }) => front === 'point').map((each) => ({
  call: `${each.method} ${each.path}`,
  ...each,
}));
const WITHIN = CALLS.filter(({ operationId }) => operationId !== 'beginVisit');

/** What an official may, whole: whoever adds to it says so here. */
const MAY = [
  ['DELETE /point/v1/mandates/{mandateId}', 'MANDATE_CANCELLED'],
  ['DELETE /point/v1/matters/{serviceId}/{matterId}', 'MATTER_CHANGED'],
  ['GET /point/v1/consent', 'CONSENT_SHOWN'],
  ['GET /point/v1/mandates', 'MANDATES_SHOWN'],
  ['GET /point/v1/matters', 'MATTER_SHOWN'],
  ['POST /point/v1/mandates', 'MANDATE_REGISTERED'],
  ['PUT /point/v1/consent', 'CONSENT_CHANGED'],
  ['PUT /point/v1/matters/{serviceId}/{matterId}', 'MATTER_CHANGED'],
];

describe('what an official may', () => {
  it('is this table, call by call, with what the visitor’s log tells', () => {
    expect(Object.entries(DESK_ACTS).toSorted()).toEqual(MAY);
    expect(WITHIN.map(({ call }) => call).toSorted()).toEqual(MAY.map(([call]) => call));
  });

  it('comes in by one door, which nothing of messages comes in by', () => {
    expect(DOORS.point.operations.map(({ operationId }) => operationId)).toEqual(
      CALLS.map(({ operationId }) => operationId),
    );
    expect(Object.values(DESK_ACTS).filter((act) => /MESSAGE|MAILBOX/.test(act))).toEqual([]);
  });

  it.each(WITHIN)('$call is made within a visit only', ({ headers, responses }) => {
    expect(headers?.find(({ name }) => name === 'x-visit')?.required).toBe(true);
    expect(responses[403]?.description).toContain('visit-required');
    expect(responses[404]).toBeDefined();
    expect(responses[429]).toBeDefined();
  });

  it.each(CALLS)('$call holds no code in its address', ({ path }) => {
    expect(path).not.toMatch(/visitor|person|\{id\}|visit\b/);
  });
});

describe('a visit', () => {
  const begunAt = NOON;

  it.each([
    ['as it begins', 0, false],
    ['a moment before half an hour', 30 * MINUTE - 1, false],
    ['at half an hour', 30 * MINUTE, true],
    ['when the clock was set back', -2 * MINUTE, true],
  ])('%s', (_, ms, over) => {
    expect(isVisitOver({ begunAt }, after(NOON, ms))).toBe(over);
    expect(endOfVisit({ begunAt })).toBe(after(NOON, 30 * MINUTE));
  });
});

describe('an official', () => {
  const official = {
    officialId: 'o-1',
    name: 'Testilä Tessa',
    organisation: 'Palvelupiste',
    assurance: 'HIGH',
  } as const;

  it.each([
    ['of a known code is whoever has it', TESSA, { id: TESSA, name: 'Toinen Nimi' }, true],
    ['of a known code is no namesake', TESSA, { id: PAULA, name: 'Testilä Tessa' }, false],
    ['of no known code is whoever bears the name', undefined, { id: PAULA, name: 'Tessa Testilä' }, true],
    ['of no known code is nobody else', undefined, { id: PAULA, name: 'Postila Paula' }, false],
  ])('%s', (_, code, person, own) => {
    expect(isOneself({ ...official, code }, person)).toBe(own);
  });
});
