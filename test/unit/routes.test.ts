import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DOORS, OPERATIONS } from '#shared/contracts/routes';

const NAMED = OPERATIONS.map((each) => ({ call: `${each.method} ${each.path}`, ...each }));
const FRONTS = [
  ['suomifi', /^\/v[12]\//],
  ['hub', /^\/hub\/v1\//],
  ['me', /^\/me\/v1\//],
  ['point', /^\/point\/v1\//],
  ['print', /^\/print\/v1\//],
  ['programme', /^\/(programme\/v1\/|roadmap)/],
  ['support', /^\/support\/v1\//],
  ['pages', /^\/mailbox(\/|$)/],
  ['meta', /^\/openapi\.json$/],
] as const;

describe('the operations', () => {
  it('come in by one door each', () => {
    const inDoors = Object.values(DOORS).flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
    expect(inDoors).toEqual(OPERATIONS.map(({ operationId }) => operationId));
    expect(new Set(inDoors).size).toBe(inDoors.length);
  });

  it('have a method and a path of their own', () => {
    expect(NAMED.length).toBeGreaterThan(0);
    expect(new Set(NAMED.map(({ call }) => call)).size).toBe(NAMED.length);
  });

  it('of one path differ in nothing but the method', () => {
    const shapes = NAMED.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it.each(NAMED)('name $operationId in words a program can use', ({ operationId, summary }) => {
    expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(summary).toMatch(/^\p{Lu}.*[^.]$/u);
  });

  it.each(NAMED)('$call stands in the front of its path', ({ front, path }) => {
    expect(FRONTS.find(([, form]) => form.test(path))?.[0]).toBe(front);
  });

  it.each(NAMED)('$call names every parameter of its path, and no other', ({ path, params }) => {
    const named = params instanceof z.ZodMiniObject ? Object.keys(params.def.shape) : [];
    expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  it.each(NAMED)(
    '$call answers with one success, or tells new from known, and says what else it may answer',
    ({ responses, front }) => {
      const statuses = Object.keys(responses).map(Number);
      const successes = statuses.filter((status) => (front === 'pages' ? status < 400 : status < 300));
      if (successes.length !== 1) expect(successes).toEqual([200, 201]);
      if (front !== 'meta') expect(statuses.some((status) => status >= 400)).toBe(true);
    },
  );

  it.each(NAMED.filter(({ caller }) => caller !== 'anybody'))(
    '$call answers 401 to a caller nobody knows',
    ({ responses }) => {
      expect(responses[401]).toBeDefined();
    },
  );

  it('are open to anybody only where a caller signs in or reads what is public', () => {
    expect(NAMED.filter(({ caller }) => caller === 'anybody').map(({ operationId }) => operationId)).toEqual([
      'getToken',
      'changePassword',
      'startSignIn',
      'pageOfSignOut',
      'pageOfAccessibility',
      'styleOfPages',
      'showAggregates',
      'listAnswers',
      'showBusinessNotice',
      'findSupportProviders',
      'showSupportProvider',
      'proposeSupportProvider',
      'listSupportTaxonomies',
      'askAssistant',
      'listReports',
      'showReport',
      'showReportSchema',
      'showRoadmapPage',
      'showRoadmap',
      'describeApi',
    ]);
  });

  it.each([
    ['suomifi', ['system', 'anybody']],
    ['hub', ['system', 'operator']],
    ['me', ['person']],
    ['point', ['official']],
    ['print', ['print-provider']],
    ['support', ['programme', 'anybody']],
    ['pages', ['visitor', 'anybody']],
    ['meta', ['anybody']],
  ])('of the front %s are for %j', (front, callers) => {
    const found = NAMED.filter((each) => each.front === front).map(({ caller }) => caller);
    expect(new Set(found)).toEqual(new Set(callers));
  });

  it('of the newer fronts answer problems, those of the national API its own errors, pages pages', () => {
    const media = (front: string, wanted: boolean) =>
      NAMED.filter(
        (each) => (each.front === front) === wanted && each.front !== 'meta' && (wanted || each.front !== 'pages'),
      ).flatMap(({ responses }) =>
        Object.entries(responses)
          .filter(([status]) => Number(status) >= 400)
          .map(([, { mediaType }]) => mediaType ?? 'application/json'),
      );
    expect(new Set(media('suomifi', false))).toEqual(new Set(['application/problem+json']));
    expect(new Set(media('pages', true))).toEqual(new Set(['text/html']));
    expect(new Set(media('suomifi', true))).toEqual(new Set(['application/json', 'text/plain']));
  });
});

describe('a door', () => {
  const doors = Object.entries(DOORS).map(([name, door]) => ({ name, ...door }));

  it.each(doors)('named $name says who notices when it is shut', ({ impact }) => {
    expect(impact).toMatch(/^\p{Ll}.{20,}[^.]$/u);
  });

  it.each(doors)('named $name carries uploads past itself, and nothing else', ({ carriage, operations }) => {
    for (const { body, method } of operations) {
      expect(body === 'multipart').toBe(carriage === 'upload');
      if (method === 'GET') expect(body === 'multipart').toBe(false);
    }
  });
});
