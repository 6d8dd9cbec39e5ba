import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { HubTable } from '#infra/constructs/hub-table';
import type { Holdings } from '#infra/holdings';
import type { FunctionName, Permissions, TableUse } from '#infra/permission';
import { PERMISSIONS } from '#infra/permissions';
import type { StageSettings } from '#infra/stages';
import { type BucketPlace, handOverPlace } from '#shared/contracts/config/parts';
import type { StepName } from '#shared/contracts/pipeline';
import { TABLES } from '#shared/contracts/tables';

/** A function and the queues around it. */
export interface Duty {
  readonly name: FunctionName;
  /** Steps whose queues it may put an id on. */
  readonly nudges: readonly StepName[];
  /** The queue it works off. @default none */
  readonly worksOff?: StepName;
}

/** What statements are made out to. */
interface Place {
  readonly holdings: Holdings;
  readonly settings: StageSettings;
}

const TABLE_ACTIONS: Readonly<Record<TableUse, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
  query: ['dynamodb:Query'],
  'query-index': ['dynamodb:Query'],
  scan: ['dynamodb:Scan'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  delete: ['dynamodb:DeleteItem'],
  'write-together': ['dynamodb:BatchWriteItem'],
};

/** Uses that need no more of a table's key than to open what is there. */
const READING: readonly TableUse[] = ['read', 'query', 'query-index', 'scan'];

const OPEN_WITH_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_WITH_KEY = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const DOCUMENT_ACTIONS = { read: 's3:GetObject', put: 's3:PutObject', remove: 's3:DeleteObject' } as const;

const WORK_OFF = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** The statements of one function, written out from infra/permissions.ts: exact actions on exact resources. */
export function statementsFor(
  { name, nudges, worksOff }: Duty,
  holdings: Holdings,
  settings: StageSettings,
): PolicyStatement[] {
  const allowed: Permissions = PERMISSIONS[name];
  const place = { holdings, settings };
  const { queues, systems } = holdings;
  const statements = [
    ...tableStatements(allowed, place),
    ...documentStatements(allowed, place),
    ...sealingStatements(allowed, place),
    ...evidenceStatements(allowed, place),
  ];
  if (allowed.bringsBatches === true) statements.push(...handOverStatements(settings));
  if (allowed.mails === true) statements.push(mailStatement(settings));
  if (allowed.signsIn === true) {
    statements.push(allow(['cognito-idp:AdminInitiateAuth'], [systems.pool.userPoolArn]));
  }
  if (nudges.length > 0) {
    const arns = nudges.map((step) => queues[step].queue.queueArn);
    statements.push(allow(['sqs:SendMessage'], arns));
  }
  if (worksOff) statements.push(allow(WORK_OFF, [queues[worksOff].queue.queueArn]));
  return statements;
}

function allow(
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Record<string, unknown>,
): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
}

/** A key is used by way of the service that holds the data, never by itself. */
function via(service: string, { region }: StageSettings) {
  return { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } };
}

interface UsedTable {
  readonly held: HubTable;
  readonly uses: readonly TableUse[];
}

function tableStatements({ tables = {}, sealing }: Permissions, { holdings, settings }: Place): PolicyStatement[] {
  const ofKeys: readonly TableUse[] = sealing === 'make' ? ['read', 'put'] : ['read'];
  const all: Permissions['tables'] = { ...tables, ...(sealing ? { keys: ofKeys } : {}) };
  const used = Object.values(holdings.tables).flatMap((held): UsedTable[] => {
    const uses = all[held.name];
    return uses ? [{ held, uses }] : [];
  });
  const written = used.filter(({ uses }) => uses.some((use) => !READING.includes(use)));
  const statements = used.flatMap(itemStatements);
  if (used.length > 0) statements.push(allow(OPEN_WITH_KEY, keysOf(used), via('dynamodb', settings)));
  if (written.length > 0) statements.push(allow(WRITE_WITH_KEY, keysOf(written), via('dynamodb', settings)));
  return statements;
}

