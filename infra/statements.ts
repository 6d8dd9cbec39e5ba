import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { HubTable } from '#infra/constructs/hub-table';
import type { Holdings } from '#infra/holdings';
import { type DocumentUse, type FunctionName, PERMISSIONS, type Permissions, type TableUse } from '#infra/permissions';
import type { StageSettings } from '#infra/stages';
import type { StepName } from '#shared/contracts/pipeline';
import { TABLES, type TableName } from '#shared/contracts/tables';

const TABLE_ACTIONS: Readonly<Record<TableUse, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
  query: ['dynamodb:Query'],
  'query-index': ['dynamodb:Query'],
  scan: ['dynamodb:Scan'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  delete: ['dynamodb:DeleteItem'],
};

const DOCUMENT_ACTIONS = { read: 's3:GetObject', put: 's3:PutObject', remove: 's3:DeleteObject' } as const;

/** Uses that need no more of a table's key than to open what is there. */
const READING: readonly TableUse[] = ['read', 'query', 'query-index', 'scan'];

const OPEN_KEY = ['kms:Decrypt', 'kms:DescribeKey'];
const WRITE_WITH_KEY = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

export interface Duty {
  readonly name: FunctionName;
  /** Steps whose queues it may put an id on. */
  readonly nudges: readonly StepName[];
  /** The queue it works off. @default none */
  readonly worksOff?: StepName;
}

/** The statements of one function, written out from infra/permissions.ts: exact actions on exact resources. */
export function statementsFor(
  { name, nudges, worksOff }: Duty,
  holdings: Holdings,
  settings: StageSettings,
): PolicyStatement[] {
  const allowed: Permissions = PERMISSIONS[name];
  const { queues, systems } = holdings;
  return [
    ...tableStatements(allowed, holdings, settings),
    ...documentStatements(allowed, holdings, settings),
    ...sealingStatements(allowed, holdings),
    ...(allowed.mails === true ? [mailStatement(settings)] : []),
    ...(allowed.signsIn === true ? [allow(['cognito-idp:AdminInitiateAuth'], [systems.pool.userPoolArn])] : []),
    ...(nudges.length > 0
      ? [
          allow(
            ['sqs:SendMessage'],
            nudges.map((step) => queues[step].queue.queueArn),
          ),
        ]
      : []),
    ...(worksOff ? [allow(CONSUME, [queues[worksOff].queue.queueArn])] : []),
  ];
}

const CONSUME = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function allow(
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Record<string, unknown>,
): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
}

interface Used {
  readonly held: HubTable;
  readonly uses: readonly TableUse[];
}

function tableStatements(
  { tables = {}, sealing }: Permissions,
  holdings: Holdings,
  { region }: StageSettings,
): PolicyStatement[] {
  const keyUses: readonly TableUse[] = sealing === 'make' ? ['read', 'put'] : ['read'];
  const all = { ...tables, ...(sealing ? { keys: keyUses } : {}) };
  const used = NAMES.flatMap((name): Used[] => {
    const uses = all[name];
    return uses ? [{ held: holdings.tables[name], uses }] : [];
  });
  const via = { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } };
  const written = used.filter(({ uses }) => uses.some((use) => !READING.includes(use)));
  const keysOf = (some: readonly Used[]) => some.map(({ held }) => held.key.keyArn);
  return [
    ...used.flatMap(itemStatements),
    ...(used.length > 0 ? [allow(OPEN_KEY, keysOf(used), via)] : []),
    ...(written.length > 0 ? [allow(WRITE_WITH_KEY, keysOf(written), via)] : []),
  ];
}

const NAMES: readonly TableName[] = ['messages', 'recipients', 'feed', 'letters', 'tenants', 'registers', 'keys'];

/** Items of the table, and its indexes by their names. */
function itemStatements({ held, uses }: Used): PolicyStatement[] {
  const { tableArn } = held.table;
  const onItems = uses.filter((use) => use !== 'query-index').flatMap((use) => TABLE_ACTIONS[use]);
  const indexes = TABLES[held.name].indexes.map(({ name }) => `${tableArn}/index/${name}`);
  return [
    allow(onItems, [tableArn]),
    ...(uses.includes('query-index') ? [allow(TABLE_ACTIONS['query-index'], indexes)] : []),
  ];
}

function documentStatements(
  { documents = [], missesDocuments }: Permissions,
  holdings: Holdings,
  { region }: StageSettings,
): PolicyStatement[] {
  const store = holdings.documents;
  if (documents.length === 0) return [];
  const via = { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } };
  const keyActions = [
    ...(documents.some(({ may }) => may.includes('read')) ? ['kms:Decrypt'] : []),
    ...(documents.some(({ may }) => may.includes('put')) ? ['kms:GenerateDataKey'] : []),
  ];
  return [
    ...documents.map(({ prefix, may }: DocumentUse) =>
      allow(
        may.map((use) => DOCUMENT_ACTIONS[use]),
        [store.arnUnder(prefix)],
      ),
    ),
    ...(keyActions.length > 0 ? [allow(keyActions, [store.key.keyArn], via)] : []),
    // Without it S3 answers "access denied" for an object that is not there, and the flow takes that for a fault.
    ...(missesDocuments === true ? [allow(['s3:ListBucket'], [store.arn])] : []),
  ];
}

/** A key is wrapped and unwrapped under its name and nothing else. */
function sealingStatements({ sealing }: Permissions, { contentKey }: Holdings): PolicyStatement[] {
  if (!sealing) return [];
  const actions = sealing === 'make' ? ['kms:Encrypt', 'kms:Decrypt'] : ['kms:Decrypt'];
  const underItsName = {
    'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['name'] },
    Null: { 'kms:EncryptionContext:name': 'false' },
  };
  return [allow(actions, [contentKey.keyArn], underItsName)];
}

function mailStatement({ region, notices }: StageSettings): PolicyStatement {
  const arn = (resource: string) => `arn:${Aws.PARTITION}:ses:${region}:${Aws.ACCOUNT_ID}:${resource}`;
  return allow(
    ['ses:SendEmail'],
    [arn(`identity/${notices.domain}`), arn(`configuration-set/${notices.configurationSet}`)],
  );
}
