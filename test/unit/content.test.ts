import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronicRequest, multichannelRequest, paperMailRequest } from '#shared/contracts/suomifi/sending';
import { countryCode } from '#shared/domain/message/country-codes';
import { multichannelBodyOf, withField } from '#test/builders/domain-bodies';

const x = (length: number) => 'x'.repeat(length);
const UUID = '00000000-0000-4000-8000-00000000000a';
const files = (count: number) => Array.from({ length: count }, () => ({ attachmentId: UUID }));
const accepts = (path: string, value: unknown) =>
  multichannelRequest.safeParse(withField(multichannelBodyOf(), path, value)).success;

const NOTICE = 'electronic.notifications';
const WORDING = `${NOTICE}.customisedNewMessageNotification`;
const POSTI = 'paperMail.printingAndEnvelopingService.postiMessaging';
const TO = 'paperMail.recipient.address';

/** Texts with a least and a most length. */
const LENGTHS = [
  ['externalId', 1, 256],
  ['sender.serviceId', 1, 64],
  ['recipient.id', 9, 11],
  ['electronic.title', 1, 256],
  ['electronic.body', 1, 40_000],
  [`${WORDING}.title.fi`, 1, 256],
  [`${WORDING}.title.sv`, 1, 256],
  [`${WORDING}.title.en`, 1, 256],
  [`${WORDING}.content.fi`, 1, 1500],
  [`${WORDING}.content.sv`, 1, 1500],
  [`${WORDING}.content.en`, 1, 1500],
  [`${POSTI}.username`, 6, 6],
  [`${POSTI}.password`, 4, 4],
  [`${POSTI}.contactDetails.email`, 5, 256],
  [`${TO}.name`, 1, 256],
  [`${TO}.additionalName`, 1, 256],
  [`${TO}.streetAddress`, 1, 256],
  [`${TO}.zipCode`, 1, 64],
  [`${TO}.city`, 1, 256],
  ['paperMail.sender.address.name', 1, 256],
] as const;

/** Fields of a list of words. */
const WORDS = [
  ['electronic.bodyFormat', ['Text', 'Markdown']],
  ['electronic.messageServiceType', ['Normal', 'Verifiable']],
  ['electronic.replyAllowedBy', ['Anyone', 'No one']],
  ['electronic.visibility', ['Normal', 'Recipient only']],
  [`${NOTICE}.senderDetailsInNotifications`, ['Organisation and service name', 'None']],
  [`${NOTICE}.unreadMessageNotification.reminder`, ['Default reminder', 'No reminders']],
  ['paperMail.messageServiceType', ['Normal', 'Verifiable']],
] as const;

const FLAGS = ['colorPrinting', 'createAddressPage', 'rotateLandscapePages', 'twoSidedPrinting'].map(
  (name) => `paperMail.${name}`,
);

describe('a sending body', () => {
  it('with both parts is taken whole', () => {
    const body = multichannelBodyOf();
    expect(multichannelRequest.parse(body)).toEqual(body);
  });

  it.each(LENGTHS)('holds in %s from %i to %i characters', (path, least, most) => {
    expect([least - 1, least, most, most + 1].map((length) => accepts(path, x(length)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(accepts(path, 1)).toBe(false);
  });

  it.each(WORDS)('holds in %s one of its words', (path, words) => {
    for (const word of words) expect(accepts(path, word)).toBe(true);
    for (const other of ['', words[0].toLowerCase(), 'Other', true]) expect(accepts(path, other)).toBe(false);
  });

  it.each(FLAGS)('holds in %s yes or no', (path) => {
    expect([true, false, 'true', 1].map((value) => accepts(path, value))).toEqual([true, true, false, false]);
  });

  it.each([
    'externalId',
    'recipient',
    'sender',
    'electronic',
    'paperMail',
    ...LENGTHS.map(([path]) => path).filter((path) => !path.endsWith('additionalName')),
    ...WORDS.map(([path]) => path).filter((path) => !path.endsWith('senderDetailsInNotifications')),
    ...FLAGS,
    `${NOTICE}.unreadMessageNotification`,
    'electronic.attachments',
    'paperMail.attachments',
    'paperMail.recipient',
    'paperMail.sender',
    `${TO}.countryCode`,
    'paperMail.printingAndEnvelopingService',
  ])('is refused without %s', (path) => {
    expect(accepts(path, undefined)).toBe(false);
  });

  it.each([`${TO}.additionalName`, WORDING, 'hub', 'electronic.inReplyToMessageId'])('is taken without %s', (path) => {
    expect(accepts(path, undefined)).toBe(true);
  });

  it('names the sender in the notice where nothing is said of it', () => {
    const body = withField(multichannelBodyOf(), `${NOTICE}.senderDetailsInNotifications`, undefined);
    expect(multichannelRequest.parse(body).electronic.notifications.senderDetailsInNotifications).toBe(
      'Organisation and service name',
    );
  });

  it.each([
    ['electronic.attachments', [0, 50, 51], [true, true, false]],
    ['paperMail.attachments', [0, 1, 2], [false, true, false]],
  ] as const)('holds in %s as many files as the national API takes', (path, counts, outcomes) => {
    expect(counts.map((count) => accepts(path, files(count)))).toEqual(outcomes);
    expect(accepts(path, [{ attachmentId: 'x' }])).toBe(false);
  });

  it.each([
    [1, true],
    [Number.MAX_SAFE_INTEGER, true],
    [0, false],
    [1.5, false],
    ['1', false],
  ])('answers the message %j: %s', (id, taken) => {
    expect(accepts('electronic.inReplyToMessageId', id)).toBe(taken);
  });

  it.each([
    ['A', true],
    ['KUSTANNUS123456', true],
    ['KUSTANNUS1234567', false],
    ['', false],
    ['abc', false],
    ['aB', true],
  ])('names the cost pool %j: %s', (costPool, taken) => {
    expect(accepts('paperMail.printingAndEnvelopingService.costPool', costPool)).toBe(taken);
  });

  it('may hold fields that nobody knows, except under hub', () => {
    expect(accepts('newField', 1)).toBe(true);
    expect(accepts('electronic.newField', 1)).toBe(true);
    expect(accepts(`${TO}.newField`, 1)).toBe(true);
    expect(accepts('hub.newField', 1)).toBe(false);
  });
});

describe('a country code', () => {
  it('is one of ISO 3166-1, or of Kosovo or unknown', () => {
    expect(countryCode.options).toHaveLength(251);
    expect(new Set(countryCode.options).size).toBe(251);
    expect(countryCode.options.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    for (const code of ['FI', 'AX', 'SE', 'XK', 'XX', 'AD', 'ZW'])
      expect(countryCode.safeParse(code).success).toBe(true);
    for (const code of ['', 'fi', 'FIN', 'UK', 'SU', 'XY', 'X'])
      expect(countryCode.safeParse(code).success).toBe(false);
  });
});

const SAMPLES = join(import.meta.dirname, '../../../shared/cases/real-messages');
const REQUESTS = new Map<string, (body: unknown) => unknown>([
  ['/v2/messages', (body) => multichannelRequest.parse(body)],
  ['/v2/messages/electronic', (body) => electronicRequest.parse(body)],
  ['/v2/paper-mail-without-id', (body) => paperMailRequest.parse(body)],
]);

describe.skipIf(!existsSync(SAMPLES))('what real systems send', () => {
  it.each(existsSync(SAMPLES) ? readdirSync(SAMPLES) : [])('is taken whole: %s', (file) => {
    const { path, body }: { path: string; body: unknown } = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8'));
    expect(REQUESTS.get(path)?.(body)).toEqual(body);
  });
});
