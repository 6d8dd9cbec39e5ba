import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';
import { AS_DELIVERED, type Decisions, decisions } from '#shared/contracts/config/options';
import {
  type assistant,
  identification,
  mailboxPages,
  notices,
  oidcProvider,
  relay,
  serviceCatalogue,
  signIn,
  themesIn,
} from '#shared/contracts/config/parts';
import { type Officials, officialsIn } from '#infra/officials';
import { TABLES } from '#shared/contracts/tables';

/** Stages a hub is deployed as. The first is the default: anyone may deploy it and throw it away. */
export const STAGES = ['sandbox', 'test', 'production'] as const;
export type StageName = (typeof STAGES)[number];

/** Regions a hub may be deployed to: official mail stays in the European Economic Area. The first is the default. */
const REGIONS = ['eu-north-1', 'eu-west-1', 'eu-west-3', 'eu-central-1', 'eu-south-1', 'eu-south-2'] as const;

/** What differs between stages by our own choice. */
interface StageChoices {
  /** Data outlive the stack: RETAIN, deletion protection, termination protection. */
  readonly keepsData: boolean;
  readonly logRetention: RetentionDays;
  /** Feeds of one sender written side by side; may grow, never shrink. */
  readonly feedLanes: number;
  /** Shards of the wake index; may grow, never shrink while entries stand in the last ones. */
  readonly wakeShards: number;
  /** Copies of a worker that sends e-mail at the same time; SES allows a new account few sends a second. At least 2. */
  readonly mailersAtOnce: number;
  /**
   * Whether schedules have their one execution set aside. A new account has ten executions in all and can set none aside.
   */
  readonly reservesConcurrency: boolean;
  /** How long a sealed day can not be removed; in compliance mode by nobody, in governance mode by nobody without a right. */
  readonly evidenceLock: { readonly mode: 'COMPLIANCE' | 'GOVERNANCE'; readonly days: number };
  /** Requests per second, on average and at once, before the gateway answers 429. */
  readonly throttling: { readonly rate: number; readonly burst: number };
  /** Requests of one address in five minutes before the firewall stops it. */
  readonly requestsPerAddress: number;
}

const CHOICES: Readonly<Record<StageName, StageChoices>> = {
  sandbox: {
    keepsData: false,
    logRetention: RetentionDays.ONE_WEEK,
    feedLanes: 1,
    wakeShards: 128,
    mailersAtOnce: 2,
    reservesConcurrency: false,
    evidenceLock: { mode: 'GOVERNANCE', days: 1 },
    throttling: { rate: 50, burst: 100 },
    requestsPerAddress: 10_000,
  },
  test: {
    keepsData: false,
    logRetention: RetentionDays.ONE_MONTH,
    feedLanes: 4,
    wakeShards: 128,
    mailersAtOnce: 5,
    reservesConcurrency: false,
    evidenceLock: { mode: 'GOVERNANCE', days: 30 },
    throttling: { rate: 500, burst: 1000 },
    requestsPerAddress: 100_000,
  },
  production: {
    keepsData: true,
    logRetention: RetentionDays.ONE_YEAR,
    feedLanes: 4,
    wakeShards: 128,
    mailersAtOnce: 20,
    reservesConcurrency: true,
    evidenceLock: { mode: 'COMPLIANCE', days: 3653 },
    throttling: { rate: 5000, burst: 5000 },
    requestsPerAddress: 1_000_000,
  },
};

const arn = z.string().check(z.regex(/^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+$/));
const hostName = z.string().check(z.regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,}$/));
const listOf = (pattern: RegExp) => z.string().check(z.regex(new RegExp(`^${pattern.source}(,${pattern.source})*$`)));