function keysOf(used: readonly UsedTable[]): string[] {
  return used.map(({ held }) => held.key.keyArn);
}

/** The items of a table, and its indexes by their names. */
function itemStatements({ held, uses }: UsedTable): PolicyStatement[] {
  const { tableArn } = held.table;
  const onItems = uses.filter((use) => use !== 'query-index').flatMap((use) => TABLE_ACTIONS[use]);
  const statements = [allow(onItems, [tableArn])];
  if (uses.includes('query-index')) {
    const indexes = TABLES[held.name].indexes.map(({ name }) => `${tableArn}/index/${name}`);
    statements.push(allow(TABLE_ACTIONS['query-index'], indexes));
  }
  return statements;
}

function documentStatements(
  { documents = [], missesDocuments }: Permissions,
  { holdings, settings }: Place,
): PolicyStatement[] {
  const store = holdings.documents;
  const statements = documents.map(({ prefix, may }) => {
    const actions = may.map((use) => DOCUMENT_ACTIONS[use]);
    return allow(actions, [store.arnUnder(prefix)]);
  });
  const uses = new Set(documents.flatMap(({ may }) => may));
  const withKey = [...(uses.has('read') ? ['kms:Decrypt'] : []), ...(uses.has('put') ? ['kms:GenerateDataKey'] : [])];
  if (withKey.length > 0) statements.push(allow(withKey, [store.key.keyArn], via('s3', settings)));
  // Without it S3 says "access denied" of an object that is not there, and the flow takes that for a fault.
  if (missesDocuments === true) statements.push(allow(['s3:ListBucket'], [store.arn]));
  return statements;
}

/** A key is wrapped and unwrapped under its name and nothing else. */
function sealingStatements({ sealing }: Permissions, { holdings }: Place): PolicyStatement[] {
  if (!sealing) return [];
  const actions = sealing === 'make' ? ['kms:Encrypt', 'kms:Decrypt'] : ['kms:Decrypt'];
  const underItsName = {
    'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['name'] },
    Null: { 'kms:EncryptionContext:name': 'false' },
  };
  return [allow(actions, [holdings.contentKey.keyArn], underItsName)];
}

/** Puts never replace: the functions put on condition that nothing is there, and the vault locks what is. */
function evidenceStatements({ sealedDays, signsRoots }: Permissions, { holdings }: Place): PolicyStatement[] {
  const { arn, objects, signingKey } = holdings.evidence;
  const statements: PolicyStatement[] = [];
  if (sealedDays) {
    statements.push(allow(sealedDays === 'keep' ? ['s3:GetObject', 's3:PutObject'] : ['s3:GetObject'], objects));
    // To find the newest root, and to tell a day that is not sealed from one that may not be read.
    statements.push(allow(['s3:ListBucket'], [arn]));
  }
  if (signsRoots === true) statements.push(allow(['kms:Sign', 'kms:GetPublicKey'], [signingKey.keyArn]));
  return statements;
}

/** Files and manifests under the prefix agreed on, in the bucket of its owner; nothing there is read, listed or removed. */
function handOverStatements({ handOver }: StageSettings): PolicyStatement[] {
  const place = handOverPlace(handOver);
  if (!place) return [];
  const owned = { StringEquals: { 's3:ResourceAccount': place.owner ?? Aws.ACCOUNT_ID } };
  return [allow(['s3:PutObject'], [handOverObjects(place)], owned)];
}

/** Everything under the prefix agreed on. */
export function handOverObjects({ bucket, prefix }: BucketPlace): string {
  return [`arn:${Aws.PARTITION}:s3:::${bucket}`, ...(prefix === '' ? [] : [prefix]), '*'].join('/');
}

function mailStatement({ region, notices }: StageSettings): PolicyStatement {
  const ses = `arn:${Aws.PARTITION}:ses:${region}:${Aws.ACCOUNT_ID}`;
  const resources = [`${ses}:identity/${notices.domain}`, `${ses}:configuration-set/${notices.configurationSet}`];
  return allow(['ses:SendEmail'], resources);
}
