import { Duration } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  Operation,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { hubKey } from '#infra/constructs/hub-key';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import { type Surroundings } from '#infra/surroundings';
import { TABLES, type TableName } from '#shared/contracts/tables';

interface Index {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** What the hub asks of tables; the alarms watch no more, since a sum takes ten metrics at most. */
const OPERATIONS = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
];

/** Requests that DynamoDB may turn away in five minutes before somebody should look: the SDK tries each again. */
const TOLERATED_THROTTLES = 50;

/** A table of one room, with a key of its own and alarms. Its shape stands in shared/contracts/tables.ts. */
export class HubTable extends Construct {
  readonly name: TableName;
  readonly table: Table;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { readonly name: TableName; readonly surroundings: Surroundings }) {
    super(scope, id);
    const { settings } = props.surroundings;
    const shape = TABLES[props.name];
    const indexes: readonly Index[] = shape.indexes;
    this.name = props.name;
    this.key = hubKey(this, 'Key', { settings, protects: `table-${props.name}` });
    // One region, so the plain table; a global one would be TableV2.
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: shape.sortKeyType === 'N' ? AttributeType.NUMBER : AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.keepsData,
      removalPolicy: settings.removalPolicy,
    });
    for (const { name, partitionKey, sortKey } of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    this.addAlarms(props.surroundings);
  }

  private addAlarms(surroundings: Surroundings): void {
    const counted = { operations: OPERATIONS, period: Duration.minutes(5) };
    const { holds } = TABLES[this.name];
    new ImpactAlarm(this, 'ThrottleAlarm', {
      surroundings,
      metric: this.table.metricThrottledRequestsForOperations(counted),
      threshold: TOLERATED_THROTTLES,
      impact: `sending and reading slow down or fail, since the table is asked for more than it gives: ${holds}`,
    });
    new ImpactAlarm(this, 'SystemErrorAlarm', {
      surroundings,
      metric: this.table.metricSystemErrorsForOperations(counted),
      threshold: 1,
      periods: 2,
      impact: `calls and deliveries fail and are tried again, since DynamoDB has faults: ${holds}`,
    });
  }
}