/** What only the operator knows, by context key: `-c noticeLink=https://...` or in cdk.json. */
const operatorContext = z.object({
  /** https address of the sign-in page that notices name. */
  noticeLink: z.optional(notices.NOTICE_LINK),
  /** From address of notices, with or without a name before it. */
  noticeFrom: z.optional(z.string().check(z.regex(/^([\x20-\x7e]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/))),
  /** https address that the reports of the transition programme are read at: this hub's own, as its users reach it. */
  reportLink: z.optional(z.url({ protocol: /^https$/ })),
  /** Where alarms are sent. */
  alarmEmail: z.optional(z.email()),
  /** Host name of the API for systems, its certificate in the same region, and the authorities' certificates it trusts. */
  domainName: z.optional(hostName),
  certificateArn: z.optional(arn),
  truststore: z.optional(z.string().check(z.regex(/^s3:\/\/[a-z0-9.-]+\/.+$/))),
  /** Host name of the API for people, who have no client certificate, and its certificate. */
  peopleDomainName: z.optional(hostName),
  peopleCertificateArn: z.optional(arn),
  /** Addresses that systems and print providers call from, comma-separated CIDR blocks. */
  callerCidrs: z.optional(listOf(/(\d{1,3}\.){3}\d{1,3}\/\d{1,2}/)),
  /** OIDC provider of strong identification. */
  personIssuer: z.optional(oidcProvider.PERSON_ISSUER),
  personAudience: z.optional(oidcProvider.PERSON_AUDIENCE),
  personJwks: z.optional(oidcProvider.PERSON_JWKS),
  personCodeClaim: z.optional(oidcProvider.PERSON_CODE_CLAIM),
  /** JSON object: values of `acr` that count as strong. */
  personStrongAcr: z.optional(z.string()),
  /** The same provider for the pages: where people identify themselves, where codes are redeemed, and the pages as its client. */
  personAuthorize: z.optional(signIn.PERSON_AUTHORIZE),
  personToken: z.optional(signIn.PERSON_TOKEN),
  personClient: z.optional(signIn.PERSON_CLIENT),
  /** `none`, or `sealed:` and the secret encrypted with the hub's content key under the name `sign-in/client-secret`. */
  personClientSecret: z.optional(signIn.PERSON_CLIENT_SECRET),
  /** The pages as people reach them, ending in /mailbox. */
  mailboxLink: z.optional(mailboxPages.MAILBOX_LINK),
  /** Where people tell that something is not accessible: an https or a mailto address. */
  feedbackLink: z.optional(mailboxPages.FEEDBACK_LINK),
});
type OperatorContext = z.infer<typeof operatorContext>;

/** Context keys an operator of a production hub has to give. */
export const OPERATOR_KEYS = Object.keys(operatorContext.shape);

/** A host name of the API. */
export interface FrontDomain {
  readonly domainName: string;
  readonly certificateArn: string;
  /** `s3://bucket/key` of the certificates that callers are trusted by. @default no client certificate is asked for */
  readonly truststore?: string;
}

/** E-mail that people get. */
export interface Notices {
  readonly link: string;
  readonly from: string;
  /** Domain of the from address. */
  readonly domain: string;
  /** Whether an operator gave the address, so that the domain is worth an identity. */
  readonly isReal: boolean;
  readonly configurationSet: string;
}

/** Everything that may differ between two deployments. */
export interface StageSettings extends StageChoices {
  readonly stage: StageName;
  readonly region: string;
  /** @default the account of whoever deploys */
  readonly account?: string;
  readonly removalPolicy: RemovalPolicy;
  /** Rules of decision and the operator's options. */
  readonly decisions: Decisions;
  /** The automatic adviser of digital support: on where its owner is named. */
  readonly assistant: Readonly<Record<keyof typeof assistant, string>>;
  readonly alarmEmail?: string;
  readonly notices: Notices;
  /** Address that the reports of the transition programme are read at. */
  readonly reportLink: string;
  readonly systemsFront?: FrontDomain;
  readonly peopleFront?: FrontDomain;
  /** @default [] systems may call from anywhere */
  readonly callerCidrs: readonly string[];
  readonly identification: Readonly<Record<keyof typeof oidcProvider, string>>;
  /** The pages: how people sign in to them, and where they stand. */
  readonly pages: Readonly<Record<keyof typeof signIn | keyof typeof mailboxPages, string>>;
  /** Officials of service points. @default nobody is one */
  readonly officials: Officials;
  /** Where ids of the national service catalogue are checked. @default none: they are told to be unchecked */
  readonly serviceCatalogue: string;
  /** Where batches of letters are brought, where a provider does not fetch them. */
  readonly handOver: string;
  /** How the hub signs in to the service letters are relayed to. @default none: they are not relayed */
  readonly relaySystem: string;
  /** How the national register of mandates is reached. @default none: it is not asked */
  readonly mandateRegister: string;
  /** Themes of mandates that are in use, with commas between. @default MAILBOX */
  readonly mandateThemes: string;
  /** @default none: the hub works on the tables it made */
  readonly restoredTables: Readonly<Record<string, string>>;
}

/** JSON object: names of restored tables by the room they take the place of. */
const restoredTables = z.record(
  z.string().check(z.refine((name) => name in TABLES, 'is no table of the hub')),
  z.string().check(z.regex(/^[\w.-]{3,255}$/)),
);

/** Reads one context key of the app. */
export type ReadContext = (key: string) => unknown;

/**
 * Settings of the stage that the context names.
 *
 * @throws when the stage or region is unknown, a value has the wrong form, or production lacks what its operator must give
 */
export function settingsFrom(read: ReadContext, account?: string): StageSettings {
  const stage = oneOf('stage', STAGES, read('stage'));
  const region = oneOf('region', REGIONS, read('region'));
  const given = operatorValues(stage, read);
  const choices = CHOICES[stage];
  return {
    ...choices,
    stage,
    region,
    account,
    removalPolicy: choices.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    decisions: decisionsIn(read),
    assistant: assistantIn(read('assistantOwner')),
    alarmEmail: given.alarmEmail,
    notices: { ...noticesOf(given), configurationSet: `${hubName({ stage })}-notices` },
    reportLink: given.reportLink ?? 'https://viestivayla.example/',
    ...frontsOf(given),
    callerCidrs: given.callerCidrs?.split(',') ?? [],
    identification: identificationOf(given),
    pages: pagesOf(given),
    officials: officialsIn(read),
    ...relayIn(read),
    serviceCatalogue: serviceCatalogue.SERVICE_CATALOGUE.parse(read('serviceCatalogue') ?? 'none'),
    mandateRegister: mandateRegisterIn(read('mandateRegister')),
    mandateThemes: themesIn(read('mandateThemes')),
    restoredTables: restoredIn(read('restoredTables')),
  };
}

/** Nobody can switch it on without saying who answers for it. */
function assistantIn(owner: unknown): StageSettings['assistant'] {
  const named = typeof owner === 'string' && owner !== '';
  return { ASSISTANT: named ? 'on' : 'off', ASSISTANT_OWNER: named ? owner : 'nobody' };
}

const chosen = z.object(decisions);

/** Context keys of what an operator may choose; from the command line every value is text. */
const DECISION_KEYS = {
  RULE_SET: 'ruleSet',
  BUSINESS_OBLIGATION: 'businessObligation',
  MICRO_PHASE: 'microPhase',
  OUTAGE_THRESHOLD: 'outageThreshold',
  WINDOW_ROLL: 'windowRoll',
  WITHDRAWAL_TRIGGERS_FALLBACK: 'withdrawalTriggersFallback',
  POSTED_ON_POLICY: 'postedOnPolicy',
  AOR_PATIENCE: 'aorPatience',
  POSTED_ON_PATIENCE: 'postedOnPatience',
  MINOR_GUARDIANS: 'minorGuardians',
  BATCHES: 'batches',
  BATCH_LETTERS: 'batchLetters',
  POSTAL_CAPACITY: 'postalCapacity',
  KEEP_CONTENT: 'keepContent',
  KEEP_PROOF: 'keepProof',
} as const satisfies Record<keyof Decisions, string>;

function decisionsIn(read: ReadContext): Decisions {
  const given = Object.entries(DECISION_KEYS).flatMap(([name, key]) => {
    const value = read(key);
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const];
  });
  return chosen.parse({ ...AS_DELIVERED, ...Object.fromEntries(given) });
}

