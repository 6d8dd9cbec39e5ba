import { readFileSync } from 'node:fs';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod/mini';
import { dynamo } from '#functions/_shell/clients';
import { sealer } from '#functions/_shell/sealer';
import { makeCognito } from '#shared/adapters/credentials/cognito';
import { makeLocalIssuer } from '#shared/adapters/credentials/local-issuer';
import { systemClock } from '#shared/adapters/system/clock';
import type { CredentialsConfig } from '#shared/contracts/config/credentials';
import type { SystemCredentials } from '#shared/ports/system-credentials';

const jwk = z.looseObject({ kty: z.string(), kid: z.string() });

/** Cognito where deployed, the hub's own issuer on a single machine. */
export function systemCredentials(config: CredentialsConfig): SystemCredentials {
  const [kind, ...place] = config.SYSTEM_CREDENTIALS.split(':');
  if (kind === 'cognito') {
    const [userPoolId = '', clientId = ''] = place;
    return makeCognito({
      client: new CognitoIdentityProviderClient({}),
      userPoolId,
      clientId,
      sealer: sealer(config),
      clock: systemClock,
    });
  }
  const signingKey = jwk.parse(JSON.parse(readFileSync(place.join(':'), 'utf8')));
  return makeLocalIssuer({
    client: dynamo(),
    tableName: config.TENANTS_TABLE,
    issuer: config.SYSTEM_ISSUER,
    signingKey,
    clock: systemClock,
  });
}
