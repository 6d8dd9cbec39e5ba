import { dynamo } from '#functions/_shell/clients';
import { sealedDays, signer } from '#functions/_shell/evidence';
import { metric } from '#functions/_shell/log';
import { tenantStore } from '#functions/_shell/stores';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { makeDynamoFeedPages } from '#shared/adapters/dynamodb/feed-pages';
import { systemClock } from '#shared/adapters/system/clock';
import { sealEvidenceConfig } from '#shared/contracts/config/seal-evidence';
import { makeSealEvidence } from '#shared/flow/evidence/seal-evidence';

const config = sealEvidenceConfig.parse(process.env);

const sealEvidence = makeSealEvidence({
  tenants: tenantStore(config),
  feed: makeDynamoFeedPages({ client: dynamo(), tableName: config.FEED_TABLE }),
  feedLanes: config.FEED_LANES,
  days: sealedDays(config),
  signer: signer(config),
  sealer: { fingerprint },
  clock: systemClock,
});

export const handler = async (): Promise<void> => {
  metric('DaysSealed', await sealEvidence(), 'Count');
};
