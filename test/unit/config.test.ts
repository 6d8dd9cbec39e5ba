import { describe, expect, it } from 'vitest';
import { countTrafficConfig } from '#shared/contracts/config/count-traffic';
import { checkIndexConfig } from '#shared/contracts/config/check-index';
import { sealEvidenceConfig } from '#shared/contracts/config/seal-evidence';
import { consentOffersConfig } from '#shared/contracts/config/consent-offers';
import { credentialsConfig } from '#shared/contracts/config/credentials';
import { cutBatchesConfig } from '#shared/contracts/config/cut-batches';
import { dataRequestsConfig } from '#shared/contracts/config/data-requests';
import { deliverElectronicallyConfig } from '#shared/contracts/config/deliver-electronically';
import { downloadConfig } from '#shared/contracts/config/download';
import { evidenceConfig } from '#shared/contracts/config/evidence';
import { endRetentionConfig } from '#shared/contracts/config/end-retention';
import { expireAttachmentConfig } from '#shared/contracts/config/expire-attachment';
import { findingsConfig } from '#shared/contracts/config/findings';
import { followRelayConfig } from '#shared/contracts/config/follow-relay';
import { followWithdrawalConfig } from '#shared/contracts/config/follow-withdrawal';
import { importsConfig } from '#shared/contracts/config/imports';
import { ownDataConfig } from '#shared/contracts/config/own-data';
import { orderPrintConfig } from '#shared/contracts/config/order-print';
import { prepareUploadConfig } from '#shared/contracts/config/prepare-upload';
import { pagesConfig } from '#shared/contracts/config/pages';
import { pointConfig } from '#shared/contracts/config/point';
import { printConfig } from '#shared/contracts/config/print';
import { publishEventsConfig } from '#shared/contracts/config/publish-events';
import { programmeConfig } from '#shared/contracts/config/programme';
import { readingConfig } from '#shared/contracts/config/reading';
import { recipientConfig } from '#shared/contracts/config/recipient';
import { recordNoticeEventConfig } from '#shared/contracts/config/record-notice-event';
import { releaseHoldConfig } from '#shared/contracts/config/release-hold';
import { remindRecipientConfig } from '#shared/contracts/config/remind-recipient';
import { moveHashesConfig } from '#shared/contracts/config/move-hashes';
import { routeMessageConfig } from '#shared/contracts/config/route-message';
import { reportsConfig } from '#shared/contracts/config/reports';
import { runReportsConfig } from '#shared/contracts/config/run-reports';
import { refreshRoadmapConfig } from '#shared/contracts/config/refresh-roadmap';
import { roadmapConfig } from '#shared/contracts/config/roadmap';
import { retentionConfig } from '#shared/contracts/config/retention';
import { rulingConfig } from '#shared/contracts/config/ruling';
import { sendingConfig } from '#shared/contracts/config/sending';
import { settleServiceConfig } from '#shared/contracts/config/settle-service';
import { supportConfig } from '#shared/contracts/config/support';
import { sweepConfig } from '#shared/contracts/config/sweep';
import { tendOwnDataConfig } from '#shared/contracts/config/tend-own-data';
import { tellConsentConfig } from '#shared/contracts/config/tell-consent';
import { trafficConfig } from '#shared/contracts/config/traffic';
import { uploadConfig } from '#shared/contracts/config/upload';
import { SCHEDULES, STEPS } from '#shared/contracts/pipeline';
import { DOORS } from '#shared/contracts/routes';
import { TABLES } from '#shared/contracts/tables';

