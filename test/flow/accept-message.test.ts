import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { UNUSED_LIFETIME } from '#shared/domain/attachments/attachment';
import type { Submission } from '#shared/domain/intake/check-submission';
import { externalId, messageId } from '#shared/domain/message/ids';
import { MAX_CONTENT_BYTES } from '#shared/flow/intake/accept-message';
import { HOUR, after } from '#shared/kernel/time';
import {
  NOON,
  OTHER_SERVICE,
  OTHER_TENANT,
  PAULA,
  SENDER,
  STRANGER,
  TESSA,
  electronicPart,
  paperPart,
  submission,
} from '#test/builders/messages';
import { attachmentNo } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import { consenting, done, openWorld, send, upload, withdraw } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

const accept = (part: Partial<Submission>) => world.hub.acceptMessage(SENDER, submission(part));

/** Fields a submission is refused for, in their order. */
async function faultyFields(part: Partial<Submission>): Promise<string[]> {
  const refused = await accept(part);
  if (refused.ok || refused.refusal.kind !== 'submission-refused') throw new Error('not refused for its fields');
  return refused.refusal.problems.map(({ field }) => field);
}

async function everything() {
  const all = [];
  for await (const inventory of world.ports.inventories.all()) all.push(inventory);
  return all;
}

describe('accepting a message', () => {
  it('makes it durable, with everything personal sealed, before the answer', async () => {
    await consenting(world);
    const id = await send(world);
    const stored = await world.ports.messages.read(id);
    expect(stored).toMatchObject({
      messageId: id,
      externalId: 'asia-1',
      kind: 'ORDINARY',
      acceptedAt: NOON,
      wakeAt: NOON,
    });
    expect(Buffer.from(stored?.sealedContent ?? []).includes(TESSA)).toBe(false);
    expect(JSON.stringify({ ...stored, sealedContent: undefined })).not.toContain('varhaiskasvatusmaksu');
  });

  it('nudges the routing', async () => {
    await consenting(world);
    const id = await send(world);
    expect(world.nudger.all.at(-1)).toEqual({ step: 'route-message', id: String(id) });
  });

  it('gives an id that a JSON number holds exactly', async () => {
    await consenting(world);
    const id = await send(world);
    expect(messageId.parse(Number(JSON.stringify(id)))).toBe(id);
    expect(Number.isSafeInteger(id)).toBe(true);
  });

  it('does not wait for the queue: a message whose nudge is lost is accepted all the same', async () => {
    await consenting(world);
    world.nudger.lose(true);
    expect((await world.ports.messages.read(await send(world)))?.wakeAt).toBe(NOON);
  });

  it('keeps the files a message uses and reads those nobody has read yet', async () => {
    const file = await upload(world);
    await accept({ recipient: undefined, electronic: undefined, paperMail: paperPart(file) });
    expect(await world.ports.attachments.read(file)).toMatchObject({ document: { filename: 'paatos.pdf' } });
    expect((await world.ports.attachments.read(file))?.wakeAt).toBeUndefined();
  });

  it('takes one file for both parts of a message', async () => {
    const file = await upload(world);
    const electronic = electronicPart({ attachments: [{ attachmentId: file }] });
    expect(await accept({ electronic, paperMail: paperPart(file) })).toMatchObject({ ok: true });
  });
});

