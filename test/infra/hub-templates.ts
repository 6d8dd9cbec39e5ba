import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { type Hub, makeHub } from '#infra/hub';
import { type StageSettings, settingsFrom } from '#infra/stages';

const cdkJson = z.object({ app: z.string(), context: z.record(z.string(), z.unknown()) });

/** The project's cdk.json. */
export const CDK_JSON = cdkJson.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));

/** What the operator of a production hub gives. */
export const OPERATOR: Readonly<Record<string, string>> = {
  noticeLink: 'https://viestit.example/',
  reportLink: 'https://raportit.example/',
  noticeFrom: 'Viestit <noreply@viestit.example>',
  alarmEmail: 'valvonta@viestit.example',
  domainName: 'api.viestit.example',
  certificateArn: 'arn:aws:acm:eu-north-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
  truststore: 's3://viestit-luotetut/varmenteet.pem',
  peopleDomainName: 'viestit.example',
  peopleCertificateArn: 'arn:aws:acm:eu-north-1:123456789012:certificate/11111111-2222-3333-4444-666666666666',
  callerCidrs: '192.0.2.0/24,198.51.100.7/32',
  personIssuer: 'https://tunnistus.example',
  personAudience: 'viestivayla',
  personJwks: 'https://tunnistus.example/jwks.json',
  personCodeClaim: 'urn:oid:1.2.246.21',
  personStrongAcr: '{"http://eidas.europa.eu/LoA/substantial":"SUBSTANTIAL"}',
  personAuthorize: 'https://tunnistus.example/authorize',
  personToken: 'https://tunnistus.example/token',
  personClient: 'viestit-sivut',
  personClientSecret: 'sealed:AQICAHhexampleexampleexample==',
  mailboxLink: 'https://viestit.example/mailbox',
  feedbackLink: 'mailto:palaute@viestit.example',
  handOver: 's3:kirjapaino-kuoret/viestit@210987654321',
};

/** Context of a stage: production as an operator gives it, the others as they come. */
export function contextOf(stage: string): Record<string, unknown> {
  return { stage, ...(stage === 'production' ? OPERATOR : {}) };
}

export interface SynthesizedHub {
  readonly app: App;
  readonly hub: Hub;
  readonly settings: StageSettings;
  readonly data: Template;
  readonly road: Template;
  readonly api: Template;
  readonly watch: Template;
  /** All four. */
  readonly all: readonly Template[];
}

const made = new Map<string, SynthesizedHub>();

/** A hub without its bundles; made once for each stage. */
export function synthesize(stage: string): SynthesizedHub {
  const known = made.get(stage) ?? make(stage);
  made.set(stage, known);
  return known;
}

/** A hub of its own without its bundles, with more context than its stage has. */
export function make(stage: string, more: Readonly<Record<string, unknown>> = {}): SynthesizedHub {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    context: {
      ...CDK_JSON.context,
      'aws:cdk:bundling-stacks': [],
      'aws:cdk:disable-stack-trace': true,
      ...contextOf(stage),
      ...more,
    },
  });
  const settings = settingsFrom((key): unknown => app.node.tryGetContext(key));
  const hub = makeHub(app, settings);
  const [data, road, api, watch] = [hub.data, hub.road, hub.api, hub.watch].map((stack) => Template.fromStack(stack));
  if (!data || !road || !api || !watch) throw new Error('a hub has four stacks');
  return { app, hub, settings, data, road, api, watch, all: [data, road, api, watch] };
}

/** A value of a template as text: references stand as `<...>`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (joined.success) {
    const [glue, parts] = joined.data['Fn::Join'];
    return parts.map(textOf).join(glue);
  }
  const output = z.object({ 'Fn::GetStackOutput': z.object({ OutputName: z.string() }) }).safeParse(value);
  if (output.success) return `<${output.data['Fn::GetStackOutput'].OutputName}>`;
  const reference = z.object({ Ref: z.string() }).safeParse(value);
  if (reference.success) return `<${reference.data.Ref}>`;
  const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).safeParse(value);
  return attribute.success ? `<${attribute.data['Fn::GetAtt'].join('.')}>` : JSON.stringify(value);
}

/** Properties of all resources of a type, by logical id. */
export function propertiesOf(template: Template, type: string): Record<string, Record<string, unknown>> {
  const found = Object.entries(template.findResources(type));
  return Object.fromEntries(found.map(([id, { Properties = {} }]) => [id, Properties]));
}

/** The one resource of a type whose logical id begins so. */
export function theOne(template: Template, type: string, prefix: string): Record<string, unknown> {
  const found = Object.entries(propertiesOf(template, type)).filter(([id]) => id.startsWith(prefix));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} of ${type} begin with ${prefix}`);
  return only[1];
}

const oneOrMore = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.union([schema, z.array(schema)]),
    z.transform((some) => [some].flat()),
  );

const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore(z.string()),
  Resource: z.optional(oneOrMore(z.unknown())),
  Principal: z.optional(z.unknown()),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});
const policyDocument = z.object({ Statement: z.array(statement) });

export interface Statement {
  /** Logical id of the resource it belongs to. */
  readonly of: string;
  readonly type: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** References stand as `<...>`. */
  readonly resources: readonly string[];
  readonly principal?: string;
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every statement of every policy document in a template, whatever it belongs to. */
export function statementsIn(template: Template): Statement[] {
  const resources = z.record(z.string(), z.looseObject({ Type: z.string() })).parse(template.toJSON()['Resources']);
  return Object.entries(resources).flatMap(([of, resource]) =>
    documentsIn(resource).flatMap(({ Statement: statements }) =>
      statements.map(({ Effect, Action, Resource = [], Principal, Condition = {} }) => ({
        of,
        type: resource.Type,
        effect: Effect,
        actions: Action,
        resources: Resource.map(textOf),
        principal: Principal === undefined ? undefined : JSON.stringify(Principal),
        condition: Condition,
      })),
    ),
  );
}

function documentsIn(value: unknown): z.infer<typeof policyDocument>[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = policyDocument.safeParse(value);
  return found.success ? [found.data] : Object.values(value).flatMap(documentsIn);
}