/** Every part of an environment there is, as text and as what is read from it. */
const ENVIRONMENT = {
  MESSAGES_TABLE: 'messages',
  RECIPIENTS_TABLE: 'recipients',
  FEED_TABLE: 'feed',
  LETTERS_TABLE: 'letters',
  TENANTS_TABLE: 'tenants',
  OWN_DATA_TABLE: 'own-data',
  REGISTERS_TABLE: 'registers',
  PROGRAMME_TABLE: 'programme',
  TRAFFIC_TABLE: 'traffic',
  KEYS_TABLE: 'keys',
  WAKE_SHARDS: '128',
  FEED_LANES: '8',
  KEY_PROTECTION: 'kms:1234-abcd',
  DOCUMENTS: 's3:documents',
  SEALED_DAYS: 's3:evidence',
  SIGNING_KEY: 'kms:5678-efab',
  SYSTEM_ISSUER: 'https://cognito.example',
  SYSTEM_JWKS: 'https://cognito.example/keys',
  SYSTEM_CREDENTIALS: 'cognito:pool-1:client-1',
  MANDATES_TABLE: 'mandates',
  MANDATE_REGISTER: 'none',
  MANDATE_THEMES: 'MAILBOX,OWN_DATA',
  PERSON_ISSUER: 'https://id.example',
  PERSON_AUDIENCE: 'hub',
  PERSON_JWKS: 'https://id.example/keys',
  PERSON_CODE_CLAIM: 'code',
  PERSON_STRONG_ACR: '{"urn:loa3":"HIGH","urn:loa2":"SUBSTANTIAL","urn:bank":"STRONG"}',
  OFFICIAL_ISSUER: 'https://staff.example',
  OFFICIAL_AUDIENCE: 'hub-point',
  OFFICIAL_JWKS: 'https://staff.example/keys',
  OFFICIAL_STRONG_ACR: '{"urn:loa3":"HIGH"}',
  OFFICIAL_ROLE_CLAIM: 'roles',
  OFFICIAL_ROLE: 'desk',
  OFFICIAL_ORGANISATION_CLAIM: 'org',
  OFFICIAL_CODE_CLAIM: 'code',
  OFFICIAL_LOOKS_A_DAY: '300',
  PERSON_AUTHORIZE: 'https://id.example/authorize',
  PERSON_TOKEN: 'https://id.example/token',
  PERSON_CLIENT: 'hub-pages',
  PERSON_CLIENT_SECRET: 'none',
  MAILBOX_LINK: 'https://viestit.example.fi/mailbox',
  FEEDBACK_LINK: 'mailto:palaute@viestit.example.fi',
  NOTICE_LINK: 'https://viestit.example.fi/kirjaudu',
  NOTICE_FROM: 'viestit@example.fi',
  NOTICE_CONFIGURATION_SET: 'notices',
  REPORT_LINK: 'https://viestit.example.fi/',
  HAND_OVER: 'none',
  RELAY_SYSTEM: 'none',
  SERVICE_CATALOGUE: 'none',
  FONTS: '/opt/fonts',
  ASSISTANT: 'off',
  ASSISTANT_OWNER: 'Neuvonnan yksikkö',
  RULE_SET: 'fi-2016',
  BUSINESS_OBLIGATION: 'false',
  MICRO_PHASE: 'none',
  OUTAGE_THRESHOLD: 'PT24H',
  WINDOW_ROLL: 'NEXT_BUSINESS_DAY',
  WITHDRAWAL_TRIGGERS_FALLBACK: 'true',
  POSTED_ON_POLICY: 'PROVIDER',
  AOR_PATIENCE: 'P21D',
  POSTED_ON_PATIENCE: '2',
  MINOR_GUARDIANS: 'ALL',
  BATCHES: 'EACH_LETTER',
  BATCH_LETTERS: '1000',
  POSTAL_CAPACITY: 'NONE',
  KEEP_CONTENT: 'P2Y',
  KEEP_PROOF: 'P10Y',
  QUEUES: '{"order-print":"https://sqs.example/1"}',
} as const;
type Name = keyof typeof ENVIRONMENT;

const READ: Partial<Record<Name, unknown>> = {
  MANDATE_THEMES: ['MAILBOX', 'OWN_DATA'],
  WAKE_SHARDS: 128,
  FEED_LANES: 8,
  PERSON_STRONG_ACR: { 'urn:loa3': 'HIGH', 'urn:loa2': 'SUBSTANTIAL', 'urn:bank': 'STRONG' },
  OFFICIAL_STRONG_ACR: { 'urn:loa3': 'HIGH' },
  OFFICIAL_LOOKS_A_DAY: 300,
  QUEUES: { 'order-print': 'https://sqs.example/1' },
};

