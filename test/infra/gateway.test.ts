import { readFileSync, readdirSync } from 'node:fs';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BINARY_BODIES } from '#shared/contracts/http/binary-bodies';
import { DOORS, OPERATIONS } from '#shared/contracts/routes';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import { propertiesOf, statementsIn, synthesize, textOf, theOne } from '#test/infra/hub-templates';

const { api } = synthesize('sandbox');
const production = synthesize('production');

const integration = z.looseObject({
  type: z.string(),
  uri: z.unknown(),
  responseTransferMode: z.optional(z.string()),
});
const method = z.looseObject({
  parameters: z.optional(z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() }))),
  responses: z.record(z.string(), z.unknown()),
  security: z.optional(z.array(z.record(z.string(), z.array(z.string())))),
  'x-amazon-apigateway-request-validator': z.optional(z.string()),
  'x-amazon-apigateway-integration': integration,
});
const definition = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), method)) });

const authorizers = z.record(
  z.string(),
  z.looseObject({ 'x-amazon-apigateway-authorizer': z.looseObject({ authorizerUri: z.unknown() }) }),
);

function gatewayOf(template: Template) {
  return theOne(template, 'AWS::ApiGateway::RestApi', 'Gateway');
}

/** What the gateway is made of: the document that API Gateway imports. */
function definitionOf(template: Template) {
  return definition.parse(gatewayOf(template)['Body']);
}

/** Every method of the gateway with its path. */
function methodsOf(template: Template) {
  return Object.entries(definitionOf(template).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, { 'x-amazon-apigateway-integration': carried, ...rest }]) => ({
      route: `${name.toUpperCase()} ${path}`,
      integration: carried,
      uri: textOf(carried.uri),
      ...rest,
    })),
  );
}

const methods = methodsOf(api);
const routesOf = (operations: readonly { method: string; path: string }[]) =>
  operations.map((each) => `${each.method} ${each.path}`);

describe('the gateway', () => {
  it('has every route of the table of routes and no other', () => {
    expect(methods.map(({ route }) => route).sort()).toEqual(routesOf(OPERATIONS).sort());
  });

  it.each(Object.entries(DOORS).filter(([, { carriage }]) => carriage !== 'upload'))(
    'brings the calls of the door %s to its function',
    (door, { operations }) => {
      const named = door.split('-').map(([first = '', ...rest]) => first.toUpperCase() + rest.join(''));
      const prefix = `${named.join('')}DoorFunction`;
      const mine = methods.filter(({ uri }) => uri.includes(`<${prefix}`));
      expect(mine.map(({ route }) => route).sort()).toEqual(routesOf(operations).sort());
      expect(new Set(mine.map((each) => each.integration.type))).toEqual(new Set(['aws_proxy']));
    },
  );

  it('streams the doors whose handlers stream, and buffers the rest', () => {
    const streaming = readdirSync('functions/api')
      .filter((file) => readFileSync(`functions/api/${file}`, 'utf8').includes('fileDoor('))
      .map((file) => file.replace('.ts', ''));
    const carried = Object.entries(DOORS).filter(([, { carriage }]) => carriage === 'file');
    expect(carried.map(([door]) => door).sort()).toEqual(streaming.sort());
    const operations = carried.flatMap(([, door]) => [...door.operations]);
    const streamed = methods.filter((each) => each.integration.responseTransferMode === 'STREAM');
    expect(streamed.map(({ route }) => route).sort()).toEqual(routesOf(operations).sort());
    expect(streamed.every(({ uri }) => uri.endsWith('/response-streaming-invocations'))).toBe(true);
  });

  it('knows nobody itself but who uploads: every other caller is told by the door', () => {
    const guarded = methods.filter(({ security }) => security !== undefined);
    expect(guarded.map(({ route }) => route).sort()).toEqual(routesOf(DOORS.upload.operations).sort());
  });

  it.each(methods)(
    'has each parameter in the path of $route, so that no call is without',
    ({ route, parameters = [] }) => {
      const inPath = parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(route.match(/\{[^}]+\}/g) ?? []);
    },
  );

  it('names a parameter one way wherever paths part after it, as API Gateway asks', () => {
    const named = new Map<string, Set<string>>();
    for (const { path } of OPERATIONS) {
      for (const { index, 0: name } of path.matchAll(/\{[^}]+\}/g)) {
        const before = path.slice(0, index);
        named.set(before, (named.get(before) ?? new Set()).add(name));
      }
    }
    expect([...named].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it('is regional, throttled, and writes who answered what and how fast, but nothing of a person', () => {
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } });
    const { AccessLogSetting, MethodSettings } = theOne(api, 'AWS::ApiGateway::Stage', 'GatewayApiDeploymentStage');
    expect(MethodSettings).toEqual([
      expect.objectContaining({ LoggingLevel: 'OFF', DataTraceEnabled: false, ThrottlingRateLimit: 50 }),
    ]);
    const { Format } = z.object({ Format: z.string() }).parse(AccessLogSetting);
    expect(Object.values(z.record(z.string(), z.string()).parse(JSON.parse(Format))).sort()).toEqual([
      '$context.error.responseType',
      '$context.httpMethod',
      '$context.integrationLatency',
      '$context.requestId',
      '$context.requestTime',
      '$context.resourcePath',
      '$context.responseLatency',
      '$context.status',
    ]);
  });
});

