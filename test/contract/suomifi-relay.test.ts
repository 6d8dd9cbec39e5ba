import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSuomifiRelay } from '#shared/adapters/print/suomifi-relay';
import { DAY, HOUR, MINUTE, SECOND, after } from '#shared/kernel/time';
import { type RelayOrder, RelayFailed } from '#shared/ports/postal-relay';
import { NOON, SERVICE, paperPart } from '#test/builders/messages';
import { attachmentNo } from '#test/builders/messages-stored';
import { HUB_AT_POST, type NationalPost, type ScriptedFault, startNationalPost } from '#test/builders/national-post';

const pdf = new TextEncoder().encode('%PDF-1.7 päätös');
const paperMail = withoutFiles(paperPart(attachmentNo(1)));
const order = (n: number, part: Partial<RelayOrder> = {}): RelayOrder => ({
  externalId: `viestivayla/kaupunki/${n}-1-L1`,
  serviceId: SERVICE,
  pdf,
  fileName: `${n}-1-L1.pdf`,
  paperMail,
  ...part,
});

let post: NationalPost;
let now = NOON;
const relay = (password = HUB_AT_POST.password, base = post.base) =>
  makeSuomifiRelay({
    base,
    username: HUB_AT_POST.username,
    password: async () => password,
    ask: fetch,
    clock: () => now,
  });

beforeEach(async () => {
  now = NOON;
  post = await startNationalPost();
});
afterEach(async () => {
  await post.close();
});

const failed = async (doing: Promise<unknown>): Promise<unknown> => doing.catch((fault: unknown) => fault);

describe('a letter given to the national service', () => {
  it('is uploaded and sent, and its id there is told', async () => {
    expect(await relay().send(order(1))).toEqual({ outcome: 'SENT', messageId: 1 });
    expect(post.calls).toEqual(['POST /v1/token', 'POST /v2/attachments', 'POST /v2/paper-mail-without-id']);
    expect(post.letters).toMatchObject([
      { externalId: 'viestivayla/kaupunki/1-1-L1', sender: { serviceId: SERVICE }, paperMail },
    ]);
    const file = post.uploads.get(post.letters[0]?.paperMail.attachments[0]?.attachmentId ?? '')?.toString('utf8');
    expect(file).toContain('name="file"; filename="1-1-L1.pdf"');
    expect(file).toContain('Content-Type: application/pdf\r\n\r\n%PDF-1.7 päätös');
  });

  it('under a name that was taken already is a success, and no second letter', async () => {
    const first = relay();
    await first.send(order(1));
    expect(await first.send(order(1))).toEqual({ outcome: 'SENT', messageId: 1 });
    expect(post.letters).toHaveLength(1);
  });

  it('is a success also where the id of the first is not told', async () => {
    post.faults.push({ at: 'send', nth: 1, answer: 409 });
    expect(await relay().send(order(1))).toEqual({ outcome: 'SENT', messageId: undefined });
  });

  it('that was taken as the connection broke is found taken at the next try', async () => {
    post.faults.push({ at: 'send', nth: 1, answer: 'cut' });
    const one = relay();
    expect(await failed(one.send(order(1)))).toBeInstanceOf(RelayFailed);
    expect(await one.send(order(1))).toEqual({ outcome: 'SENT', messageId: 1 });
    expect(post.letters).toHaveLength(1);
  });

  it.each<ScriptedFault>([
    { at: 'send', nth: 1, answer: 400 },
    { at: 'upload', nth: 1, answer: 400 },
    { at: 'upload', nth: 1, answer: 413 },
    { at: 'upload', nth: 1, answer: 415 },
  ])('is refused for good where the answer to $at is $answer', async (fault) => {
    post.faults.push(fault);
    expect(await relay().send(order(1))).toEqual({ outcome: 'REFUSED' });
  });

  it.each<ScriptedFault>([
    { at: 'send', nth: 1, answer: 500 },
    { at: 'send', nth: 1, answer: 502 },
    { at: 'send', nth: 1, answer: 429 },
    { at: 'send', nth: 1, answer: 403 },
    { at: 'upload', nth: 1, answer: 502 },
    { at: 'token', nth: 1, answer: 502 },
    { at: 'token', nth: 1, answer: 400 },
  ])('waits where the answer to $at is $answer, and goes at the next try', async (fault) => {
    post.faults.push(fault);
    const one = relay();
    expect(await failed(one.send(order(1)))).toBeInstanceOf(RelayFailed);
    expect(await one.send(order(1))).toMatchObject({ outcome: 'SENT' });
    expect(post.letters).toHaveLength(1);
  });

  it('waits where nobody is there, or the hub itself is not let in', async () => {
    expect(await failed(relay(undefined, 'http://127.0.0.1:1').send(order(1)))).toBeInstanceOf(RelayFailed);
    expect(await failed(relay('väärä').send(order(1)))).toBeInstanceOf(RelayFailed);
    expect(post.letters).toEqual([]);
  });

  it('leaves nothing of itself in a fault', async () => {
    post.faults.push({ at: 'send', nth: 1, answer: 500 });
    const fault = await failed(relay().send(order(1)));
    const { name } = paperMail.recipient.address;
    const { password } = paperMail.printingAndEnvelopingService.postiMessaging;
    expect(fault).toBeInstanceOf(Error);
    for (const secret of [name, password, HUB_AT_POST.password])
      expect(fault instanceof Error && `${fault.message} ${fault.stack} ${String(fault.cause)}`).not.toContain(secret);
  });
});

