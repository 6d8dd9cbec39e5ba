import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fieldProblems } from '#shared/contracts/field-problems';
import { postalEvent } from '#shared/contracts/print/letters';
import { replyToMessage } from '#shared/contracts/me/mailbox';
import { setConsent } from '#shared/contracts/me/consent';
import { multichannelRequest } from '#shared/contracts/suomifi/sending';
import { multichannelBodyOf, withField } from '#test/builders/domain-bodies';

function problemsWith(schema: z.ZodMiniType, body: unknown) {
  const { error } = schema.safeParse(body);
  return error ? fieldProblems(error, body) : [];
}
const inSending = (path: string, value: unknown) =>
  problemsWith(multichannelRequest, withField(multichannelBodyOf(), path, value));

const POSTI = 'paperMail.printingAndEnvelopingService';

describe('a problem with a body', () => {
  it.each<[string, unknown, string]>([
    ['externalId', undefined, 'is required'],
    ['electronic', undefined, 'is required'],
    ['electronic.bodyFormat', undefined, 'is required'],
    ['paperMail.recipient.address.countryCode', undefined, 'is required'],
    ['electronic.attachments', undefined, 'is required'],
    ['externalId', 1, 'must be a string'],
    ['externalId', null, 'must be a string'],
    ['electronic', [], 'must be an object'],
    ['electronic.attachments', {}, 'must be an array'],
    ['paperMail.colorPrinting', 'yes', 'must be a boolean'],
    ['electronic.inReplyToMessageId', '1', 'must be a number'],
    ['electronic.inReplyToMessageId', 1.5, 'must be an int'],
    ['externalId', '', 'must have at least 1 characters'],
    ['externalId', 'x'.repeat(257), 'must have at most 256 characters'],
    [`${POSTI}.postiMessaging.password`, '123', 'must have exactly 4 characters'],
    [`${POSTI}.postiMessaging.password`, '12345', 'must have exactly 4 characters'],
    ['paperMail.attachments', [], 'must have exactly 1 items'],
    [`${POSTI}.costPool`, 'abc', 'must match the pattern /[A-Z0-9]+/'],
    ['electronic.bodyFormat', 'HTML', 'must be one of "Text", "Markdown"'],
    ['hub.appealPeriod', { days: 1, months: 1 }, 'names either days or months'],
    ['hub.appealPeriod', {}, 'names either days or months'],
    ['hub.deliverNotBefore', '2026-02-30T00:00:00.000Z', 'is not a real moment'],
  ])('names the field %s and its rule: %j %s', (field, value, rule) => {
    expect(inSending(field, value)).toEqual([{ field, rule }]);
  });

  it('names the item of a list', () => {
    expect(inSending('paperMail.attachments', [{ attachmentId: 'x' }])[0]?.field).toBe(
      'paperMail.attachments.0.attachmentId',
    );
    expect(
      inSending(
        'electronic.attachments',
        Array.from({ length: 51 }, () => ({ attachmentId: 'x' })),
      )[0],
    ).toEqual({
      field: 'electronic.attachments',
      rule: 'must have at most 50 items',
    });
  });

  it('says a UUID as one speaks it', () => {
    expect(inSending('paperMail.attachments', [{ attachmentId: 'x' }])[0]?.rule).toBe('must have the form of a uuid');
  });

  it('lists twelve of many allowed words', () => {
    const [problem] = inSending('paperMail.sender.address.countryCode', 'fi');
    expect(problem?.field).toBe('paperMail.sender.address.countryCode');
    expect(problem?.rule).toBe('must be one of "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT"');
  });

  it.each([
    ['that is no object', [], 'must be an object'],
    ['that is a text', 'x', 'must be an object'],
    ['that is absent', undefined, 'is required'],
  ])('names the body as a whole %s', (_, body, rule) => {
    expect(problemsWith(multichannelRequest, body)).toEqual([{ field: '', rule }]);
  });

  it('names every field nobody knows', () => {
    expect(inSending('hub', { a: 1, b: 2 })).toEqual([
      { field: 'hub.a', rule: 'is not a known field' },
      { field: 'hub.b', rule: 'is not a known field' },
    ]);
    expect(problemsWith(z.strictObject({}), { a: 1 })).toEqual([{ field: 'a', rule: 'is not a known field' }]);
  });

  it('tells of a number out of bounds', () => {
    expect(inSending('hub.appealPeriod', { days: 3651 })).toEqual([
      { field: 'hub.appealPeriod.days', rule: 'must be at most 3650' },
    ]);
    expect(problemsWith(z.object({ n: z.number().check(z.minimum(5)) }), { n: 4 })).toEqual([
      { field: 'n', rule: 'must be at least 5' },
    ]);
  });

  it('does not call zero the least of what must be more than zero', () => {
    expect(inSending('hub.appealPeriod', { days: 0 })[0]?.rule).not.toBe('must be at least 0');
    expect(inSending('electronic.inReplyToMessageId', 0)[0]?.rule).not.toBe('must be at least 0');
  });

  it('tells of a choice that nothing fits', () => {
    const choice = z.object({ a: z.union([z.object({ b: z.string() }), z.object({ c: z.string() })]) });
    expect(problemsWith(choice, { a: {} })).toEqual([{ field: 'a', rule: 'has none of the allowed forms' }]);
    expect(problemsWith(choice, {})).toEqual([{ field: 'a', rule: 'is required' }]);
  });

  it.each([
    ['says nothing', z.string().check(z.refine(() => false)), 'is not valid'],
    ['says an empty word', z.string().check(z.refine(() => false, '')), 'is not valid'],
    ['has words of its own', z.string().check(z.refine(() => false, 'must be true')), 'must be true'],
  ])('of a rule that %s', (_, schema, rule) => {
    expect(problemsWith(z.object({ a: schema }), { a: 'x' })).toEqual([{ field: 'a', rule }]);
  });

  it('calls a consent without an e-mail by its field', () => {
    if (setConsent.body === 'multipart') throw new Error('a body is expected');
    expect(problemsWith(setConsent.body, { electronic: true })).toEqual([
      { field: 'email', rule: 'is required when electronic is true: notices go there' },
    ]);
  });

  it('is told fifty times at most', () => {
    const body = { bodies: Array.from({ length: 60 }, () => 1) };
    const problems = problemsWith(z.object({ bodies: z.array(z.string()) }), body);
    expect([problems.length, problems.at(-1)?.field]).toEqual([50, 'bodies.49']);
  });

  it('survives a body that is not what its paths say', () => {
    const { error } = multichannelRequest.safeParse({});
    expect(error && fieldProblems(error, null).map(({ rule }) => rule)).toContain('is required');
    expect(error && fieldProblems(error, 'x').map(({ rule }) => rule)).toContain('is required');
  });
});

