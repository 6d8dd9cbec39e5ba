import type { Language } from '#shared/domain/message/hub-fields';
import type { Result } from '#shared/kernel/result';
import type { IdentifiedPerson, WeaklyIdentified } from '#shared/ports/identification';

/** The person could not be identified: cancelled, too late, or not what was asked for. */
export interface SignInFailed {
  readonly kind: 'sign-in-failed';
}

/** Proofs of one sign-in; each is random and used once. */
export interface SignInProofs {
  /** Comes back with the answer and tells that it is the answer to this very request. */
  readonly state: string;
  /** Comes back inside the signed token. */
  readonly nonce: string;
  /** Kept until the code is redeemed; its hash goes ahead of it (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** An OIDC provider of strong identification, by the code flow: the person goes there and comes back with a code. */
export interface SignInProvider {
  /** Address that the person is sent to. */
  addressFor(proofs: SignInProofs, language: Language): string;
  /** Redeems a code, once. */
  redeem(code: string, proofs: SignInProofs): Promise<Result<IdentifiedPerson, SignInFailed | WeaklyIdentified>>;
}
