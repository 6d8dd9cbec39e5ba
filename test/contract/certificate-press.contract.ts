import { describe, expect, it } from 'vitest';
import type { CertificateDraft, CertificatePress } from '#shared/ports/certificate-press';

export const DRAFT: CertificateDraft = {
  language: 'sv',
  title: 'Delgivningsintyg',
  reference: 'Delgivningsintyg 123',
  sections: [
    {
      heading: 'Meddelande',
      rows: [
        ['Myndighet', 'Åbo stad, Čáhcesuolu'],
        ['Dokumentets SHA-256', 'f342abe05662fc184ab95520d4b83847e7e141d1f5af9ae3be4d66d1c2d61911'],
        ['En lång rubrik som inte ryms på en enda rad i kolumnen', 'rad ett\nrad två'],
      ],
      paragraphs: ['Ett stycke.'],
    },
  ],
};

/** What every CertificatePress must do. */
export function certificatePressContract(name: string, make: () => CertificatePress): void {
  describe(`CertificatePress: ${name}`, () => {
    it('makes a PDF', async () => {
      expect(Buffer.from(await make().compose(DRAFT)).toString('latin1')).toMatch(/^%PDF-1\.7/);
    });

    it('makes the same bytes of the same draft', async () => {
      expect(await make().compose(DRAFT)).toEqual(await make().compose(structuredClone(DRAFT)));
    });

    it('makes other bytes of another draft', async () => {
      expect(await make().compose({ ...DRAFT, title: 'Intyg' })).not.toEqual(await make().compose(DRAFT));
    });
  });
}
