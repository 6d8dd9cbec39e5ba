import type { Language } from '#shared/domain/message/hub-fields';

/** A document of headings, pairs and paragraphs, in the words of one language. */
export interface CertificateDraft {
  readonly language: Language;
  readonly title: string;
  /** Stands on every page beside its number. */
  readonly reference: string;
  readonly sections: readonly CertificateSection[];
}

export interface CertificateSection {
  readonly heading: string;
  /** What it is called, and what it is. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly paragraphs?: readonly string[];
}

/** Makes a PDF for the file: A4, fonts embedded, the same draft the same bytes. */
export interface CertificatePress {
  compose(draft: CertificateDraft): Promise<Uint8Array>;
}