/** Name that everything of one stage begins with; also the namespace of its metrics, which functions get as METRICS. */
export function hubName({ stage }: Pick<StageSettings, 'stage'>): string {
  return `viestivayla-${stage}`;
}

function oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]], value: unknown = allowed[0]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`context ${key}: ${String(value)} is none of ${allowed.join(', ')}`);
  return found;
}

function operatorValues(stage: StageName, read: ReadContext): OperatorContext {
  const raw = Object.fromEntries(OPERATOR_KEYS.map((key) => [key, read(key)]));
  const missing = OPERATOR_KEYS.filter((key) => raw[key] === undefined);
  if (stage === 'production' && missing.length > 0) {
    throw new Error(
      `stage production needs these context keys from its operator (-c key=value): ${missing.join(', ')}`,
    );
  }
  const parsed = operatorContext.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `context ${path.join('.')}: ${message}`).join('; '));
}

/** Names under `.example` are nobody's (RFC 2606): a sandbox that was given no address writes to no one. */
function noticesOf({ noticeLink, noticeFrom }: OperatorContext): Omit<Notices, 'configurationSet'> {
  const from = noticeFrom ?? 'noreply@viestivayla.example';
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  return { link: noticeLink ?? 'https://viestivayla.example/', from, domain, isReal: noticeFrom !== undefined };
}

