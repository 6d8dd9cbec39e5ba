import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { TABLES } from '#shared/contracts/tables';

/** Makes the tables of the hub where they are not there yet. Their names are those of the table of tables. */
export async function createTables(client: DynamoDBClient): Promise<void> {
  for (const [name, { sortKeyType, indexes }] of Object.entries(TABLES)) {
    const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' as const },
      { AttributeName: range, KeyType: 'RANGE' as const },
    ];
    const command = new CreateTableCommand({
      TableName: tableName(name),
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: [
        text('pk'),
        { AttributeName: 'sk', AttributeType: sortKeyType },
        ...indexes.flatMap(({ partitionKey, sortKey }) => [text(partitionKey), text(sortKey)]),
      ],
      GlobalSecondaryIndexes:
        indexes.length === 0
          ? undefined
          : indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: keys(index.partitionKey, index.sortKey),
              Projection: { ProjectionType: 'KEYS_ONLY' as const },
            })),
    });
    try {
      await client.send(command);
    } catch (fault) {
      if (!(fault instanceof ResourceInUseException)) throw fault;
    }
  }
}

/** Name of a table on a single machine. */
export function tableName(name: string): string {
  return `viestivayla-${name}`;
}
