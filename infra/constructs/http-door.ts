import { Duration } from 'aws-cdk-lib';
import { AuthorizationType, LambdaIntegration, ResponseTransferMode, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type EnvironmentOf, type EnvironmentSchema, HubFunction } from '#infra/constructs/hub-function';
import type { Surroundings } from '#infra/surroundings';
import { DOORS, type DoorName } from '#shared/contracts/routes';

export interface HttpDoorProps<Config extends EnvironmentSchema> {
  readonly door: DoorName;
  readonly api: RestApi;
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

/** A door of the API: one function, and a method of the gateway for each of its operations. */
export class HttpDoor<Config extends EnvironmentSchema> extends Construct {
  readonly door: HubFunction<Config>;

  constructor(scope: Construct, id: string, { door, api, ...props }: HttpDoorProps<Config>) {
    super(scope, id);
    const { operations, impact, carriage } = DOORS[door];
    this.door = new HubFunction(this, 'Door', { ...props, name: `api/${door}`, impact, timeout: LONGEST });
    const integration = new LambdaIntegration(this.door.function, {
      // One permission for the gateway as a whole: a function's policy holds 20 KB, and a door may have many calls.
      scopePermissionToMethod: false,
      responseTransferMode: carriage === 'file' ? ResponseTransferMode.STREAM : ResponseTransferMode.BUFFERED,
    });
    for (const { method, path } of operations) {
      // Who calls is told by the door itself, by rules the gateway has no words for.
      api.root.resourceForPath(path).addMethod(method, integration, { authorizationType: AuthorizationType.NONE });
    }
  }
}
