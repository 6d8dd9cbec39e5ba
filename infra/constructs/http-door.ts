import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type GatewayDoor, type Method, invocationOf } from '#infra/constructs/gateway-definition';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import type { Surroundings } from '#infra/surroundings';
import type { Operation } from '#shared/contracts/http/operation';
import { DOORS, type DoorName } from '#shared/contracts/routes';

export interface HttpDoorProps<Config extends EnvironmentSchema> {
  readonly door: DoorName;
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly permissions: readonly PolicyStatement[];
  readonly surroundings: Surroundings;
  /** In MB. @default as HubFunction */
  readonly memory?: number;
  /** Adds files to the bundle. @default none */
  readonly bundleFiles?: (outputFolder: string) => void;
}

/** The gateway waits 29 seconds; a function that is still at it then only costs. */
const LONGEST = Duration.seconds(28);

/** A door of the API: one function, to which the gateway brings each of its calls as it comes. */
export class HttpDoor<Config extends EnvironmentSchema> extends Construct implements GatewayDoor {
  readonly door: HubFunction<Config>;
  readonly operations: readonly Operation[];
  /** Who calls is told by the door itself, by rules the gateway has no words for. */
  readonly method: Method;
  readonly invokedFrom = '*/*/*';

  constructor(scope: Construct, id: string, { door, ...props }: HttpDoorProps<Config>) {
    super(scope, id);
    const { operations, impact, carriage } = DOORS[door];
    const streams = carriage === 'file';
    this.door = new HubFunction(this, 'Door', { ...props, name: `api/${door}`, impact, timeout: LONGEST });
    this.operations = operations;
    this.method = {
      responses: {},
      'x-amazon-apigateway-integration': {
        type: 'aws_proxy',
        httpMethod: 'POST',
        uri: invocationOf(this.door.function, streams ? 'streamed' : 'buffered'),
        responseTransferMode: streams ? 'STREAM' : 'BUFFERED',
      },
    };
  }
}
