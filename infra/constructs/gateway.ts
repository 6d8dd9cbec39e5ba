import { Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { callerPolicy } from '#infra/constructs/caller-policy';
import { type GatewayDoor, gatewayDefinition } from '#infra/constructs/gateway-definition';
import { hubLog } from '#infra/constructs/hub-log';
import { hubName } from '#infra/stages';
import { BINARY_BODIES } from '#shared/contracts/http/binary-bodies';
import type { Surroundings } from '#infra/surroundings';

export interface GatewayProps {
  readonly doors: readonly GatewayDoor[];
  readonly surroundings: Surroundings;
}

/** The gateway's word for the deployment; a host name of one's own hides it from the address. */
const STAGE_NAME = 'live';

const DESCRIPTION = 'Viestiväylä: authorities, recipients, print providers';

/** The gateway: its definition with every call of every door, its stage, and leave to invoke the doors. */
export class Gateway extends Construct {
  readonly api: SpecRestApi;

  constructor(scope: Construct, id: string, { doors, surroundings }: GatewayProps) {
    super(scope, id);
    const { settings } = surroundings;
    const { rate, burst } = settings.throttling;
    const name = hubName(settings);
    const closed = settings.systemsFront !== undefined;
    const policy = callerPolicy(settings.callerCidrs, STAGE_NAME);
    const binary = [...BINARY_BODIES];
    this.api = new SpecRestApi(this, 'Api', {
      restApiName: name,
      // An import takes the definition for the whole of the gateway, so policy and endpoint are said in it too.
      apiDefinition: ApiDefinition.fromInline(
        gatewayDefinition({
          info: { title: name, description: DESCRIPTION, version: '1' },
          doors,
          settings: {
            'x-amazon-apigateway-binary-media-types': binary,
            'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: closed },
            'x-amazon-apigateway-policy': policy,
          },
        }),
      ),
      failOnWarnings: true,
      endpointTypes: [EndpointType.REGIONAL],
      parameters: { endpointConfigurationTypes: EndpointType.REGIONAL },
      binaryMediaTypes: binary,
      disableExecuteApiEndpoint: closed,
      policy,
      // The role by which gateways of this account write logs; an account has one, so it outlives the stack.
      cloudWatchRole: true,
      deployOptions: {
        stageName: STAGE_NAME,
        throttlingRateLimit: rate,
        throttlingBurstLimit: burst,
        metricsEnabled: true,
        // Execution logs hold headers and bodies. The access log holds what accessLogFormat names.
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
        accessLogDestination: new LogGroupLogDestination(hubLog(scope, 'api-access', surroundings)),
        accessLogFormat: accessLogFormat(),
      },
    });
    for (const door of doors) this.mayInvoke(door);
  }

  /** One permission for each function: its policy holds 20 KB, and a door may have many calls. */
  private mayInvoke({ door, invokedFrom }: GatewayDoor): void {
    door.function.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.api.restApiId,
        resourceName: invokedFrom,
      }),
    });
  }
}

/** The template of the route and never its values, numbers, and the id of the request: nothing of a person. */
function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      at: '$context.requestTime',
      requestId: '$context.requestId',
      method: '$context.httpMethod',
      route: '$context.resourcePath',
      status: '$context.status',
      latencyMs: '$context.responseLatency',
      doorMs: '$context.integrationLatency',
      refusedBy: '$context.error.responseType',
    }),
  );
}
