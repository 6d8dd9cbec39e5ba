import { readFileSync, readdirSync } from 'node:fs';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DOORS, OPERATIONS } from '#shared/contracts/routes';
import { MAX_UPLOAD_BYTES } from '#shared/domain/attachments/attachment';
import { propertiesOf, statementsIn, synthesize, textOf, theOne } from '#test/infra/hub-templates';

const { api } = synthesize('sandbox');
const production = synthesize('production');

const reference = z.union([
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('RootResourceId')]) }),
]);
const resource = z.object({ ParentId: reference, PathPart: z.string() });
const method = z.looseObject({
  HttpMethod: z.string(),
  ResourceId: reference,
  AuthorizationType: z.string(),
  Integration: z.looseObject({ Type: z.string(), Uri: z.unknown(), ResponseTransferMode: z.optional(z.string()) }),
});

/** Every method of the gateway with its path. */
function methodsOf(template: Template) {
  const resources = propertiesOf(template, 'AWS::ApiGateway::Resource');
  const pathOf = (at: z.infer<typeof reference>): string => {
    if (!('Ref' in at)) return '';
    const { ParentId, PathPart } = resource.parse(resources[at.Ref]);
    return `${pathOf(ParentId)}/${PathPart}`;
  };
  return Object.values(propertiesOf(template, 'AWS::ApiGateway::Method')).map((each) => {
    const { HttpMethod, ResourceId, Integration, ...rest } = method.parse(each);
    return {
      route: `${HttpMethod} ${pathOf(ResourceId)}`,
      integration: Integration,
      uri: textOf(Integration.Uri),
      ...rest,
    };
  });
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
      expect(new Set(mine.map(({ integration }) => integration.Type))).toEqual(new Set(['AWS_PROXY']));
    },
  );

  it('streams the doors whose handlers stream, and buffers the rest', () => {
    const streaming = readdirSync('functions/api')
      .filter((file) => readFileSync(`functions/api/${file}`, 'utf8').includes('fileDoor('))
      .map((file) => file.replace('.ts', ''));
    const carried = Object.entries(DOORS).filter(([, { carriage }]) => carriage === 'file');
    expect(carried.map(([door]) => door).sort()).toEqual(streaming.sort());
    const operations = carried.flatMap(([, door]) => [...door.operations]);
    const streamed = methods.filter(({ integration }) => integration.ResponseTransferMode === 'STREAM');
    expect(streamed.map(({ route }) => route).sort()).toEqual(routesOf(operations).sort());
    expect(streamed.every(({ uri }) => uri.endsWith('/response-streaming-invocations'))).toBe(true);
  });

  it('is regional, throttled, and writes who answered what and how fast, but nothing of a person', () => {
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } });
    const { AccessLogSetting, MethodSettings } = theOne(api, 'AWS::ApiGateway::Stage', 'ApiDeploymentStage');
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

describe('the stack of the API', () => {
  it('stays well below the 500 resources a stack may have, and the 300 paths of a gateway', () => {
    const { Resources } = z
      .object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) })
      .parse(api.toJSON());
    const types = Object.values(Resources).map(({ Type }) => Type);
    expect(types.length).toBeLessThan(450);
    expect(types.filter((type) => type === 'AWS::ApiGateway::Resource').length).toBeLessThan(250);
  });

  it('lets the gateway call each function once for all of its calls', () => {
    const doors = Object.values(DOORS).filter(({ carriage }) => carriage !== 'upload');
    const permissions = Object.keys(propertiesOf(api, 'AWS::Lambda::Permission'));
    expect(permissions.length).toBeLessThanOrEqual(doors.length + 1);
  });
});

