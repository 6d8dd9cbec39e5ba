import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { hubKey } from '#infra/constructs/hub-key';
import { type StageSettings, hubName } from '#infra/stages';

/** The key of all log groups of the hub, usable by CloudWatch Logs for those groups and no others. */
export function logKey(scope: Construct, id: string, settings: StageSettings): Key {
  const key = hubKey(scope, id, { settings, protects: 'logs' });
  const groups = `arn:${Aws.PARTITION}:logs:${settings.region}:${Aws.ACCOUNT_ID}:log-group:/${hubName(settings)}/*`;
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${settings.region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
    }),
  );
  return key;
}
