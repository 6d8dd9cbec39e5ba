import { describe, expect, it } from 'vitest';
import { SENDING, attachmentIdIn, formWith, systemOne } from '#test/builders/e2e-authority';
import { TESSA, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { ACCEPTED_FILES, REFUSED_FILES, pdfOf } from '#test/builders/e2e-files';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, type Part, ask, askRaw, multipart } from '#test/builders/e2e-wire';

const LIMIT = 10_485_760;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PDF = 'application/pdf';
const DOCX = ACCEPTED_FILES[6][1];
const OCTETS = 'Content-Type: application/octet-stream';
const FORM = 'Content-Disposition: form-data; name="file"';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const pdf = Buffer.from(await pdfOf());

/** Uploads parts laid out by hand. */
async function upload(
  parts: readonly Part[],
  boundary = 'b0undary',
  type = `multipart/form-data; boundary=${boundary}`,
) {
  return city.call('POST', '/v2/attachments', { headers: { 'content-type': type }, body: multipart(boundary, parts) });
}

/** What a recipient is shown of files that were uploaded. */
async function shownAs(uploads: readonly Answer[]) {
  const messageId = await city.send(SENDING.electronic, electronicOnly({ more: uploads.map(attachmentIdIn) }));
  await sandbox.settle();
  return (await (await personAt(hub, TESSA)).open(messageId)).attachments;
}

describe('an upload', () => {
  it('answers 201 with a UUID and nothing else', async () => {
    const answer = await city.call('POST', '/v2/attachments', { body: await formWith() });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({ attachmentId: expect.stringMatching(UUID) });
  });

  it('may be of any of the twelve types the national API takes', async () => {
    const uploads = ACCEPTED_FILES.map(async ([name, type, bytes]) =>
      city.call('POST', '/v2/attachments', { body: await formWith({ name, type, bytes }) }),
    );
    const shown = await shownAs(await Promise.all(uploads));
    expect(shown.map(({ filename, mediaType }) => [filename, mediaType])).toEqual(
      ACCEPTED_FILES.map(([name, type]) => [name, type]),
    );
  });

  it.each(REFUSED_FILES)('may not be %s, of type %s', async (name, type, bytes) => {
    const answer = await city.call('POST', '/v2/attachments', { body: await formWith({ name, type, bytes }) });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.json).toEqual({ reason: expect.stringMatching(/./) });
    expect(answer.text).not.toContain(name);
  });

  it.each([
    ['a program that calls itself a PDF', 'palkka.pdf', 'application/pdf', 'MZ is how a program begins'],
    ['a web page that calls itself a picture', 'kuva.png', 'image/png', '<html></html>'],
  ])('may not be %s', async (_, name, type, text) => {
    const bytes = new Uint8Array(Buffer.from(text));
    const answer = await city.call('POST', '/v2/attachments', { body: await formWith({ name, type, bytes }) });
    expect(answer.status).toBe(415);
  });

  it('needs a credential', async () => {
    const answer = await ask(hub, 'POST', '/v2/attachments', { body: await formWith() });
    expect(answer).toMatchObject({ status: 401, json: { reason: expect.stringMatching(/./) } });
  });
});

describe('the type of an uploaded file', () => {
  const [docx, , docxBytes] = ACCEPTED_FILES[6];
  const junk = { headers: ['Content-Disposition: form-data; name="Content/type"'], content: 'application/pdf' };

  it.each([
    ['is what its part declares', [`${FORM}; filename="liite"`, 'Content-Type: application/pdf'], pdf, 'liite', PDF],
    ['follows from its name where its part declares none', [`${FORM}; filename="${docx}"`], docxBytes, docx, DOCX],
    [
      'follows from its name where its part says octet-stream',
      [`${FORM}; filename="a.pdf"`, OCTETS],
      pdf,
      'a.pdf',
      PDF,
    ],
    ['follows from its first bytes where there is neither', [FORM], pdf, 'liite', PDF],
  ])('%s, with and without a junk part', async (_, headers, content, filename, mediaType) => {
    const file = { headers, content };
    const shown = await shownAs([await upload([file]), await upload([junk, file]), await upload([file, junk])]);
    expect(shown).toMatchObject([
      { filename, mediaType },
      { filename, mediaType },
      { filename, mediaType },
    ]);
  });
});

