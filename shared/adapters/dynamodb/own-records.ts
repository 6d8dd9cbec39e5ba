import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import type { Item } from '#shared/adapters/dynamodb/table';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { matterPreference } from '#shared/domain/consent/matter-preference';
import type { OwnRecords } from '#shared/ports/own-records';

/** Table `recipients`: the items `consent#` (gates.ts) and `matter#` (matters.ts) of one recipient. */
export function makeDynamoOwnRecords({ client, tableName }: RecipientsTable): OwnRecords {
  async function itemsOf(owner: string, prefix: string): Promise<Item[]> {
    const query = {
      TableName: tableName,
      ConsistentRead: true,
      ScanIndexForward: false,
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':owner': owner, ':prefix': prefix },
    };
    const found: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, query)) found.push(...Items);
    return found;
  }
  return {
    consents: async (id) => (await itemsOf(id, 'consent#')).map((item) => consentRecord.parse(item)),
    matters: async (id) => (await itemsOf(id, 'matter#')).map((item) => matterPreference.parse(item)),
  };
}
