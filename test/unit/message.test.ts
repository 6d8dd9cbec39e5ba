import { describe, expect, it } from 'vitest';
import { attachmentId } from '#shared/domain/message/ids';
import { contentContext, documentOf, messageContent, sealedBytes } from '#shared/domain/message/message';
import { documentOfName, electronicPartOf, paperMailPartOf } from '#test/builders/domain';

describe('the documents of a message', () => {
  const other = attachmentId.parse('00000000-0000-4000-8000-000000000002');
  const documents = [documentOfName('a.pdf'), documentOfName('b.pdf', { attachmentId: other })];

  it('are found by their attachment ids', () => {
    expect(documentOf({ documents }, other)?.filename).toBe('b.pdf');
    expect(documentOf({ documents }, documents[0]?.attachmentId ?? '')?.filename).toBe('a.pdf');
  });

  it('are not found by another id', () => {
    expect(documentOf({ documents }, '00000000-0000-4000-8000-000000000003')).toBeUndefined();
    expect(documentOf({ documents: [] }, other)).toBeUndefined();
  });
});

describe('the content of a message', () => {
  it('is bound to the digest of its body', () => {
    expect(contentContext({ bodyDigest: 'abc' })).toBe('message/abc');
  });

  it('reads back as it was sealed', () => {
    const content = {
      recipient: { id: '010280-952L' },
      electronic: electronicPartOf(),
      paperMail: paperMailPartOf(),
      documents: [documentOfName('a.pdf')],
      hub: { matterId: 'asia-1' },
    };
    expect(messageContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('is kept as bytes and as nothing else', () => {
    expect(sealedBytes.safeParse(new Uint8Array(2)).success).toBe(true);
    expect(sealedBytes.safeParse(Buffer.from('x')).success).toBe(true);
    expect(sealedBytes.safeParse('x').success).toBe(false);
    expect(sealedBytes.safeParse([1, 2]).success).toBe(false);
  });
});
