import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import { ACCEPTED_MEDIA_TYPES } from '#shared/domain/attachments/media-type';
import { withField } from '#test/builders/domain-bodies';
import { differencesBetween, saidBy } from '#test/builders/domain-openapi';

const CONTRACT = join(import.meta.dirname, '../../../shared/contract/suomifi-messages.openapi.yaml');
const SERVED = join(import.meta.dirname, '../../shared/contracts/openapi.json');

/**
 * Every difference between the national API and what the hub serves in its place: lines `about: theirs | ours`, at how many
 * places, and why. A line that no row tells of fails the test, and so does a row of too many or too few lines.
 */
const DELIBERATE: readonly (readonly [line: RegExp, places: number, why: string])[] = [
  [
    /^(GET|POST) \/v1\/(attachments|events|files|messages|messages\/electronic|messages\/\{id\}(\/state)?|paper-mail-without-id): served \| –$/,
    8,
    'The first generation is closed to new clients; the hub serves what the national API keeps.',
  ],
  [
    /^GET \/docs\/messages-api\.yaml: served \| –$/,
    1,
    'The description of the national API is its own; the hub serves that of all its fronts at /openapi.json.',
  ],
  [
    /^GET \/v1\/messages\/id 403: answered \| –$/,
    1,
    'What belongs to another sender answers like what does not exist, so a look-up is 404 and never forbidden.',
  ],
  [
    /^POST \/v1\/(token|change-password) 502: – \| answered$/,
    2,
    'A fault behind sign-in is told as a temporary one here too, so that a client sends the same request again.',
  ],
  [
    /\.senderDetailsInNotifications: required \| optional$/,
    2,
    'The contract lists it as required and gives it a default; the hub takes a body without it and uses the default.',
  ],
  [
    / request .*\.hub: – \| optional$/,
    3,
    "The hub's own additions stand under one name that the national API does not know.",
  ],
  [/\.attachments minItems: 0 \| –$/, 2, 'No least number of files is the same as a least number of zero.'],
  [
    /\.(messageId|rootMessageId|inReplyToMessageId|sizeBytes|expires_in) format: int64 \| –$/,
    23,
    'A JSON number holds whole numbers to 2^53 exactly, which the hub says by bounds and not by a format of 64 bits.',
  ],
  [
    /\.(messageId|rootMessageId|inReplyToMessageId|sizeBytes|expires_in) maximum: – \| 9007199254740991$/,
    23,
    'Ids, sizes and seconds stay within what a JSON number holds exactly.',
  ],
  [
    /\.(sizeBytes|expires_in) minimum: – \| -9007199254740991$/,
    2,
    'Written by the schema of whole numbers; neither is ever negative.',
  ],
  [/\.(messageId|rootMessageId|inReplyToMessageId) exclusiveMinimum: – \| 0$/, 21, 'An id of a message is positive.'],
  [
    /\.(eventTime|createdAt) format: date-time \| –$/,
    11,
    'The pattern says more than the format does: UTC with three decimals, which every known client reads.',
  ],
  [
    /\.(eventTime|createdAt) pattern: – \| \^\\d\{4\}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\\.\\d\{3\}Z\$$/,
    11,
    'Moments are written in one form only.',
  ],
  [/\.attachmentId pattern: – \| \^\([^ ]+\)\$$/, 5, 'The pattern of a UUID, which both name as the format.'],
  [
    / 200 .*\.(serviceId|externalId|threadExternalId) minLength: – \| 1$/,
    18,
    'What binds a field in a request binds it in an answer.',
  ],
  [
    / 200 .*\.(serviceId maxLength: – \| 64|(externalId|threadExternalId) maxLength: – \| 256)$/,
    18,
    'What binds a field in a request binds it in an answer.',
  ],
];

const takenFiles = z.object({ 'x-accepted-media-types': z.array(z.string()), 'x-max-bytes': z.int() });
const uploading = z.object({
  paths: z.object({ '/v2/attachments': z.object({ post: z.object({ requestBody: takenFiles }) }) }),
});
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

