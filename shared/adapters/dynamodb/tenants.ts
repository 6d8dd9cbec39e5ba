import { type DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { authority, authorityService, keyHolder, sendingSystem } from '#shared/domain/tenancy/tenant';
import type { TenantId } from '#shared/domain/message/ids';
import { type Clock, type Instant, MINUTE, elapsed } from '#shared/kernel/time';
import type { TenantAdmission, Tenants } from '#shared/ports/tenants';

interface TenantsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly clock: Clock;
}

/** How long an answer is kept in memory. What is not there is asked for again each time. */
const KEPT = MINUTE;

/** Table `tenants`: pk = kind and id, sk = `tenant`; the item holds the thing itself. */
export function makeDynamoTenants({ client, tableName, clock }: TenantsTable): Tenants & TenantAdmission {
  const readItem = makeReadItem(client, tableName);
  const kept = new Map<string, { readonly at: Instant; readonly value: unknown }>();

  return {
    system: async (id) => find(`system#${id}`, sendingSystem),
    service: async (id) => find(`service#${id}`, authorityService),
    authority: async (id) => find(`authority#${id}`, authority),
    authorities: async () => {
      const found: TenantId[] = [];
      const scan = {
        TableName: tableName,
        ConsistentRead: true,
        FilterExpression: 'begins_with(pk, :authority)',
        ExpressionAttributeValues: { ':authority': 'authority#' },
      };
      for await (const { Items = [] } of paginateScan({ client }, scan))
        found.push(...Items.map((item) => authority.parse(item).tenantId));
      return found;
    },
    holderOf: async (digest) => find(`key#${digest}`, keyHolder),
    putAuthority: async (each) => put(`authority#${each.tenantId}`, each),
    putService: async (each) => put(`service#${each.serviceId}`, each),
    putSystem: async (each) => put(`system#${each.systemId}`, each),
    putKey: async (digest, holder) => put(`key#${digest}`, holder),
  };

  async function find<T extends z.ZodMiniType>(pk: string, schema: T): Promise<z.infer<T> | undefined> {
    const known = kept.get(pk);
    if (known && elapsed(known.at, clock()) < KEPT) return schema.parse(known.value);
    const item = await readItem({ pk, sk: 'tenant' });
    if (!item) return undefined;
    const value = schema.parse(item);
    kept.set(pk, { at: clock(), value });
    return value;
  }

  async function put(pk: string, value: object): Promise<void> {
    kept.delete(pk);
    await client.send(new PutCommand({ TableName: tableName, Item: { ...value, pk, sk: 'tenant' } }));
  }
}
