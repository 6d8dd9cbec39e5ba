import type { SystemId } from '#shared/domain/message/ids';
import type { Result } from '#shared/kernel/result';

export interface WrongCredentials {
  readonly kind: 'wrong-credentials';
}

export interface TokenInvalid {
  readonly kind: 'token-invalid';
}

export interface PasswordRefused {
  readonly kind: 'password-refused';
  readonly rule: string;
}

export interface AccessToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Issues access tokens to authorities' systems: Cognito where deployed, an issuer of the hub's own elsewhere. */
export interface SystemCredentials {
  signIn(username: string, password: string): Promise<Result<AccessToken, WrongCredentials>>;
  changePassword(change: {
    accessToken: string;
    currentPassword: string;
    newPassword: string;
  }): Promise<Result<undefined, WrongCredentials | TokenInvalid | PasswordRefused>>;
  /** Makes the system known, or gives it another password. */
  enrol(system: SystemId, password: string): Promise<void>;
}

/** Tells whose an access token is; asks nobody. */
export interface TokenVerifier {
  verify(accessToken: string): Promise<Result<SystemId, TokenInvalid>>;
}
