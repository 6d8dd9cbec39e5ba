import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PERMISSIONS } from '#infra/permissions';
import { constructId } from '#infra/surroundings';
import { checkIndexConfig } from '#shared/contracts/config/check-index';
import { countTrafficConfig } from '#shared/contracts/config/count-traffic';
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
import { statementsIn, synthesize, textOf, theOne } from '#test/infra/hub-templates';

const { all, api, road } = synthesize('sandbox');
const production = synthesize('production');
const statements = all.flatMap(statementsIn);

/** Statements of the role of one function. */
function dutiesOf(name: string) {
  const [kind = '', file = ''] = name.split('/');
  const prefix = `${constructId(file)}${kind === 'worker' ? 'Worker' : 'Door'}Role`;
  return statements.filter(({ of, principal }) => of.startsWith(prefix) && principal === undefined);
}

const actionsOf = (name: string) => new Set(dutiesOf(name).flatMap(({ actions }) => actions));

const NAMES = Object.keys(PERMISSIONS);

describe('permissions', () => {
  it.each(NAMES)('of %s name their actions and resources', (name) => {
    const duties = dutiesOf(name);
    expect(duties.length).toBeGreaterThan(0);
    expect(duties.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    const open = duties.flatMap(({ resources }) => resources).filter((resource) => resource.includes('*'));
    expect(
      open.filter(
        (resource) =>
          !/-documents-[^*]+\/(in|documents|letters|programme|proofs|reports|roadmap)\/([a-z]+\/)?\*$/.test(resource) &&
          !/-evidence-[^*]+\/(days|roots)\/\*$/.test(resource),
      ),
    ).toEqual([]);
  });

  it('name no resource * but in the policy of a key, where it is that key', () => {
    const any = [...statements, ...production.all.flatMap(statementsIn)].filter(({ resources }) =>
      resources.includes('*'),
    );
    expect(any.filter(({ type }) => type !== 'AWS::KMS::Key')).toEqual([]);
  });

  it('allow no action * but to the account itself on its keys', () => {
    const any = statements.filter(
      ({ effect, actions }) => effect === 'Allow' && actions.some((each) => each.includes('*')),
    );
    expect(new Set(any.map(({ type, actions }) => `${type} ${actions.join()}`))).toEqual(
      new Set(['AWS::KMS::Key kms:*']),
    );
    expect(any.every(({ principal }) => principal?.includes(':root') === true)).toBe(true);
  });

  it('are granted by nobody else: no policy stands beside the roles', () => {
    for (const template of all) {
      template.resourceCountIs('AWS::IAM::Policy', 0);
      template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    }
  });

  it('of service points reach nothing of messages: no table of them, and no document', () => {
    const reached = dutiesOf('api/point')
      .flatMap(({ resources }) => resources)
      .join();
    expect(reached).toContain('OwnDataTable');
    expect(reached).not.toMatch(/MessagesTable|FeedTable|LettersTable|Documents|Evidence/);
  });

  it('to scan a table are the daily check and, of the list of authorities, the seal, the count of traffic and its reports only', () => {
    const scans = (name: string) => dutiesOf(name).filter(({ actions }) => actions.includes('dynamodb:Scan'));
    expect(NAMES.filter((name) => scans(name).length > 0)).toEqual([
      'schedule/check-index',
      'schedule/seal-evidence',
      'schedule/count-traffic',
      'schedule/run-reports',
    ]);
    for (const name of ['schedule/seal-evidence', 'schedule/count-traffic', 'schedule/run-reports'])
      expect(scans(name).flatMap(({ resources }) => resources)).toEqual([expect.stringContaining('TenantsTable')]);
  });

  it('to remove an item are the expiry of uploads, retention, who takes off a list what it released, mailed or answered, the recount of traffic, the cut of batches and the walk of hashes', () => {
    const removes = ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
    expect(NAMES.filter((name) => removes.some((action) => actionsOf(name).has(action)))).toEqual([
      'api/data-requests',
      'api/traffic',
      'worker/expire-attachment',
      'worker/end-retention',
      'worker/release-hold',
      'worker/tend-own-data',
      'schedule/run-reports',
      'schedule/cut-batches',
      'schedule/move-hashes',
    ]);
  });

  it('to sign roots and to put sealed days are the daily seal only, and to remove one is nobody', () => {
    const able = (action: string, to: string) =>
      NAMES.filter((name) =>
        dutiesOf(name).some(({ actions, resources }) => actions.includes(action) && resources.join().includes(to)),
      );
    expect(able('kms:Sign', 'SigningKey')).toEqual(['schedule/seal-evidence']);
    expect(able('s3:PutObject', '-evidence-')).toEqual(['schedule/seal-evidence']);
    expect(able('s3:DeleteObject', '-evidence-')).toEqual([]);
    const actions = new Set(NAMES.flatMap((name) => [...actionsOf(name)]));
    for (const lock of ['s3:BypassGovernanceRetention', 's3:PutObjectRetention', 's3:DeleteObjectVersion'])
      expect(actions).not.toContain(lock);
  });

  it('to bring batches to a print provider is the cut of batches only: it puts files under the prefix agreed on, and nothing else', () => {
    const beyond = production.all
      .flatMap(statementsIn)
      .filter(({ resources }) => resources.join().includes('kirjapaino-kuoret'));
    expect(beyond).toHaveLength(1);
    expect(beyond).toMatchObject([
      {
        effect: 'Allow',
        actions: ['s3:PutObject'],
        condition: { StringEquals: { 's3:ResourceAccount': '210987654321' } },
      },
    ]);
    expect(beyond[0]?.of).toMatch(/^CutBatchesDoorRole/);
    expect(beyond[0]?.resources).toEqual([expect.stringMatching(/:s3:::kirjapaino-kuoret\/viestit\/\*$/)]);
    expect(statements.filter(({ actions }) => actions.includes('s3:PutObject')).map(({ of }) => of)).not.toContainEqual(
      expect.stringMatching(/^CutBatches/),
    );
  });

  it('to send e-mail are the three that write notices and the run of reports, from one identity with one configuration set', () => {
    const senders = NAMES.filter((name) => actionsOf(name).has('ses:SendEmail'));
    expect(senders).toEqual([
      'worker/deliver-electronically',
      'worker/remind-recipient',
      'worker/tell-consent',
      'schedule/run-reports',
    ]);
    const [statement] = dutiesOf('worker/tell-consent').filter(({ actions }) => actions.includes('ses:SendEmail'));
    expect(statement?.resources.map((each) => each.split(':').at(-1)).sort()).toEqual([
      'configuration-set/viestivayla-sandbox-notices',
      'identity/viestivayla.example',
    ]);
  });

  it('to sign in are the door of credentials only', () => {
    const signers = NAMES.filter((name) => [...actionsOf(name)].some((each) => each.startsWith('cognito-idp:')));
    expect(signers).toEqual(['api/credentials']);
    expect(actionsOf('api/credentials')).toContain('cognito-idp:AdminInitiateAuth');
  });

  it('to wrap and unwrap keys hold for a key under its name and nothing else', () => {
    const sealing = statements.filter(({ resources }) => resources.some((each) => each.includes('ContentKey')));
    const allowed = sealing.filter(({ type }) => type === 'AWS::IAM::Role');
    expect(allowed.length).toBeGreaterThan(5);
    for (const { condition, actions } of allowed) {
      expect(['kms:Decrypt', 'kms:Encrypt']).toEqual(expect.arrayContaining([...actions]));
      expect(condition).toEqual({
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['name'] },
        Null: { 'kms:EncryptionContext:name': 'false' },
      });
    }
  });

  const nudgers = [
    ...Object.entries(DOORS).map(([door, { nudges }]) => ({ name: `api/${door}`, nudges })),
    ...Object.entries(STEPS).map(([step, { nudges }]) => ({ name: `worker/${step}`, nudges })),
    ...Object.entries(SCHEDULES).map(([name, { nudges }]) => ({ name: `schedule/${name}`, nudges })),
  ];

  it.each(nudgers)('of $name reach the queues of the steps it nudges', ({ name, nudges }) => {
    const [sending] = dutiesOf(name).filter(({ actions }) => actions.includes('sqs:SendMessage'));
    const reached = (sending?.resources ?? []).map((arn) => /GetAtt(\w+)Queue/.exec(arn)?.[1]);
    expect(reached.sort()).toEqual(nudges.map((step) => constructId(step)).sort());
  });
});

