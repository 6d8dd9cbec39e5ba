import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_UPLOAD_BYTES, UNUSED_LIFETIME } from '#shared/domain/attachments/attachment';
import type { AttachmentId } from '#shared/domain/message/ids';
import { uploadAt, uploadKey } from '#shared/flow/intake/prepare-upload';
import { MINUTE, SECOND, after } from '#shared/kernel/time';
import { NOON, TENANT, electronicPart } from '#test/builders/messages';
import { attachmentNo, recipientNo, token } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import { consenting, openWorld, send, upload } from '#test/builders/world-people';

const OWNER = { type: 'tenant' as const, tenantId: TENANT };

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

const prepare = (id: AttachmentId) => world.hub.prepareUpload(OWNER, id);
const textOf = async (key: string) => Buffer.from((await world.ports.documents.read(key))?.bytes ?? []).toString();

async function prepared(): Promise<AttachmentId> {
  const id = await upload(world);
  await prepare(id);
  return id;
}

/** Sends a message that uses the file. */
async function use(id: AttachmentId): Promise<void> {
  await consenting(world);
  await send(world, { electronic: electronicPart({ attachments: [{ attachmentId: id }] }) });
}

const keyOf = (id: AttachmentId) => `documents/${TENANT}/${id}`;

describe('reading an upload', () => {
  it('takes the file out of its form and keeps it under a key of its own', async () => {
    const id = await upload(world, { filename: 'päätös.pdf', text: '%PDF-1.7 sisältö' });
    const { document } = (await prepare(id)) ?? {};
    expect(document).toEqual({
      attachmentId: id,
      filename: 'päätös.pdf',
      mediaType: 'application/pdf',
      sizeBytes: Buffer.byteLength('%PDF-1.7 sisältö'),
      sha256: world.ports.sealer.sha256('%PDF-1.7 sisältö'),
      documentKey: keyOf(id),
    });
    expect(await textOf(keyOf(id))).toBe('%PDF-1.7 sisältö');
  });

  it('leaves nothing of the raw form behind', async () => {
    const id = await prepared();
    expect(await world.ports.documents.read(uploadKey(OWNER, id))).toBeUndefined();
  });

  it('a second time finds it read', async () => {
    const id = await prepared();
    const first = await world.ports.attachments.read(id);
    world.tick(MINUTE);
    expect(await prepare(id)).toEqual(first);
    expect(await world.ports.attachments.read(id)).toEqual(first);
  });

  it('that nobody made finds nothing', async () => {
    expect(await prepare(attachmentNo(404))).toBeUndefined();
  });

  it.each([
    [400, 'that is no form', { bytes: Buffer.from('%PDF-1.7'), mediaType: 'application/pdf' }],
    [400, 'whose form is broken', { bytes: Buffer.from('--x\r\n'), mediaType: 'multipart/form-data; boundary=x' }],
    [
      413,
      'that is too large',
      { bytes: Buffer.alloc(MAX_UPLOAD_BYTES + 1), mediaType: 'multipart/form-data; boundary=x' },
    ],
  ])('remembers with %i one %s', async (status, _, raw) => {
    await world.ports.documents.put(uploadKey(OWNER, attachmentNo(1)), raw);
    expect(await prepare(attachmentNo(1))).toMatchObject({ fault: { status } });
    expect((await world.ports.attachments.read(attachmentNo(1)))?.document).toBeUndefined();
  });

  it('remembers with 415 one of a type that is not taken', async () => {
    const id = await upload(world, { filename: 'kuva.png', text: 'ei kuva' });
    expect(await prepare(id)).toMatchObject({ fault: { status: 415, rule: 'the content is not image/png' } });
  });

  it('gives a file without a name one', async () => {
    const bytes = Buffer.from(
      '--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n',
    );
    await world.ports.documents.put(uploadKey(OWNER, attachmentNo(1)), {
      bytes,
      mediaType: 'multipart/form-data; boundary=x',
    });
    expect((await prepare(attachmentNo(1)))?.document?.filename).toBe('liite');
  });

  it.each([OWNER, { type: 'recipient' as const, recipientId: recipientNo(1) }])(
    'knows its owner by its place: %o',
    (owner) => {
      expect(uploadAt(uploadKey(owner, attachmentNo(1)))).toEqual({ owner, id: attachmentNo(1) });
    },
  );

  it.each(['documents/esimerkkikaupunki/x', 'in/tenant/esimerkkikaupunki/no-id', 'in/tenant/Not A Tenant/x', ''])(
    'takes no other object for an upload: %j',
    (key) => {
      expect(() => uploadAt(key)).toThrow();
    },
  );
});