const CONFIGS = {
  credentials: credentialsConfig,
  sending: sendingConfig,
  upload: uploadConfig,
  reading: readingConfig,
  findings: findingsConfig,
  download: downloadConfig,
  evidence: evidenceConfig,
  recipient: recipientConfig,
  'own-data': ownDataConfig,
  pages: pagesConfig,
  'data-requests': dataRequestsConfig,
  point: pointConfig,
  print: printConfig,
  retention: retentionConfig,
  ruling: rulingConfig,
  'consent-offers': consentOffersConfig,
  programme: programmeConfig,
  support: supportConfig,
  traffic: trafficConfig,
  reports: reportsConfig,
  roadmap: roadmapConfig,
  imports: importsConfig,
  'prepare-upload': prepareUploadConfig,
  'end-retention': endRetentionConfig,
  'expire-attachment': expireAttachmentConfig,
  'route-message': routeMessageConfig,
  'deliver-electronically': deliverElectronicallyConfig,
  'record-notice-event': recordNoticeEventConfig,
  'remind-recipient': remindRecipientConfig,
  'settle-service': settleServiceConfig,
  'follow-withdrawal': followWithdrawalConfig,
  'order-print': orderPrintConfig,
  'release-hold': releaseHoldConfig,
  'publish-events': publishEventsConfig,
  'tend-own-data': tendOwnDataConfig,
  'tell-consent': tellConsentConfig,
  sweep: sweepConfig,
  'check-index': checkIndexConfig,
  'seal-evidence': sealEvidenceConfig,
  'count-traffic': countTrafficConfig,
  'run-reports': runReportsConfig,
  'move-hashes': moveHashesConfig,
  'cut-batches': cutBatchesConfig,
  'follow-relay': followRelayConfig,
  'refresh-roadmap': refreshRoadmapConfig,
};
const NAMED = Object.entries(CONFIGS).map(([name, schema]) => ({ name, schema, parts: Object.keys(schema.def.shape) }));
const environmentWithout = (part: string) =>
  Object.fromEntries(Object.entries(ENVIRONMENT).filter(([name]) => name !== part));

describe.each(NAMED)('the environment of $name', ({ schema, parts }) => {
  it('is read whole, and nothing but its own parts of it', () => {
    const expected = Object.fromEntries(
      Object.entries({ ...ENVIRONMENT, ...READ }).filter(([name]) => parts.includes(name)),
    );
    expect(schema.parse({ ...ENVIRONMENT, AWS_SECRET: 'x' })).toEqual(expected);
    expect(Object.keys(expected)).toHaveLength(parts.length);
  });

  it.each(parts)('is refused without %s, or with an empty one', (part) => {
    expect(() => schema.parse(environmentWithout(part))).toThrow();
    expect(() => schema.parse({ ...ENVIRONMENT, [part]: '' })).toThrow();
  });
});

/** A config that holds each part. */
const HOLDERS = Object.fromEntries(NAMED.flatMap(({ schema, parts }) => parts.map((part) => [part, schema])));

