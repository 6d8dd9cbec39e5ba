import { beforeEach, describe, expect, it } from 'vitest';
import { PAULA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { letters, openWorld, send, upload } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.restart((ports) => ({ ...ports, examinePdf: async () => ({ flaws: [], pages: 4 }) }));
});

/** A letter whose document was found fit when it was uploaded. */
async function accepted(createAddressPage: boolean): Promise<void> {
  const paperMail = paperPart(await upload(world), { createAddressPage });
  await send(world, { recipient: { id: PAULA }, paperMail });
}

/** From now on nobody reads a document. */
function closeDocuments(): void {
  const read = (): never => {
    throw new Error('a document is read');
  };
  world.restart((ports) => ({ ...ports, documents: { ...ports.documents, read } }));
}

describe('a document that was found fit when it was uploaded', () => {
  it('is printed as it lies, and not read again', async () => {
    await accepted(false);
    closeDocuments();
    await world.settle();
    expect(world.faults).toEqual([]);
    const [letter, ...others] = await letters(world);
    expect([letter, ...others]).toMatchObject([{ state: 'READY', pages: 4, sheets: 2 }]);
    const file = await world.documents.read(letter?.documentKey ?? '');
    expect(world.ports.sealer.sha256(file?.bytes ?? Buffer.of())).toBe(letter?.sha256);
    expect(world.press.drafts).toEqual([]);
  });

  it('is read where a page with the address is laid before it', async () => {
    await accepted(true);
    await world.settle();
    expect(world.press.drafts).toHaveLength(1);
    expect(await letters(world)).toMatchObject([{ state: 'READY', pages: 3 }]);
  });
});
