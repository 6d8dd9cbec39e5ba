import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  type CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { passwordFault } from '#shared/adapters/credentials/password-rule';
import { ok, refuse } from '#shared/kernel/result';
import { type Clock, type Instant, MINUTE, SECOND, after, elapsed } from '#shared/kernel/time';
import type { Sealer } from '#shared/ports/sealer';
import type { AccessToken, SystemCredentials } from '#shared/ports/system-credentials';

interface CognitoOptions {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** A cached token is given out while it has at least this long to live. */
const MARGIN = 5 * MINUTE;

/** Cognito's words for credentials that are not right; anything else it says is a fault. */
const WRONG = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
];

/**
 * Systems as users of a Cognito user pool. Clients sign in before every message, so a token is kept in memory by a keyed
 * hash of the credentials it was given for, and Cognito is asked again only as it nears its end.
 */
export function makeCognito({ client, userPoolId, clientId, sealer, clock }: CognitoOptions): SystemCredentials {
  const kept = new Map<string, { readonly token: AccessToken; readonly until: Instant }>();

  return {
    signIn: async (username, password) => {
      const name = await sealer.digest('credentials', JSON.stringify([username, password]));
      const known = kept.get(name);
      const left = known ? elapsed(clock(), known.until) : 0;
      if (known && left > MARGIN) return ok({ ...known.token, expiresIn: Math.floor(left / SECOND) });
      const token = await refusedAs(WRONG, () => authenticate(username, password));
      if (!token) return refuse({ kind: 'wrong-credentials' });
      kept.set(name, { token, until: after(clock(), token.expiresIn * SECOND) });
      return ok(token);
    },

    changePassword: async ({ accessToken, currentPassword, newPassword }) => {
      const fault = passwordFault(newPassword);
      if (fault !== undefined) return refuse({ kind: 'password-refused', rule: fault });
      const change = new ChangePasswordCommand({
        AccessToken: accessToken,
        PreviousPassword: currentPassword,
        ProposedPassword: newPassword,
      });
      const changed = await refusedAs([...WRONG, 'InvalidPasswordException', 'LimitExceededException'], () =>
        client.send(change),
      );
      kept.clear();
      return changed ? ok(undefined) : refuse({ kind: 'wrong-credentials' });
    },

    enrol: async (system, password) => {
      const who = { UserPoolId: userPoolId, Username: system };
      try {
        await client.send(new AdminCreateUserCommand({ ...who, MessageAction: 'SUPPRESS' }));
      } catch (fault) {
        if (!(fault instanceof UsernameExistsException)) throw fault;
      }
      await client.send(new AdminSetUserPasswordCommand({ ...who, Password: password, Permanent: true }));
    },
  };

  async function authenticate(username: string, password: string): Promise<AccessToken | undefined> {
    const { AuthenticationResult: result } = await client.send(
      new AdminInitiateAuthCommand({
        UserPoolId: userPoolId,
        ClientId: clientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    );
    return result?.AccessToken === undefined
      ? undefined
      : { accessToken: result.AccessToken, expiresIn: result.ExpiresIn ?? 3600 };
  }
}

/** Runs a call; `undefined` when Cognito refuses it under one of these names. */
async function refusedAs<T>(names: readonly string[], call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (fault) {
    if (fault instanceof CognitoIdentityProviderServiceException && names.includes(fault.name)) return undefined;
    throw fault;
  }
}