describe.skipIf(!existsSync(CONTRACT))('what is served in place of the national API', () => {
  const contract = existsSync(CONTRACT) ? read(CONTRACT) : {};
  const theirs = saidBy(contract, () => true);
  const ours = saidBy(read(SERVED), (path) => /^\/v\d+\//.test(path));
  const differences = differencesBetween(theirs, ours);

  it('differs from it in nothing that is not listed', () => {
    expect(theirs.size).toBeGreaterThan(1000);
    expect(differences.filter((line) => !DELIBERATE.some(([listed]) => listed.test(line)))).toEqual([]);
  });

  it.each(DELIBERATE)('differs by %s at %i places', (listed, places, why) => {
    expect(differences.filter((line) => listed.test(line))).toHaveLength(places);
    expect(why).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('differs nowhere for two reasons', () => {
    expect(differences.filter((line) => DELIBERATE.filter(([listed]) => listed.test(line)).length > 1)).toEqual([]);
  });

  it('takes the files that it takes', () => {
    const { 'x-accepted-media-types': types, 'x-max-bytes': most } =
      uploading.parse(contract).paths['/v2/attachments'].post.requestBody;
    expect(ACCEPTED_MEDIA_TYPES.toSorted()).toEqual(types.toSorted());
    expect(MAX_UPLOAD_BYTES).toBe(most);
  });
});

describe('a difference between two descriptions', () => {
  const API = {
    paths: {
      '/v1/things': {
        post: {
          parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: {
            200: {
              content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'integer' } } } } },
            },
            400: { $ref: '#/components/responses/Refused' },
          },
        },
      },
    },
    components: {
      responses: { Refused: { content: { 'text/plain': { schema: { type: 'string' } } } } },
      schemas: {
        Thing: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', minLength: 1, maxLength: 9, pattern: '^a' },
            kind: { type: 'string', enum: ['b', 'a'] },
            parts: { type: 'array', maxItems: 2, items: { oneOf: [{ $ref: '#/components/schemas/Part' }] } },
          },
        },
        Part: { type: 'object', properties: { type: { const: 'x' } } },
      },
    },
  };
  const CALL = 'POST /v1/things';
  const THING = `${CALL} request application/json`;
  const all = (document: unknown) => saidBy(document, () => true);

  it('is none between a description and itself, whatever refers to what and in whatever order', () => {
    const { Thing, Part } = API.components.schemas;
    const { kind, ...properties } = Thing.properties;
    const inline = { ...Thing, properties: { kind: { ...kind, enum: ['a', 'b'] }, ...properties } };
    const reordered = withField(API, 'components.schemas.Thing', inline);
    const inlined = withField(reordered, 'components.schemas.Thing.properties.parts.items.oneOf.0', Part);
    expect(differencesBetween(all(API), all(inlined))).toEqual([]);
  });

  it.each([
    ['an operation', 'paths./v1/things', undefined, `${CALL}: served | –`],
    ['a parameter', 'paths./v1/things.post.parameters', [], `${CALL} query page: taken | –`],
    [
      'a parameter’s need',
      'paths./v1/things.post.parameters.0.required',
      true,
      `${CALL} query page required: false | true`,
    ],
    ['an answer', 'paths./v1/things.post.responses.400', undefined, `${CALL} 400: answered | –`],
    ['an answer’s media type', 'components.responses.Refused.content', {}, `${CALL} 400 text/plain: carried | –`],
    ['a body’s need', 'paths./v1/things.post.requestBody.required', false, `${CALL} request required: true | –`],
    ['a required field', 'components.schemas.Thing.required', [], `${THING}.name: required | optional`],
    ['a least length', 'components.schemas.Thing.properties.name.minLength', 2, `${THING}.name minLength: 1 | 2`],
    [
      'a most length',
      'components.schemas.Thing.properties.name.maxLength',
      undefined,
      `${THING}.name maxLength: 9 | –`,
    ],
    ['a pattern', 'components.schemas.Thing.properties.name.pattern', '^b', `${THING}.name pattern: ^a | ^b`],
    ['a word', 'components.schemas.Thing.properties.kind.enum', ['a', 'c'], `${THING}.kind enum: a / b | a / c`],
    ['a most number', 'components.schemas.Thing.properties.parts.maxItems', 3, `${THING}.parts maxItems: 2 | 3`],
    ['a type', 'components.schemas.Thing.properties.kind.type', 'integer', `${THING}.kind type: string | integer`],
    ['a field', 'components.schemas.Thing.properties.parts', undefined, `${THING}.parts: optional | –`],
    [
      'a form of a choice',
      'components.schemas.Part.properties.type.const',
      'y',
      `${THING}.parts[] <x> type: object | –`,
    ],
  ])('is told when it is in %s', (_, field, value, line) => {
    expect(differencesBetween(all(API), all(withField(API, field, value)))).toContain(line);
  });

  it('of a whole operation is told once', () => {
    expect(differencesBetween(all(API), all({ paths: {} }))).toEqual([`${CALL}: served | –`]);
    expect(differencesBetween(all({ paths: {} }), all(API))).toEqual([`${CALL}: – | served`]);
  });
});
