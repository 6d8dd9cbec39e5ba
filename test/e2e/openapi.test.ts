import * as z from 'zod/mini';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '#test/builders/e2e-hub';
import { ask } from '#test/builders/e2e-wire';

const response = z.looseObject({
  description: z.string(),
  content: z.optional(z.record(z.string(), z.looseObject({ schema: z.unknown() }))),
});
const operation = z.looseObject({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.unknown())),
  responses: z.record(z.string(), response),
});
const document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

const CONTRACT = [
  'POST /v1/token',
  'POST /v1/change-password',
  'POST /v1/mailboxes/active',
  'POST /v2/attachments',
  'POST /v2/messages',
  'POST /v2/messages/electronic',
  'POST /v2/paper-mail-without-id',
  'GET /v2/messages/{id}',
  'GET /v1/attachments/{id}',
  'GET /v2/events',
  'GET /v1/messages/id',
  'GET /hub/v1/messages/{messageId}',
  'GET /hub/v1/messages',
  'GET /me/v1/consent',
  'PUT /me/v1/consent',
  'GET /me/v1/messages',
  'GET /me/v1/messages/{messageId}',
  'POST /me/v1/messages/{messageId}/receipt',
  'GET /me/v1/messages/{messageId}/attachments/{attachmentId}',
  'POST /me/v1/messages/{messageId}/replies',
  'POST /me/v1/messages',
  'POST /me/v1/attachments',
  'GET /print/v1/letters',
  'GET /print/v1/letters/{letterId}/pdf',
  'GET /print/v1/batches/{batchId}',
  'POST /print/v1/letters/{letterId}/events',
];

const hub = useHub();
const served: { text: string; document?: z.infer<typeof document> } = { text: '' };

const operations = () =>
  Object.entries(served.document?.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ path, method: method.toUpperCase(), ...each })),
  );

beforeAll(async () => {
  const answer = await ask(hub, 'GET', '/openapi.json');
  expect(answer.status).toBe(200);
  served.text = answer.text;
  served.document = document.parse(answer.json);
});

describe('the description of the API', () => {
  it('is served as OpenAPI 3.1 without a credential', async () => {
    const answer = await ask(hub, 'GET', '/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.json).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: expect.any(String) },
    });
  });

  it('names every call of the contract, with an operation id of its own', () => {
    const calls = operations().map(({ method, path }) => `${method} ${path}`);
    expect(CONTRACT.filter((call) => !calls.includes(call))).toEqual([]);
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says nothing of the sandbox', () => {
    expect(served.text).not.toMatch(/sandbox/i);
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...served.text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = '']) => pointer);
    const held = (pointer: string) =>
      pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((value, name) => Object(value)[name], served.document);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((pointer) => held(pointer) === undefined)).toEqual([]);
  });

  it('names calls that all answer, as it says, to a caller without a credential', async () => {
    const names = /\{[^}]+\}/g;
    for (const { method, path, responses, security } of operations()) {
      const call = `${method} ${path}`;
      const body = method === 'GET' ? {} : { json: {} };
      const answer = await ask(hub, method, path.replaceAll(names, '1'), body);
      expect(answer.text, call).not.toContain('No such call');
      const open = method === 'GET' ? [200, 303, 404] : [400];
      expect(security.length > 0 ? [401] : open, call).toContain(answer.status);
      if (answer.status === 303) continue;
      const documented = responses[String(answer.status)]?.content;
      const mediaType = answer.headers.get('content-type')?.split(';')[0];
      expect(Object.keys(documented ?? {}), call).toContain(mediaType);
    }
  });

  it('names every call there is: another path or another method is no call', async () => {
    const paths = new Set(operations().map(({ path }) => path));
    for (const path of [...paths, '/', '/v1', '/v3/messages', '/docs', '/hub/v1', '/admin', '/openapi.yaml']) {
      const answer = await ask(hub, 'PATCH', path.replaceAll(/\{[^}]+\}/g, '1'));
      expect([404, 405], path).toContain(answer.status);
      expect(answer.json).toEqual({ reason: expect.stringMatching(/./) });
      expect(answer.headers.get('content-type')).toBe('application/json');
    }
  });
});
