import { Aws, Duration } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type StageSettings, hubName } from '#infra/stages';

/** What lies in the vault, by prefix: roots are for everybody, days with their ends for the hub alone. */
export const VAULT_PREFIXES = ['days/', 'roots/'] as const;

/** Name of the bucket; no two accounts or regions have the same. */
export function vaultName(settings: StageSettings): string {
  return `${hubName(settings)}-evidence-${Aws.ACCOUNT_ID}-${settings.region}`;
}

/**
 * Where sealed days are kept and what their roots are signed with. Every object is locked from the moment it is put, for as
 * long as the stage says; in compliance mode not even the owner of the account can shorten that. Nothing in it is personal.
 */
export class EvidenceVault extends Construct {
  readonly name: string;
  readonly signingKey: Key;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const { evidenceLock, removalPolicy } = settings;
    const retention = Duration.days(evidenceLock.days);
    const closed: BucketProps = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy,
      // A key of our own that is lost would take the evidence with it, and there is nothing to hide.
      encryption: BucketEncryption.S3_MANAGED,
    };
    this.name = vaultName(settings);
    new Bucket(this, 'Bucket', {
      ...closed,
      bucketName: this.name,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        evidenceLock.mode === 'COMPLIANCE'
          ? ObjectLockRetention.compliance(retention)
          : ObjectLockRetention.governance(retention),
      serverAccessLogsBucket: new Bucket(this, 'AccessLogs', {
        ...closed,
        lifecycleRules: [{ expiration: Duration.days(settings.logRetention) }],
      }),
    });
    this.signingKey = new Key(this, 'SigningKey', {
      alias: `${hubName(settings)}/roots`,
      description: `Viestiväylä ${settings.stage}: signs the daily roots of the evidence`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
  }

  get arn(): string {
    return `arn:${Aws.PARTITION}:s3:::${this.name}`;
  }

  /** ARNs of all objects a function of the hub may reach. */
  get objects(): string[] {
    return VAULT_PREFIXES.map((prefix) => `${this.arn}/${prefix}*`);
  }
}
