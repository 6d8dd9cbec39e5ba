import { beforeEach, describe, expect, it } from 'vitest';
import { UNUSED_LIFETIME } from '#shared/domain/attachments/attachment';
import { SLOTS, slotName } from '#shared/domain/intake/message-slot';
import type { Submission } from '#shared/domain/intake/check-submission';
import { externalId } from '#shared/domain/message/ids';
import { HOUR } from '#shared/kernel/time';
import type { Sealer } from '#shared/ports/sealer';
import {
  OTHER_SERVICE,
  SENDER,
  STRANGER,
  SYSTEM,
  electronicPart,
  paperPart,
  submission,
} from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, deliveryOf, done, openWorld, send, upload, withdraw } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const accept = (part: Partial<Submission> = {}) => world.hub.acceptMessage(SENDER, submission(part));
const ASIA_2 = externalId.parse('asia-2');

describe('a repeat of an accepted message', () => {
  it('is told the id of the first acceptance', async () => {
    const id = await send(world);
    expect(await accept()).toEqual({ ok: false, refusal: { kind: 'duplicate', messageId: id, differs: false } });
  });

  it('with another body is told so, and the first one stands', async () => {
    const id = await send(world);
    const electronic = electronicPart({ title: 'Toinen päätös' });
    expect(await accept({ electronic })).toEqual({
      ok: false,
      refusal: { kind: 'duplicate', messageId: id, differs: true },
    });
  });

  it('sent at the same time as the first is one message', async () => {
    const answers = await Promise.all([accept(), accept(), accept()]);
    const ids = answers.map((answer) =>
      answer.ok ? answer.value : answer.refusal.kind === 'duplicate' && answer.refusal.messageId,
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(ids).size).toBe(1);
  });

  it('is a repeat although its uploads have expired since', async () => {
    const file = await upload(world);
    const part = { electronic: electronicPart({ attachments: [{ attachmentId: file }] }) };
    const id = done(await accept(part));
    world.tick(UNUSED_LIFETIME + HOUR);
    expect(await accept(part)).toEqual({ ok: false, refusal: { kind: 'duplicate', messageId: id, differs: false } });
  });

  it('is a repeat although the mailbox has closed since', async () => {
    const id = await send(world);
    await withdraw(world);
    expect(await accept()).toEqual({ ok: false, refusal: { kind: 'duplicate', messageId: id, differs: false } });
  });

  it('with another body is told so also when that body could not be accepted', async () => {
    const id = await send(world);
    await withdraw(world);
    expect(await accept({ electronic: electronicPart({ title: 'Toinen' }) })).toEqual({
      ok: false,
      refusal: { kind: 'duplicate', messageId: id, differs: true },
    });
  });

  it('goes no second time down the road', async () => {
    const id = await send(world);
    await world.settle();
    const before = await deliveryOf(world, id);
    await accept();
    await world.settle();
    expect(await deliveryOf(world, id)).toEqual(before);
  });

  it('leaves the uploads of a body that was not accepted to be removed', async () => {
    await send(world);
    const file = await upload(world);
    await accept({ electronic: electronicPart({ attachments: [{ attachmentId: file }] }) });
    expect((await world.ports.attachments.read(file))?.wakeAt).toBeDefined();
  });
});

describe('an external id', () => {
  it('is not used up by a refusal: electronic first, then by post as well', async () => {
    await withdraw(world);
    expect(await accept()).toMatchObject({ refusal: { kind: 'submission-refused' } });
    expect(await accept({ paperMail: paperPart(await upload(world)) })).toMatchObject({ ok: true });
  });

  it("is a system's own: another system may use the same", async () => {
    const id = await send(world);
    const theirs = await world.hub.acceptMessage(STRANGER, submission({ serviceId: OTHER_SERVICE }));
    expect(theirs).toMatchObject({ ok: true });
    expect(done(theirs)).not.toBe(id);
  });

  it('always leads to the same message id, also after a restart', async () => {
    const id = await send(world);
    world.restart();
    expect(await accept()).toMatchObject({ refusal: { messageId: id } });
    const shown = done(await world.hub.showMessage.byExternalId(SENDER, submission().externalId));
    expect(shown.message.messageId).toBe(id);
  });
});

/** A sealer whose hash of some slots is made up. */
const colliding = (digests: Readonly<Record<string, string>>) => (sealer: Sealer) => ({
  ...sealer,
  digest: async (purpose: Parameters<Sealer['digest']>[0], text: string) =>
    (purpose === 'slot' ? digests[text] : undefined) ?? (await sealer.digest(purpose, text)),
});

describe('two external ids whose first slot is the same', () => {
  const TAKEN = 'f'.repeat(64);

  async function crowded(slots: number): Promise<void> {
    const same = Array.from({ length: slots }, (_, slot) => [slotName(SYSTEM, ASIA_2, slot), TAKEN]);
    world = await openWorld({
      seal: colliding({ [slotName(SYSTEM, 'asia-1', 0)]: TAKEN, ...Object.fromEntries(same) }),
    });
    await consenting(world);
  }

  it('are two messages: the second one takes the next slot', async () => {
    await crowded(1);
    const [first, second] = [await send(world), await send(world, { externalId: ASIA_2 })];
    expect(second).not.toBe(first);
    expect((await world.ports.messages.read(second))?.externalId).toBe(ASIA_2);
  });

  it('are found and repeated each by its own', async () => {
    await crowded(1);
    const [first, second] = [await send(world), await send(world, { externalId: ASIA_2 })];
    expect(await accept()).toMatchObject({ refusal: { messageId: first } });
    expect(await accept({ externalId: ASIA_2 })).toMatchObject({ refusal: { messageId: second } });
    const { byExternalId } = world.hub.showMessage;
    expect(done(await byExternalId(SENDER, ASIA_2)).message.messageId).toBe(second);
  });

  it('are a fault, and no message is lost in silence, when every slot is taken', async () => {
    await crowded(SLOTS);
    await send(world);
    await expect(accept({ externalId: ASIA_2 })).rejects.toThrow('no free message id');
  });

  it('skip a slot whose hash is zero, which is no id', async () => {
    world = await openWorld({ seal: colliding({ [slotName(SYSTEM, 'asia-1', 0)]: '0'.repeat(64) }) });
    await consenting(world);
    const id = await send(world);
    expect(id).toBeGreaterThan(0);
    expect(await accept()).toMatchObject({ refusal: { messageId: id } });
  });
});
