import * as z from 'zod/mini';
import { THEMES_AS_DELIVERED, theme } from '#shared/domain/mandate/themes';
import { decisions } from '#shared/contracts/config/options';

const name = z.string().check(z.minLength(1));

/** A whole number written as text. */
const count = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.int().check(z.minimum(least), z.maximum(most)),
    ),
  );

/** A value written as JSON text. */
function json<T extends z.ZodMiniType>(schema: T) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string): unknown => JSON.parse(text)),
    ),
    schema,
  );
}

/** Parts of a function's environment, composed by what it needs. Every value is text; every name means the same everywhere. */
export const messagesTable = {
  MESSAGES_TABLE: name,
  /** Shards of the wake index; may grow, never shrink while entries stand in the last ones. */
  WAKE_SHARDS: count(1, 1024),
};
export const recipientsTable = { RECIPIENTS_TABLE: name, WAKE_SHARDS: count(1, 1024) };
export const feedTable = {
  FEED_TABLE: name,
  /** Feeds of one sender written side by side; may grow, never shrink. */
  FEED_LANES: count(1, 64),
};
export const lettersTable = { LETTERS_TABLE: name };
export const tenantsTable = { TENANTS_TABLE: name };
export const registersTable = { REGISTERS_TABLE: name };
export const mandatesTable = { MANDATES_TABLE: name };
export const ownDataTable = { OWN_DATA_TABLE: name, WAKE_SHARDS: count(1, 1024) };
export const programmeTable = { PROGRAMME_TABLE: name };
export const trafficTable = { TRAFFIC_TABLE: name };

/** `kms:` and a key id, or `file:` and the path of a master key on a single machine. */
export const keys = { KEYS_TABLE: name, KEY_PROTECTION: z.string().check(z.regex(/^(kms|file):.+$/)) };

/** `s3:` and a bucket, or `file:` and a folder on a single machine. */
export const documents = { DOCUMENTS: z.string().check(z.regex(/^(s3|file):.+$/)) };

/** The place in `s3:bucket/prefix@account`: the prefix may be missing, and the account where the bucket is the hub's own. */
const BUCKET_PLACE =
  /^s3:(?<bucket>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/(?<prefix>[\w.-]+(?:\/[\w.-]+)*))?(?:@(?<owner>\d{12}))?$/;

/** The national Suomi.fi Messages, or another hub: https, or this very machine. */
const RELAY_PLACE = /^relay:(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?$/;

/**
 * `none` where providers fetch by themselves; `s3:bucket/prefix@account` that batches are brought to; or `relay:` and the address
 * of the national Suomi.fi Messages, which letters are given to one by one.
 */
export const handOver = {
  HAND_OVER: z
    .string()
    .check(
      z.refine(
        (place) => place === 'none' || BUCKET_PLACE.test(place) || RELAY_PLACE.test(place),
        'is neither a place in S3 nor an address to relay to',
      ),
    ),
};

export interface BucketPlace {
  readonly bucket: string;
  /** Without a slash at its end; may be empty. */
  readonly prefix: string;
  /** Account that owns the bucket. Absent: the hub's own. */
  readonly owner?: string | undefined;
}

/** Where batches are brought; nothing where providers fetch by themselves. */
export function handOverPlace(handOverTo: string): BucketPlace | undefined {
  const { bucket, prefix = '', owner } = BUCKET_PLACE.exec(handOverTo)?.groups ?? {};
  return bucket === undefined ? undefined : { bucket, prefix, owner };
}

/** How the hub signs in there, as `npm run tenant -- seal-relay` prints it. */
export const relaySystem = z.strictObject({
  /** Its systemId. */
  username: name,
  /** Password of its REST API, sealed by this hub. */
  sealedPassword: name,
});
export type RelaySystem = z.infer<typeof relaySystem>;

/** `none`, or JSON text that says how the hub signs in to the service that letters are relayed to. */
export const relay = { ...handOver, RELAY_SYSTEM: z.union([z.literal('none'), json(relaySystem)]) };

/** Sealed days of the evidence: `s3:` and a bucket under Object Lock, or `file:` and a folder on a single machine. */
export const sealedDays = { SEALED_DAYS: z.string().check(z.regex(/^(s3|file):.+$/)) };

/** What roots are signed with: `kms:` and a key id, or `file:` and the path of a key as PEM on a single machine. */
export const signing = { SIGNING_KEY: z.string().check(z.regex(/^(kms|file):.+$/)) };

/** Who signs the access tokens of systems: the issuer's name, and the address of its keys or the key set itself. */
export const systemTokens = { SYSTEM_ISSUER: name, SYSTEM_JWKS: name };

/** `cognito:` user pool id `:` client id, or `local:` and the path of a signing key on a single machine. */
export const systemCredentials = { SYSTEM_CREDENTIALS: z.string().check(z.regex(/^(cognito:[^:]+:[^:]+|local:.+)$/)) };

/** The OIDC provider of strong identification. */
export const oidcProvider = {
  PERSON_ISSUER: name,
  PERSON_AUDIENCE: name,
  PERSON_JWKS: name,
  /** Claim that holds the personal identity code. */
  PERSON_CODE_CLAIM: name,
  /** JSON object: values of `acr` that count as strong, each with STRONG, SUBSTANTIAL or HIGH. */
  PERSON_STRONG_ACR: json(z.record(z.string(), z.enum(['STRONG', 'SUBSTANTIAL', 'HIGH']))),
};

/** Themes of mandates, as the value of MANDATE_THEMES. @default MAILBOX */
export function themesIn(value: unknown = THEMES_AS_DELIVERED.join(',')): string {
  return z.array(theme).parse(z.string().parse(value).split(',')).join(',');
}

/** How the national register of mandates is reached, as `npm run tenant -- seal-mandate-register` prints it. */
export const mandateRegister = z.strictObject({
  base: z.url({ protocol: /^https$/ }),
  clientId: name,
  /** Code of the mandate that is asked for. */
  issue: name,
  /** Key of its REST API, sealed by this hub. */
  sealedKey: name,
});
export type MandateRegister = z.infer<typeof mandateRegister>;

/** Who a person is, and whom they may act for. */
export const identification = {
  ...oidcProvider,
  ...mandatesTable,
  ...ownDataTable,
  /** `none`, or JSON text that says how the national register of mandates is reached. */
  MANDATE_REGISTER: z.union([z.literal('none'), json(mandateRegister)]),
  /** Themes of mandates that are in use, with commas between. */
  MANDATE_THEMES: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.split(',')),
    ),
    z.array(theme),
  ),
};