/** Types of all resources of a template. */
function typesIn(template: Template): string[] {
  const { Resources } = z
    .object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) })
    .parse(template.toJSON());
  return Object.values(Resources).map(({ Type }) => Type);
}

describe('a stack', () => {
  it.each([synthesize('sandbox'), production].flatMap(({ all, hub }) => all.map((template) => ({ hub, template }))))(
    'has room to grow: 500 resources and 1 MB is what it may have',
    ({ template }) => {
      expect(typesIn(template).length).toBeLessThan(250);
      expect(JSON.stringify(template.toJSON()).length).toBeLessThan(600_000);
    },
  );
});

describe('the definition of the gateway', () => {
  it('is all there is of it: what stands outside is gone with the next import', () => {
    const outside = typesIn(production.api).filter((type) => type.startsWith('AWS::ApiGateway::'));
    expect(new Set(outside)).toEqual(
      new Set(
        ['RestApi', 'Account', 'Deployment', 'Stage', 'DomainName', 'BasePathMapping'].map(
          (each) => `AWS::ApiGateway::${each}`,
        ),
      ),
    );
  });

  it('has far fewer than the 300 paths a gateway may have, parts of paths included', () => {
    const parts = OPERATIONS.flatMap(({ path }) => path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/')));
    expect(new Set(parts).size).toBeLessThan(250);
  });

  it('says who may call from where, and at which address, as the gateway does', () => {
    for (const template of [api, production.api]) {
      const { Policy, DisableExecuteApiEndpoint, BinaryMediaTypes, FailOnWarnings } = gatewayOf(template);
      const said = definitionOf(template);
      expect(said['x-amazon-apigateway-policy']).toEqual(Policy);
      expect(said['x-amazon-apigateway-endpoint-configuration']).toEqual({
        disableExecuteApiEndpoint: DisableExecuteApiEndpoint,
      });
      expect(said['x-amazon-apigateway-binary-media-types']).toEqual(BinaryMediaTypes);
      expect(FailOnWarnings).toBe(true);
    }
  });

  it('is deployed anew with every change of it', () => {
    const deployments = [api, production.api].map((each) =>
      Object.keys(propertiesOf(each, 'AWS::ApiGateway::Deployment')),
    );
    expect(deployments.flat()).toHaveLength(2);
    expect(new Set(deployments.flat()).size).toBe(2);
  });

  it('lets the gateway call each function once for all of its calls', () => {
    const sources = Object.values(propertiesOf(api, 'AWS::Lambda::Permission')).map((each) =>
      textOf(each['SourceArn']),
    );
    expect(sources).toHaveLength(Object.keys(DOORS).length);
    expect(sources.filter((each) => /^arn:.*:<Gateway\w+>\/\*\/\*\/\*$/.test(each))).toHaveLength(sources.length - 1);
    expect(sources.filter((each) => each.endsWith('>/authorizers/*'))).toHaveLength(1);
  });
});

describe('uploads', () => {
  const uploads = methods.filter(({ route }) => routesOf(DOORS.upload.operations).includes(route));

  it('go past every function, straight to the bucket', () => {
    expect(uploads).toHaveLength(DOORS.upload.operations.length);
    for (const { integration: carried, uri } of uploads) {
      expect(carried).toMatchObject({ type: 'aws', httpMethod: 'PUT', passthroughBehavior: 'when_no_match' });
      expect(uri).toMatch(/:s3:path\/viestivayla-sandbox-documents-.*\/in\/\{ownerType\}\/\{owner\}\/\{uploadId\}$/);
    }
  });

  it('lie under a key made of what the authorizer says and of nothing the caller writes', () => {
    for (const { integration: carried } of uploads) {
      expect(carried['requestParameters']).toEqual({
        'integration.request.path.ownerType': 'context.authorizer.ownerType',
        'integration.request.path.owner': 'context.authorizer.owner',
        'integration.request.path.uploadId': 'context.authorizer.uploadId',
        'integration.request.header.Content-Type': 'method.request.header.Content-Type',
      });
    }
  });

  it('are answered 201 with the id of the upload, or 502 for anything S3 does not take', () => {
    const responseParameters = { 'method.response.header.Content-Type': "'application/json'" };
    const answer = (statusCode: string, body: unknown) => ({
      statusCode,
      responseParameters,
      responseTemplates: { 'application/json': body },
    });
    for (const { integration: carried, responses } of uploads) {
      expect(carried['responses']).toEqual({
        '200': answer('201', '{"attachmentId":"$context.authorizer.uploadId"}'),
        default: answer('502', expect.stringMatching(/^\{"reason":"[^"]+"\}$/)),
      });
      expect(Object.keys(responses)).toEqual(['201', '502']);
    }
  });

  it('say what they are, or are not let in', () => {
    for (const { parameters, 'x-amazon-apigateway-request-validator': validator } of uploads) {
      expect(parameters).toContainEqual({ name: 'Content-Type', in: 'header', required: true, type: 'string' });
      expect(definitionOf(api)['x-amazon-apigateway-request-validators']).toEqual({
        [String(validator)]: { validateRequestBody: false, validateRequestParameters: true },
      });
    }
  });

  it('pass as bytes', () => {
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { BinaryMediaTypes: [...BINARY_BODIES] });
  });

  it('have a new owner and id each time: the word of the authorizer is not kept', () => {
    const [owner, ...others] = Object.entries(authorizers.parse(definitionOf(api)['securityDefinitions']));
    expect(others).toEqual([]);
    expect(owner?.[1]).toMatchObject({
      type: 'apiKey',
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': { type: 'request', authorizerResultTtlInSeconds: 0 },
    });
    expect(textOf(owner?.[1]['x-amazon-apigateway-authorizer'].authorizerUri)).toMatch(
      /\/2015-03-31\/functions\/<UploadDoorFunction\w+\.Arn>\/invocations$/,
    );
    for (const { security } of uploads) expect(security).toEqual([{ [String(owner?.[0])]: [] }]);
  });

  it('are put by a role that can do nothing else', () => {
    const mine = statementsIn(api).filter(
      ({ of, principal }) => of.startsWith('UploadPutter') && principal === undefined,
    );
    expect(mine.map(({ actions }) => actions)).toEqual([['s3:PutObject'], ['kms:GenerateDataKey']]);
    expect(mine[0]?.resources).toEqual([expect.stringMatching(/-documents-.*\/in\/\*$/)]);
  });
});

describe('what the gateway itself answers', () => {
  const answers = z.record(z.string(), z.unknown()).parse(definitionOf(api)['x-amazon-apigateway-gateway-responses']);

  it.each([
    ['UNAUTHORIZED', '401'],
    ['MISSING_AUTHENTICATION_TOKEN', '404'],
    ['THROTTLED', '429'],
    ['QUOTA_EXCEEDED', '429'],
    ['WAF_FILTERED', '403'],
    ['INTEGRATION_FAILURE', '502'],
    ['INTEGRATION_TIMEOUT', '502'],
    ['AUTHORIZER_FAILURE', '502'],
    ['DEFAULT_5XX', '502'],
  ])('%s is %s with a reason, as the Suomi.fi API says it', (type, status) => {
    expect(answers[type]).toMatchObject({
      statusCode: status,
      responseParameters: { 'gatewayresponse.header.Content-Type': "'application/json'" },
      responseTemplates: { 'application/json': expect.stringMatching(/^\{"reason":"[^"]+"\}$/) },
    });
  });

  it('is plain text for a body that is too large', () => {
    expect(answers['REQUEST_TOO_LARGE']).toMatchObject({
      statusCode: '413',
      responseTemplates: { 'text/plain': `HTTP content length exceeded ${MAX_UPLOAD_BYTES} bytes.` },
    });
  });
});
