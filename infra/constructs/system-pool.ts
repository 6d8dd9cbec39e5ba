import { Duration } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type StageSettings, hubName } from '#infra/stages';

/**
 * Authorities' systems as users of a user pool: the user name is the system's id. Systems are entered by the operator,
 * and sign in through the door `credentials` only.
 *
 * @see shared/adapters/credentials/password-rule.ts (the same rule in words)
 */
export class SystemPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `${hubName(settings)}-systems`,
      featurePlan: FeaturePlan.LITE,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: true,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 32,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
      },
      deletionProtection: settings.keepsData,
      removalPolicy: settings.removalPolicy,
    });
    const hour = Duration.hours(1);
    this.client = this.pool.addClient('Hub', {
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: hour,
      idTokenValidity: hour,
      refreshTokenValidity: hour,
    });
  }

  /** Name of the issuer, as access tokens say it. */
  get issuer(): string {
    return `https://cognito-idp.${this.pool.env.region}.amazonaws.com/${this.pool.userPoolId}`;
  }
}
