import { readFonts } from '#shared/adapters/print/fonts';
import { makeCertificatePress } from '#shared/adapters/print/certificate-press';
import type { CertificatePress } from '#shared/ports/certificate-press';

/** Loaded with the first certificate: pdfkit and the fonts are most of what the door of evidence would load at its start. */
export function openCertificates(folder: string): CertificatePress {
  return makeCertificatePress({ fonts: readFonts(folder) });
}