describe('a form', () => {
  const file = { headers: [`${FORM}; filename="liite.pdf"`, 'Content-Type: application/pdf'], content: pdf };

  it.each([
    ['the fixed boundary of a Perl library', 'xYzZY', 'multipart/form-data; boundary=xYzZY'],
    ['a boundary in quotes', 'a b', 'multipart/form-data; boundary="a b"'],
    ['a boundary with all its signs', "-_'()+,./:=?", `multipart/form-data; boundary="-_'()+,./:=?"`],
    ['a media type in capitals', 'xYzZY', 'Multipart/Form-Data; Boundary=xYzZY'],
    ['a character set beside it', 'xYzZY', 'multipart/form-data; charset=UTF-8; boundary=xYzZY'],
  ])('may have %s', async (_, boundary, type) => {
    expect(await upload([file], boundary, type)).toMatchObject({ status: 201 });
  });

  it('may come in chunks, without a length', async () => {
    const body = multipart('xYzZY', [file]);
    const headers = { host: 'hub', 'x-api-key': 'hub-api-key', 'content-type': 'multipart/form-data; boundary=xYzZY' };
    const pieces = [body.slice(0, 5), body.slice(5, 300), body.slice(300)];
    expect(await askRaw(hub, { method: 'POST', path: '/v2/attachments', headers, body: pieces })).toMatchObject({
      status: 201,
    });
  });

  it('names its file raw, as RFC 5987 says, with quotes escaped or with a path, which is left out', async () => {
    const names = [
      `filename="Päätös åäö.pdf"`,
      `filename*=utf-8''P%C3%A4%C3%A4t%C3%B6s%20%C3%A5.pdf`,
      `filename="a\\"b.pdf"`,
      `filename="C:\\\\Temp\\\\liite.pdf"`,
      `filename="../../etc/liite.pdf"`,
    ];
    const uploads = names.map(async (name) => upload([{ headers: [`${FORM}; ${name}`], content: pdf }]));
    const shown = await shownAs(await Promise.all(uploads));
    expect(shown.map(({ filename }) => filename)).toEqual([
      'Päätös åäö.pdf',
      'Päätös å.pdf',
      'a"b.pdf',
      'liite.pdf',
      'liite.pdf',
    ]);
  });

  it.each([
    ['has no file part', multipart('b', [{ ...file, headers: ['Content-Disposition: form-data; name="document"'] }])],
    ['has no end', multipart('b', [file], '')],
    ['is cut off in its file', multipart('b', [file]).slice(0, 200)],
    ['is cut off in a header', new Uint8Array(Buffer.from(`--b\r\n${FORM}`))],
    ['has another boundary', multipart('other', [file])],
    ['has an empty file', multipart('b', [{ ...file, content: '' }])],
    ['is empty', new Uint8Array()],
    ['is no form at all', new Uint8Array(Buffer.from('hello'))],
  ])('is refused with 400 when it %s', async (_, body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await city.call('POST', '/v2/attachments', { headers, body });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ reason: expect.stringMatching(/./) });
  });

  it.each(['application/pdf', 'application/json', 'multipart/form-data', 'multipart/mixed; boundary=b', ''])(
    'is refused with 400 when its media type is “%s”',
    async (type) => {
      const answer = await city.call('POST', '/v2/attachments', {
        headers: { 'content-type': type },
        body: multipart('b', [file]),
      });
      expect(answer).toMatchObject({ status: 400, json: { reason: expect.stringMatching(/./) } });
    },
  );
});

describe('the size of an upload', () => {
  const around = multipart('b', [{ headers: [FORM], content: '' }]).length;
  const filled = (size: number) =>
    multipart('b', [{ headers: [FORM], content: Buffer.concat([pdf, Buffer.alloc(size - pdf.length - around, 32)]) }]);
  const post = async (body: Uint8Array<ArrayBuffer>) =>
    city.call('POST', '/v2/attachments', { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body });

  it('may reach the limit to the byte', async () => {
    const body = filled(LIMIT);
    expect(body.length).toBe(LIMIT);
    expect(await post(body)).toMatchObject({ status: 201 });
  });

  it('may not pass it by one byte, and the answer is plain text', async () => {
    const answer = await post(filled(LIMIT + 1));
    expect(answer).toMatchObject({ status: 413, text: 'HTTP content length exceeded 10485760 bytes.' });
    expect(answer.headers.get('content-type')).toBe('text/plain');
  });
});

describe('an uploaded file', () => {
  it('serves several messages within its 24 hours, and none after', async () => {
    const file = await city.upload();
    const send = async () => (await city.call('POST', SENDING.multichannel, { json: multichannel({ file }) })).status;
    const unused = await city.upload();
    expect([await send(), await send()]).toEqual([200, 200]);
    await sandbox.advance('PT23H59M59S');
    expect(await send()).toBe(200);
    await sandbox.advance('PT1S');
    expect(await send()).toBe(400);
    const late = await city.call('POST', SENDING.multichannel, { json: multichannel({ file: unused }) });
    expect(late).toMatchObject({ status: 400, json: { reason: expect.stringContaining('attachmentId') } });
  });
});