describe('a part of an environment', () => {
  it.each(Object.keys(ENVIRONMENT))('%s is needed by somebody', (part) => {
    expect(Object.keys(HOLDERS)).toContain(part);
  });

  it.each<[Name, string[]]>([
    ['WAKE_SHARDS', ['0', '1025', '-1', '1.5', 'x', '1e3', '0x10', ' 8', '1000000']],
    ['OFFICIAL_LOOKS_A_DAY', ['0', '100001', '-1', 'x']],
    ['FEED_LANES', ['0', '65', '-1', 'x']],
    ['KEY_PROTECTION', ['kms:', 'file:', 'key', 's3:x', 'xkms:x']],
    ['DOCUMENTS', ['s3:', 'file:', 'bucket', 'kms:x', 'xs3:x']],
    ['SEALED_DAYS', ['s3:', 'file:', 'bucket', 'kms:x']],
    ['SIGNING_KEY', ['kms:', 'file:', 'key', 's3:x']],
    ['SYSTEM_CREDENTIALS', ['cognito:', 'cognito:pool', 'cognito:pool:', 'cognito:a:b:c', 'local:', 'x', 'xlocal:x']],
    ['NOTICE_LINK', ['http://viestit.example.fi', 'viestit.example.fi', 'javascript:alert(1)', 'ftp://example.fi']],
    ['PERSON_AUTHORIZE', ['http://id.example/authorize', 'javascript:alert(1)', 'x']],
    ['PERSON_TOKEN', ['http://id.example/token', 'x']],
    ['PERSON_CLIENT_SECRET', ['secret', 'sealed:', 'sealed:short', 'sealed:**************************', 'NONE']],
    [
      'MAILBOX_LINK',
      ['http://viestit.example.fi/mailbox', 'https://viestit.example.fi/', 'https://a.example/?x=/mailbox'],
    ],
    ['FEEDBACK_LINK', ['http://viestit.example.fi', 'javascript:alert(1)', 'palaute@viestit.example.fi']],
    ['ASSISTANT', ['yes', 'true', 'ON']],
    ['REPORT_LINK', ['http://viestit.example.fi', 'http://127.0.0.1.example.fi', 'http://localhost@example.fi', 'x']],
    ['RULE_SET', ['fi-2015', 'FI-2016']],
    ['BUSINESS_OBLIGATION', ['yes', '1', 'TRUE']],
    ['MICRO_PHASE', ['0', '3', 'NONE']],
    ['OUTAGE_THRESHOLD', ['24h', 'P', 'PT', '-PT1H', 'P1Y']],
    ['WINDOW_ROLL', ['ALWAYS']],
    ['WITHDRAWAL_TRIGGERS_FALLBACK', ['no', '0']],
    ['POSTED_ON_POLICY', ['ASSUME', 'ASSUME_AFTER_0_BUSINESS_DAYS', 'ASSUME_AFTER_2_DAYS', 'provider']],
    ['AOR_PATIENCE', ['21', 'P0D', 'P3W', 'PT24H', 'P1000D']],
    ['POSTED_ON_PATIENCE', ['0', '21', 'P2D', '']],
    ['MINOR_GUARDIANS', ['all', 'NONE', '1']],
    ['HAND_OVER', ['', 's3:', 'file:/tmp', 's3:bucket/', 's3:Bucket', 's3:bucket/*', 's3:bucket/a//b', 's3:bucket@1']],
    ['HAND_OVER', ['relay:', 'relay:http://posti.example', 'relay:https://a/b']],
    ['RELAY_SYSTEM', ['x', '{}', '{"username":"hubi-1"}', '{"username":"","sealedPassword":"x"}', '[]']],
    ['BATCHES', ['', 'each', '8:00', '24:00', '08:00;14:00', '08:00,']],
    ['BATCH_LETTERS', ['0', '-1', '5001', 'many']],
    ['POSTAL_CAPACITY', ['', '0', 'none', '1.5', '12345678']],
    ['KEEP_CONTENT', ['2', 'P1Y', 'P0Y', 'P24M', 'P100Y']],
    ['KEEP_PROOF', ['P1Y', 'P3650D', '']],
    ['QUEUES', ['x', '[]', '"x"', 'null', '{"a":1}', '{"a":""}', '{']],
    ['PERSON_STRONG_ACR', ['x', '[]', '{"a":"WEAK"}', '{"a":1}', '{']],
  ])('%s is refused with a wrong value', (part, values) => {
    for (const value of values) expect(() => HOLDERS[part]?.parse({ ...ENVIRONMENT, [part]: value })).toThrow();
  });

  it.each<[Name, string[]]>([
    ['WAKE_SHARDS', ['1', '8', '1024']],
    ['FEED_LANES', ['1', '64']],
    ['KEY_PROTECTION', ['file:/var/lib/hub/key', 'kms:arn:aws:kms:eu-north-1:1:key/x']],
    ['DOCUMENTS', ['file:/var/lib/hub/documents']],
    ['REPORT_LINK', ['http://127.0.0.1:8080', 'http://localhost:8080/', 'https://raportit.example.fi/hub']],
    ['PERSON_CLIENT_SECRET', ['sealed:AQICAHhexampleexampleexample==']],
    ['MAILBOX_LINK', ['http://127.0.0.1:8080/mailbox', 'https://abc.execute-api.example/live/mailbox']],
    ['FEEDBACK_LINK', ['https://viestit.example.fi/palaute']],
    ['SEALED_DAYS', ['file:/var/lib/hub/evidence']],
    ['SIGNING_KEY', ['file:/var/lib/hub/roots.pem']],
    ['SYSTEM_CREDENTIALS', ['local:/var/lib/hub/key']],
    ['RULE_SET', ['fi-2003', 'fi-2016', 'wg-2019', 'fi-2026-draft']],
    ['ASSISTANT', ['on']],
    ['BUSINESS_OBLIGATION', ['true']],
    ['MICRO_PHASE', ['1', '2']],
    ['OUTAGE_THRESHOLD', ['PT0S', 'P2D', 'PT90M', 'P1DT12H']],
    ['WINDOW_ROLL', ['NONE']],
    ['WITHDRAWAL_TRIGGERS_FALLBACK', ['false']],
    ['POSTED_ON_POLICY', ['ASSUME_AFTER_N_BUSINESS_DAYS', 'ASSUME_AFTER_5_BUSINESS_DAYS']],
    ['AOR_PATIENCE', ['P1D', 'P30D', 'P999D']],
    ['POSTED_ON_PATIENCE', ['1', '10', '20']],
    ['MINOR_GUARDIANS', ['FIRST']],
    ['HAND_OVER', ['s3:tulostus', 's3:tulostus/a/b', 's3:tulostus/a@123456789012', 'relay:https://a.suomi.fi']],
    ['BATCHES', ['08:00', '08:00,14:30', '23:59,00:00']],
    ['BATCH_LETTERS', ['1', '999', '5000']],
    ['POSTAL_CAPACITY', ['1', '150000']],
    ['KEEP_CONTENT', ['P2Y', 'P10Y', 'P99Y']],
    ['KEEP_PROOF', ['P2Y', 'P50Y']],
    ['QUEUES', ['{}']],
    ['PERSON_STRONG_ACR', ['{}']],
  ])('%s is taken with a right value', (part, values) => {
    for (const value of values) expect(HOLDERS[part]?.parse({ ...ENVIRONMENT, [part]: value })).toHaveProperty(part);
  });
});