describe('an upload no message uses', () => {
  it('is gone with its file after 24 hours, and not before', async () => {
    const id = await prepared();
    await world.moveTo(after(NOON, UNUSED_LIFETIME - SECOND));
    expect(await world.ports.attachments.read(id)).toBeDefined();
    await world.moveTo(after(NOON, UNUSED_LIFETIME));
    expect(await world.ports.attachments.read(id)).toBeUndefined();
    expect(await world.ports.documents.read(keyOf(id))).toBeUndefined();
    expect(await world.ports.index.earliest()).toBeUndefined();
  });

  it('is gone even where there was no file in it', async () => {
    const id = await upload(world, { filename: 'kuva.png', text: 'ei kuva' });
    await prepare(id);
    await world.moveTo(after(NOON, UNUSED_LIFETIME));
    expect(await world.ports.attachments.read(id)).toBeUndefined();
  });

  it('that is gone already is no fault', async () => {
    const id = await prepared();
    await world.moveTo(after(NOON, UNUSED_LIFETIME));
    await world.hub.expireAttachment(id);
    expect(world.faults).toEqual([]);
  });
});

describe('an upload a message uses', () => {
  it('stays', async () => {
    const id = await prepared();
    await use(id);
    await world.moveTo(after(NOON, 3 * UNUSED_LIFETIME));
    expect(await textOf(keyOf(id))).toBe('%PDF-1.7 päätös');
  });

  it('stays though its removal was under way', async () => {
    const id = await prepared();
    await consenting(world);
    const { attachments } = world.ports;
    world.restart((ports) => ({
      ...ports,
      attachments: {
        ...attachments,
        removeUnused: async (each) => {
          await attachments.markUsed(each, { by: token('meanwhile') });
          return attachments.removeUnused(each);
        },
      },
    }));
    await world.hub.expireAttachment(id);
    expect(await textOf(keyOf(id))).toBe('%PDF-1.7 päätös');
  });

  it('stays though its reader died before the raw form was gone, and read it again afterwards', async () => {
    const id = await upload(world);
    const { documents } = world.ports;
    world.restart((ports) => ({
      ...ports,
      documents: { ...documents, remove: () => Promise.reject(new Error('died')) },
    }));
    await expect(prepare(id)).rejects.toThrow('died');
    world.restart();
    await use(id);
    await prepare(id);
    await world.moveTo(after(NOON, 2 * UNUSED_LIFETIME));
    expect(await textOf(keyOf(id))).toBe('%PDF-1.7 päätös');
  });

  it('stays though two readers had it in hand at once', async () => {
    const id = await upload(world);
    const { attachments } = world.ports;
    let readers = 0;
    world.restart((ports) => ({
      ...ports,
      attachments: {
        ...attachments,
        put: async (each) => {
          readers += 1;
          if (readers === 1) await use(id);
          return attachments.put(each);
        },
      },
    }));
    await prepare(id);
    await world.moveTo(after(NOON, 2 * UNUSED_LIFETIME));
    expect(readers).toBe(2);
    expect(await textOf(keyOf(id))).toBe('%PDF-1.7 päätös');
  });
});
