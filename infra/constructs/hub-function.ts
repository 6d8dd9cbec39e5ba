import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type AssetCode, Architecture, Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { bundle } from '#infra/bundling/bundle';
import { hubLog } from '#infra/constructs/hub-log';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import type { FunctionName } from '#infra/permission';
import { hubName } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';

/** A schema of what a function reads from its environment. */
export type EnvironmentSchema = z.ZodMiniObject;

/** A text for every variable the schema names; leaving one out or misspelling it does not compile. */
export type EnvironmentOf<Config extends EnvironmentSchema> = Readonly<Record<keyof Config['shape'] & string, string>>;

export interface HubFunctionProps<Config extends EnvironmentSchema> {
  readonly name: FunctionName;
  readonly config: Config;
  /** May hold more than the config names; the function gets what is named. */
  readonly environment: EnvironmentOf<Config>;
  /** What it may do, besides writing its own log. */
  readonly permissions: readonly PolicyStatement[];
  /** What a citizen or an authority notices when it fails. Printed on its alarm. */
  readonly impact: string;
  /** Longest run. */
  readonly timeout: Duration;
  readonly surroundings: Surroundings;
  /** In MB; processor time comes with it, a whole core at 1769. @default 1024 */
  readonly memory?: number;
  /** Copies it may run and that are set aside for it. @default as many as the account has left */
  readonly reserved?: number;
  /** Adds files to the bundle. @default none */
  readonly bundleFiles?: (outputFolder: string) => void;
}

/** Memory, in MB, that brings a whole core with it: for what works long by itself, such as on all of the programme. */
export const WHOLE_CORE = 1769;

const FUNCTIONS = fileURLToPath(new URL('../../functions/', import.meta.url));

/**
 * A function of the hub: a file under functions/, bundled with the SDK it was tested with, a role of its own that holds
 * exactly its permissions, a log, and an alarm that says who is hurt.
 */
export class HubFunction<Config extends EnvironmentSchema = EnvironmentSchema> extends Construct {
  readonly name: FunctionName;
  readonly function: Function;
  /** Runs that ended in an error, and faults that a door turned into an answer or a worker into a retry. */
  readonly faults: MathExpression;

  constructor(scope: Construct, id: string, props: HubFunctionProps<Config>) {
    super(scope, id);
    const { config, timeout, memory = 1024, reserved, surroundings, bundleFiles } = props;
    this.name = props.name;
    const log = hubLog(this, props.name.replace('/', '-'), surroundings);
    const METRICS = hubName(surroundings.settings);
    const entries = Object.entries<string>(props.environment).filter(([variable]) => variable in config.shape);
    this.function = new Function(this, 'Function', {
      code: codeOf(props.name, bundleFiles),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      reservedConcurrentExecutions: surroundings.settings.reservesConcurrency ? reserved : undefined,
      // Traces cost more than the functions they trace; a request is followed by its trace id in the log.
      tracing: Tracing.DISABLED,
      environment: { ...Object.fromEntries(entries), METRICS },
      role: roleOf(this, log, props.permissions),
      logGroup: log,
    });
    this.faults = faultsOf(this.function, log, { namespace: METRICS, metricName: `faults-of/${props.name}` });
    new ImpactAlarm(this, 'FaultAlarm', {
      surroundings,
      metric: this.faults,
      threshold: 1,
      periods: 2,
      impact: props.impact,
    });
  }
}

/**
 * The role of one function. It is handed on as a role that nothing can be added to, so that what constructs of CDK grant of
 * themselves is dropped: the role holds what infra/permissions.ts says.
 */
function roleOf(scope: Construct, log: LogGroup, permissions: readonly PolicyStatement[]): IRole {
  const ownLog = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [log.logGroupArn],
  });
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { duties: new PolicyDocument({ statements: [ownLog, ...permissions] }) },
  });
  return Role.fromRoleArn(scope, 'Duties', role.roleArn, { mutable: false });
}

/** The bundle of a function, made on this machine by infra/bundling/bundle.ts: no image is ever pulled. */
function codeOf(name: FunctionName, bundleFiles: (outputFolder: string) => void = () => undefined): AssetCode {
  return Code.fromAsset(FUNCTIONS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (outputFolder) => {
          bundle(`functions/${name}.ts`, outputFolder);
          bundleFiles(outputFolder);
          return true;
        },
      },
    },
  });
}

/** Lines of level error are counted: a door answers 502 for a fault, which Lambda takes for a success. */
function faultsOf(
  of: Function,
  log: LogGroup,
  { namespace, metricName }: { readonly namespace: string; readonly metricName: string },
): MathExpression {
  const period = Duration.minutes(5);
  log.addMetricFilter('Faults', {
    filterPattern: FilterPattern.literal('%level.:.error%'),
    metricNamespace: namespace,
    metricName,
    metricValue: '1',
  });
  const logged = new Metric({ namespace, metricName, statistic: Stats.SUM, period });
  // Graphs show many of these, and their parts have to be told apart.
  const part = metricName.replaceAll(/\W/g, '_');
  const [errors, faults] = [`errors_${part}`, `faults_${part}`] as const;
  return new MathExpression({
    expression: `FILL(${errors}, 0) + FILL(${faults}, 0)`,
    usingMetrics: { [errors]: of.metricErrors({ period }), [faults]: logged },
    label: metricName,
    period,
  });
}