describe('who is told what', () => {
  const partsOf = (name: string) => NAMED.find((each) => each.name === name)?.parts ?? [];
  const nudging = Object.entries({ ...DOORS, ...STEPS, ...SCHEDULES }).map(([name, { nudges }]) => ({ name, nudges }));

  it.each(nudging)('$name knows the queues if it may put an id on one, and only then', ({ name, nudges }) => {
    expect(partsOf(name).includes('QUEUES')).toBe(nudges.length > 0);
  });

  it('every door, step and schedule has an environment but the one that needs none', () => {
    const named = nudging.map(({ name }) => name).filter((name) => name !== 'description');
    expect(Object.keys(CONFIGS).sort()).toEqual(named.sort());
  });

  it('every table has a variable of its own, and every variable of a table is one of these', () => {
    const variables = Object.values(TABLES).map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
    expect(variables.toSorted()).toEqual(
      Object.keys(ENVIRONMENT)
        .filter((name) => name.endsWith('_TABLE'))
        .sort(),
    );
  });

  it('nobody who only sends learns where letters are kept, nor who only prints where people are', () => {
    expect(partsOf('sending')).not.toContain('LETTERS_TABLE');
    expect(partsOf('print')).not.toContain('REGISTERS_TABLE');
    expect(partsOf('print')).not.toContain('RECIPIENTS_TABLE');
  });
});
