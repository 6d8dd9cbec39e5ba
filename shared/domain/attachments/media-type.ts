import { refuse, ok, type Result } from '#shared/kernel/result';

interface Format {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** Bytes the file must start with; a text has none. */
  readonly starts?: readonly (readonly number[])[];
}

const PDF = [[0x25, 0x50, 0x44, 0x46, 0x2d]];
const ZIP = [[0x50, 0x4b, 0x03, 0x04]];
const OLE = [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]];
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** What may be uploaded, as the national API has it. */
const FORMATS: readonly Format[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], starts: PDF },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], starts: [[0xff, 0xd8, 0xff]] },
  { mediaType: 'image/png', extensions: ['png'], starts: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  { mediaType: 'application/msword', extensions: ['doc'], starts: OLE },
  { mediaType: 'application/vnd.ms-excel', extensions: ['xls'], starts: OLE },
  { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'], starts: OLE },
  { mediaType: `${OOXML}.wordprocessingml.document`, extensions: ['docx'], starts: ZIP },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'], starts: ZIP },
  { mediaType: `${OOXML}.presentationml.presentation`, extensions: ['pptx'], starts: ZIP },
  { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], starts: ZIP },
  { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], starts: ZIP },
  { mediaType: 'text/plain', extensions: ['txt'] },
];

export const ACCEPTED_MEDIA_TYPES: readonly string[] = FORMATS.map(({ mediaType }) => mediaType);

/** Endings of their names, without the dot. */
export const ACCEPTED_EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

export interface TypeRefused {
  readonly kind: 'type-refused';
  readonly rule: string;
}

interface Upload {
  readonly declared?: string;
  readonly filename?: string;
  readonly bytes: Uint8Array;
}

/**
 * The media type of an upload: by its declared type, else by the extension of its name, else by its first bytes; and the
 * bytes must agree.
 *
 * @returns one of `ACCEPTED_MEDIA_TYPES`, or `type-refused` naming the rule
 */
export function mediaTypeOf({ declared, filename, bytes }: Upload): Result<string, TypeRefused> {
  const named = byDeclaration(declared);
  if (named === 'unknown') return refuse({ kind: 'type-refused', rule: 'the declared media type is not accepted' });
  const format = named ?? byExtension(filename) ?? byContent(bytes);
  if (!format)
    return refuse({
      kind: 'type-refused',
      rule: 'neither the type, the file name nor the content tells an accepted media type',
    });
  if (!agrees(format, bytes)) return refuse({ kind: 'type-refused', rule: `the content is not ${format.mediaType}` });
  return ok(format.mediaType);
}

/** Types that say nothing: octet-stream, and text/plain, which a part without a type is by default (RFC 7578, 4.4). */
const SAYS_NOTHING = ['', 'application/octet-stream', 'text/plain'];

function byDeclaration(declared: string | undefined): Format | 'unknown' | undefined {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (SAYS_NOTHING.includes(type)) return undefined;
  return FORMATS.find(({ mediaType }) => mediaType === type) ?? 'unknown';
}

function byExtension(filename: string | undefined): Format | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(filename ?? '')?.[1]?.toLowerCase() ?? '';
  return FORMATS.find(({ extensions }) => extensions.includes(extension));
}

/** Only what its first bytes tell without doubt: containers of several formats do not. */
function byContent(bytes: Uint8Array): Format | undefined {
  return FORMATS.slice(0, 3).find((format) => agrees(format, bytes)) ?? (isText(bytes) ? FORMATS.at(-1) : undefined);
}

function agrees({ starts }: Format, bytes: Uint8Array): boolean {
  if (!starts) return isText(bytes);
  return starts.some((start) => start.every((byte, i) => bytes[i] === byte));
}

/** Not empty and without NUL: good enough to be shown as text, whatever its encoding. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && !bytes.includes(0);
}