describe('the token', () => {
  const signIns = () => post.calls.filter((call) => call === 'POST /v1/token').length;

  it('is kept for many letters, also for those given side by side', async () => {
    const one = relay();
    await Promise.all([1, 2, 3].map(async (n) => one.send(order(n))));
    await one.send(order(4));
    expect(signIns()).toBe(1);
  });

  it('is another a minute before its end', async () => {
    const one = relay();
    await one.send(order(1));
    now = after(NOON, HOUR - MINUTE - SECOND);
    await one.send(order(2));
    expect(signIns()).toBe(1);
    now = after(NOON, HOUR - MINUTE);
    await one.send(order(3));
    expect(signIns()).toBe(2);
  });

  it('that is not taken any more is replaced in the middle of a letter', async () => {
    const one = relay();
    await one.send(order(1));
    post.endTokens();
    expect(await one.send(order(2))).toEqual({ outcome: 'SENT', messageId: 2 });
    expect(signIns()).toBe(2);
  });

  it('that is never taken ends the try', async () => {
    post.faults.push({ at: 'upload', nth: 1, answer: 401 }, { at: 'upload', nth: 2, answer: 401 });
    expect(await failed(relay().send(order(1)))).toBeInstanceOf(RelayFailed);
  });
});

describe('the events of the national service', () => {
  const event = (type: string, metadata: Record<string, unknown> = {}) => ({
    type,
    eventTime: '2026-11-24T12:00:00+02:00',
    metadata: { messageId: 1, serviceId: 's', ...metadata },
  });

  it('are read page by page, in UTC, with what they say and nothing else', async () => {
    post.events.push(
      event('Posti: receipt confirmed', { externalId: 'a', postiTrackingCode: 'JJFI1', recipientSignature: 'T. T.' }),
      event('Jotain uutta', { muuta: true }),
      event('Electronic message read'),
    );
    const first = await relay().read();
    expect(first).toEqual({
      next: '2',
      events: [
        {
          type: 'Posti: receipt confirmed',
          at: after(NOON, DAY),
          externalId: 'a',
          trackingCode: 'JJFI1',
          signer: 'T. T.',
        },
        { type: 'Jotain uutta', at: after(NOON, DAY) },
      ],
    });
    expect(await relay().read('2')).toMatchObject({ next: '3', events: [{ type: 'Electronic message read' }] });
    expect(await relay().read('3')).toEqual({ next: '3', events: [] });
  });

  it('begin anew where a token is not known any more, and wait where nothing clear comes back', async () => {
    expect(await relay().read('vanha')).toBe('unknown-token');
    post.faults.push({ at: 'events', nth: 2, answer: 502 });
    expect(await failed(relay().read('1'))).toBeInstanceOf(RelayFailed);
  });
});

function withoutFiles({ attachments, ...paper }: ReturnType<typeof paperPart>): RelayOrder['paperMail'] {
  expect(attachments).toHaveLength(1);
  return paper;
}
