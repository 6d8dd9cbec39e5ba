import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { businessRecord, personRecord } from '#shared/domain/registers/person';
import type { BusinessRegister, PopulationRegister, RegisterEntry } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';

interface RegistersTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly sealer: Sealer;
}

const row = z.object({ sealed: z.string() });

/**
 * Registers the hub keeps itself, for an authority without access to the national ones, for development and for tests.
 * Table `registers`: pk = kind and keyed hash, sk = `row`; the row is sealed.
 */
export function makeOwnRegisters({ client, tableName, sealer }: RegistersTable): {
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly entry: RegisterEntry;
} {
  const readItem = makeReadItem(client, tableName);

  return {
    people: { find: async (code) => find('person', code, personRecord) },
    businesses: { find: async (id) => find('business', id, businessRecord) },
    entry: {
      enterPerson: async (code, person) => enter('person', code, person),
      enterBusiness: async (id, business) => enter('business', id, business),
    },
  };

  async function find<T extends z.ZodMiniType>(kind: string, id: string, schema: T): Promise<z.infer<T> | undefined> {
    const pk = await keyOf(kind, id);
    const item = await readItem({ pk, sk: 'row' });
    return item && schema.parse(JSON.parse(await sealer.openText(pk, row.parse(item).sealed)));
  }

  async function enter(kind: string, id: string, record: object): Promise<void> {
    const pk = await keyOf(kind, id);
    const sealed = await sealer.sealText({ key: 'registers', context: pk, text: JSON.stringify(record) });
    await client.send(new PutCommand({ TableName: tableName, Item: { pk, sk: 'row', sealed } }));
  }

  async function keyOf(kind: string, id: string): Promise<string> {
    return `${kind}#${await sealer.digest('recipient', id)}`;
  }
}
