import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { environmentOf } from '#local/tenant/environment';
import { dynamo } from '#functions/_shell/clients';
import { systemCredentials } from '#functions/_shell/credentials';
import { REGISTER_KEY_CONTEXT } from '#functions/_shell/national-register';
import { RELAY_PASSWORD_CONTEXT } from '#functions/_shell/relay';
import { sealer } from '#functions/_shell/sealer';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import { systemSecrets } from '#shared/adapters/system/secrets';
import { credentialsConfig } from '#shared/contracts/config/credentials';
import { mandateRegister, relaySystem } from '#shared/contracts/config/parts';
import { serviceId, systemId, tenantId } from '#shared/domain/message/ids';
import { hostName, programmeKeyRole } from '#shared/domain/tenancy/tenant';
import { makeAllowConsents } from '#shared/flow/consent/allow-consents';
import { makeAdmitTenant } from '#shared/flow/intake/admit-tenant';

/** `npm run tenant -- add …`: takes an authority in, here or on a deployed stage, and shows its secrets once. */
const USAGE = `
npm run tenant -- add --authority ID --name "Suomeksi|På svenska|In English"
                      --service ID --service-name "Suomeksi|På svenska|In English" --system ID
                      [--not-digital]              the service can not be used digitally: nobody is obliged to
                      [--return-host NAME]         a host of the service's pages that an offer of consent may lead back
                                                   to; may be given more than once, and replaces those given before
                      [--data-dir .local]          the local hub, which must be running
                      [--outputs outputs.json]     a deployed stage: what cdk deploy --outputs-file wrote

npm run tenant -- add-print-provider --provider NAME [--data-dir .local | --outputs outputs.json]
npm run tenant -- add-operator --operator NAME [--data-dir .local | --outputs outputs.json]
npm run tenant -- add-programme-key --role ministry|collector|coordinator --holder NAME
                      [--data-dir .local | --outputs outputs.json]

npm run tenant -- allow-consents --authority ID [--data-dir .local | --outputs outputs.json]
                      lets it read the changes of consents, and shows the key it hashes identity codes with;
                      once more gives it another key
npm run tenant -- deny-consents --authority ID [--data-dir .local | --outputs outputs.json]

npm run tenant -- seal-mandate-register --base https://asiointivaltuustarkistus.suomi.fi --client ID --issue CODE
                      [--data-dir .local | --outputs outputs.json]
                      reads the key of its REST API from the input, and prints the setting mandateRegister

npm run tenant -- seal-relay --system ID [--data-dir .local | --outputs outputs.json]
                      reads the hub's password at the national Suomi.fi Messages from the input, and prints the
                      setting relaySystem

Run add again with another --system or --service to give the authority more of them.
Passwords and keys are shown once and kept as hashes only.
`;

const options = {
  authority: { type: 'string' },
  name: { type: 'string' },
  service: { type: 'string' },
  'service-name': { type: 'string' },
  system: { type: 'string' },
  'not-digital': { type: 'boolean', default: false },
  'return-host': { type: 'string', multiple: true },
  provider: { type: 'string' },
  operator: { type: 'string' },
  role: { type: 'string' },
  holder: { type: 'string' },
  base: { type: 'string' },
  client: { type: 'string' },
  issue: { type: 'string' },
  'data-dir': { type: 'string', default: process.env['DATA_DIR'] ?? '.local' },
  outputs: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const names = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => {
      const [fi = '', sv = fi, en = fi] = text.split('|').map((part) => part.trim());
      return { fi, sv, en };
    }),
  ),
  z.object({
    fi: z.string().check(z.minLength(1)),
    sv: z.string().check(z.minLength(1)),
    en: z.string().check(z.minLength(1)),
  }),
);
const addition = z.object({
  authority: tenantId,
  name: names,
  service: serviceId,
  'service-name': names,
  system: systemId,
  'not-digital': z.boolean(),
  'return-host': z.optional(z.array(hostName)),
});

await main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command] = positionals;
  if (values.help === true || command === undefined) {
    console.log(USAGE);
    return;
  }
  Object.assign(process.env, environmentOf({ dataFolder: values['data-dir'], outputs: values.outputs }));
  return run(command, values);
}

/** Commands that seal a secret of this hub's own. */
const SEALS: Partial<Record<string, (values: Record<string, unknown>) => Promise<void>>> = {
  'seal-mandate-register': sealMandateRegister,
  'seal-relay': sealRelay,
};

