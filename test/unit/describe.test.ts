import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { describe as describeFronts } from '#shared/contracts/describe';
import { OPERATIONS } from '#shared/contracts/routes';

const SERVED: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../shared/contracts/openapi.json'), 'utf8'),
);
const text = z.string().check(z.minLength(1));
const name = z.string().check(z.regex(/^[A-Za-z0-9._-]+$/));

/** OpenAPI 3.1, as far as the hub uses it. */
const content = z.record(text, z.strictObject({ schema: z.record(text, z.unknown()) }));
const parameter = z.strictObject({
  name: text,
  in: z.enum(['path', 'query', 'header']),
  required: z.optional(z.boolean()),
  description: z.optional(text),
  schema: z.record(text, z.unknown()),
});
const header = z.strictObject({ description: text, schema: z.record(text, z.unknown()) });
const response = z.strictObject({
  description: text,
  headers: z.optional(z.record(text, header)),
  content: z.optional(content),
});
const operation = z.strictObject({
  operationId: text,
  tags: z.array(text).check(z.length(1)),
  summary: text,
  description: z.optional(text),
  security: z.array(z.record(name, z.array(z.string()))),
  parameters: z.optional(z.array(parameter)),
  requestBody: z.optional(z.strictObject({ required: z.literal(true), description: z.optional(text), content })),
  responses: z.record(z.string().check(z.regex(/^[1-5]\d\d$/)), response),
});
const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: text,
    version: text,
    description: text,
    license: z.strictObject({ name: text, identifier: text }),
  }),
  tags: z.array(z.strictObject({ name: text, description: text })),
  paths: z.record(
    z.string().check(z.startsWith('/')),
    z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), operation),
  ),
  components: z.strictObject({
    schemas: z.record(name, z.record(text, z.unknown())),
    securitySchemes: z.record(name, z.looseObject({ type: z.enum(['apiKey', 'http']) })),
  }),
});

const read = document.parse(SERVED);
const calls = Object.entries(read.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, each]) => ({ path, method: method.toUpperCase(), ...each })),
);

/** Every object inside a value, the value itself among them. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
const member = (value: object, key: string): unknown => Reflect.get(value, key);

function resolved(reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? member(value, step) : undefined),
    SERVED,
  );
}

const WITHOUT_BODY = [
  'acceptMandate',
  'refuseMandate',
  'endMandate',
  'acknowledgeReceipt',
  'askForEmailCode',
  'deleteMessage',
  'restoreMessage',
  'clearMatter',
  'dropPostiCredentials',
  'clearVisitorsMatter',
  'cancelMandate',
  'submitPlan',
  'liftLegalHold',
];

describe('the served description', () => {
  it('is made from the contracts as they are now', () => {
    expect(SERVED).toEqual(JSON.parse(JSON.stringify(describeFronts())));
  });

  it('describes every operation and no other', () => {
    const served = calls.map(({ method, path, operationId }) => `${operationId}: ${method} ${path}`);
    expect(served.sort()).toEqual(OPERATIONS.map((each) => `${each.operationId}: ${each.method} ${each.path}`).sort());
  });

  it('refers to nothing that is not there', () => {
    const references = objectsIn(SERVED)
      .map((each) => member(each, '$ref'))
      .filter((each) => typeof each === 'string');
    expect(references.length).toBeGreaterThan(50);
    expect(
      references.filter((each) => !each.startsWith('#/components/schemas/') || resolved(each) === undefined),
    ).toEqual([]);
  });

  it('holds no schema that nothing refers to', () => {
    const json = JSON.stringify(SERVED);
    const unused = Object.keys(read.components.schemas).filter(
      (each) => !json.includes(`"#/components/schemas/${each}"`),
    );
    expect(unused).toEqual([]);
  });

  it('requires no property that is not described', () => {
    const wanting = objectsIn(SERVED).filter((each) => {
      const required = member(each, 'required');
      const properties = member(each, 'properties');
      if (!Array.isArray(required)) return false;
      const known = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
      return required.some((one) => !known.includes(one));
    });
    expect(wanting).toEqual([]);
  });

  it('leaves no choice empty and no bound upside down', () => {
    const bound = (each: object, key: string, otherwise: number) => {
      const value = member(each, key);
      return typeof value === 'number' ? value : otherwise;
    };
    const faulty = objectsIn(read.components.schemas).filter((each) => {
      const choice = member(each, 'enum');
      return (
        (Array.isArray(choice) && (choice.length === 0 || new Set(choice).size !== choice.length)) ||
        bound(each, 'minLength', 0) > bound(each, 'maxLength', Infinity) ||
        bound(each, 'minItems', 0) > bound(each, 'maxItems', Infinity)
      );
    });
    expect(faulty).toEqual([]);
  });

  it('holds patterns that every reader can read', () => {
    const patterns = objectsIn(SERVED)
      .map((each) => member(each, 'pattern'))
      .filter((each) => typeof each === 'string');
    expect(patterns.length).toBeGreaterThan(3);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it.each(calls)('of $method $path names schemes and a front that are described', ({ security, tags }) => {
    const schemes = Object.keys(read.components.securitySchemes);
    expect(security.flatMap((each) => Object.keys(each)).filter((each) => !schemes.includes(each))).toEqual([]);
    expect(read.tags.map((tag) => tag.name)).toEqual(expect.arrayContaining(tags));
  });

  it.each(calls)('of $method $path requires each parameter of the path', ({ path, parameters = [] }) => {
    const inPath = parameters.filter((each) => each.in === 'path');
    expect(inPath.map((each) => `{${each.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
  });

  it.each(calls)('of $method $path takes a body where the contract does', ({ operationId, requestBody }) => {
    const contract = OPERATIONS.find((each) => each.operationId === operationId);
    const media = [contract?.body === 'multipart' ? 'multipart/form-data' : 'application/json'];
    const texts = new Map(OPERATIONS.map((each) => [each.operationId, each.textBody?.mediaTypes]));
    const taken = Object.keys(requestBody?.content ?? {});
    const bodiless = contract?.method === 'GET' || WITHOUT_BODY.includes(operationId);
    expect(taken.toSorted()).toEqual(bodiless ? [] : [...(texts.get(operationId) ?? media)].toSorted());
  });

  it.each(calls)('of $method $path tells every answer of the contract', ({ operationId, responses }) => {
    const contract = OPERATIONS.find((each) => each.operationId === operationId);
    expect(Object.keys(responses)).toEqual(Object.keys(contract?.responses ?? {}));
  });

  it('tells the trace id on the national API alone', () => {
    for (const { path, responses } of calls)
      for (const { headers } of Object.values(responses)) expect(headers !== undefined).toBe(/^\/v\d\//.test(path));
  });

  it('asks for the version of a consent that is changed', () => {
    const headers = calls.find(({ operationId }) => operationId === 'setConsent')?.parameters ?? [];
    expect(headers.map((each) => [each.in, each.name, each.required === true])).toEqual([
      ['header', 'x-on-behalf-of', false],
      ['header', 'accept-language', false],
      ['header', 'if-match', true],
    ]);
  });
});
