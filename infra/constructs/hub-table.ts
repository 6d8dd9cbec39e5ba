import { Duration } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  Operation,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { hubKey } from '#infra/constructs/hub-key';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import type { StageSettings } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';
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

/**
 * A table of one room, with a key of its own and alarms. Its shape stands in shared/contracts/tables.ts. After a restore the
 * hub works on the restored copy, which DynamoDB makes under another name and with the same key.
 */
export class HubTable extends Construct {
  readonly name: TableName;
  /** The one the hub works on. */
  readonly table: ITable;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { readonly name: TableName; readonly surroundings: Surroundings }) {
    super(scope, id);
    const { settings } = props.surroundings;
    this.name = props.name;
    this.key = hubKey(this, 'Key', { settings, protects: `table-${props.name}` });
    const made = this.makeTable(settings);
    const tableName = settings.restoredTables[props.name];
    this.table =
      tableName === undefined
        ? made
        : Table.fromTableAttributes(this, 'Restored', { tableName, encryptionKey: this.key });
    this.addAlarms(props.surroundings);
  }

  /** One region, so the plain table; a global one would be TableV2. */
  private makeTable(settings: StageSettings): Table {
    const shape = TABLES[this.name];
    const indexes: readonly Index[] = shape.indexes;
    const table = new Table(this, 'Table', {
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
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    return table;
  }

  private addAlarms(surroundings: Surroundings): void {
    const counted = { operations: OPERATIONS, period: Duration.minutes(5) };
    const { impact } = TABLES[this.name];
    new ImpactAlarm(this, 'ThrottleAlarm', {
      surroundings,
      metric: this.table.metricThrottledRequestsForOperations(counted),
      threshold: TOLERATED_THROTTLES,
      impact: `the table is asked for more than it gives: ${impact}`,
    });
    new ImpactAlarm(this, 'SystemErrorAlarm', {
      surroundings,
      metric: this.table.metricSystemErrorsForOperations(counted),
      threshold: 1,
      periods: 2,
      impact: `DynamoDB has faults, and what fails is tried again: ${impact}`,
    });
  }
}
