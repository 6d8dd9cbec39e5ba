import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { type About, PAULA, TESSA, electronicOnly, multichannel, paperOnly } from '#test/builders/e2e-bodies';
import { pagesOf, pdfOf } from '#test/builders/e2e-files';
import { START, useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const printer = printerAt(hub);
const sandbox = sandboxOf(hub);
const file = { id: '', bytes: new Uint8Array() };

beforeAll(async () => {
  file.bytes = await pdfOf(3);
  file.id = await city.upload({ bytes: await pdfOf(3) });
});

/** A letter that has been ordered, as the sandbox shows it. */
async function ordered(about: Partial<About> = {}) {
  const body = multichannel({ to: PAULA, file: file.id, ...about });
  const messageId = await city.send(SENDING.multichannel, body);
  await sandbox.settle();
  return sandbox.letterOf(messageId);
}

const event = (type: string, more: object = {}) => ({ type, at: START, eventId: `${type}-1`, ...more });

async function stateOf(letterId: string): Promise<string | undefined> {
  return (await sandbox.letters()).find((letter) => letter.letterId === letterId)?.state;
}

describe('a letter at the print provider', () => {
  it('stands on the shelf once, with all it takes to print it', async () => {
    const { letterId } = await ordered({ costPool: 'POOL1' });
    const letters = (await printer.letters()).filter((each) => each.letterId === letterId);
    expect(letters).toEqual([
      {
        letterId,
        batchId: expect.any(String),
        class: 'LETTER',
        state: 'READY',
        orderedAt: START,
        fileName: expect.stringMatching(/\.pdf$/),
        sizeBytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        colour: false,
        duplex: false,
        rotateLandscapePages: false,
        pages: 3,
        sheets: 3,
        envelope: 'C5',
        restricted: false,
        costPool: 'POOL1',
        pdfUrl: expect.stringContaining(letterId),
      },
    ]);
  });

  it('is the sender’s PDF, byte for byte, where that carries its address', async () => {
    const { letterId, pdfUrl } = await ordered();
    const answer = await printer.pdf(letterId);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const letter = (await printer.letters()).find((each) => each.letterId === letterId);
    expect(answer.bytes).toHaveLength(letter?.sizeBytes ?? 0);
    expect(createHash('sha256').update(answer.bytes).digest('hex')).toBe(letter?.sha256);
    expect(await pagesOf(answer.bytes)).toBe(3);
    expect(pdfUrl).toBe(`${hub.url}/print/v1/letters/${letterId}/pdf`);
  });

  it('has an address page before the sender’s pages where that was asked for', async () => {
    const { letterId, sheets, address } = await ordered({ addressPage: true, address: { name: 'Toinen Tiina' } });
    expect(await pagesOf((await printer.pdf(letterId)).bytes)).toBe(4);
    expect(sheets).toBe(4);
    expect(address.name).toBe('Postila Paula');
  });

  it('stands in the manifest of its batch as on the shelf', async () => {
    const { letterId } = await ordered();
    const letter = (await printer.letters()).find((each) => each.letterId === letterId);
    const answer = await printer.batch(letter?.batchId ?? '');
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ batchId: letter?.batchId, letters: [letter] });
  });

  it('is listed after another, in the order of their ordering', async () => {
    await sandbox.advance('PT1M');
    const first = await ordered();
    await sandbox.advance('PT1M');
    const second = await ordered();
    const after = await printer.call('GET', `/print/v1/letters?state=READY&after=${first.letterId}`);
    expect(after.json).toEqual({ letters: [expect.objectContaining({ letterId: second.letterId })] });
    const all = (await printer.letters()).map(({ letterId }) => letterId);
    expect(all.indexOf(second.letterId)).toBe(all.length - 1);
    expect(new Set(all).size).toBe(all.length);
  });

  it('tells nothing of its recipient outside its PDF', async () => {
    const { letterId } = await ordered();
    const texts = [
      (await printer.call('GET', '/print/v1/letters')).text,
      (await printer.batch(`batch-${letterId}`)).text,
    ];
    for (const text of texts) expect(text).not.toMatch(/Postila|Kirjetie|010101|hub-service|Päätös/);
  });

  it.each([
    ['GET', '/print/v1/letters'],
    ['GET', '/print/v1/letters/1-1-L1/pdf'],
    ['GET', '/print/v1/batches/batch-1-1-L1'],
    ['POST', '/print/v1/letters/1-1-L1/events'],
  ])('is for who has the provider’s key only: %s %s', async (method, path) => {
    for (const key of ['', 'nonsense', 'hub-api-key']) {
      const answer = await printerAt(hub, key).call(method, path);
      expect(answer).toMatchObject({ status: 401, json: { type: expect.stringMatching(/unauthorized$/) } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it.each([
    ['GET', '/print/v1/letters/1-1-L1/pdf'],
    ['GET', '/print/v1/letters/nonsense/pdf'],
    ['GET', '/print/v1/batches/batch-1-1-L1'],
    ['GET', '/print/v1/batches/nonsense'],
    ['POST', '/print/v1/letters/1-1-L1/events'],
  ])('is not found where none is: %s %s', async (method, path) => {
    const answer = await printer.call(method, path, method === 'POST' ? { json: event('PRINTED') } : {});
    expect(answer).toMatchObject({ status: 404, json: { type: expect.stringMatching(/not-found$/) } });
  });

  it('moves from shelf to shelf as it is reported, and leaves the others alone', async () => {
    const { letterId } = await ordered();
    const untouched = await ordered();
    expect(await printer.report(letterId, event('PRINTED'))).toMatchObject({ status: 204, text: '' });
    expect((await printer.letters('PRINTED')).map((each) => each.letterId)).toContain(letterId);
    expect((await printer.letters()).map((each) => each.letterId)).not.toContain(letterId);
    expect(await stateOf(untouched.letterId)).toBe('READY');
  });
});

describe('an event of the post', () => {
  it('POSTED tells the day, which is none to come', async () => {
    const { letterId } = await ordered();
    const refused = [
      [event('POSTED'), '/postedOn'],
      [event('POSTED', { postedOn: '2026-11-24' }), '/postedOn'],
      [event('POSTED', { postedOn: '23.11.2026' }), '/postedOn'],
      [event('POSTED', { postedOn: '2026-11-31' }), '/postedOn'],
      [event('PRINTED', { at: '2026-11-24T08:15:00.000Z' }), '/at'],
      [event('PRINTED', { at: 'yesterday' }), '/at'],
      [event('LOST'), '/type'],
      [event('PRINTED', { eventId: '' }), '/eventId'],
      [event('PRINTED', { colour: 'red' }), '/colour'],
    ] as const;
    for (const [body, pointer] of refused) {
      const answer = await printer.report(letterId, body);
      expect(answer.status).toBe(400);
      expect(answer.json).toHaveProperty('errors', expect.arrayContaining([expect.objectContaining({ pointer })]));
    }
    expect(await stateOf(letterId)).toBe('READY');
    expect(await printer.report(letterId, event('POSTED', { postedOn: '2026-11-23' }))).toMatchObject({ status: 204 });
    expect(await stateOf(letterId)).toBe('POSTED');
  });

  it('repeated under its id changes nothing, even when it says something else', async () => {
    const { letterId, messageId } = await ordered();
    const posted = event('POSTED', { postedOn: '2026-11-23' });
    for (const body of [posted, posted, { ...posted, postedOn: '2026-11-20' }, { ...posted, type: 'RETURNED' }])
      expect(await printer.report(letterId, body)).toMatchObject({ status: 204 });
    const facts = (await city.show(messageId)).deliveries[0]?.events ?? [];
    expect(facts.filter(({ type }) => type === 'POSTED')).toHaveLength(1);
    expect(facts.filter(({ type }) => type === 'RETURNED')).toEqual([]);
    expect(await stateOf(letterId)).toBe('POSTED');
  });

  it('repeated many times at once is recorded once', async () => {
    const { letterId, messageId } = await ordered();
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => printer.report(letterId, event('PRINTED'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
    const facts = (await city.show(messageId)).deliveries[0]?.events ?? [];
    expect(facts.filter(({ type }) => type === 'PRINTED')).toHaveLength(1);
  });

  it('may come late and in any order; the letter never moves back', async () => {
    const { letterId, messageId } = await ordered({ verifiable: true });
    for (const body of [
      event('RECEIPT_SIGNED', { signer: 'Postila Paula', trackingCode: 'JJFI65' }),
      event('PRINTED'),
      event('POSTED', { postedOn: '2026-11-23' }),
    ])
      expect(await printer.report(letterId, body)).toMatchObject({ status: 204 });
    expect(await stateOf(letterId)).toBe('RECEIPT_SIGNED');
    const types = (await city.show(messageId)).deliveries[0]?.events.map(({ type }) => type) ?? [];
    expect(types).toEqual(expect.arrayContaining(['RECEIPT_SIGNED', 'PRINTED', 'POSTED']));
  });
});

describe('a verifiable letter', () => {
  it.each([
    ['RECEIPT_SIGNED', 'Posti: receipt confirmed', { recipientSignature: 'Paula Postila äö' }],
    ['RETURNED', 'Posti: returned to sender', {}],
    ['UNRESOLVED', 'Posti: unresolved', {}],
  ])('whose event is %s tells its sender “%s”, once', async (type, told, more) => {
    const { letterId, messageId, class: letterClass } = await ordered({ verifiable: true });
    expect(letterClass).toBe('LETTER_ADVICE_OF_RECEIPT');
    const body = event(type, { trackingCode: 'JJFI6500', signer: 'Paula Postila äö' });
    await printer.report(letterId, body);
    await printer.report(letterId, body);
    await sandbox.settle();
    const about = (await city.eventsFrom()).events.filter(({ metadata }) => metadata.messageId === messageId);
    expect(about.map((each) => each.type)).toEqual(['Paper mail created', 'Sent for printing and enveloping', told]);
    expect(about[2]?.metadata).toEqual({
      messageId,
      serviceId: 'hub-service-1',
      externalId: expect.any(String),
      postiTrackingCode: 'JJFI6500',
      ...more,
    });
  });

  it('is what an ordinary letter is not: its sender hears nothing more of that one', async () => {
    const { letterId, messageId } = await ordered();
    for (const type of ['PRINTED', 'ARRIVED', 'RETURNED']) await printer.report(letterId, event(type));
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Paper mail created', 'Sent for printing and enveloping']);
  });
});

describe('a letter', () => {
  it('to an address alone is printed once', async () => {
    const messageId = await city.send(SENDING.paper, paperOnly({ file: file.id, address: { name: 'Lainaaja Leena' } }));
    await sandbox.settle();
    await sandbox.settle();
    expect(await sandbox.letterOf(messageId)).toMatchObject({ class: 'LETTER', address: { name: 'Lainaaja Leena' } });
  });

  it('that is laid out by the hub, where the message had no document, has its own PDF', async () => {
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: TESSA, body: 'Rivi\n'.repeat(200) }));
    await sandbox.settle();
    const { emailId } = await sandbox.emailAbout(messageId);
    await sandbox.bounce(emailId, 'hard');
    await sandbox.settle();
    const { letterId, sheets } = await sandbox.letterOf(messageId);
    const pages = await pagesOf((await printer.pdf(letterId)).bytes);
    expect(pages).toBeGreaterThan(1);
    expect(sheets).toBe(Math.ceil(pages / 2));
  });
});
