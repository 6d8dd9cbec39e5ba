import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type DocumentsBucket, UPLOADS } from '#infra/constructs/documents-bucket';
import { type GatewayDoor, type Method, invocationOf, required } from '#infra/constructs/gateway-definition';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import type { Surroundings } from '#infra/surroundings';
import { PROBLEMS } from '#shared/contracts/problem-kinds';
import { DOORS } from '#shared/contracts/routes';

export interface UploadDoorProps<Config extends EnvironmentSchema> {
  readonly documents: DocumentsBucket;
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly permissions: readonly PolicyStatement[];
  readonly surroundings: Surroundings;
}

const JSON_ONLY = "'application/json'";
const TYPE_OF_ANSWER = 'method.response.header.Content-Type';

/** Names in the definition of the gateway. */
const OWNER = 'upload-owner';
const HAS_TYPE = 'has-type';

/**
 * Where files come in: a function takes 6 MB, an upload may have 10, so the gateway puts the body straight into the
 * documents bucket. The function only says whose it is and gives it its id; its word is never cached, for the id is new
 * each time.
 *
 * @see functions/_shell/upload-authorizer.ts
 */
export class UploadDoor<Config extends EnvironmentSchema> extends Construct implements GatewayDoor {
  readonly door: HubFunction<Config>;
  readonly operations = DOORS.upload.operations;
  readonly method: Method;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly invokedFrom = 'authorizers/*';

  constructor(scope: Construct, id: string, { documents, ...props }: UploadDoorProps<Config>) {
    super(scope, id);
    const { impact } = DOORS.upload;
    this.door = new HubFunction(this, 'Door', { ...props, name: 'api/upload', impact, timeout: Duration.seconds(10) });
    const typed = { description: '', headers: { 'Content-Type': { type: 'string' } } };
    this.method = {
      parameters: [required('header', 'Content-Type')],
      responses: { '201': typed, '502': typed },
      security: [{ [OWNER]: [] }],
      'x-amazon-apigateway-request-validator': HAS_TYPE,
      'x-amazon-apigateway-integration': putInto(documents, putterOf(this, documents, props.surroundings)),
    };
    this.parts = {
      securityDefinitions: { [OWNER]: authorizer(this.door) },
      'x-amazon-apigateway-request-validators': {
        [HAS_TYPE]: { validateRequestBody: false, validateRequestParameters: true },
      },
    };
  }
}

/** A token or an API key: no one header tells that a caller has nothing to show, so there is no identity source. */
function authorizer({ function: handler }: HubFunction) {
  return {
    type: 'apiKey',
    name: 'Unused',
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': {
      type: 'request',
      authorizerUri: invocationOf(handler, 'buffered'),
      authorizerResultTtlInSeconds: 0,
    },
  };
}

/** The gateway's own role: it may put uploads and nothing else. */
function putterOf(scope: Construct, documents: DocumentsBucket, { settings: { region } }: Surroundings): Role {
  const via = { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } };
  return new Role(scope, 'Putter', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: {
      uploads: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['s3:PutObject'], resources: [documents.arnUnder(UPLOADS)] }),
          new PolicyStatement({ actions: ['kms:GenerateDataKey'], resources: [documents.key.keyArn], conditions: via }),
        ],
      }),
    },
  });
}

/** The key is made of what the authorizer says, never of what the caller writes; the body passes through as it is. */
function putInto({ name }: DocumentsBucket, { roleArn, stack }: Role): Method['x-amazon-apigateway-integration'] {
  return {
    type: 'aws',
    httpMethod: 'PUT',
    uri: `arn:${stack.partition}:apigateway:${stack.region}:s3:path/${name}/${UPLOADS}{ownerType}/{owner}/{uploadId}`,
    credentials: roleArn,
    passthroughBehavior: 'when_no_match',
    requestParameters: {
      'integration.request.path.ownerType': 'context.authorizer.ownerType',
      'integration.request.path.owner': 'context.authorizer.owner',
      'integration.request.path.uploadId': 'context.authorizer.uploadId',
      'integration.request.header.Content-Type': 'method.request.header.Content-Type',
    },
    // By the status S3 answers with.
    responses: {
      '200': answer('201', '{"attachmentId":"$context.authorizer.uploadId"}'),
      default: answer('502', JSON.stringify({ reason: PROBLEMS.fault.title.en })),
    },
  };
}

function answer(statusCode: string, body: string) {
  return {
    statusCode,
    responseParameters: { [TYPE_OF_ANSWER]: JSON_ONLY },
    responseTemplates: { 'application/json': body },
  };
}
