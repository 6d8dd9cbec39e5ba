import { type App, Aws, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { documentsName } from '#infra/constructs/documents-bucket';
import { VAULT_PREFIXES, vaultName } from '#infra/constructs/evidence-vault';
import type { StageSettings } from '#infra/stages';
import { handOverObjects } from '#infra/statements';
import { constructId } from '#infra/surroundings';
import { handOverPlace } from '#shared/contracts/config/parts';
import { STEPS } from '#shared/contracts/pipeline';

/** A finding of cdk-nag that stays as it is, and why. */
export interface Acknowledgement {
  /** Id of the finding, exactly as cdk-nag writes it. */
  readonly rule: string;
  /** Path of the construct it is about; what stands under it is covered. Empty for all of the hub. */
  readonly on: string;
  readonly reason: string;
}

const NOT_ASYNC =
  'Doors are called by the gateway and workers are fed by queues that have dead letters. A schedule that fails is not ' +
  'run again: its next run finds the same work, and its alarm rings.';
const NEXT_RUN = 'The next run finds the same work: the wake index is the work list, and nothing is lost with a run.';

const EVERYWHERE: readonly Acknowledgement[] = [
  {
    rule: 'Serverless-LambdaTracing',
    on: '',
    reason:
      'Traces cost more than the functions they trace, and tracing adds two fifths to a cold start. A request is ' +
      'followed by its trace id, which the logs and the sender have.',
  },
  { rule: 'Serverless-LambdaDLQ', on: '', reason: NOT_ASYNC },
];

const DATA: readonly Acknowledgement[] = [
  {
    rule: 'AwsSolutions-COG2',
    on: 'Data/Systems/Pool',
    reason: 'The users are machines of authorities, whose published clients know a user name and a password only.',
  },
  {
    rule: 'AwsSolutions-COG8',
    on: 'Data/Systems/Pool',
    reason:
      'The plus plan watches people sign in. These users are machines with passwords of 32 characters, which the ' +
      'operator enters one by one, behind a firewall, allowed addresses and client certificates.',
  },
  {
    rule: 'Serverless-SNSRedrivePolicy',
    on: 'Data/Alarms/Operator',
    reason:
      'An e-mail to the operator. The alarm itself keeps its state until it is over, so nothing hangs on one mail.',
  },
  ...Object.keys(STEPS).map((step) => ({
    rule: 'Serverless-SQSRedrivePolicy',
    on: `Data/${constructId(step)}/DeadLetters`,
    reason: 'It is the dead-letter queue.',
  })),
];

const ROAD: readonly Acknowledgement[] = [
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    on: 'Road',
    reason: "A destination is for streams. The queue's own dead-letter queue takes what failed five times.",
  },
  {
    rule: 'Serverless-EventBusDLQ',
    on: 'Road/Notices',
    reason:
      "A dead letter would hold the whole event with the recipient's e-mail address. EventBridge tries for a day, an " +
      'alarm rings, and a claim whose evidence is lost is settled by time.',
  },
  ...[
    'Sweep',
    'CheckIndex',
    'SealEvidence',
    'CountTraffic',
    'RunReports',
    'CutBatches',
    'FollowRelay',
    'MoveHashes',
    'RefreshRoadmap',
  ].flatMap((schedule) => [
    { rule: 'Serverless-LambdaAsyncFailureDestination', on: `Road/${schedule}/Door`, reason: NEXT_RUN },
    {
      rule: 'AwsSolutions-SQS3',
      on: `Road/${schedule}/NotStarted`,
      reason: 'It is the dead-letter queue of the schedule.',
    },
    {
      rule: 'Serverless-SQSRedrivePolicy',
      on: `Road/${schedule}/NotStarted`,
      reason: 'It is the dead-letter queue of the schedule.',
    },
  ]),
];

const API: readonly Acknowledgement[] = [
  {
    rule: 'AwsSolutions-APIG2',
    on: 'Api/Gateway/Api',
    reason: 'A door checks params, query and body with the schemas of shared/contracts and says which field is wrong.',
  },
  {
    rule: 'AwsSolutions-APIG6',
    on: 'Api/Gateway/Api/DeploymentStage.live',
    reason: 'Execution logs hold headers and bodies: tokens, codes and letters. The access log has all that is needed.',
  },
  {
    rule: 'Serverless-APIGWXrayEnabled',
    on: 'Api/Gateway/Api/DeploymentStage.live',
    reason: 'As for the functions: a request is followed by its trace id.',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    on: 'Api/Gateway/Api/CloudWatchRole',
    reason: 'The role by which gateways of an account write logs; API Gateway accepts it with this policy of AWS.',
  },
];

const BY_PREFIX =
  'Keys of documents are made as they come, so the permission ends with the prefix: nothing outside it is reached.';

