import { Aws, Duration } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectOwnership,
  type BucketProps,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { hubKey } from '#infra/constructs/hub-key';
import type { StepQueue } from '#infra/constructs/step-queue';
import { type StageSettings, hubName } from '#infra/stages';

export interface DocumentsBucketProps {
  readonly settings: StageSettings;
  /** Told of every object that is put under `in/`. */
  readonly uploads: StepQueue;
}

/** Raw uploads lie here until they are read. */
export const UPLOADS = 'in/';

/** Name of the bucket: its queue has to let it in before it is made. No two accounts or regions have the same. */
export function documentsName(settings: StageSettings): string {
  return `${hubName(settings)}-documents-${Aws.ACCOUNT_ID}-${settings.region}`;
}

/**
 * Documents: raw uploads under `in/`, files that were read under `documents/`, letters under `letters/`, scanned
 * proofs under `proofs/`, reports of the transition programme under `reports/`, its public pages under `roadmap/`, rows of imports under `programme/imports/`.
 * Keys are ids; a name, a title or a code never is one.
 */
export class DocumentsBucket extends Construct {
  readonly name: string;
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, { settings, uploads }: DocumentsBucketProps) {
    super(scope, id);
    const closed: BucketProps = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: settings.removalPolicy,
    };
    this.key = hubKey(this, 'Key', { settings, protects: 'documents' });
    this.name = documentsName(settings);
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      bucketName: this.name,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: new Bucket(this, 'AccessLogs', {
        ...closed,
        // S3 writes its access logs with its own key only.
        encryption: BucketEncryption.S3_MANAGED,
        lifecycleRules: [{ expiration: Duration.days(settings.logRetention) }],
      }),
      lifecycleRules: [
        { id: 'uploads-nobody-sent', prefix: UPLOADS, expiration: Duration.days(2) },
        // A day without a change is drawn anew too, so what is shown is never older.
        { id: 'roadmaps-of-the-past', prefix: 'roadmap/', expiration: Duration.days(7) },
        { id: 'removed-documents', noncurrentVersionExpiration: Duration.days(30) },
        { id: 'empty-marks', expiredObjectDeleteMarker: true },
        { id: 'broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(2) },
      ],
    });
    this.announce(uploads);
  }

  get arn(): string {
    return `arn:${Aws.PARTITION}:s3:::${this.name}`;
  }

  /** ARN of all documents whose key begins so. */
  arnUnder(prefix: string): string {
    return `${this.arn}/${prefix}*`;
  }

  /**
   * Told by the bucket itself, in CloudFormation's own words: CDK's way adds a function that may change every bucket of
   * the account. S3 tries the queue while the bucket is made, so the queue's policy comes first.
   */
  private announce(uploads: StepQueue): void {
    const bucket = this.bucket.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('a bucket without its resource');
    const filter = { s3Key: { rules: [{ name: 'prefix', value: UPLOADS }] } };
    bucket.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: uploads.queue.queueArn, filter }],
    };
    bucket.node.addDependency(uploads.admit({ service: 's3.amazonaws.com', sources: [this.arn] }));
  }
}