/** The OIDC issuer of officials who serve visitors, and how much one of them may look at. */
export const officials = {
  OFFICIAL_ISSUER: name,
  OFFICIAL_AUDIENCE: name,
  OFFICIAL_JWKS: name,
  /** As PERSON_STRONG_ACR. */
  OFFICIAL_STRONG_ACR: oidcProvider.PERSON_STRONG_ACR,
  /** Claim of an official's roles, and the role that serves visitors. */
  OFFICIAL_ROLE_CLAIM: name,
  OFFICIAL_ROLE: name,
  /** Claim of the organisation an official serves: what people read in their logs. */
  OFFICIAL_ORGANISATION_CLAIM: name,
  /** Claim of an official's own personal identity code, where the issuer tells it. */
  OFFICIAL_CODE_CLAIM: name,
  /** Visits begun, looks and changes that one official may make in a day. */
  OFFICIAL_LOOKS_A_DAY: count(1, 100_000),
};

/** Where people are sent by the pages: https, or this very machine. */
const pageAddress = z
  .url({ protocol: /^https?$/ })
  .check(z.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$))/, 'must be https, or this machine'));

/** The code flow of the same provider, for the pages. */
export const signIn = {
  PERSON_AUTHORIZE: pageAddress,
  PERSON_TOKEN: pageAddress,
  /** Client id of the pages at the provider, and audience of their ID tokens. */
  PERSON_CLIENT: name,
  /** `none` for a public client, or `sealed:` and the client's secret, encrypted with the key of KEY_PROTECTION, in base64. */
  PERSON_CLIENT_SECRET: z.string().check(z.regex(/^(none|sealed:[A-Za-z0-9+/]{20,}={0,2})$/)),
};

/** The pages as people reach them, without a slash at the end, and where they tell what does not work. */
export const mailboxPages = {
  MAILBOX_LINK: pageAddress.check(z.regex(/^[^?#]*\/mailbox$/, 'must end in /mailbox')),
  FEEDBACK_LINK: z.url({ protocol: /^(https|mailto)$/ }),
};

/** https address of the sign-in page that every notice names; required, there is no default to forget. */
export const signInPage = { NOTICE_LINK: z.url({ protocol: /^https$/ }) };

export const notices = {
  ...signInPage,
  NOTICE_FROM: name,
  NOTICE_CONFIGURATION_SET: name,
};

/**
 * Address that the reports of the programme are read at, named in mails about them: https, or this very machine. Required,
 * there is no default to forget.
 */
export const reportLink = { REPORT_LINK: pageAddress };

/** The national service catalogue: `none`, `own` for a list the hub keeps itself, or `ptv:` and the address of its API. */
export const serviceCatalogue = { SERVICE_CATALOGUE: z.string().check(z.regex(/^(none|own|ptv:https?:\/\/.+)$/)) };

/** Folder of the fonts that letters are set in. */
export const press = { FONTS: name };

/** The automatic adviser of digital support: off unless an operator switches it on, and who then answers for it. */
export const assistant = { ASSISTANT: z.enum(['off', 'on']), ASSISTANT_OWNER: name };

export { decisions };

/** JSON object: addresses of the queues a function may put an id on, by step. */
export const queues = { QUEUES: json(z.record(z.string(), name)) };

/** What every worker needs that may decide where a delivery goes. */
export const deciding = {
  ...messagesTable,
  ...recipientsTable,
  ...registersTable,
  ...mandatesTable,
  ...tenantsTable,
  ...keys,
  ...decisions,
  ...queues,
};
