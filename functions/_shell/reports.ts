import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeDynamoReportMails } from '#shared/adapters/dynamodb/report-mails';
import { makeDynamoReportShelf } from '#shared/adapters/dynamodb/report-shelf';

interface ReportsConfig {
  readonly PROGRAMME_TABLE: string;
  readonly DOCUMENTS: string;
}

/** The registers, the reports made from them and the mails they owe, as configured. */
export function reportStores(config: ReportsConfig) {
  const place = { client: dynamo(), tableName: config.PROGRAMME_TABLE };
  const documents = documentStore(config);
  return {
    rows: makeDynamoProgrammeRows({ ...place, documents }),
    shelf: makeDynamoReportShelf({ ...place, documents, fingerprint }),
    mails: makeDynamoReportMails(place),
  };
}