const environment = z.object({ Variables: z.record(z.string(), z.unknown()) });

describe('the environment', () => {
  const configs: readonly [string, z.ZodMiniObject][] = [
    ['api/credentials', credentialsConfig],
    ['api/sending', sendingConfig],
    ['api/upload', uploadConfig],
    ['api/reading', readingConfig],
    ['api/findings', findingsConfig],
    ['api/download', downloadConfig],
    ['api/evidence', evidenceConfig],
    ['api/recipient', recipientConfig],
    ['api/pages', pagesConfig],
    ['api/point', pointConfig],
    ['api/print', printConfig],
    ['api/retention', retentionConfig],
    ['api/own-data', ownDataConfig],
    ['api/data-requests', dataRequestsConfig],
    ['api/ruling', rulingConfig],
    ['api/consent-offers', consentOffersConfig],
    ['api/programme', programmeConfig],
    ['api/support', supportConfig],
    ['api/traffic', trafficConfig],
    ['api/reports', reportsConfig],
    ['api/roadmap', roadmapConfig],
    ['api/imports', importsConfig],
    ['worker/prepare-upload', prepareUploadConfig],
    ['worker/end-retention', endRetentionConfig],
    ['worker/expire-attachment', expireAttachmentConfig],
    ['worker/route-message', routeMessageConfig],
    ['worker/deliver-electronically', deliverElectronicallyConfig],
    ['worker/record-notice-event', recordNoticeEventConfig],
    ['worker/remind-recipient', remindRecipientConfig],
    ['worker/settle-service', settleServiceConfig],
    ['worker/follow-withdrawal', followWithdrawalConfig],
    ['worker/order-print', orderPrintConfig],
    ['worker/release-hold', releaseHoldConfig],
    ['worker/publish-events', publishEventsConfig],
    ['worker/tend-own-data', tendOwnDataConfig],
    ['worker/tell-consent', tellConsentConfig],
    ['schedule/sweep', sweepConfig],
    ['schedule/check-index', checkIndexConfig],
    ['schedule/seal-evidence', sealEvidenceConfig],
    ['schedule/count-traffic', countTrafficConfig],
    ['schedule/run-reports', runReportsConfig],
    ['schedule/move-hashes', moveHashesConfig],
    ['schedule/cut-batches', cutBatchesConfig],
    ['schedule/follow-relay', followRelayConfig],
    ['schedule/refresh-roadmap', refreshRoadmapConfig],
  ];

  it.each(configs)('of %s is what its own config reads, no more and no less', (name, config) => {
    const [kind = '', file = ''] = name.split('/');
    const prefix = `${constructId(file)}${kind === 'worker' ? 'Worker' : 'Door'}Function`;
    const { Environment } = theOne(kind === 'api' ? api : road, 'AWS::Lambda::Function', prefix);
    const { Variables } = environment.parse(Environment);
    expect(Object.keys(Variables).sort()).toEqual([...Object.keys(config.shape), 'METRICS'].sort());
    const read = config.safeParse(
      Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, textOf(value)])),
    );
    expect(read.error?.issues ?? []).toEqual([]);
  });
});
