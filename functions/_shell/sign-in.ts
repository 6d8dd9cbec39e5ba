import { keyWrapper } from '#functions/_shell/sealer';
import { makeOidcIdentification } from '#shared/adapters/credentials/oidc-identification';
import { makeOidcSignIn } from '#shared/adapters/credentials/oidc-sign-in';
import { systemClock } from '#shared/adapters/system/clock';
import type { SignInProvider } from '#shared/ports/sign-in';

interface SignInConfig {
  readonly KEY_PROTECTION: string;
  readonly PERSON_ISSUER: string;
  readonly PERSON_JWKS: string;
  readonly PERSON_CODE_CLAIM: string;
  readonly PERSON_STRONG_ACR: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
  readonly PERSON_AUTHORIZE: string;
  readonly PERSON_TOKEN: string;
  readonly PERSON_CLIENT: string;
  readonly PERSON_CLIENT_SECRET: string;
  readonly MAILBOX_LINK: string;
}

/** Name the client's secret is encrypted under, as keys of the ring are under theirs. */
const SECRET_NAME = 'sign-in/client-secret';

/** The provider of identification, for people in a browser. Its ID tokens are made out to the pages and open nothing else. */
export function signInProvider(config: SignInConfig): SignInProvider {
  return makeOidcSignIn({
    authorizeAddress: config.PERSON_AUTHORIZE,
    tokenAddress: config.PERSON_TOKEN,
    clientId: config.PERSON_CLIENT,
    clientSecret: secretOf(config),
    redirectAddress: `${config.MAILBOX_LINK}/signed-in`,
    acrValues: Object.keys(config.PERSON_STRONG_ACR),
    identification: makeOidcIdentification(
      {
        issuer: config.PERSON_ISSUER,
        audience: config.PERSON_CLIENT,
        jwks: config.PERSON_JWKS,
        codeClaim: config.PERSON_CODE_CLAIM,
        strongAcr: config.PERSON_STRONG_ACR,
      },
      systemClock,
    ),
  });
}

/** Decrypted when it is first needed, then kept in memory. */
function secretOf({ PERSON_CLIENT_SECRET, KEY_PROTECTION }: SignInConfig): (() => Promise<string>) | undefined {
  if (PERSON_CLIENT_SECRET === 'none') return undefined;
  let secret: Promise<string> | undefined;
  return async () => (secret ??= unwrapped(KEY_PROTECTION, PERSON_CLIENT_SECRET.slice('sealed:'.length)));
}

async function unwrapped(protection: string, sealed: string): Promise<string> {
  const plain = await keyWrapper(protection).unwrap(SECRET_NAME, Buffer.from(sealed, 'base64'));
  return Buffer.from(plain).toString();
}
