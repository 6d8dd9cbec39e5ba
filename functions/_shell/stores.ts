import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { makeDynamoAccessLog } from '#shared/adapters/dynamodb/access-log';
import { makeDynamoAttachmentLog } from '#shared/adapters/dynamodb/attachment-log';
import { makeDynamoCorrespondence } from '#shared/adapters/dynamodb/correspondence';
import { makeDynamoDataRequests } from '#shared/adapters/dynamodb/data-requests';
import { makeDynamoDeliveryLog } from '#shared/adapters/dynamodb/delivery-log';
import { makeDynamoErasures } from '#shared/adapters/dynamodb/erasures';
import { makeDynamoExceptions } from '#shared/adapters/dynamodb/exceptions';
import { makeDynamoGates } from '#shared/adapters/dynamodb/gates';
import { makeDynamoInboundLog } from '#shared/adapters/dynamodb/inbound-log';
import { makeDynamoKeptContents } from '#shared/adapters/dynamodb/kept-contents';
import { makeDynamoLegalHolds } from '#shared/adapters/dynamodb/legal-holds';
import { makeDynamoAliases, makeDynamoEntries } from '#shared/adapters/dynamodb/mailboxes';
import { makeDynamoMandates } from '#shared/adapters/dynamodb/mandates';
import { makeDynamoMatters } from '#shared/adapters/dynamodb/matters';
import { makeDynamoMessageLog } from '#shared/adapters/dynamodb/message-log';
import { makeDynamoObstacles } from '#shared/adapters/dynamodb/obstacles';
import { makeDynamoOutages } from '#shared/adapters/dynamodb/outages';
import { makeDynamoOwnRecords } from '#shared/adapters/dynamodb/own-records';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeDynamoRunMarks } from '#shared/adapters/dynamodb/run-marks';
import { makeDynamoTrash } from '#shared/adapters/dynamodb/trash';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import { notingRoadmap } from '#shared/flow/programme/roadmap-marks';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

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

/** What retention works on beside them; only its own worker and doors load it. */
export function retentionStores({ MESSAGES_TABLE }: { readonly MESSAGES_TABLE: string }) {
  const table = { client: dynamo(), tableName: MESSAGES_TABLE };
  return { contents: makeDynamoKeptContents(table), holds: makeDynamoLegalHolds(table) };
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
    ownRecords: makeDynamoOwnRecords(table),
    exceptions: makeDynamoExceptions(table),
    outages: makeDynamoOutages(table),
  };
}

export function mandateStore({ MANDATES_TABLE }: { readonly MANDATES_TABLE: string }) {
  return makeDynamoMandates({ client: dynamo(), tableName: MANDATES_TABLE });
}

export function ownDataStores({ OWN_DATA_TABLE }: { readonly OWN_DATA_TABLE: string }) {
  const table = { client: dynamo(), tableName: OWN_DATA_TABLE };
  return {
    accessLog: makeDynamoAccessLog(table),
    dataRequests: makeDynamoDataRequests(table),
    erasures: makeDynamoErasures(table),
  };
}

export function tenantStore({ TENANTS_TABLE }: { readonly TENANTS_TABLE: string }) {
  return makeDynamoTenants({ client: dynamo(), tableName: TENANTS_TABLE, clock: systemClock });
}

interface ProgrammeConfig {
  readonly PROGRAMME_TABLE: string;
  readonly DOCUMENTS: string;
}

const programmeStores = new Map<string, ProgrammeRows>();

/**
 * Registers of the programme, which note what changes the roadmap; the rows of an import lie in the document store. One for
 * the process: it keeps what it has read.
 */
export function programmeStore({ PROGRAMME_TABLE, DOCUMENTS }: ProgrammeConfig): ProgrammeRows {
  const name = `${PROGRAMME_TABLE} ${DOCUMENTS}`;
  const store = programmeStores.get(name) ?? makeProgrammeStore({ PROGRAMME_TABLE, DOCUMENTS });
  programmeStores.set(name, store);
  return store;
}

function makeProgrammeStore({ PROGRAMME_TABLE, DOCUMENTS }: ProgrammeConfig): ProgrammeRows {
  const place = { client: dynamo(), tableName: PROGRAMME_TABLE };
  const rows = makeDynamoProgrammeRows({ ...place, documents: documentStore({ DOCUMENTS }) });
  return notingRoadmap(rows, makeDynamoRunMarks(place));
}
