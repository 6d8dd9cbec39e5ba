import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { constructId } from '#infra/surroundings';
import { STEPS } from '#shared/contracts/pipeline';
import { TABLES } from '#shared/contracts/tables';
import { statementsIn, synthesize, theOne } from '#test/infra/hub-templates';

const { data } = synthesize('sandbox');
const production = synthesize('production');

const tables = Object.entries(TABLES).map(([name, shape]) => ({
  name,
  shape,
  table: theOne(data, 'AWS::DynamoDB::Table', `${constructId(name)}Table`),
}));

const queues = Object.entries(STEPS).map(([step, { timeout }]) => ({
  step,
  timeout,
  queue: theOne(data, 'AWS::SQS::Queue', `${constructId(step)}Queue`),
  deadLetters: theOne(data, 'AWS::SQS::Queue', `${constructId(step)}DeadLetters`),
}));

describe('tables', () => {
  it('are those of the table of tables and no other', () => {
    data.resourceCountIs('AWS::DynamoDB::Table', Object.keys(TABLES).length);
    data.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
  });

  it.each(tables)('$name can be brought back to any moment of the last 35 days', ({ table }) => {
    expect(table['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  it('have a key each', () => {
    const keys = tables.map(({ table }) => JSON.stringify(table['SSESpecification']));
    expect(new Set(keys).size).toBe(tables.length);
    expect(keys.every((key) => key.includes('KMSMasterKeyId') && key.includes('"SSEEnabled":true'))).toBe(true);
  });

  it.each(tables)('$name has the keys and indexes its adapters ask for', ({ table, shape }) => {
    const key = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ];
    const indexes = shape.indexes.map(({ name, partitionKey, sortKey }) => ({
      IndexName: name,
      KeySchema: key(partitionKey, sortKey),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }));
    expect(table).toMatchObject({ KeySchema: key('pk', 'sk'), BillingMode: 'PAY_PER_REQUEST' });
    expect(table['AttributeDefinitions']).toContainEqual({ AttributeName: 'sk', AttributeType: shape.sortKeyType });
    expect(table['GlobalSecondaryIndexes'] ?? []).toEqual(indexes);
  });

  it('have no streams', () => {
    expect(tables.filter(({ table }) => 'StreamSpecification' in table)).toEqual([]);
  });

  it('outlive the stack in production', () => {
    production.data.allResources('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
    expect(production.hub.data.terminationProtection).toBe(true);
  });

  it('can be thrown away in the sandbox', () => {
    data.allResources('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

describe('queues', () => {
  it('are those of the steps and their dead letters', () => {
    data.resourceCountIs('AWS::SQS::Queue', 2 * Object.keys(STEPS).length);
  });

  it.each(queues)('$step hides a record for six times as long as its function may run', ({ queue, timeout }) => {
    expect(queue['VisibilityTimeout']).toBe(6 * timeout);
  });

  it.each(queues)(
    '$step gives up after five tries, to dead letters that keep for 14 days',
    ({ step, queue, deadLetters }) => {
      const redrive = JSON.stringify(queue['RedrivePolicy']);
      expect(queue['RedrivePolicy']).toMatchObject({ maxReceiveCount: 5 });
      expect(redrive).toContain(`${constructId(step)}DeadLetters`);
      expect(deadLetters['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    },
  );

  it('are encrypted and plain', () => {
    data.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, FifoQueue: Match.absent() });
  });

  it('take nothing over an open line', () => {
    data.resourceCountIs('AWS::SQS::QueuePolicy', 2 * Object.keys(STEPS).length);
    data.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('let in S3 for uploads and EventBridge for notices, each for its own and nobody else', () => {
    const allowed = statementsIn(data).filter(
      ({ type, effect }) => type === 'AWS::SQS::QueuePolicy' && effect === 'Allow',
    );
    expect(allowed).toMatchObject([
      {
        of: expect.stringMatching(/^PrepareUploadQueue/),
        actions: ['sqs:SendMessage'],
        principal: '{"Service":"s3.amazonaws.com"}',
        condition: { ArnEquals: { 'aws:SourceArn': expect.anything() } },
      },
      {
        of: expect.stringMatching(/^RecordNoticeEventQueue/),
        actions: ['sqs:SendMessage'],
        principal: '{"Service":"events.amazonaws.com"}',
        condition: { ArnEquals: { 'aws:SourceArn': [expect.anything(), expect.anything()] } },
      },
    ]);
  });
});

describe('documents', () => {
  const bucket = theOne(data, 'AWS::S3::Bucket', 'DocumentsBucket');

  it('are closed to the public, encrypted with their own key, and kept in versions', () => {
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
    });
    expect(bucket).toHaveProperty('LoggingConfiguration.DestinationBucketName');
  });

  it('lose uploads that nobody read after two days, and removed versions after 30', () => {
    expect(bucket).toHaveProperty(
      'LifecycleConfiguration.Rules',
      expect.arrayContaining([
        expect.objectContaining({ Prefix: 'in/', ExpirationInDays: 2 }),
        expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
      ]),
    );
  });

  it('tell the queue of prepare-upload of what comes in under in/ and of nothing else', () => {
    expect(bucket['NotificationConfiguration']).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^PrepareUploadQueue/), 'Arn'] },
        },
      ],
    });
  });

  it('are made by no helper function of CDK', () => {
    data.resourceCountIs('AWS::Lambda::Function', 0);
  });
});

describe('the vault of the evidence', () => {
  const lockOf = (template: typeof data) => theOne(template, 'AWS::S3::Bucket', 'EvidenceBucket');

  it('locks what is put for ten years in production, and nobody can shorten that', () => {
    expect(lockOf(production.data)).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('locks it for a day in the sandbox, so that the sandbox can be thrown away', () => {
    const retention = { Mode: 'GOVERNANCE', Days: 1 };
    expect(lockOf(data)).toHaveProperty('ObjectLockConfiguration.Rule.DefaultRetention', retention);
  });

  it('is closed to the public, keeps a log of who reached it, and has no rule by which anything expires', () => {
    expect(lockOf(data)).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LoggingConfiguration: { DestinationBucketName: expect.anything() },
    });
    expect(lockOf(data)).not.toHaveProperty('LifecycleConfiguration');
  });

  it('has a key of its own on P-256 that signs and does nothing else', () => {
    data.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    data.resourcePropertiesCountIs('AWS::KMS::Key', { KeyUsage: 'SIGN_VERIFY' }, 1);
  });
});

describe('credentials of systems', () => {
  it('are passwords of 32 characters of every class, entered by the operator', () => {
    data.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 32,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
        },
      },
    });
  });

  it('open with a password through the hub only, for an hour', () => {
    data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 60,
      TokenValidityUnits: { AccessToken: 'minutes' },
      AllowedOAuthFlowsUserPoolClient: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  it('outlive the stack in production', () => {
    production.data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });
});

describe('keys', () => {
  it('change every year', () => {
    const keys = Object.values(data.findResources('AWS::KMS::Key', { Properties: { KeySpec: Match.absent() } }));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toHaveProperty('Properties.EnableKeyRotation', true);
  });

  it('outlive the stack in production', () => {
    production.data.allResources('AWS::KMS::Key', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});
