import type { Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { DocumentsBucket } from '#infra/constructs/documents-bucket';
import type { EvidenceVault } from '#infra/constructs/evidence-vault';
import type { HubTable } from '#infra/constructs/hub-table';
import type { StepQueue } from '#infra/constructs/step-queue';
import type { SystemPool } from '#infra/constructs/system-pool';
import type { StageSettings } from '#infra/stages';
import type { StepName } from '#shared/contracts/pipeline';
import { TABLES, type TableName } from '#shared/contracts/tables';

/** Everything of the hub that holds something; functions only pass by. */
export interface Holdings {
  readonly tables: Readonly<Record<TableName, HubTable>>;
  readonly queues: Readonly<Record<StepName, StepQueue>>;
  readonly documents: DocumentsBucket;
  /** Protects the keys that contents are sealed with. */
  readonly contentKey: Key;
  readonly systems: SystemPool;
  readonly evidence: EvidenceVault;
}

/**
 * Every variable a function may read except QUEUES, which is each function's own. A function gets those its config schema
 * names; one that is missing here does not compile.
 */
export function variablesFor({ tables, documents, contentKey, systems, evidence }: Holdings, settings: StageSettings) {
  return {
    [TABLES.messages.variable]: tables.messages.table.tableName,
    [TABLES.recipients.variable]: tables.recipients.table.tableName,
    [TABLES.mandates.variable]: tables.mandates.table.tableName,
    [TABLES.feed.variable]: tables.feed.table.tableName,
    [TABLES.letters.variable]: tables.letters.table.tableName,
    [TABLES.tenants.variable]: tables.tenants.table.tableName,
    [TABLES['own-data'].variable]: tables['own-data'].table.tableName,
    [TABLES.registers.variable]: tables.registers.table.tableName,
    [TABLES.programme.variable]: tables.programme.table.tableName,
    [TABLES.traffic.variable]: tables.traffic.table.tableName,
    [TABLES.keys.variable]: tables.keys.table.tableName,
    WAKE_SHARDS: String(settings.wakeShards),
    FEED_LANES: String(settings.feedLanes),
    KEY_PROTECTION: `kms:${contentKey.keyId}`,
    DOCUMENTS: `s3:${documents.name}`,
    SEALED_DAYS: `s3:${evidence.name}`,
    SIGNING_KEY: `kms:${evidence.signingKey.keyId}`,
    SYSTEM_ISSUER: systems.issuer,
    SYSTEM_JWKS: `${systems.issuer}/.well-known/jwks.json`,
    SYSTEM_CREDENTIALS: `cognito:${systems.pool.userPoolId}:${systems.client.userPoolClientId}`,
    HAND_OVER: settings.handOver,
    RELAY_SYSTEM: settings.relaySystem,
    SERVICE_CATALOGUE: settings.serviceCatalogue,
    ...settings.identification,
    MANDATE_THEMES: settings.mandateThemes,
    ...settings.pages,
    ...settings.officials,
    MANDATE_REGISTER: settings.mandateRegister,
    NOTICE_LINK: settings.notices.link,
    NOTICE_FROM: settings.notices.from,
    NOTICE_CONFIGURATION_SET: settings.notices.configurationSet,
    ...settings.assistant,
    REPORT_LINK: settings.reportLink,
    ...settings.decisions,
  };
}

/** Addresses of some queues as the variable QUEUES holds them. */
export function queueUrls(stack: Stack, { queues }: Pick<Holdings, 'queues'>, steps: readonly StepName[]): string {
  return stack.toJsonString(Object.fromEntries(steps.map((step) => [step, queues[step].queue.queueUrl])));
}
