import { beforeEach, describe, expect, it } from 'vitest';
import { ownLimitCalls } from '#functions/_shell/calls/postal-limits';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type SendingSystem, sendingSystem } from '#shared/domain/tenancy/tenant';
import { makePostalLimits } from '#shared/flow/postal-limits';
import { ok } from '#shared/kernel/result';
import { DAY, calendarDate } from '#shared/kernel/time';
import { SENDER, TENANT } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { openWorld } from '#test/builders/world-people';
import { handOvers, posted, setLimit } from '#test/builders/world-post';

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
    expect(await world.hub.cutBatches()).toEqual({ batches: 0, letters: 0, beyondLimits: 3 });
    expect(await show(TENANT)).toMatchObject({ beyond: 3, toApprove: 2, approvals: [{ letters: 5 }, { letters: 1 }] });
    await world.moveBy(DAY);
    await world.hub.cutBatches();
    for (const id of ids) expect(await handOvers(world, id)).toHaveLength(1);
  });
});
