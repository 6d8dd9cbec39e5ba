import { describe, expect, it } from 'vitest';
import { type Counter, atDesk } from '#functions/_shell/calls/point/at-desk';
import type { HttpRequest } from '#functions/_shell/http';
import { listMailbox } from '#shared/contracts/me/mailbox';
import { DESK_ACTS } from '#shared/contracts/point/acts';
import { showVisitorsConsent } from '#shared/contracts/point/consent';
import { DOORS, OPERATIONS } from '#shared/contracts/routes';
import { endOfVisit, isVisitOver } from '#shared/domain/access/desk-visit';
import { MINUTE, after } from '#shared/kernel/time';
import { type Desk, isOneself } from '#shared/flow/service-point/desk';
import { ok, refuse } from '#shared/kernel/result';
import { NOON, PAULA, TESSA } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';

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

describe('a call within a visit', () => {
  const official = {
    officialId: 'o-1',
    name: 'Virtanen Vilma',
    organisation: 'Palvelupiste',
    assurance: 'HIGH',
  } as const;
  const owner = { id: TESSA, name: 'Testilä Tessa' };
  const actor = { role: 'OFFICIAL' } as const;
  const visitor = { recipientId: recipientNo(1), owner, actor, reason: 'Asiakas on paikalla' };
  const at: Desk = { official, visitor, identifiedBy: 'PASSPORT', isProtected: false };
  const request: HttpRequest = {
    method: 'GET',
    resource: '/point/v1/consent',
    params: {},
    query: {},
    headers: {},
    body: undefined,
    traceId: 't-1',
  };

  async function answered(part: Partial<Counter>): Promise<readonly string[]> {
    const happened: string[] = [];
    const enter: Counter['enter'] = async (_, act) => void happened.push(act);
    const counter: Counter = { desk: async () => ok(at), enter, ...part };
    const { answer } = atDesk(showVisitorsConsent, counter, async () => {
      happened.push('shown');
      return { status: 204 };
    });
    await answer(request).catch(() => happened.push('fault'));
    return happened;
  }

  it('stands in the log before anything is shown', async () => {
    expect(await answered({})).toEqual(['CONSENT_SHOWN', 'shown']);
  });

  it('shows nothing where the log can not be written', async () => {
    const enter = async (): Promise<void> => {
      throw new Error('the table is away');
    };
    expect(await answered({ enter })).toEqual(['fault']);
  });

  it('is not entered when it is refused first, or when its caller is', async () => {
    expect(await answered({ refusedFirst: async () => ({ status: 412 }) })).toEqual([]);
    expect(await answered({ desk: async () => refuse({ kind: 'visit-required' }) })).toEqual([]);
  });

  it('can not be bound unless an official may make it', () => {
    const counter: Counter = { desk: async () => ok(at), enter: async () => undefined };
    expect(() => atDesk(listMailbox, counter, async () => ({ status: 200 }))).toThrow('no official may listMailbox');
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
