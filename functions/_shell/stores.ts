import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { makeDynamoAttachmentLog } from '#shared/adapters/dynamodb/attachment-log';
import { makeDynamoCorrespondence } from '#shared/adapters/dynamodb/correspondence';
import { makeDynamoDeliveryLog } from '#shared/adapters/dynamodb/delivery-log';
import { makeDynamoExceptions } from '#shared/adapters/dynamodb/exceptions';
import { makeDynamoGates } from '#shared/adapters/dynamodb/gates';
import { makeDynamoInboundLog } from '#shared/adapters/dynamodb/inbound-log';
import { makeDynamoAliases, makeDynamoEntries } from '#shared/adapters/dynamodb/mailboxes';
import { makeDynamoMatters } from '#shared/adapters/dynamodb/matters';
import { makeDynamoMessageLog } from '#shared/adapters/dynamodb/message-log';
import { makeDynamoObstacles } from '#shared/adapters/dynamodb/obstacles';
import { makeDynamoOutages } from '#shared/adapters/dynamodb/outages';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeDynamoTrash } from '#shared/adapters/dynamodb/trash';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';

/** The stores of one table each, as a door or a worker is configured to reach them. */
export function messageStores({
  MESSAGES_TABLE,
  WAKE_SHARDS,
}: {
  readonly MESSAGES_TABLE: string;
  readonly WAKE_SHARDS: number;
}) {
  const table = { client: dynamo(), tableName: MESSAGES_TABLE, wakeShards: WAKE_SHARDS };
  return {
    messages: makeDynamoMessageLog(table),
    deliveries: makeDynamoDeliveryLog(table),
    attachments: makeDynamoAttachmentLog(table),
    inbound: makeDynamoInboundLog(table),
    obstacles: makeDynamoObstacles(table),
  };
}

export function recipientStores({
  RECIPIENTS_TABLE,
  WAKE_SHARDS,
}: {
  readonly RECIPIENTS_TABLE: string;
  readonly WAKE_SHARDS: number;
}) {
  const table = { client: dynamo(), tableName: RECIPIENTS_TABLE, wakeShards: WAKE_SHARDS };
  return {
    aliases: makeDynamoAliases(table),
    gates: makeDynamoGates(table),
    entries: makeDynamoEntries(table),
    trash: makeDynamoTrash(table),
    correspondence: makeDynamoCorrespondence(table),
    matters: makeDynamoMatters(table),
    exceptions: makeDynamoExceptions(table),
    outages: makeDynamoOutages(table),
  };
}

export function tenantStore({ TENANTS_TABLE }: { readonly TENANTS_TABLE: string }) {
  return makeDynamoTenants({ client: dynamo(), tableName: TENANTS_TABLE, clock: systemClock });
}

/** Registers of the programme; the rows of an import lie in the document store. */
export function programmeStore({
  PROGRAMME_TABLE,
  DOCUMENTS,
}: {
  readonly PROGRAMME_TABLE: string;
  readonly DOCUMENTS: string;
}) {
  const documents = documentStore({ DOCUMENTS });
  return makeDynamoProgrammeRows({ client: dynamo(), tableName: PROGRAMME_TABLE, documents });
}
