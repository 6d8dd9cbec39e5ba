import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  TooManyRequestsException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCognito } from '#shared/adapters/credentials/cognito';
import { MINUTE, SECOND, after } from '#shared/kernel/time';
import { NOON, SYSTEM } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';

const client = new CognitoIdentityProviderClient({ region: 'eu-north-1' });
const cognito = mockClient(client);
const PASSWORD = 'Aa1!'.repeat(8);
const NEW_PASSWORD = 'Bb2?'.repeat(8);
const WRONG = { ok: false, refusal: { kind: 'wrong-credentials' } };
const said = { $metadata: {}, message: 'said Cognito' };

function makeCredentials() {
  const state = { now: NOON };
  const options = { client, userPoolId: 'pool', clientId: 'client', sealer: testSealer(), clock: () => state.now };
  return { credentials: makeCognito(options), pass: (ms: number) => (state.now = after(state.now, ms)) };
}

beforeEach(() => {
  cognito.reset();
  let tokens = 0;
  cognito
    .on(AdminInitiateAuthCommand)
    .callsFake(() => ({ AuthenticationResult: { AccessToken: `token-${(tokens += 1)}`, ExpiresIn: 3600 } }));
  cognito.on(ChangePasswordCommand).resolves({});
});

describe('signing in by Cognito', () => {
  it('sends name and password as an administrator would', async () => {
    const { credentials } = makeCredentials();
    expect(await credentials.signIn(SYSTEM, PASSWORD)).toEqual({
      ok: true,
      value: { accessToken: 'token-1', expiresIn: 3600 },
    });
    expect(cognito).toHaveReceivedCommandExactlyOnceWith(AdminInitiateAuthCommand, {
      UserPoolId: 'pool',
      ClientId: 'client',
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: SYSTEM, PASSWORD },
    });
  });

  it('gives a token out again, with what is left of its life, until five minutes before its end', async () => {
    const { credentials, pass } = makeCredentials();
    await credentials.signIn(SYSTEM, PASSWORD);
    pass(55 * MINUTE - SECOND);
    expect(await credentials.signIn(SYSTEM, PASSWORD)).toMatchObject({
      value: { accessToken: 'token-1', expiresIn: 301 },
    });
    pass(SECOND);
    expect(await credentials.signIn(SYSTEM, PASSWORD)).toMatchObject({
      value: { accessToken: 'token-2', expiresIn: 3600 },
    });
    expect(cognito).toHaveReceivedCommandTimes(AdminInitiateAuthCommand, 2);
  });

  it.each([
    ['another password', SYSTEM, NEW_PASSWORD],
    ['another system', 'hub-system-2', PASSWORD],
  ])('asks anew for %s', async (_, username, password) => {
    const { credentials } = makeCredentials();
    await credentials.signIn(SYSTEM, PASSWORD);
    expect(await credentials.signIn(username, password)).toMatchObject({ value: { accessToken: 'token-2' } });
  });

  it.each([new NotAuthorizedException(said), new UserNotFoundException(said)])(
    'refuses credentials of which Cognito says $name, and remembers nothing of them',
    async (fault) => {
      const { credentials } = makeCredentials();
      cognito.on(AdminInitiateAuthCommand).rejects(fault);
      expect(await credentials.signIn(SYSTEM, PASSWORD)).toEqual(WRONG);
      expect(await credentials.signIn(SYSTEM, PASSWORD)).toEqual(WRONG);
      expect(cognito).toHaveReceivedCommandTimes(AdminInitiateAuthCommand, 2);
    },
  );

  it('is no token while Cognito asks for another step', async () => {
    cognito.on(AdminInitiateAuthCommand).resolves({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(await makeCredentials().credentials.signIn(SYSTEM, PASSWORD)).toEqual(WRONG);
  });

  it('never calls an overloaded Cognito a wrong password', async () => {
    cognito.on(AdminInitiateAuthCommand).rejects(new TooManyRequestsException(said));
    await expect(makeCredentials().credentials.signIn(SYSTEM, PASSWORD)).rejects.toThrow('said Cognito');
  });
});

describe('changing a password by Cognito', () => {
  const change = { accessToken: 'token', currentPassword: PASSWORD, newPassword: NEW_PASSWORD };

  it('sends the token and both passwords', async () => {
    expect(await makeCredentials().credentials.changePassword(change)).toEqual({ ok: true, value: undefined });
    expect(cognito).toHaveReceivedCommandExactlyOnceWith(ChangePasswordCommand, {
      AccessToken: 'token',
      PreviousPassword: PASSWORD,
      ProposedPassword: NEW_PASSWORD,
    });
  });

  it('gives no token of the old password out afterwards', async () => {
    const { credentials } = makeCredentials();
    await credentials.signIn(SYSTEM, PASSWORD);
    await credentials.changePassword(change);
    expect(await credentials.signIn(SYSTEM, PASSWORD)).toMatchObject({ value: { accessToken: 'token-2' } });
  });

  it('refuses a new password that is too weak without asking Cognito', async () => {
    const weak = { ...change, newPassword: 'short' };
    expect(await makeCredentials().credentials.changePassword(weak)).toMatchObject({
      refusal: { kind: 'password-refused', rule: 'has fewer than 32 characters' },
    });
    expect(cognito).toHaveReceivedCommandTimes(ChangePasswordCommand, 0);
  });

  it.each([new NotAuthorizedException(said), new InvalidPasswordException(said), new LimitExceededException(said)])(
    'is refused where Cognito says $name',
    async (fault) => {
      cognito.on(ChangePasswordCommand).rejects(fault);
      expect(await makeCredentials().credentials.changePassword(change)).toEqual(WRONG);
    },
  );
});

describe('enrolling a system with Cognito', () => {
  it('makes a user nobody writes to, with a password that stays', async () => {
    await makeCredentials().credentials.enrol(SYSTEM, PASSWORD);
    const who = { UserPoolId: 'pool', Username: SYSTEM };
    expect(cognito).toHaveReceivedCommandWith(AdminCreateUserCommand, { ...who, MessageAction: 'SUPPRESS' });
    expect(cognito).toHaveReceivedCommandWith(AdminSetUserPasswordCommand, {
      ...who,
      Password: PASSWORD,
      Permanent: true,
    });
  });

  it('gives a system that is known already another password', async () => {
    cognito.on(AdminCreateUserCommand).rejects(new UsernameExistsException(said));
    await makeCredentials().credentials.enrol(SYSTEM, NEW_PASSWORD);
    expect(cognito).toHaveReceivedCommandTimes(AdminSetUserPasswordCommand, 1);
  });

  it('sets no password when the system could not be made', async () => {
    cognito.on(AdminCreateUserCommand).rejects(new LimitExceededException(said));
    await expect(makeCredentials().credentials.enrol(SYSTEM, PASSWORD)).rejects.toThrow('said Cognito');
    expect(cognito).toHaveReceivedCommandTimes(AdminSetUserPasswordCommand, 0);
  });
});
