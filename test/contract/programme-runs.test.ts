import { tableName } from '#local/stand-ins/tables';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { makeDynamoReportMails } from '#shared/adapters/dynamodb/report-mails';
import { makeDynamoReportShelf } from '#shared/adapters/dynamodb/report-shelf';
import { makeDynamoRunMarks } from '#shared/adapters/dynamodb/run-marks';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeMemoryReportMails } from '#shared/adapters/memory/report-mails';
import { makeMemoryReportShelf } from '#shared/adapters/memory/report-shelf';
import { makeMemoryRunMarks } from '#shared/adapters/memory/run-marks';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { reportMailsContract } from '#test/contract/report-mails.contract';
import { reportShelfContract } from '#test/contract/report-shelf.contract';
import { runMarksContract } from '#test/contract/run-marks.contract';

const dynamo = dynamoForThisFile();

async function freshTable() {
  await dynamo.fresh();
  return { client: dynamo.client(), tableName: tableName('programme') };
}

reportShelfContract('memory', async () => makeMemoryReportShelf());
reportShelfContract('DynamoDB', async () =>
  makeDynamoReportShelf({ ...(await freshTable()), documents: makeMemoryDocuments(), fingerprint }),
);
reportMailsContract('memory', async () => makeMemoryReportMails());
reportMailsContract('DynamoDB', async () => makeDynamoReportMails(await freshTable()));
runMarksContract('memory', async () => makeMemoryRunMarks());
runMarksContract('DynamoDB', async () => makeDynamoRunMarks(await freshTable()));
