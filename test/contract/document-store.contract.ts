import { describe, expect, it } from 'vitest';
import type { DocumentStore, StoredDocument } from '#shared/ports/document-store';

const KEY = 'documents/esimerkkikaupunki/00000000-0000-4000-8000-000000000001';
const pdf = (text: string): StoredDocument => ({
  bytes: Uint8Array.from(Buffer.from(text)),
  mediaType: 'application/pdf',
});

/** What every DocumentStore must do. */
export function documentStoreContract(name: string, make: () => Promise<DocumentStore>): void {
  describe(`DocumentStore: ${name}`, () => {
    it('has nothing under a key that was never used', async () => {
      const documents = await make();
      expect(await documents.read(KEY)).toBeUndefined();
    });

    it('gives a document back byte for byte, with its media type', async () => {
      const documents = await make();
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
      await documents.put(KEY, { bytes, mediaType: 'multipart/form-data; boundary="xYzZY"' });
      const read = await documents.read(KEY);
      expect(Buffer.from(read?.bytes ?? []).equals(bytes)).toBe(true);
      expect(read?.mediaType).toBe('multipart/form-data; boundary="xYzZY"');
    });

    it('takes the same document twice', async () => {
      const documents = await make();
      await documents.put(KEY, pdf('%PDF-1.7'));
      await documents.put(KEY, pdf('%PDF-1.7'));
      expect(Buffer.from((await documents.read(KEY))?.bytes ?? []).toString()).toBe('%PDF-1.7');
    });

    it('keeps keys of one folder apart', async () => {
      const documents = await make();
      await documents.put(`${KEY}-a`, pdf('a'));
      await documents.put(`${KEY}-b`, pdf('b'));
      await documents.remove(`${KEY}-a`);
      expect(await documents.read(`${KEY}-a`)).toBeUndefined();
      expect(Buffer.from((await documents.read(`${KEY}-b`))?.bytes ?? []).toString()).toBe('b');
    });

    it('removes a document, and again without harm', async () => {
      const documents = await make();
      await documents.put(KEY, pdf('%PDF-1.7'));
      await documents.remove(KEY);
      await documents.remove(KEY);
      expect(await documents.read(KEY)).toBeUndefined();
    });

    it('keeps a copy', async () => {
      const documents = await make();
      const document = pdf('%PDF-1.7');
      await documents.put(KEY, document);
      document.bytes[0] = 0;
      expect(Buffer.from((await documents.read(KEY))?.bytes ?? []).toString()).toBe('%PDF-1.7');
    });
  });
}
