import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multipartParser } from '#shared/adapters/documents/multipart-parser';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import {
  BOUNDARY,
  type Part,
  contentTypeOf,
  fieldPart,
  filePart,
  multipartBody,
} from '#test/builders/domain-multipart';

const PDF = '%PDF-1.7 sisältö';
const BYTES = Buffer.from(PDF);
const parsed = (parts: readonly Part[]) => multipartParser.parse(contentTypeOf(), multipartBody(parts));
const broken = (status: number, rule: string) => ({
  ok: false,
  refusal: { kind: 'upload-broken', fault: { status, rule } },
});
const NO_END = broken(400, 'the multipart body is broken or has no end');
const NO_MULTIPART = broken(400, 'the body is not multipart/form-data');
const NO_FILE = broken(400, 'the body has no part named file');
const EMPTY = broken(400, 'the file is empty');

async function fileIn(parts: readonly Part[]) {
  const read = await parsed(parts);
  if (!read.ok) throw new Error(read.refusal.fault.rule);
  return { ...read.value, bytes: Buffer.from(read.value.bytes).toString() };
}

describe('an upload of a real client', () => {
  it.each<[string, Part[], { filename?: string; declared?: string }]>([
    [
      'has a name and a type',
      [filePart(PDF, 'filename="a.pdf"', 'Content-Type: application/pdf')],
      { filename: 'a.pdf', declared: 'application/pdf' },
    ],
    ['has no type of its own', [filePart(PDF)], { filename: 'a.pdf', declared: 'text/plain' }],
    ['has no name', [filePart(PDF, '', 'Content-Type: application/pdf')], { declared: 'application/pdf' }],
    ['has neither', [filePart(PDF, '')], { declared: 'text/plain' }],
    [
      'has an empty name',
      [filePart(PDF, 'filename=""', 'Content-Type: application/pdf')],
      { declared: 'application/pdf' },
    ],
    [
      'has a junk part before the file',
      [fieldPart('Content/type', 'application/pdf'), filePart(PDF, '')],
      { declared: 'text/plain' },
    ],
    [
      'has a junk part after the file',
      [filePart(PDF), fieldPart('Content/type', 'application/pdf')],
      { filename: 'a.pdf', declared: 'text/plain' },
    ],
    [
      'has headers in small letters',
      [
        {
          headers: ['content-disposition: form-data; name="file"; filename="a.pdf"', 'content-type: application/pdf'],
          content: PDF,
        },
      ],
      { filename: 'a.pdf', declared: 'application/pdf' },
    ],
    [
      'has a type with a parameter',
      [filePart(PDF, 'filename="a.pdf"', 'Content-Type: application/pdf; charset=binary')],
      { filename: 'a.pdf', declared: 'application/pdf' },
    ],
    [
      'has other headers too',
      [filePart(PDF, 'filename="a.pdf"', 'Content-Transfer-Encoding: binary', 'Content-Length: 17')],
      { filename: 'a.pdf', declared: 'text/plain' },
    ],
  ])('%s', async (_, parts, { filename, declared }) => {
    expect(await fileIn(parts)).toEqual({ filename, declared, bytes: PDF });
  });

  it.each(['xYzZY', '----WebKitFormBoundaryAbC123', "a'()+_,-./:=?b", 'b'.repeat(70)])(
    'has the boundary %s',
    async (boundary) => {
      const body = multipartBody([filePart(PDF)], boundary);
      for (const type of [contentTypeOf(`"${boundary}"`), `Multipart/Form-Data; charset=utf-8; boundary="${boundary}"`])
        expect(await multipartParser.parse(type, body)).toMatchObject({ ok: true, value: { bytes: BYTES } });
    },
  );

  it('has a boundary without quotes', async () => {
    for (const type of [
      contentTypeOf(),
      `multipart/form-data;boundary=${BOUNDARY}`,
      `MULTIPART/FORM-DATA ; boundary=${BOUNDARY}`,
    ])
      expect(await multipartParser.parse(type, multipartBody([filePart(PDF)]))).toMatchObject({ ok: true });
  });

  it('holds a file of any bytes, whole', async () => {
    const piece = fc.oneof(
      fc
        .constantFrom('\r\n', '--', `--${BOUNDARY.slice(0, -1)}`, `\r\n--${BOUNDARY.slice(0, 3)}`, '\n', 'a')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 50 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
        const bytes = Buffer.concat(pieces);
        fc.pre(bytes.byteLength > 0 && !bytes.includes(`--${BOUNDARY}`));
        const read = await parsed([filePart(bytes)]);
        expect(read.ok && Buffer.from(read.value.bytes).equals(bytes)).toBe(true);
      }),
    );
  });
});

