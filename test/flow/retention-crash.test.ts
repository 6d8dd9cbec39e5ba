import { describe, expect, it } from 'vitest';
import type { MessageId } from '#shared/domain/message/ids';
import { TENANT, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { evidenceOf, verdictOn } from '#test/builders/world-evidence';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  letters,
  openWorld,
  send,
  upload,
  withdraw,
} from '#test/builders/world-people';
import { calendarDate } from '#shared/kernel/time';
import { dayOf, filesLeft, storedMessage } from '#test/builders/world-retention';

/** A verifiable message with files that first lay in the mailbox and then went on paper, closed by the authority. */
async function ended(world: World): Promise<MessageId> {
  await consenting(world);
  const [file, page] = [await upload(world), await upload(world)];
  const id = await send(world, {
    electronic: electronicPart({ messageServiceType: 'Verifiable', attachments: [{ attachmentId: file }] }),
    paperMail: paperPart(page),
  });
  await world.settle();
  await withdraw(world);
  await world.settle();
  const { deliveryId } = await deliveryOf(world, id);
  const spoken = { tenantId: TENANT, messageId: id, deliveryId };
  done(
    await world.hub.close(spoken, {
      evidence: 'HAND_DELIVERY',
      date: calendarDate.parse('2026-11-23'),
      note: 'Luovutettu',
    }),
  );
  await world.settle();
  return id;
}

const STAGES = [
  ['the content', '2028-11-23', '2028-11-25'],
  ['the proof', '2036-11-23', '2036-11-25'],
] as const;

/** @returns whether the process died at the n-th call of the night in which something ends */
async function dieAt([, before, after]: readonly string[], fate: { at: number; death: Death }): Promise<boolean> {
  const world = await openWorld();
  const id = await ended(world);
  await world.hub.sealEvidence();
  await world.moveTo(dayOf(before ?? '', '20:00'));
  world.restart((ports) => mortal(ports, fate));
  let lived = true;
  try {
    await world.moveTo(dayOf(after ?? '', '20:00'));
  } catch (fault) {
    if (!(fault instanceof ProcessDied)) throw fault;
    lived = false;
    world.restart();
    if ((await storedMessage(world, id)).erased) {
      const opened = await world.hub.openMessage(await acting(world, TESSA), id);
      expect(opened).toMatchObject({ ok: false, refusal: { kind: 'message-unknown' } });
    }
  }
  world.restart();
  await world.moveTo(dayOf('2036-11-30', '20:00'));
  const tessa = await acting(world, TESSA);
  expect((await storedMessage(world, id)).sealedContent).toBeUndefined();
  expect((await storedMessage(world, id)).erased?.files).toBeUndefined();
  expect(await filesLeft(world)).toEqual([]);
  expect(await letters(world)).toEqual([]);
  expect(tessa.recipientId && (await world.ports.entries.list(tessa.recipientId, { limit: 5 }))).toEqual([]);
  expect((await deliveryOf(world, id)).keeping?.proof?.links.length).toBeGreaterThan(5);
  expect((await deliveryOf(world, id)).facts).toEqual([]);
  expect(verdictOn(await evidenceOf(world, id))[0]).toMatch(/^INTACT/);
  return !lived;
}

describe.each(STAGES)('of %s', (...stage) => {
  it.each(['before', 'after'] as const)(
    'nothing is left though the process dies right %s any of its calls',
    async (death) => {
      let at = 1;
      while (await dieAt(stage, { at, death })) at += 1;
      expect(at).toBeGreaterThan(8);
    },
  );
});
