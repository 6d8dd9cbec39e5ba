import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCEPTED_MEDIA_TYPES, mediaTypeOf } from '#shared/domain/attachments/media-type';

const text = (content: string) => new TextEncoder().encode(content);
/** What every program's file starts with, and a NUL, which no text holds. */
const startingWith = (...bytes: number[]) => Uint8Array.from([...bytes, 0, 1, 2]);

const PDF = text('%PDF-1.7\n');
const JPEG = startingWith(0xff, 0xd8, 0xff);
const PNG = startingWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const OLE = startingWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const ZIP = startingWith(0x50, 0x4b, 0x03, 0x04);
const PLAIN = text('Hyvä vastaanottaja');
const EXE = startingWith(0x4d, 0x5a, 0x90);
const HTML = text('<!doctype html><script>alert(1)</script>');
const SVG = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const EMPTY = new Uint8Array();

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';
const FORMATS = [
  ['application/pdf', 'pdf', PDF],
  ['image/jpeg', 'jpg', JPEG],
  ['image/jpeg', 'jpeg', JPEG],
  ['image/png', 'png', PNG],
  ['application/msword', 'doc', OLE],
  ['application/vnd.ms-excel', 'xls', OLE],
  ['application/vnd.ms-powerpoint', 'ppt', OLE],
  [`${OOXML}.wordprocessingml.document`, 'docx', ZIP],
  [`${OOXML}.spreadsheetml.sheet`, 'xlsx', ZIP],
  [`${OOXML}.presentationml.presentation`, 'pptx', ZIP],
  [`${ODF}.text`, 'odt', ZIP],
  [`${ODF}.spreadsheet`, 'ods', ZIP],
  ['text/plain', 'txt', PLAIN],
] as const;

const accepted = (mediaType: string) => ({ ok: true, value: mediaType });
const refused = (rule: string) => ({ ok: false, refusal: { kind: 'type-refused', rule } });
const UNTOLD = refused('neither the type, the file name nor the content tells an accepted media type');
const UNKNOWN = refused('the declared media type is not accepted');
const OTHERWISE = (mediaType: string) => refused(`the content is not ${mediaType}`);

describe('the twelve media types of the national API', () => {
  it('are accepted and no other', () => {
    expect(ACCEPTED_MEDIA_TYPES).toEqual([...new Set(FORMATS.map(([mediaType]) => mediaType))]);
  });

  it.each(FORMATS)('%s is told by its declaration, whatever the name', (declared, _, bytes) => {
    expect(mediaTypeOf({ declared, filename: 'liite.bin', bytes })).toEqual(accepted(declared));
  });

  it.each(FORMATS)('%s is told by its extension %s', (mediaType, extension, bytes) => {
    const filename = `Päätös 2026.${extension}`;
    expect(mediaTypeOf({ filename, bytes })).toEqual(accepted(mediaType));
    expect(mediaTypeOf({ filename: filename.toUpperCase(), bytes })).toEqual(accepted(mediaType));
    expect(mediaTypeOf({ declared: 'application/octet-stream', filename, bytes })).toEqual(accepted(mediaType));
    expect(mediaTypeOf({ declared: 'text/plain', filename, bytes })).toEqual(accepted(mediaType));
  });

  it.each(FORMATS)('%s is refused where the content is another', (declared, extension) => {
    expect(mediaTypeOf({ declared, bytes: EXE })).toEqual(declared === 'text/plain' ? UNTOLD : OTHERWISE(declared));
    expect(mediaTypeOf({ filename: `x.${extension}`, bytes: EXE })).toEqual(OTHERWISE(declared));
  });

  it.each(FORMATS)('%s is refused when it is empty', (declared, extension) => {
    expect(mediaTypeOf({ declared, filename: `x.${extension}`, bytes: EMPTY })).toEqual(OTHERWISE(declared));
  });
});

describe('a declared media type', () => {
  it.each([
    ['in capitals', 'APPLICATION/PDF'],
    ['with a parameter', 'application/pdf; name="x.pdf"'],
    ['between spaces', '  application/pdf  ;x'],
  ])('is read %s', (_, declared) => {
    expect(mediaTypeOf({ declared, bytes: PDF })).toEqual(accepted('application/pdf'));
  });

  it.each([
    'text/html',
    'image/svg+xml',
    'application/zip',
    'image/gif',
    'application/x-msdownload',
    'text/csv',
    'pdf',
  ])('is refused when it is %s, whatever the file is', (declared) => {
    expect(mediaTypeOf({ declared, filename: 'x.pdf', bytes: PDF })).toEqual(UNKNOWN);
  });

  it('goes before the extension', () => {
    expect(mediaTypeOf({ declared: 'application/pdf', filename: 'x.png', bytes: PDF })).toEqual(
      accepted('application/pdf'),
    );
    expect(mediaTypeOf({ declared: 'application/pdf', filename: 'x.png', bytes: PNG })).toEqual(
      OTHERWISE('application/pdf'),
    );
  });

  it.each([
    undefined,
    '',
    '   ',
    'application/octet-stream',
    'Application/Octet-Stream',
    'text/plain',
    'text/plain; charset=utf-8',
  ])('says nothing when it is %j: then the extension tells', (declared) => {
    expect(mediaTypeOf({ declared, filename: 'x.pdf', bytes: PDF })).toEqual(accepted('application/pdf'));
    expect(mediaTypeOf({ declared, filename: 'x.pdf', bytes: PLAIN })).toEqual(OTHERWISE('application/pdf'));
  });
});

