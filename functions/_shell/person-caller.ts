import { dynamo } from '#functions/_shell/clients';
import type { Authenticate } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { tokenIn } from '#functions/_shell/system-caller';
import { makeOidcIdentification } from '#shared/adapters/credentials/oidc-identification';
import { makeDynamoAliases } from '#shared/adapters/dynamodb/mailboxes';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { type Acting, makeWhoActs } from '#shared/flow/who-acts';
import { ok, refuse } from '#shared/kernel/result';

interface PersonConfig {
  readonly RECIPIENTS_TABLE: string;
  readonly REGISTERS_TABLE: string;
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
  readonly PERSON_ISSUER: string;
  readonly PERSON_AUDIENCE: string;
  readonly PERSON_JWKS: string;
  readonly PERSON_CODE_CLAIM: string;
  readonly PERSON_STRONG_ACR: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
}

/** Strongly identified people, for themselves or for a party they represent. */
export function personCaller(config: PersonConfig): Authenticate<Acting> {
  const seals = sealer(config);
  const whoActs = makeWhoActs({
    identification: makeOidcIdentification(
      {
        issuer: config.PERSON_ISSUER,
        audience: config.PERSON_AUDIENCE,
        jwks: config.PERSON_JWKS,
        codeClaim: config.PERSON_CODE_CLAIM,
        strongAcr: config.PERSON_STRONG_ACR,
      },
      systemClock,
    ),
    businesses: makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }).businesses,
    aliases: makeDynamoAliases({ client: dynamo(), tableName: config.RECIPIENTS_TABLE }),
    sealer: seals,
  });

  return async ({ headers }) => {
    const token = tokenIn(headers['authorization']);
    if (token === undefined) return refuse({ kind: 'unauthorized' });
    const acting = await whoActs(token, headers['x-on-behalf-of']);
    if (acting.ok) return ok(acting.value);
    return refuse({ kind: acting.refusal.kind === 'token-invalid' ? 'unauthorized' : acting.refusal.kind });
  };
}
