import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { programmeStore } from '#functions/_shell/stores';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { makeDynamoReportMails } from '#shared/adapters/dynamodb/report-mails';
import { makeDynamoReportShelf } from '#shared/adapters/dynamodb/report-shelf';

interface ReportsConfig {
  readonly PROGRAMME_TABLE: string;
  readonly DOCUMENTS: string;
}

/** The registers, the reports made from them and the mails they owe, as configured. */
export function reportStores(config: ReportsConfig) {
  const place = { client: dynamo(), tableName: config.PROGRAMME_TABLE };
  return {
    rows: programmeStore(config),
    shelf: makeDynamoReportShelf({ ...place, documents: documentStore(config), fingerprint }),
    mails: makeDynamoReportMails(place),
  };
}
