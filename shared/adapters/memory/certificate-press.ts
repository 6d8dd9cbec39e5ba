import type { CertificateDraft, CertificatePress } from '#shared/ports/certificate-press';

/** A press that prints nothing worth reading, and keeps what it was asked for. */
export interface MemoryCertificatePress extends CertificatePress {
  readonly drafts: readonly CertificateDraft[];
}

export function makeMemoryCertificatePress(): MemoryCertificatePress {
  const drafts: CertificateDraft[] = [];
  return {
    drafts,
    compose: async (draft) => {
      drafts.push(structuredClone(draft));
      return Buffer.from(`%PDF-1.7 ${JSON.stringify(draft)}`);
    },
  };
}