function frontsOf(given: OperatorContext): Pick<StageSettings, 'systemsFront' | 'peopleFront'> {
  const { domainName, certificateArn, truststore, peopleDomainName, peopleCertificateArn } = given;
  return {
    systemsFront: domainName && certificateArn ? { domainName, certificateArn, truststore } : undefined,
    peopleFront:
      peopleDomainName && peopleCertificateArn
        ? { domainName: peopleDomainName, certificateArn: peopleCertificateArn }
        : undefined,
  };
}

/** Without a provider no token can be verified, so nobody is identified: the key set is empty. */
function identificationOf(given: OperatorContext): StageSettings['identification'] {
  return {
    PERSON_ISSUER: given.personIssuer ?? 'https://identification.example',
    PERSON_AUDIENCE: given.personAudience ?? 'viestivayla',
    PERSON_JWKS: given.personJwks ?? '{"keys":[]}',
    PERSON_CODE_CLAIM: given.personCodeClaim ?? 'urn:oid:1.2.246.21',
    PERSON_STRONG_ACR: strongAcrIn(given.personStrongAcr ?? '{}'),
  };
}

/** Without a provider of one's own nobody can sign in: names under `.example` are nobody's. */
function pagesOf(given: OperatorContext): StageSettings['pages'] {
  return {
    PERSON_AUTHORIZE: given.personAuthorize ?? 'https://identification.example/authorize',
    PERSON_TOKEN: given.personToken ?? 'https://identification.example/token',
    PERSON_CLIENT: given.personClient ?? 'viestivayla-pages',
    PERSON_CLIENT_SECRET: given.personClientSecret ?? 'none',
    MAILBOX_LINK: given.mailboxLink ?? 'https://viestivayla.example/mailbox',
    FEEDBACK_LINK: given.feedbackLink ?? 'mailto:feedback@viestivayla.example',
  };
}

/** From the command line a context value is text. */
function restoredIn(value: unknown = {}): StageSettings['restoredTables'] {
  return restoredTables.parse(typeof value === 'string' ? JSON.parse(value) : value);
}

function mandateRegisterIn(value: unknown = 'none'): string {
  const text = z.string().parse(value);
  identification.MANDATE_REGISTER.parse(text);
  return text;
}

/** @throws when letters are to be relayed, and nothing says how to sign in there, or over anything but https */
function relayIn(read: ReadContext): Pick<StageSettings, 'handOver' | 'relaySystem'> {
  const place = relay.HAND_OVER.parse(read('handOver') ?? 'none');
  const system = z.string().parse(read('relaySystem') ?? 'none');
  relay.RELAY_SYSTEM.parse(system);
  if (place.startsWith('relay:http:')) throw new Error('context handOver: letters are relayed over https only');
  if (place.startsWith('relay:') && system === 'none')
    throw new Error('context relaySystem: letters are to be relayed');
  return { handOver: place, relaySystem: system };
}

/** The text itself, once it is known that a function can read it. */
function strongAcrIn(text: string): string {
  oidcProvider.PERSON_STRONG_ACR.parse(text);
  return text;
}