describe('uploads', () => {
  const uploads = methods.filter(({ route }) => routesOf(DOORS.upload.operations).includes(route));

  it('go past every function, straight to the bucket', () => {
    expect(uploads).toHaveLength(DOORS.upload.operations.length);
    for (const { integration, uri, AuthorizationType } of uploads) {
      expect(AuthorizationType).toBe('CUSTOM');
      expect(integration).toMatchObject({
        Type: 'AWS',
        IntegrationHttpMethod: 'PUT',
        PassthroughBehavior: 'WHEN_NO_MATCH',
      });
      expect(uri).toMatch(/:s3:path\/viestivayla-sandbox-documents-.*\/in\/\{ownerType\}\/\{owner\}\/\{uploadId\}$/);
    }
  });

  it('lie under a key made of what the authorizer says and of nothing the caller writes', () => {
    for (const { integration } of uploads) {
      expect(integration['RequestParameters']).toEqual({
        'integration.request.path.ownerType': 'context.authorizer.ownerType',
        'integration.request.path.owner': 'context.authorizer.owner',
        'integration.request.path.uploadId': 'context.authorizer.uploadId',
        'integration.request.header.Content-Type': 'method.request.header.Content-Type',
      });
    }
  });

  it('are answered 201 with the id of the upload, or 502 for anything S3 does not take', () => {
    const header = { 'method.response.header.Content-Type': "'application/json'" };
    for (const { integration } of uploads) {
      expect(integration['IntegrationResponses']).toEqual([
        {
          StatusCode: '201',
          SelectionPattern: '200',
          ResponseParameters: header,
          ResponseTemplates: { 'application/json': '{"attachmentId":"$context.authorizer.uploadId"}' },
        },
        {
          StatusCode: '502',
          ResponseParameters: header,
          ResponseTemplates: { 'application/json': expect.stringMatching(/^\{"reason":"[^"]+"\}$/) },
        },
      ]);
    }
  });

  it('pass as bytes', () => {
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { BinaryMediaTypes: ['multipart/form-data'] });
  });

  it('have a new owner and id each time: the word of the authorizer is not kept', () => {
    api.resourceCountIs('AWS::ApiGateway::Authorizer', 1);
    api.hasResourceProperties('AWS::ApiGateway::Authorizer', { Type: 'REQUEST', AuthorizerResultTtlInSeconds: 0 });
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
  const answers = Object.fromEntries(
    Object.values(propertiesOf(api, 'AWS::ApiGateway::GatewayResponse')).map((each) => [
      String(each['ResponseType']),
      each,
    ]),
  );

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
      StatusCode: status,
      ResponseParameters: { 'gatewayresponse.header.Content-Type': "'application/json'" },
      ResponseTemplates: { 'application/json': expect.stringMatching(/^\{"reason":"[^"]+"\}$/) },
    });
  });

  it('is plain text for a body that is too large', () => {
    expect(answers['REQUEST_TOO_LARGE']).toMatchObject({
      StatusCode: '413',
      ResponseTemplates: { 'text/plain': `HTTP content length exceeded ${MAX_UPLOAD_BYTES} bytes.` },
    });
  });
});

describe('the firewall', () => {
  const rules = z
    .array(z.looseObject({ Name: z.string() }))
    .parse(theOne(production.api, 'AWS::WAFv2::WebACL', 'Firewall')['Rules']);

  it('stands before the stage', () => {
    api.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  it('knows bad addresses, bad inputs and who asks too much', () => {
    expect(rules.map(({ Name }) => Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
      'MostPerAddress',
      'OnlyPeoplesPaths',
    ]);
  });

  it('only counts bodies that are large or quote code, pages and addresses, as letters may', () => {
    expect(rules.find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet')).toHaveProperty(
      'Statement.ManagedRuleGroupStatement.RuleActionOverrides',
      [
        'SizeRestrictions_BODY',
        'CrossSiteScripting_BODY',
        'GenericLFI_BODY',
        'GenericRFI_BODY',
        'EC2MetaDataSSRF_BODY',
      ].map((Name) => ({ Name, ActionToUse: { Count: {} } })),
    );
  });

  it('keeps no samples of requests', () => {
    expect(JSON.stringify(propertiesOf(production.api, 'AWS::WAFv2::WebACL'))).not.toContain(
      '"SampledRequestsEnabled":true',
    );
  });
});

describe('host names of an operator', () => {
  it('ask systems for a certificate the operator trusts, and people for none', () => {
    production.api.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.viestit.example',
      MutualTlsAuthentication: { TruststoreUri: 's3://viestit-luotetut/varmenteet.pem' },
    });
    production.api.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'viestit.example',
      MutualTlsAuthentication: Match.absent(),
    });
  });

  it('are the only way in', () => {
    production.api.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: false });
  });
});

describe('allowed addresses', () => {
  const denied = statementsIn(production.api).filter(({ effect }) => effect === 'Deny');

  it('close the fronts of systems and printers to everybody else', () => {
    expect(denied).toHaveLength(1);
    expect(denied[0]?.condition).toEqual({ NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.7/32'] } });
    expect(denied[0]?.resources).toContain('execute-api:/live/POST/v2/messages');
    expect(denied[0]?.resources).toContain('execute-api:/live/GET/print/v1/letters/*/pdf');
  });

  it('close the registers of the programme by what their paths begin with, within what a policy holds', () => {
    expect(denied[0]?.resources).toContain('execute-api:/live/*/programme/v1/services*');
    expect(JSON.stringify(denied).length).toBeLessThan(6000);
  });

  it('leave people where they are', () => {
    expect(denied[0]?.resources.filter((each) => each.includes('/me/'))).toEqual([]);
    expect(statementsIn(api).filter(({ effect }) => effect === 'Deny')).toEqual([]);
  });
});
