import { beforeEach, describe, expect, it } from 'vitest';
import { downloadCalls } from '#functions/_shell/calls/download';
import { printCalls } from '#functions/_shell/calls/print';
import type { Answer } from '#functions/_shell/http';
import { providerGate } from '#functions/_shell/provider-gate';
import { makePowers } from '#shared/flow/mandate/powers';
import { ok, refuse } from '#shared/kernel/result';
import type { PostalGates } from '#shared/ports/postal-gate';
import { PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { letters, openWorld, send, upload } from '#test/builders/world-people';

const RELAYING = { LETTERS_TABLE: 'letters', HAND_OVER: 'relay:https://api.messages.suomi.fi' };

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
  await world.settle();
});

/** As a print provider asks, at the gate given. */
async function ask(postalGates: Pick<PostalGates, 'read'>, operationId: string): Promise<Answer> {
  const [letter] = await letters(world);
  const ports = { ...world.ports, postalGates, powers: makePowers(world.ports) };
  const provider = async () => ok({ name: 'tulostaja' });
  const nobody = async () => refuse({ kind: 'unauthorized' as const });
  const calls = [...printCalls(ports, provider), ...downloadCalls(ports, { provider, system: nobody, person: nobody })];
  const call = calls.find(({ operation }) => operation.operationId === operationId);
  if (!call || !letter) throw new Error('no such call, or no letter');
  return call.answer({
    method: 'GET',
    resource: call.operation.path,
    params: { letterId: letter.letterId },
    query: { state: 'READY' },
    headers: {},
    body: undefined,
    traceId: 't',
  });
}

describe('a print provider', () => {
  it('finds the letter ready and is given its PDF', async () => {
    const [letter] = await letters(world);
    expect(await ask(world.ports.postalGates, 'listLetters')).toMatchObject({
      json: { letters: [{ letterId: letter?.letterId }] },
    });
    expect(await ask(world.ports.postalGates, 'letterPdf')).toMatchObject({ status: 200 });
  });

  it('of a hub that relays its letters finds none and is given none: the national service prints them', async () => {
    expect(await ask(providerGate(RELAYING), 'listLetters')).toMatchObject({ status: 200, json: { letters: [] } });
    expect(await ask(providerGate(RELAYING), 'letterPdf')).toMatchObject({ status: 409 });
  });
});