describe('a file without a telling type or name', () => {
  it.each([
    ['application/pdf', PDF],
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['text/plain', PLAIN],
  ])('is %s by its first bytes', (mediaType, bytes) => {
    expect(mediaTypeOf({ bytes })).toEqual(accepted(mediaType));
    expect(mediaTypeOf({ declared: 'text/plain', filename: 'liite', bytes })).toEqual(accepted(mediaType));
    expect(mediaTypeOf({ declared: 'application/octet-stream', filename: 'liite.', bytes })).toEqual(
      accepted(mediaType),
    );
  });

  it.each([
    ['a container of several formats', ZIP],
    ['an old Office file', OLE],
    ['a program', EXE],
    ['UTF-16 text', startingWith(0xff, 0xfe, 0x48, 0x00)],
    ['an empty file', EMPTY],
  ])('is refused when it is %s', (_, bytes) => {
    expect(mediaTypeOf({ bytes })).toEqual(UNTOLD);
    expect(mediaTypeOf({ declared: 'application/octet-stream', filename: 'liite.bin', bytes })).toEqual(UNTOLD);
  });

  it.each([
    ['report.pdf.exe', EXE, UNTOLD],
    ['report.exe.pdf', EXE, OTHERWISE('application/pdf')],
    ['.pdf', PDF, accepted('application/pdf')],
    ['pdf', PLAIN, accepted('text/plain')],
    ['x.pdf/liite', PLAIN, accepted('text/plain')],
  ])('has the extension after the last dot of %s', (filename, bytes, outcome) => {
    expect(mediaTypeOf({ filename, bytes })).toEqual(outcome);
  });
});

describe('first bytes', () => {
  it.each([
    ['four of five of a PDF', 'application/pdf', text('%PDF')],
    ['a PDF after a space', 'application/pdf', text(' %PDF-1.7')],
    ['a PDF after other bytes', 'application/pdf', text('MZ%PDF-1.7')],
    ['two of three of a JPEG', 'image/jpeg', startingWith(0xff, 0xd8)],
    ['seven of eight of a PNG', 'image/png', startingWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a)],
    ['seven of eight of an Office file', 'application/msword', startingWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a)],
    ['three of four of a container', `${ODF}.text`, startingWith(0x50, 0x4b, 0x03)],
    ['the end of a container', `${ODF}.text`, startingWith(0x50, 0x4b, 0x05, 0x06)],
  ])('are not enough when they are %s', (_, declared, bytes) => {
    expect(mediaTypeOf({ declared, bytes })).toEqual(OTHERWISE(declared));
  });

  it('make no text of a file with a NUL at its very end', () => {
    expect(mediaTypeOf({ filename: 'x.txt', bytes: Uint8Array.from([0x41, 0]) })).toEqual(OTHERWISE('text/plain'));
    expect(mediaTypeOf({ filename: 'x.txt', bytes: Uint8Array.from([0x41]) })).toEqual(accepted('text/plain'));
  });
});

describe('a page or a program in disguise', () => {
  it.each([
    ['HTML as a PDF', 'application/pdf', 'x.pdf', HTML, OTHERWISE('application/pdf')],
    [
      'HTML as a Word document',
      `${OOXML}.wordprocessingml.document`,
      'x.docx',
      HTML,
      OTHERWISE(`${OOXML}.wordprocessingml.document`),
    ],
    ['HTML named as a picture', undefined, 'x.jpg', HTML, OTHERWISE('image/jpeg')],
    ['HTML that says so, named as a PDF', 'text/html', 'x.pdf', HTML, UNKNOWN],
    ['SVG as a picture', 'image/png', 'x.png', SVG, OTHERWISE('image/png')],
    ['SVG that says so', 'image/svg+xml', 'x.svg', SVG, UNKNOWN],
    ['a program as a PDF', 'application/pdf', 'x.pdf', EXE, OTHERWISE('application/pdf')],
    ['a program as a spreadsheet', 'application/vnd.ms-excel', 'x.xls', EXE, OTHERWISE('application/vnd.ms-excel')],
    ['a program as text', 'text/plain', 'x.txt', EXE, OTHERWISE('text/plain')],
    ['a program under its own name', 'application/octet-stream', 'x.exe', EXE, UNTOLD],
  ])('is refused: %s', (_, declared, filename, bytes, outcome) => {
    expect(mediaTypeOf({ declared, filename, bytes })).toEqual(outcome);
  });

  it.each([
    ['HTML', 'x.txt', HTML],
    ['SVG', 'x.svg', SVG],
  ])('is plain text and nothing livelier: %s', (_, filename, bytes) => {
    expect(mediaTypeOf({ filename, bytes })).toEqual(accepted('text/plain'));
  });

  it('never gives a type whose first bytes the file does not have', () => {
    const upload = fc.record({
      declared: fc.option(fc.oneof(fc.string(), fc.constantFrom(...ACCEPTED_MEDIA_TYPES, 'text/html')), {
        nil: undefined,
      }),
      filename: fc.option(fc.oneof(fc.string(), fc.constantFrom('a.pdf', 'a.png', 'a.docx', 'a.txt', 'a.html')), {
        nil: undefined,
      }),
      bytes: fc.oneof(fc.uint8Array(), fc.constantFrom(PDF, JPEG, PNG, OLE, ZIP, EXE, HTML)),
    });
    const startOf = new Map<string, Uint8Array>(
      FORMATS.map(([type, , bytes]) => [type, type === 'application/pdf' ? text('%PDF-') : bytes.slice(0, -3)]),
    );
    fc.assert(
      fc.property(upload, ({ declared, filename, bytes }) => {
        const told = mediaTypeOf({ declared, filename, bytes });
        if (!told.ok) return;
        if (told.value === 'text/plain') expect(bytes.includes(0)).toBe(false);
        else expect(Buffer.from(bytes).indexOf(startOf.get(told.value) ?? EMPTY)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});