describe('a submission that is refused', () => {
  it('names a service of another authority and every fault of the body at once, before anything is looked up', async () => {
    const missing = paperPart(attachmentNo(404));
    expect(
      await faultyFields({
        serviceId: OTHER_SERVICE,
        recipient: { id: '010280-952X' },
        paperMail: missing,
        hub: { obligating: true },
      }),
    ).toEqual(['sender.serviceId', 'recipient.id', 'hub.obligating']);
  });

  it('names every file that can not be used and a mailbox that is not in use together', async () => {
    const electronic = electronicPart({
      attachments: [{ attachmentId: attachmentNo(404) }, { attachmentId: attachmentNo(405) }],
      inReplyToMessageId: messageId.parse(7),
    });
    expect(await faultyFields({ electronic })).toEqual([
      'electronic.attachments.0.attachmentId',
      'electronic.attachments.1.attachmentId',
      'recipient.id',
      'electronic.inReplyToMessageId',
    ]);
  });

  it.each<[string, Partial<Submission>]>([
    ['its service', { serviceId: OTHER_SERVICE }],
    ['its recipient', { recipient: { id: '010280-952X' } }],
    ['its mailbox', { recipient: { id: PAULA } }],
    ['its file', { electronic: electronicPart({ attachments: [{ attachmentId: attachmentNo(404) }] }) }],
  ])('for %s leaves nothing behind', async (_, part) => {
    await consenting(world);
    const nudges = world.nudger.all.length;
    expect(await accept(part)).toMatchObject({ ok: false });
    expect(await everything()).toEqual([]);
    expect(world.nudger.all).toHaveLength(nudges);
    expect(await world.ports.index.earliest()).toBeUndefined();
  });

  it('leaves its uploads to be removed after their day', async () => {
    const file = await upload(world);
    const electronic = electronicPart({ attachments: [{ attachmentId: file }] });
    expect(await accept({ electronic })).toMatchObject({ ok: false });
    expect((await world.ports.attachments.read(file))?.wakeAt).toBe(after(NOON, UNUSED_LIFETIME));
  });

  it('tells a system whose recipient has no mailbox by the code its clients know', async () => {
    expect(await accept({})).toMatchObject({ refusal: { problems: [{ code: 'MAILBOX_NOT_IN_USE' }] } });
    await consenting(world);
    expect(await accept({})).toMatchObject({ ok: true });
  });

  it('is refused from the moment a consent is withdrawn', async () => {
    await consenting(world);
    await withdraw(world);
    expect(await faultyFields({})).toEqual(['recipient.id']);
  });

  it('is not refused for a closed mailbox when it can go by post', async () => {
    expect(await accept({ paperMail: paperPart(await upload(world)) })).toMatchObject({ ok: true });
  });

  it('answers a message that another authority got as one that is not there', async () => {
    await consenting(world);
    const written = done(
      await world.hub.write({ owner: { id: PAULA, name: 'Paula' }, actor: { role: 'SELF' } }, OTHER_SERVICE, {
        title: 'Kysymys',
        body: 'Hei',
        attachmentIds: [],
      }),
    );
    const electronic = electronicPart({ inReplyToMessageId: written });
    expect(await accept({ electronic })).toMatchObject({
      refusal: { problems: [{ code: 'MESSAGE_BEING_REPLIED_TO_NOT_FOUND' }] },
    });
  });

  it('for a file of another authority says no more than that there is none', async () => {
    const theirs = await upload(world, { owner: { type: 'tenant', tenantId: OTHER_TENANT } });
    const own = await accept({ electronic: electronicPart({ attachments: [{ attachmentId: theirs }] }) });
    const none = await accept({ electronic: electronicPart({ attachments: [{ attachmentId: attachmentNo(404) }] }) });
    expect(own).toEqual(none);
  });

  it('says why an upload can not be used', async () => {
    const text = await upload(world, { filename: 'ohjelma.exe', text: '\u0000' });
    const refused = await accept({ electronic: electronicPart({ attachments: [{ attachmentId: text }] }) });
    expect(refused).toMatchObject({
      refusal: { problems: [{ rule: expect.stringContaining('names an upload that can not be used') }, {}] },
    });
  });

  it('can not be printed when its file is no PDF', async () => {
    const text = await upload(world, { filename: 'kirje.txt', text: 'Hei' });
    expect(await faultyFields({ paperMail: paperPart(text) })).toEqual(['paperMail.attachments.0.attachmentId']);
  });

  it('says of each flaw that keeps its file from being printed as it asks', async () => {
    world.restart((ports) => ({
      ...ports,
      examinePdf: async () => ({ flaws: ['SCRIPTED', 'LANDSCAPE', 'FONTS_NOT_EMBEDDED', 'WINDOW_EMPTY'] }),
    }));
    const file = await upload(world);
    const field = 'paperMail.attachments.0.attachmentId';
    const paper = { createAddressPage: true, rotateLandscapePages: false };
    expect(await accept({ paperMail: paperPart(file, paper) })).toMatchObject({
      refusal: {
        problems: [
          { field, rule: expect.stringContaining('scripts') },
          { field, rule: expect.stringContaining('landscape') },
          { field, rule: expect.stringContaining('every font must be embedded') },
        ],
      },
    });
    const rotated = { createAddressPage: false, rotateLandscapePages: true };
    expect(await faultyFields({ paperMail: paperPart(file, rotated) })).toEqual([field, field, field]);
  });

  it('takes a file that can not be printed where it is only read', async () => {
    await consenting(world);
    world.restart((ports) => ({ ...ports, examinePdf: async () => ({ flaws: ['ENCRYPTED'] }) }));
    const attachments = [{ attachmentId: await upload(world) }];
    expect(await accept({ electronic: electronicPart({ attachments }) })).toMatchObject({ ok: true });
  });

  it('names a wording of the notice that tells what the message says', async () => {
    await consenting(world);
    const title = { fi: 'Päätös varhaiskasvatusmaksusta', sv: 'Meddelande', en: 'Message' };
    const content = { fi: 'Viesti', sv: 'Meddelande', en: 'Message' };
    const electronic = electronicPart({
      notifications: {
        senderDetailsInNotifications: 'None',
        unreadMessageNotification: { reminder: 'No reminders' },
        customisedNewMessageNotification: { title, content },
      },
    });
    expect(await faultyFields({ electronic })).toEqual([
      'electronic.notifications.customisedNewMessageNotification.title.fi',
    ]);
  });

  it('is too large when its sealed content would not fit a row', async () => {
    await consenting(world);
    const body = randomBytes(MAX_CONTENT_BYTES).toString('base64');
    const file = await upload(world);
    const electronic = electronicPart({ body, attachments: [{ attachmentId: file }] });
    expect(await accept({ electronic })).toMatchObject({ refusal: { problems: [{ field: '' }] } });
    expect((await world.ports.attachments.read(file))?.wakeAt).toBeDefined();
  });

  it('may use the services of its own system only', async () => {
    await consenting(world);
    const theirs = submission({ serviceId: OTHER_SERVICE });
    expect(await world.hub.acceptMessage(STRANGER, theirs)).toMatchObject({ ok: true });
    expect(await accept(theirs)).toMatchObject({ ok: false });
  });

  it('names a file whose day is over', async () => {
    await consenting(world);
    const file = await upload(world);
    const electronic = electronicPart({ attachments: [{ attachmentId: file }] });
    await world.hub.prepareUpload({ type: 'tenant', tenantId: SENDER.tenantId }, file);
    world.tick(UNUSED_LIFETIME - HOUR);
    expect(await accept({ electronic })).toMatchObject({ ok: true });
    world.tick(HOUR);
    expect(await accept({ electronic, externalId: externalId.parse('asia-2') })).toMatchObject({ ok: false });
  });
});
