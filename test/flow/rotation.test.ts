import { beforeEach, describe, expect, it } from 'vitest';
import { externalId } from '#shared/domain/message/ids';
import { PARTS } from '#shared/domain/rotation/rotation';
import { makeAliasRows, makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { makeMoveHashes, makeRotateKey } from '#shared/flow/rotation/rotate-key';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON, PAULA, SENDER, TESSA, submission } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  mailboxOf,
  openWorld,
  send,
  withdraw,
} from '#test/builders/world-people';

let world: World;
let sent = 0;

beforeEach(async () => {
  world = await openWorld();
});

const rotate = async (version: number) => makeRotateKey(world.ports).rotate(version);
const shown = async () => makeRotateKey(world.ports).showRotation();
const walk = async (most = 1000) => makeMoveHashes({ ...world.ports, rows: [makeAliasRows(world.ports)], most })();
const idOf = async (code: string) => makeRecipientIds(world.ports).find(code);
const resting = async (version: number) =>
  (await Promise.all(PARTS.map(async (part) => world.ports.aliases.someUnder(version, part)))).flat().length;

async function reachesMailbox(): Promise<void> {
  sent += 1;
  const id = await send(world, { externalId: externalId.parse(`asia-${sent}`) });
  await world.settle();
  expect(await factsOf(world, id)).toContain('MAILBOX_STORED');
  expect((await deliveryOf(world, id)).recipientId).toBe(await idOf(TESSA));
}

describe('a change of the key of hashes in the middle of traffic', () => {
  it('leaves everybody the mailbox there was, and nothing on the old key', async () => {
    await consenting(world);
    const tessa = await idOf(TESSA);
    await reachesMailbox();

    expect(done(await rotate(2))).toMatchObject({ isNew: true, view: { phase: 'OPENING', current: 2, previous: 1 } });
    await reachesMailbox();
    await world.moveTo(after(NOON, MINUTE));
    await reachesMailbox();
    const paula = await makeRecipientIds(world.ports).enrol(PAULA, world.ports.ids.recipient());
    expect([await resting(1), await resting(2)]).toEqual([2, 2]);

    await world.moveTo(after(NOON, HOUR));
    expect(await shown()).toMatchObject({ phase: 'MOVING', moved: 0 });
    expect(await walk()).toBe(0);
    await reachesMailbox();

    await world.moveTo(after(NOON, 2 * HOUR));
    expect(await walk()).toBe(2);
    expect(await shown()).toEqual({ phase: 'SETTLED', current: 2, changedAt: after(NOON, 2 * HOUR), moved: 2 });
    expect([await resting(1), await resting(2)]).toEqual([0, 2]);
    await reachesMailbox();
    await world.moveTo(after(NOON, 3 * HOUR));
    await reachesMailbox();
    expect([await idOf(TESSA), await idOf(PAULA)]).toEqual([tessa, paula]);
    expect(await mailboxOf(world)).toHaveLength(6);
    expect(world.faults).toEqual([]);
  });

  it('keeps a withdrawal and what was chosen: it is the same gate on either key', async () => {
    await consenting(world);
    done(await rotate(2));
    await world.moveTo(after(NOON, MINUTE));
    await withdraw(world);
    expect(await world.hub.acceptMessage(SENDER, submission())).toMatchObject({
      refusal: { problems: [{ code: 'MAILBOX_NOT_IN_USE' }] },
    });
    await world.moveTo(after(NOON, 2 * HOUR));
    await walk();
    const { version } = await world.hub.consentOf((await acting(world, TESSA)).recipientId);
    expect(version).toBe(2);
  });

  it('finds after the walk who was never met while it was open', async () => {
    await consenting(world);
    const tessa = await idOf(TESSA);
    done(await rotate(2));
    await world.moveTo(after(NOON, 2 * HOUR));
    expect(await resting(2)).toBe(0);
    await walk();
    expect(await idOf(TESSA)).toBe(tessa);
  });

  it('is walked a bounded part at a time, and ends with the last', async () => {
    for (const n of [0, 1, 2]) await makeRecipientIds(world.ports).enrol(`${n}`, world.ports.ids.recipient());
    done(await rotate(2));
    await world.moveTo(after(NOON, 2 * HOUR));
    let runs = 0;
    for (; (await shown()).previous !== undefined; runs += 1) expect(await walk(1)).toBeLessThanOrEqual(3);
    expect(runs).toBeGreaterThan(1);
    expect(await shown()).toMatchObject({ current: 2, moved: 3 });
    expect(await walk()).toBe(0);
  });

  it('is one rotation however often it is asked for, and never two at once', async () => {
    const both = await Promise.all([rotate(2), rotate(2)]);
    expect(both.map((each) => done(each).isNew).sort()).toEqual([false, true]);
    expect(done(await rotate(2)).isNew).toBe(false);
    for (const version of [1, 3]) expect((await rotate(version)).ok).toBe(false);
    await world.moveTo(after(NOON, 2 * HOUR));
    await walk();
    expect((await rotate(3)).ok).toBe(false);
    await world.moveTo(after(NOON, 3 * HOUR));
    expect(done(await rotate(3))).toMatchObject({ isNew: true, view: { current: 3, previous: 2 } });
  });
});
