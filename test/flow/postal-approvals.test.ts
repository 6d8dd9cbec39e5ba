import { beforeEach, describe, expect, it } from 'vitest';
import { ownLimitCalls } from '#functions/_shell/calls/postal-limits';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type SendingSystem, sendingSystem } from '#shared/domain/tenancy/tenant';
import { makePostalLimits } from '#shared/flow/delivery-postal/postal-limits';
import { ok } from '#shared/kernel/result';
import { DAY, calendarDate, helsinkiDay } from '#shared/kernel/time';
import { SENDER, TENANT } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { openWorld } from '#test/builders/world-people';
import { handOvers, lettersStand, posted, setLimit } from '#test/builders/world-post';

/** A system of the same authority that sends for no service. */
const CONTROLLER: SendingSystem = sendingSystem.parse({ tenantId: TENANT, systemId: 'controller-1', services: [] });

const ORDER = { letters: 2, by: 'Aalto Aino', reason: 'Vuosittaiset päätökset' };

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

async function approveAs(system: SendingSystem): Promise<Answer> {
  const call = ownLimitCalls(world.ports, async () => ok(system)).find(({ operation }) => operation.method === 'POST');
  if (!call) throw new Error('no such call');
  const request: HttpRequest = {
    method: 'POST',
    resource: call.operation.path,
    params: {},
    query: {},
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ORDER),
    traceId: 'trace',
  };
  return call.answer(request);
}

describe('an approval', () => {
  it('is not given by a system that sends, and is by one that does not', async () => {
    await setLimit(world, { approvalAbove: 0 });
    const ids = [await posted(world, 1), await posted(world, 2)];
    expect(await approveAs(SENDER)).toMatchObject({ status: 403 });
    await world.hub.cutBatches();
    expect(await approveAs(CONTROLLER)).toMatchObject({
      status: 200,
      json: { approvals: [{ ...ORDER, credential: 'controller-1', at: world.now() }] },
    });
    await world.hub.cutBatches();
    for (const id of ids) expect(await handOvers(world, id)).toHaveLength(1);
  });

  it('holds for its day and no other, and the last one of a day holds', async () => {
    const { approve, show } = makePostalLimits(world.ports);
    await setLimit(world, { lettersADay: 1, approvalAbove: 1 });
    const order = { ...ORDER, credential: 'operator' };
    const tomorrow = calendarDate.parse('2026-11-24');
    await approve(TENANT, { ...order, day: tomorrow });
    for (const letters of [5, 1]) await approve(TENANT, { ...order, letters });
    const ids = [await posted(world, 1), await posted(world, 2), await posted(world, 3)];
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, left: 0, beyondLimits: 3 });
    expect(await show(TENANT)).toMatchObject({ beyond: 3, toApprove: 2, approvals: [{ letters: 5 }, { letters: 1 }] });
    await world.moveBy(DAY);
    await world.hub.cutBatches();
    for (const id of ids) expect(await handOvers(world, id)).toHaveLength(1);
  });
});

describe('a cut under a limit that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any of its calls loses no letter, doubles none, and passes no day',
    async (death) => {
      let calls = 0;
      for (let died = true; died; calls += 1) died = await dieAt(calls + 1, death);
      expect(calls).toBeGreaterThan(20);
    },
  );
});

async function dieAt(at: number, death: Death): Promise<boolean> {
  world = await openWorld();
  await setLimit(world, { lettersADay: 2 });
  const ids = [await posted(world, 1), await posted(world, 2), await posted(world, 3)];
  world.restart((ports) => mortal(ports, { at, death }));
  const died = await dies(world.hub.cutBatches());
  world.restart();
  for (let days = 0; days < 3; days += 1) {
    await world.hub.cutBatches();
    await world.moveBy(DAY);
  }
  const handed = await Promise.all(ids.map(async (id) => handOvers(world, id)));
  expect(handed.map((each) => each.length)).toEqual([1, 1, 1]);
  const days = Map.groupBy(handed.flat(), (fact) => helsinkiDay(fact.at));
  for (const facts of days.values()) expect(facts.length).toBeLessThanOrEqual(2);
  expect(await lettersStand(world)).toEqual(['READY', 'READY', 'READY']);
  return died;
}

async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (fault) {
    if (fault instanceof ProcessDied) return true;
    throw fault;
  }
}
