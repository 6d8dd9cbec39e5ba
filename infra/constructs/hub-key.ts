import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type StageSettings, hubName } from '#infra/stages';

interface KeyPurpose {
  readonly settings: StageSettings;
  /** What it protects, a few words in lower case with hyphens; part of its alias. */
  readonly protects: string;
}

/** A key of the hub's own, rotated each year. Its policy leaves the say to IAM; no statement in IAM names every key. */
export function hubKey(scope: Construct, id: string, { settings, protects }: KeyPurpose): Key {
  return new Key(scope, id, {
    alias: `${hubName(settings)}/${protects}`,
    description: `Viestiväylä ${settings.stage}: protects ${protects}`,
    enableKeyRotation: true,
    removalPolicy: settings.removalPolicy,
  });
}