/** Who reaches which documents, as infra/permissions.ts says. */
const DOCUMENTS: readonly (readonly [on: string, prefix: string])[] = [
  ['Api/Upload/Putter', 'in/'],
  ['Api/Sending/Door/Role', 'in/tenant/'],
  ['Api/Sending/Door/Role', 'documents/'],
  ['Api/Imports/Door/Role', 'programme/imports/'],
  ['Api/Programme/Door/Role', 'programme/imports/'],
  ['Api/Traffic/Door/Role', 'programme/imports/'],
  ['Api/Recipient/Door/Role', 'in/recipient/'],
  ['Api/Recipient/Door/Role', 'documents/'],
  ['Api/Pages/Door/Role', 'documents/'],
  ['Api/Pages/Door/Role', 'programme/imports/'],
  ['Api/Download/Door/Role', 'documents/'],
  ['Api/Download/Door/Role', 'letters/'],
  ['Api/Print/Door/Role', 'proofs/'],
  ['Api/Evidence/Door/Role', 'proofs/'],
  ['Api/Reports/Door/Role', 'reports/'],
  ['Api/OwnData/Door/Role', 'programme/imports/'],
  ['Api/Reports/Door/Role', 'programme/imports/'],
  ['Api/Reading/Door/Role', 'programme/imports/'],
  ['Api/Roadmap/Door/Role', 'roadmap/'],
  ['Api/Roadmap/Door/Role', 'programme/imports/'],
  ['Api/Support/Door/Role', 'programme/imports/'],
  ['Road/PrepareUpload/Worker/Role', 'in/'],
  ['Road/PrepareUpload/Worker/Role', 'documents/'],
  ['Road/ExpireAttachment/Worker/Role', 'documents/'],
  ['Road/EndRetention/Worker/Role', 'documents/'],
  ['Road/EndRetention/Worker/Role', 'letters/'],
  ['Road/EndRetention/Worker/Role', 'proofs/'],
  ['Road/OrderPrint/Worker/Role', 'documents/'],
  ['Road/OrderPrint/Worker/Role', 'letters/'],
  ['Road/OrderPrint/Worker/Role', 'programme/imports/'],
  ['Road/RunReports/Door/Role', 'reports/'],
  ['Road/RunReports/Door/Role', 'programme/imports/'],
  ['Road/CutBatches/Door/Role', 'documents/'],
  ['Road/CutBatches/Door/Role', 'letters/'],
  ['Road/RefreshRoadmap/Door/Role', 'roadmap/'],
  ['Road/RefreshRoadmap/Door/Role', 'programme/imports/'],
];

function documentsUnder(settings: StageSettings): Acknowledgement[] {
  const bucket = documentsName(settings).replace(Aws.ACCOUNT_ID, '<AWS::AccountId>');
  return DOCUMENTS.map(([on, prefix]) => {
    const rule = `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${prefix}*]`;
    return { rule, on, reason: BY_PREFIX };
  });
}

/** Who reaches the sealed days. */
const SEALERS = ['Road/SealEvidence/Door/Role', 'Api/Evidence/Door/Role'];

function sealedDaysOf(settings: StageSettings): Acknowledgement[] {
  const bucket = vaultName(settings).replace(Aws.ACCOUNT_ID, '<AWS::AccountId>');
  return SEALERS.flatMap((on) =>
    VAULT_PREFIXES.map((prefix) => {
      const rule = `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${prefix}*]`;
      return { rule, on, reason: 'One object for each day: the permission ends with the prefix.' };
    }),
  );
}

/** Where batches are brought to a print provider's bucket. */
function handOverOf({ handOver }: StageSettings): Acknowledgement[] {
  const place = handOverPlace(handOver);
  if (!place) return [];
  const objects = handOverObjects(place).replace(Aws.PARTITION, '<AWS::Partition>');
  const reason =
    'Batches are named as they are cut, so the permission ends with the prefix agreed on: files are put there and nothing else.';
  return [{ rule: `AwsSolutions-IAM5[Resource::${objects}]`, on: 'Road/CutBatches/Door/Role', reason }];
}

/** Every acknowledgement there is. A test fails on a finding that is not here, and on an entry that finds nothing. */
export function acknowledgementsFor(settings: StageSettings): readonly Acknowledgement[] {
  const ofStage = [...documentsUnder(settings), ...sealedDaysOf(settings), ...handOverOf(settings)];
  return [...EVERYWHERE, ...DATA, ...ROAD, ...API, ...ofStage];
}

/** Notes the acknowledgements on the constructs of a hub; one about a construct this stage has not is passed over. */
export function acknowledge(app: App, settings: StageSettings): void {
  for (const { rule, on, reason } of acknowledgementsFor(settings)) {
    const found = on
      .split('/')
      .reduce<IConstruct | undefined>((node, id) => (id === '' ? node : node?.node.tryFindChild(id)), app);
    if (found) Validations.of(found).acknowledge({ id: rule, reason });
  }
}