describe('the name of an upload', () => {
  it.each([
    ['in UTF-8', 'filename="Päätös 2026.pdf"', 'Päätös 2026.pdf'],
    ['with a smile', 'filename="😀.pdf"', '😀.pdf'],
    ['without quotes', 'filename=a.pdf', 'a.pdf'],
    ['in the extended form', "filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s.pdf", 'Päätös.pdf'],
    ['in the first of two forms', `filename="Paatos.pdf"; filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s.pdf`, 'Paatos.pdf'],
    ['with a quote in it', String.raw`filename="a\"b.pdf"`, 'a"b.pdf'],
    ['with a semicolon in it', 'filename="a;b.pdf"', 'a;b.pdf'],
    ['of a path', 'filename="/home/tessa/a.pdf"', 'a.pdf'],
    ['of a path that climbs', 'filename="../../../etc/passwd"', 'passwd'],
    ['of a path in the extended form', "filename*=UTF-8''..%2F..%2Fa.pdf", 'a.pdf'],
    ['with control characters', 'filename="a\u0001\u007f.pdf"', 'a.pdf'],
    ['with control characters in the extended form', "filename*=UTF-8''a%01%7Fb.pdf", 'ab.pdf'],
    ['with spaces around it', 'filename="  a.pdf  "', 'a.pdf'],
    ['of a folder', 'filename="folder/"', undefined],
    ['of spaces', 'filename="   "', undefined],
  ])('is read %s', async (_, disposition, filename) => {
    expect((await fileIn([filePart(PDF, disposition)])).filename).toBe(filename);
  });

  it('is at most 255 characters', async () => {
    expect((await fileIn([filePart(PDF, `filename="${'a'.repeat(300)}"`)])).filename).toBe('a'.repeat(255));
  });

  it('never holds a path or a control character, whatever a client sends', async () => {
    const name = fc.string({ unit: fc.constantFrom('/', '\\', '.', 'a', 'ä', ' ', '\u0001', ':', '%') });
    await fc.assert(
      fc.asyncProperty(name, async (sent) => {
        const read = await parsed([filePart(PDF, `filename="${sent}"`)]);
        const { filename } = read.ok ? read.value : {};
        expect(filename ?? 'a').toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(filename?.trim()).toBe(filename);
      }),
    );
  });
});

