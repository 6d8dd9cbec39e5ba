import { dynamo } from '#functions/_shell/clients';
import { sealer } from '#functions/_shell/sealer';
import { makeDynamoReportMails } from '#shared/adapters/dynamodb/report-mails';
import { messageStores, programmeStore, recipientStores, tenantStore } from '#functions/_shell/stores';
import { tableName } from '#local/stand-ins/tables';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { makeDynamoWorkIndex } from '#shared/adapters/dynamodb/work-index';
import { makeFileDocuments } from '#shared/adapters/documents/file-documents';

interface InsideOptions {
  readonly dataFolder: string;
  readonly masterKey: string;
  readonly wakeShards: number;
}

export type Inside = ReturnType<typeof openInside>;

/** The hub's stores, opened for the runner and the sandbox: what no caller from outside ever gets. */
export function openInside({ dataFolder, masterKey, wakeShards }: InsideOptions) {
  const seals = sealer({ KEYS_TABLE: tableName('keys'), KEY_PROTECTION: `file:${masterKey}` });
  const messages = tableName('messages');
  const recipients = tableName('recipients');
  return {
    ...messageStores({ MESSAGES_TABLE: messages, WAKE_SHARDS: wakeShards }),
    ...recipientStores({ RECIPIENTS_TABLE: recipients, WAKE_SHARDS: wakeShards }),
    ...makeOwnRegisters({ client: dynamo(), tableName: tableName('registers'), sealer: seals }),
    programme: programmeStore({ PROGRAMME_TABLE: tableName('programme'), DOCUMENTS: `file:${dataFolder}/documents` }),
    tenants: tenantStore({ TENANTS_TABLE: tableName('tenants') }),
    shelf: makeDynamoLetterShelf({ client: dynamo(), tableName: tableName('letters') }),
    index: makeDynamoWorkIndex({
      client: dynamo(),
      tableNames: [messages, recipients, tableName('own-data')],
      wakeShards,
    }),
    reportMails: makeDynamoReportMails({ client: dynamo(), tableName: tableName('programme') }),
    documents: makeFileDocuments(`${dataFolder}/documents`),
    sealer: seals,
  };
}