describe('no problem', () => {
  const CANARY = fc.stringMatching(/^canary[QZX]{6}[a-z0-9]{0,300}$/);
  const value = (canary: string) =>
    fc.constantFrom<unknown>(
      canary,
      [canary],
      { id: canary },
      `${canary}@example.fi`,
      `010190-900P ${canary}`,
      [{ attachmentId: canary }],
      { days: canary },
    );
  const FIELDS = [
    'externalId',
    'recipient',
    'recipient.id',
    'sender.serviceId',
    'electronic.title',
    'electronic.body',
    'electronic.bodyFormat',
    'electronic.attachments',
    'electronic.inReplyToMessageId',
    'electronic.notifications',
    'paperMail.recipient.address.zipCode',
    'paperMail.recipient.address.countryCode',
    'paperMail.attachments',
    `${POSTI}.postiMessaging.username`,
    `${POSTI}.costPool`,
    'hub.appealPeriod',
    'hub.recipientKind',
    'hub.deliverNotBefore',
    'hub.statutoryChannel',
  ];

  it('repeats a value of a sending body', () => {
    const given = CANARY.chain((canary) => fc.tuple(fc.constant(canary), fc.constantFrom(...FIELDS), value(canary)));
    fc.assert(
      fc.property(given, ([canary, field, broken]) => {
        expect(JSON.stringify(inSending(field, broken))).not.toContain(canary.slice(0, 12));
      }),
      { numRuns: 500 },
    );
  });

  it('repeats a value of any other body', () => {
    if (setConsent.body === 'multipart' || replyToMessage.body === 'multipart') throw new Error('bodies are expected');
    const schemas = [setConsent.body, replyToMessage.body, postalEvent];
    const names = [
      'electronic',
      'email',
      'language',
      'body',
      'title',
      'attachmentIds',
      'type',
      'at',
      'postedOn',
      'signer',
      'eventId',
    ];
    const given = CANARY.chain((canary) =>
      fc.tuple(
        fc.constant(canary),
        fc.dictionary(fc.constantFrom(...names), value(canary)),
        fc.constantFrom(...schemas),
      ),
    );
    fc.assert(
      fc.property(given, ([canary, body, schema]) => {
        expect(JSON.stringify(problemsWith(schema, body))).not.toContain(canary.slice(0, 12));
      }),
      { numRuns: 500 },
    );
  });
});