async function run(
  command: string,
  values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'],
): Promise<void> {
  if (command === 'add') return add(values);
  if (command === 'add-print-provider' && values.provider !== undefined) return addPrintProvider(values.provider);
  if (command === 'add-operator' && values.operator !== undefined) return addOperator(values.operator);
  if (command === 'add-programme-key' && values.holder !== undefined)
    return addProgrammeKey(values.holder, values.role);
  if (command.endsWith('-consents')) return consents(command, values.authority);
  const seal = SEALS[command];
  if (seal) return seal(values);
  throw new Error(`unknown command or missing option\n${USAGE}`);
}

async function add(values: Record<string, unknown>): Promise<void> {
  const read = addition.safeParse(values);
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map(({ path }) => `--${String(path[0])}`))];
    throw new Error(`missing or not usable: ${wrong.join(', ')}\n${USAGE}`);
  }
  const { authority: id, name, service, 'service-name': serviceName, system, 'not-digital': notDigital } = read.data;
  const returnHosts = read.data['return-host'];
  const admitted = await admission().admitTenant({
    authority: { tenantId: id, name },
    service: { serviceId: service, tenantId: id, name: serviceName, digital: !notDigital, returnHosts },
    system: { systemId: system, tenantId: id, services: [service] },
  });
  if (!admitted.ok)
    throw new Error(admitted.refusal.problems.map(({ field, rule }) => `--${field} ${rule}`).join('\n'));
  console.log(`authority  ${id}\nservice    ${service}\nsystem     ${system}\n\nShown once; keep them now:`);
  console.log(`password   ${admitted.value.password}\nAPI key    ${admitted.value.apiKey}`);
}

async function addPrintProvider(provider: string): Promise<void> {
  const key = await admission().admitPrintProvider(provider);
  console.log(`print provider  ${provider}\n\nShown once; keep it now:\nAPI key         ${key}`);
}

async function addOperator(operator: string): Promise<void> {
  const key = await admission().admitOperator(operator);
  console.log(`operator  ${operator}\n\nShown once; keep it now:\nAPI key   ${key}`);
}

async function addProgrammeKey(holder: string, roleName = ''): Promise<void> {
  const role = programmeKeyRole.safeParse(roleName.toUpperCase());
  if (!role.success) throw new Error(`--role is ministry, collector or coordinator\n${USAGE}`);
  const key = await admission().admitToProgramme(holder, role.data);
  console.log(`${role.data.toLowerCase()}  ${holder}\n\nShown once; keep it now:\nAPI key   ${key}`);
}

async function consents(command: string, authority: string | undefined): Promise<void> {
  if (command !== 'allow-consents' && command !== 'deny-consents') throw new Error(`unknown command\n${USAGE}`);
  const config = credentialsConfig.parse(process.env);
  const tenants = makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock });
  const { allow, deny } = makeAllowConsents({ tenants, sealer: sealer(config) });
  const id = tenantId.parse(authority);
  if (command === 'deny-consents') {
    if (!(await deny(id)).ok) throw new Error('--authority is not known');
    console.log(`authority  ${id} reads no more consents`);
    return;
  }
  const allowed = await allow(id);
  if (!allowed.ok) throw new Error('--authority is not known');
  const { key, keyVersion } = allowed.value;
  console.log(`authority    ${id}\nkey version  ${keyVersion}\n\nFor the authority alone; hand it over safely:`);
  console.log(`key          ${key}`);
}

/** The key stands nowhere in clear: this hub's own keys seal it. */
async function sealMandateRegister({ base, client, issue }: Record<string, unknown>): Promise<void> {
  const text = readFileSync(0, 'utf8').trim();
  const seals = sealer(credentialsConfig.parse(process.env));
  const sealedKey = await seals.sealText({ key: 'registers', context: REGISTER_KEY_CONTEXT, text });
  console.log(JSON.stringify(mandateRegister.parse({ base, clientId: client, issue, sealedKey })));
}

async function sealRelay({ system: username }: Record<string, unknown>): Promise<void> {
  const text = readFileSync(0, 'utf8').trim();
  const seals = sealer(credentialsConfig.parse(process.env));
  const sealedPassword = await seals.sealText({ key: 'registers', context: RELAY_PASSWORD_CONTEXT, text });
  console.log(JSON.stringify(relaySystem.parse({ username, sealedPassword })));
}

function admission() {
  const config = credentialsConfig.parse(process.env);
  return makeAdmitTenant({
    tenants: makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock }),
    credentials: systemCredentials(config),
    sealer: sealer(config),
    secrets: systemSecrets,
  });
}
