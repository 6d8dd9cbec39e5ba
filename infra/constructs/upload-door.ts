import { Duration } from 'aws-cdk-lib';
import {
  AuthorizationType,
  AwsIntegration,
  type MethodOptions,
  PassthroughBehavior,
  RequestAuthorizer,
  RequestValidator,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type DocumentsBucket, UPLOADS } from '#infra/constructs/documents-bucket';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import type { Surroundings } from '#infra/surroundings';
import { PROBLEMS } from '#shared/contracts/problems';
import { DOORS } from '#shared/contracts/routes';

export interface UploadDoorProps<Config extends EnvironmentSchema> {
  readonly api: RestApi;
  readonly documents: DocumentsBucket;
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly permissions: readonly PolicyStatement[];
  readonly surroundings: Surroundings;
}

const JSON_ONLY = "'application/json'";
const TYPE_OF_ANSWER = 'method.response.header.Content-Type';

/**
 * Where files come in: a function takes 6 MB, an upload may have 10, so the gateway puts the body straight into the
 * documents bucket. The function only says whose it is and gives it its id; its word is never cached, for the id is new
 * each time.
 *
 * @see functions/_shell/upload-authorizer.ts
 */
export class UploadDoor<Config extends EnvironmentSchema> extends Construct {
  readonly door: HubFunction<Config>;

  constructor(scope: Construct, id: string, { api, documents, ...props }: UploadDoorProps<Config>) {
    super(scope, id);
    const { operations, impact } = DOORS.upload;
    this.door = new HubFunction(this, 'Door', { ...props, name: 'api/upload', impact, timeout: Duration.seconds(10) });
    const options: MethodOptions = {
      authorizationType: AuthorizationType.CUSTOM,
      authorizer: new RequestAuthorizer(this, 'Owner', {
        handler: this.door.function,
        // A token or an API key: no one header tells that a caller has nothing to show.
        identitySources: [],
        resultsCacheTtl: Duration.seconds(0),
      }),
      requestParameters: { 'method.request.header.Content-Type': true },
      requestValidator: new RequestValidator(this, 'HasType', { restApi: api, validateRequestParameters: true }),
      methodResponses: ['201', '502'].map((statusCode) => ({
        statusCode,
        responseParameters: { [TYPE_OF_ANSWER]: true },
      })),
    };
    const integration = putInto(documents, putterOf(this, documents, props.surroundings.settings.region));
    for (const { method, path } of operations) api.root.resourceForPath(path).addMethod(method, integration, options);
  }
}

/** The gateway's own role: it may put uploads and nothing else. */
function putterOf(scope: Construct, documents: DocumentsBucket, region: string): Role {
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
function putInto({ name }: DocumentsBucket, credentialsRole: Role): AwsIntegration {
  return new AwsIntegration({
    service: 's3',
    integrationHttpMethod: 'PUT',
    path: `${name}/${UPLOADS}{ownerType}/{owner}/{uploadId}`,
    options: {
      credentialsRole,
      passthroughBehavior: PassthroughBehavior.WHEN_NO_MATCH,
      requestParameters: {
        'integration.request.path.ownerType': 'context.authorizer.ownerType',
        'integration.request.path.owner': 'context.authorizer.owner',
        'integration.request.path.uploadId': 'context.authorizer.uploadId',
        'integration.request.header.Content-Type': 'method.request.header.Content-Type',
      },
      integrationResponses: [
        answer('201', '{"attachmentId":"$context.authorizer.uploadId"}', '200'),
        answer('502', JSON.stringify({ reason: PROBLEMS.fault.title.en })),
      ],
    },
  });
}

/** @param selectionPattern status of S3 it is the answer to. @default every other */
function answer(statusCode: string, body: string, selectionPattern?: string) {
  return {
    statusCode,
    selectionPattern,
    responseParameters: { [TYPE_OF_ANSWER]: JSON_ONLY },
    responseTemplates: { 'application/json': body },
  };
}