describe('an upload that can not be read', () => {
  it.each([
    ['application/json', NO_MULTIPART],
    ['', NO_MULTIPART],
    ['multipart/mixed; boundary=xYzZY', NO_MULTIPART],
    ['multipart/form-data', NO_MULTIPART],
    ['xmultipart/form-data; boundary=xYzZY', NO_MULTIPART],
    ['multipart/form-data; charset=utf-8', NO_END],
    ['multipart/form-data; boundary=', NO_END],
  ])('has the type %j', async (type, outcome) => {
    expect(await multipartParser.parse(type, multipartBody([filePart(PDF)]))).toEqual(outcome);
  });

  it.each([
    ['no parts', []],
    ['parts of other names', [fieldPart('metadata', '{}'), fieldPart('File', PDF)]],
    [
      'a file under another name',
      [{ headers: ['Content-Disposition: form-data; name="attachment"; filename="a.pdf"'], content: PDF }],
    ],
  ])('has %s', async (_, parts) => {
    const read = await parsed(parts);
    expect([NO_FILE, NO_END]).toContainEqual(read);
  });

  it('says which part is missing', async () => {
    expect(await parsed([fieldPart('metadata', '{}')])).toEqual(NO_FILE);
  });

  it.each(['a%0Ab.pdf', 'a%0D%0Ab.pdf'])('has a line break in its name: %s', async (name) => {
    expect(await parsed([filePart(PDF, `filename*=UTF-8''${name}`)])).toEqual(NO_FILE);
  });

  it('has an empty file', async () => {
    expect(await parsed([filePart('')])).toEqual(EMPTY);
    expect(await parsed([filePart('', '', 'Content-Type: application/pdf')])).toEqual(EMPTY);
  });

  it('has a boundary in its header that its body does not have', async () => {
    const read = await multipartParser.parse(contentTypeOf('other'), multipartBody([filePart(PDF)]));
    expect(read.ok).toBe(false);
  });

  it('has no body', async () => {
    expect(await multipartParser.parse(contentTypeOf(), new Uint8Array())).toEqual(NO_END);
  });

  it('ends anywhere before its last boundary', async () => {
    const whole = multipartBody([filePart(PDF, 'filename="a.pdf"', 'Content-Type: application/pdf')]);
    const end = Buffer.from(whole).lastIndexOf(`--${BOUNDARY}--`) + `--${BOUNDARY}--`.length;
    for (let length = 0; length < end - 2; length += 1)
      expect((await multipartParser.parse(contentTypeOf(), whole.subarray(0, length))).ok, String(length)).toBe(false);
    expect(await multipartParser.parse(contentTypeOf(), whole.subarray(0, end))).toMatchObject({
      ok: true,
      value: { bytes: BYTES },
    });
  });

  it('never throws and never hangs, whatever it is', async () => {
    const piece = fc.constantFrom(
      `--${BOUNDARY}`,
      '--',
      '\r\n',
      '\n',
      ':',
      ';',
      'Content-Disposition: form-data; name="file"',
      'filename*=',
      'x',
      '"',
    );
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => new Uint8Array(Buffer.from(pieces.join('')))),
    );
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const read = await multipartParser.parse(contentTypeOf(), bytes);
        if (read.ok) expect(read.value.bytes.byteLength).toBeGreaterThan(0);
        else expect(read.refusal.kind).toBe('upload-broken');
      }),
      { numRuns: 500 },
    );
  });
});

describe('more than an upload is', () => {
  it('is a first file and others: the first counts, whole', async () => {
    const large = 'ä1'.repeat(200_000);
    const second = filePart('toinen', 'filename="b.pdf"');
    expect(await fileIn([filePart(PDF), second])).toMatchObject({ filename: 'a.pdf', bytes: PDF });
    expect((await fileIn([filePart(large), second, fieldPart('junk', 'x')])).bytes === large).toBe(true);
  });

  it('is a body of ten mebibytes and a byte', async () => {
    const around = multipartBody([filePart('')]).byteLength;
    const body = multipartBody([filePart(new Uint8Array(MAX_UPLOAD_BYTES - around))]);
    expect(body.byteLength).toBe(MAX_UPLOAD_BYTES);
    expect(await multipartParser.parse(contentTypeOf(), body)).toMatchObject({ ok: true });
    expect(await multipartParser.parse(contentTypeOf(), Buffer.concat([body, Buffer.of(0)]))).toEqual(
      broken(413, 'HTTP content length exceeded 10485760 bytes.'),
    );
  });

  it('is told as too large before it is told as of a wrong type', async () => {
    const read = await multipartParser.parse('application/json', new Uint8Array(MAX_UPLOAD_BYTES + 1));
    expect(read).toMatchObject({ refusal: { fault: { status: 413 } } });
  });

  it('is a file after more parts than any client sends', async () => {
    const junk = (count: number) => Array.from({ length: count }, (_, i) => fieldPart(`junk-${i}`, 'x'));
    expect(await parsed([...junk(10), filePart(PDF)])).toMatchObject({ ok: true });
    expect(await parsed([...junk(30), filePart(PDF)])).toEqual(NO_FILE);
  });
});
