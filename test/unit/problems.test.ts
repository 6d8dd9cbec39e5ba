import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { PROBLEMS } from '#shared/contracts/problem-kinds';
import { languageOf, problem, problemDetails } from '#shared/contracts/problems';

const KINDS = [
  ['body-invalid', 400],
  ['unauthorized', 401],
  ['weakly-identified', 403],
  ['mandate-missing', 403],
  ['act-not-covered', 403],
  ['guardian-required', 403],
  ['representative-required', 403],
  ['own-data-for-another', 403],
  ['reply-not-allowed', 403],
  ['role-missing', 403],
  ['own-matter', 403],
  ['visit-required', 403],
  ['not-found', 404],
  ['assistant-off', 404],
  ['method-not-allowed', 405],
  ['receipt-required', 409],
  ['receipt-not-asked', 409],
  ['mandate-settled', 409],
  ['receipt-before-deletion', 409],
  ['nothing-to-verify', 409],
  ['code-void', 409],
  ['recall-too-late', 409],
  ['post-stopped', 409],
  ['conflict', 409],
  ['plan-locked', 409],
  ['consent-stale', 412],
  ['row-stale', 412],
  ['too-large', 413],
  ['type-refused', 415],
  ['code-wrong', 422],
  ['plan-incomplete', 422],
  ['import-refused', 422],
  ['precondition-required', 428],
  ['too-many', 429],
  ['powers-unknown', 503],
  ['fault', 502],
] as const;
const LANGUAGES = ['fi', 'sv', 'en'] as const;

describe('a problem', () => {
  it('is of one of these kinds', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual(KINDS.map(([kind]) => kind).sort());
  });

  it.each(KINDS)('of %s answers %i under a type that stays', (kind, status) => {
    expect(problem(kind, 'fi')).toEqual({
      type: `urn:viestivayla:problem:${kind}`,
      title: PROBLEMS[kind].title.fi,
      status,
    });
  });

  it.each(KINDS)('of %s is told in three languages', (kind) => {
    const titles = LANGUAGES.map((language) => problem(kind, language).title);
    expect(new Set(titles).size).toBe(3);
    for (const title of titles) expect(title).toMatch(/^\p{Lu}.+/u);
  });

  it('is told in words of its own', () => {
    for (const language of LANGUAGES)
      expect(new Set(KINDS.map(([kind]) => PROBLEMS[kind].title[language])).size).toBe(KINDS.length);
  });

  it.each([
    ['a field', 'externalId', '/externalId'],
    ['a field in a field', 'electronic.notifications.title', '/electronic/notifications/title'],
    ['a field in a list', 'electronic.attachments.0.attachmentId', '/electronic/attachments/0/attachmentId'],
    ['the body as a whole', '', ''],
    ['a name with a tilde', 'hub.a~b', '/hub/a~0b'],
    ['a name with a slash', 'hub.a/b', '/hub/a~1b'],
    ['a name that looks like an escape', 'hub.a~1b', '/hub/a~01b'],
  ])('points at %s by a JSON Pointer', (_, field, pointer) => {
    expect(problem('body-invalid', 'en', { fields: [{ field, rule: 'is required' }] }).errors).toEqual([
      { pointer, detail: 'is required' },
    ]);
  });

  it('tells every field, and a detail where there is one', () => {
    const fields = [
      { field: 'a', rule: 'x' },
      { field: 'b', rule: 'y', code: 'MAILBOX_NOT_IN_USE' as const },
    ];
    expect(problem('conflict', 'en', { detail: 'why', fields })).toEqual({
      type: 'urn:viestivayla:problem:conflict',
      title: 'In conflict with the present state',
      status: 409,
      detail: 'why',
      errors: [
        { pointer: '/a', detail: 'x' },
        { pointer: '/b', detail: 'y' },
      ],
    });
  });

  it('has the shape that is described', () => {
    for (const [kind] of KINDS) {
      const told: unknown = JSON.parse(JSON.stringify(problem(kind, 'sv', { detail: 'x', fields: [] })));
      expect(problemDetails.parse(told)).toEqual(told);
    }
    expect(problemDetails.safeParse({ type: 'about:blank', title: 'x', status: 400 }).success).toBe(false);
  });
});

describe('the language of a problem', () => {
  it.each([
    [undefined, 'fi'],
    ['', 'fi'],
    ['*', 'fi'],
    ['de', 'fi'],
    ['fi', 'fi'],
    ['sv', 'sv'],
    ['en', 'en'],
    ['SV', 'sv'],
    ['sv-FI', 'sv'],
    ['en-GB', 'en'],
    ['de, en', 'en'],
    ['de;q=1.0, sv;q=0.5', 'sv'],
    ['en;q=0.5, sv;q=0.9', 'sv'],
    ['en;q=0.9, sv;q=0.5', 'en'],
    ['en , sv', 'en'],
    ['sv;q=0.9, en', 'en'],
    ['sv;q=0.5,fi;q=0.5,en;q=0.4', 'sv'],
    ['en-US,en;q=0.9,fi;q=0.8', 'en'],
    ['sv ; q=0.1, en ;q=0.2', 'en'],
    ['de;q=0.9, *;q=0.1', 'fi'],
    ['xx-en', 'fi'],
  ])('for %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('is English for a Filipino who reads English, not Finnish', () => {
    expect(languageOf('fil-PH,fil;q=0.9,en-US;q=0.8,en;q=0.7')).toBe('en');
  });

  it('is never one that is refused with a quality of zero', () => {
    expect(languageOf('sv;q=0')).toBe('fi');
    expect(languageOf('en;q=0, sv;q=0.1')).toBe('sv');
  });

  it('is one of three, whatever the header says', () => {
    const piece = fc.constantFrom('fi', 'sv', 'en', 'de', '*', ',', ';', 'q=', '0', '.', '1', '-', ' ', 'x');
    const header = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect(LANGUAGES).toContain(languageOf(text));
      }),
    );
  });
});

describe('the responses of an operation', () => {
  it('hold every problem it may answer with, and always a fault', () => {
    const responses = problemResponses('not-found', 'receipt-required', 'conflict');
    expect(Object.keys(responses)).toEqual(['404', '409', '502']);
    for (const response of Object.values(responses))
      expect(response).toMatchObject({ schema: problemDetails, mediaType: 'application/problem+json' });
  });

  it('name each problem of one status', () => {
    const { 409: conflict, 404: absent } = problemResponses('not-found', 'receipt-required', 'conflict');
    expect(absent?.description).toBe('not-found: Not found');
    expect(conflict?.description).toBe(
      'receipt-required: Acknowledge receipt before opening the message; conflict: In conflict with the present state',
    );
  });
});
