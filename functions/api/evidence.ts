import { evidenceCalls } from '#functions/_shell/calls/evidence';
import { dynamo } from '#functions/_shell/clients';
import { sealedDays } from '#functions/_shell/evidence';
import { documentStore } from '#functions/_shell/documents';
import { fileDoor } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { messageStores, tenantStore } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { evidenceConfig } from '#shared/contracts/config/evidence';
import type { CertificatePress } from '#shared/ports/certificate-press';

const config = evidenceConfig.parse(process.env);
let press: Promise<CertificatePress> | undefined;

const ports = {
  ...messageStores(config),
  tenants: tenantStore(config),
  feed: makeDynamoFeedPages({ client: dynamo(), tableName: config.FEED_TABLE }),
  feedLanes: config.FEED_LANES,
  days: sealedDays(config),
  documents: documentStore(config),
  sealer: sealer(config),
  certificates: async () =>
    (press ??= import('#functions/_shell/certificates').then((it) => it.openCertificates(config.FONTS))),
};

export const handler = fileDoor('evidence', evidenceCalls(ports, systemCaller(config)));
