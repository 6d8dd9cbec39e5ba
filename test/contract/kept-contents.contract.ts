import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import type { ContentPlace } from '#shared/ports/kept-contents';
import { NOON } from '#test/builders/messages';
import { inbound, message, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { wakesOf } from '#test/contract/wake-entries';

type Part = Pick<Stores, 'contents' | 'messages' | 'inbound' | 'index'>;
const ONE = messageId.parse(1);
const ERASED = { at: NOON, documents: ['d'.repeat(64)], files: [{ attachmentId: 'a', documentKey: 'documents/a' }] };

/** What every KeptContents must do. */
export function keptContentsContract(name: string, make: () => Promise<Part>): void {
  describe.each(['message', 'inbound'] as const)(`KeptContents: ${name}, of a thing that is %s`, (of) => {
    const place: ContentPlace = { of, messageId: ONE };
    const made = async () => {
      const part = await make();
      await part.messages.put(message(1));
      await part.inbound.put(inbound(1));
      const read = async () => (of === 'message' ? part.messages.read(ONE) : part.inbound.read(ONE));
      return { ...part, read };
    };

    it('destroys the content and leaves what is to be left, and everything else', async () => {
      const { contents, read, index } = await made();
      const before = await read();
      expect(await contents.erase(place, ERASED)).toBe(true);
      expect(await read()).toEqual({ ...before, sealedContent: undefined, erased: ERASED });
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('has done it when it is asked again, and keeps what the first left', async () => {
      const { contents, read } = await made();
      await contents.erase(place, ERASED);
      expect(await contents.erase(place, { ...ERASED, documents: [] })).toBe(true);
      expect((await read())?.erased).toEqual(ERASED);
    });

    it('does not, once it is barred, until that has been seen', async () => {
      const { contents, read } = await made();
      expect(await contents.bar(place, token('hold'))).toBe(true);
      expect(await contents.erase(place, ERASED)).toBe(false);
      expect((await read())?.sealedContent).toBeDefined();
      expect(await contents.erase({ ...place, barred: token('other') }, ERASED)).toBe(false);
      expect(await contents.erase({ ...place, barred: token('hold') }, ERASED)).toBe(true);
    });

    it('forgets the files that are removed', async () => {
      const { contents, read } = await made();
      await contents.dropFiles(place);
      expect((await read())?.erased).toBeUndefined();
      await contents.erase(place, ERASED);
      await contents.dropFiles(place);
      await contents.dropFiles(place);
      expect((await read())?.erased).toEqual({ at: NOON, documents: ERASED.documents });
    });

    it('ends the proof after the content, once, and not when it is barred', async () => {
      const { contents, read } = await made();
      expect(await contents.endProof(place, NOON)).toBe(false);
      await contents.erase(place, ERASED);
      expect(await contents.bar(place, token('hold'))).toBe(true);
      expect(await contents.endProof(place, NOON)).toBe(false);
      expect(await contents.endProof({ ...place, barred: token('hold') }, NOON)).toBe(true);
      expect(await contents.endProof(place, NOON)).toBe(true);
      expect((await read())?.erased).toMatchObject({ proofEndedAt: NOON });
      expect(await contents.bar(place, token('late'))).toBe(false);
    });

    it('knows nothing to bar or to end of what is not there', async () => {
      const { contents } = await make();
      expect(await contents.bar(place, token('hold'))).toBe(false);
      expect(await contents.erase(place, ERASED)).toBe(false);
      expect(await contents.endProof(place, NOON)).toBe(false);
    });
  });
}
