import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { matterPreference } from '#shared/domain/consent/matter-preference';
import type { OwnRecords } from '#shared/ports/own-records';

/** Table `recipients`: the items `consent#` (gates.ts) and `matter#` (matters.ts) of one recipient. */
export function makeDynamoOwnRecords({ client, tableName }: RecipientsTable): OwnRecords {
  const queryItems = makeQueryItems(client, tableName);
  const itemsOf = async (owner: string, prefix: string) => queryItems({ pk: owner, begins: prefix, newestFirst: true });
  return {
    consents: async (id) => (await itemsOf(id, 'consent#')).map((item) => consentRecord.parse(item)),
    matters: async (id) => (await itemsOf(id, 'matter#')).map((item) => matterPreference.parse(item)),
  };
}
