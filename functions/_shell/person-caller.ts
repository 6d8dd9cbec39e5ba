import { dynamo } from '#functions/_shell/clients';
import { makeActsFor } from '#functions/_shell/acts-for';
import type { Authenticate } from '#functions/_shell/http-door';
import { nationalRegister } from '#functions/_shell/national-register';
import { sealer } from '#functions/_shell/sealer';
import { mandateStore, ownDataStores } from '#functions/_shell/stores';
import { tokenIn } from '#functions/_shell/system-caller';
import { makeOidcIdentification } from '#shared/adapters/credentials/oidc-identification';
import { makeDynamoAliases } from '#shared/adapters/dynamodb/mailboxes';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import type { MandateRegister } from '#shared/contracts/config/parts';
import { CALLS_FOR_ANOTHER, OWN_DATA_RESOURCES } from '#shared/contracts/me/acts';
import { languageOf } from '#shared/contracts/problems';
import { type Theme, WHEN_NOT_COVERED } from '#shared/domain/mandate/themes';
import { makePowers } from '#shared/flow/mandate/powers';
import { ON_BEHALF } from '#shared/domain/own-data/words';
import { type Acting, makeWhoActs } from '#shared/flow/mandate/who-acts';
import { refuse } from '#shared/kernel/result';

interface PersonConfig {
  readonly RECIPIENTS_TABLE: string;
  readonly REGISTERS_TABLE: string;
  readonly MANDATES_TABLE: string;
  readonly OWN_DATA_TABLE: string;
  readonly WAKE_SHARDS: number;
  readonly MANDATE_REGISTER: MandateRegister | 'none';
  readonly MANDATE_THEMES: readonly Theme[];
  readonly KEYS_TABLE: string;
  readonly KEY_PROTECTION: string;
  readonly PERSON_ISSUER: string;
  readonly PERSON_AUDIENCE: string;
  readonly PERSON_JWKS: string;
  readonly PERSON_CODE_CLAIM: string;
  readonly PERSON_STRONG_ACR: Readonly<Record<string, 'STRONG' | 'SUBSTANTIAL' | 'HIGH'>>;
}

/** Strongly identified people, for themselves or, as far as their powers go, for another. */
export function personCaller(config: PersonConfig): Authenticate<Acting> {
  const whoActs = makeWhoActs(whoActsPorts(config));
  const actsFor = makeActsFor({
    ...ownDataStores(config),
    ids: systemIds,
    clock: systemClock,
    calls: CALLS_FOR_ANOTHER,
    themes: config.MANDATE_THEMES,
  });

  return async (request) => {
    const { headers } = request;
    const token = tokenIn(headers['authorization']);
    if (token === undefined) return refuse({ kind: 'unauthorized' });
    const acting = await whoActs(token, headers['x-on-behalf-of']);
    if (!acting.ok) {
      return refuse({ kind: acting.refusal.kind === 'token-invalid' ? 'unauthorized' : acting.refusal.kind });
    }
    const permitted = await actsFor(acting.value, request);
    if (permitted.ok) return permitted;
    const language = languageOf(headers['accept-language']);
    if (OWN_DATA_RESOURCES.includes(request.resource))
      return refuse({ kind: 'own-data-for-another', detail: ON_BEHALF[language] });
    return refuse({ kind: permitted.refusal.kind, detail: WHEN_NOT_COVERED[language] });
  };
}

function whoActsPorts(config: PersonConfig) {
  const seals = sealer(config);
  const ports = {
    ...makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }),
    mandates: mandateStore(config),
    aliases: makeDynamoAliases({ client: dynamo(), tableName: config.RECIPIENTS_TABLE }),
    sealer: seals,
    clock: systemClock,
  };
  const identification = makeOidcIdentification(
    {
      issuer: config.PERSON_ISSUER,
      audience: config.PERSON_AUDIENCE,
      jwks: config.PERSON_JWKS,
      codeClaim: config.PERSON_CODE_CLAIM,
      strongAcr: config.PERSON_STRONG_ACR,
    },
    systemClock,
  );
  const national = nationalRegister(config.MANDATE_REGISTER, seals);
  return { ...ports, identification, powers: makePowers({ ...ports, national }) };
}
