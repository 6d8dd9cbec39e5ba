import { CustomDataIdentifier, DataProtectionPolicy, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { hubName } from '#infra/stages';
import type { Surroundings } from '#infra/surroundings';

/**
 * A Finnish personal identity code, with all its separators. CloudWatch takes no parentheses here, so days and months are
 * looser than in the code itself.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-custom-data-identifiers.html
 */
const IDENTITY_CODE = '[0-3][0-9][01][0-9][0-9][0-9][-+A-FU-Y][0-9][0-9][0-9][0-9A-FHJ-NPR-Y]';

/**
 * A log group, encrypted, kept as long as the stage says. The functions log from a list of allowed fields; should an
 * identity code get into a line all the same, it is masked.
 */
export function hubLog(scope: Construct, name: string, { settings, logKey }: Surroundings): LogGroup {
  return new LogGroup(scope, 'Log', {
    logGroupName: `/${hubName(settings)}/${name}`,
    retention: settings.logRetention,
    removalPolicy: settings.removalPolicy,
    encryptionKey: logKey,
    dataProtectionPolicy: new DataProtectionPolicy({
      name: 'identity-codes',
      description: 'Masks Finnish personal identity codes',
      identifiers: [new CustomDataIdentifier('FinnishIdentityCode', IDENTITY_CODE)],
    }),
  });
}
