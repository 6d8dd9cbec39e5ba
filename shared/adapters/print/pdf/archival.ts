import { deflateSync } from 'node:zlib';
import { grayProfile } from '#shared/adapters/print/pdf/gray-profile';
import type { PdfObjects } from '#shared/adapters/print/pdf/objects';

const MAKER = 'Viestiv\u00e4yl\u00e4';
const PROFILE = deflateSync(grayProfile());

/** The same in the old way and in the new: they must say the same. No title and no day. */
export const INFO = `<< /Producer (${MAKER}) /Creator (${MAKER}) >>`;
const METADATA = [
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="B"',
  ` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="${MAKER}"`,
  ` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="${MAKER}"/>`,
  '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
].join('');

/**
 * Writes what makes a document fit for archives besides its embedded fonts: what it says of itself, and what its black and white mean.
 *
 * @returns entries of the catalog
 * @see ISO 19005-2 (PDF/A-2b), 6.2.3, 6.6.2
 */
export function writeArchival(objects: PdfObjects): string {
  const [metadata, profile] = [objects.reserve(), objects.reserve()];
  objects.write(metadata, '<< /Type /Metadata /Subtype /XML >>', Buffer.from(METADATA));
  objects.write(profile, '<< /N 1 /Filter /FlateDecode >>', PROFILE);
  const gray = '(Gray gamma 2.2)';
  const intent = `/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${gray} /Info ${gray} /DestOutputProfile ${profile} 0 R`;
  return `/Metadata ${metadata} 0 R /OutputIntents [<< ${intent} >>]`;
}
