import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LetterOptions } from '#local/options';
import type { LocalSecrets } from '#local/secrets';
import { tableName } from '#local/stand-ins/tables';
import { AS_DELIVERED } from '#shared/contracts/config/options';
import { themesIn } from '#shared/contracts/config/parts';
import { TABLES } from '#shared/contracts/tables';

/** Issuers of a single machine: names in tokens, not addresses. */
export const SYSTEM_ISSUER = 'urn:viestivayla:local:systems';
export const PERSON_ISSUER = 'urn:viestivayla:local:people';
export const OFFICIAL_ISSUER = 'urn:viestivayla:local:officials';
export const OFFICIAL_AUDIENCE = 'viestivayla-point';
export const PERSON_AUDIENCE = 'viestivayla';
/** Audience of the tokens that the pages get. */
export const PERSON_CLIENT = 'viestivayla-pages';

interface Surroundings {
  readonly dataFolder: string;
  readonly secrets: LocalSecrets;
  readonly endpoints: { readonly dynamo: string; readonly queues: string; readonly mail: string };
  readonly queueUrls: ReadonlyMap<string, string>;
  readonly logLevel: string;
  readonly assistant: 'off' | 'on';
  readonly letters?: LetterOptions | undefined;
  /** Address the hub serves at. */
  readonly url: string;
}

/**
 * The environment of every door and worker on a single machine: the same names as deployed. Endpoints the user has set
 * stay: another emulator then takes a stand-in's place.
 */
export function environmentFor({
  dataFolder,
  secrets,
  endpoints,
  queueUrls,
  logLevel,
  assistant,
  letters,
  url,
}: Surroundings): Record<string, string> {
  return {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamo,
    AWS_ENDPOINT_URL_SQS: endpoints.queues,
    AWS_ENDPOINT_URL_SES: endpoints.mail,
    ...Object.fromEntries(Object.entries(TABLES).map(([name, { variable }]) => [variable, tableName(name)])),
    WAKE_SHARDS: '4',
    FEED_LANES: '2',
    KEY_PROTECTION: `file:${secrets.masterKey}`,
    DOCUMENTS: `file:${dataFolder}/documents`,
    SEALED_DAYS: `file:${dataFolder}/evidence`,
    SIGNING_KEY: `file:${secrets.rootSigningKey}`,
    SYSTEM_ISSUER,
    SYSTEM_JWKS: secrets.systemKeySet,
    SYSTEM_CREDENTIALS: `local:${secrets.systemSigningKey}`,
    ...personsOf(secrets, url),
    ...officialsOf(secrets),
    MANDATE_REGISTER: 'none',
    MANDATE_THEMES: themesIn(),
    MAILBOX_LINK: `${url}/mailbox`,
    FEEDBACK_LINK: 'mailto:palaute@viestit.example.fi',
    SERVICE_CATALOGUE: 'own',
    HAND_OVER: 'none',
    RELAY_SYSTEM: 'none',
    NOTICE_LINK: 'https://viestit.example.fi/',
    NOTICE_FROM: 'Viestit <ei-vastausta@viestit.example.fi>',
    NOTICE_CONFIGURATION_SET: 'local',
    REPORT_LINK: url,
    FONTS: join(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'), '..', 'ttf'),
    ASSISTANT: assistant,
    ASSISTANT_OWNER: 'Esimerkkineuvonta',
    ...AS_DELIVERED,
    ...letters,
    QUEUES: JSON.stringify(Object.fromEntries(queueUrls)),
    LOG_LEVEL: logLevel,
  };
}

function personsOf({ personKeySet }: LocalSecrets, url: string): Record<string, string> {
  return {
    PERSON_ISSUER,
    PERSON_AUDIENCE,
    PERSON_JWKS: personKeySet,
    PERSON_CODE_CLAIM: 'national_id',
    PERSON_STRONG_ACR: JSON.stringify({
      strong: 'STRONG',
      'http://eidas.europa.eu/LoA/substantial': 'SUBSTANTIAL',
      'http://eidas.europa.eu/LoA/high': 'HIGH',
    }),
    PERSON_AUTHORIZE: `${url}/sandbox/identity`,
    PERSON_TOKEN: `${url}/sandbox/identity/token`,
    PERSON_CLIENT,
    PERSON_CLIENT_SECRET: 'none',
  };
}

function officialsOf({ officialKeySet }: LocalSecrets): Record<string, string> {
  return {
    OFFICIAL_ISSUER,
    OFFICIAL_AUDIENCE,
    OFFICIAL_JWKS: officialKeySet,
    OFFICIAL_STRONG_ACR: JSON.stringify({ strong: 'STRONG' }),
    OFFICIAL_ROLE_CLAIM: 'roles',
    OFFICIAL_ROLE: 'service-point',
    OFFICIAL_ORGANISATION_CLAIM: 'organisation',
    OFFICIAL_CODE_CLAIM: 'national_id',
    OFFICIAL_LOOKS_A_DAY: '300',
  };
}
