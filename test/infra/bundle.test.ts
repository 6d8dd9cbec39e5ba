import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AS_DELIVERED } from '#shared/contracts/config/options';
import { bundle, bytesAtStart } from '#infra/bundling/bundle';
import { copyFonts } from '#infra/bundling/letter-fonts';
import { HubFunction } from '#infra/constructs/hub-function';
import type { FunctionName } from '#infra/permission';
import { settingsFrom } from '#infra/stages';
import { CDK_JSON } from '#test/infra/hub-templates';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'viestivayla-bundle-'));
  folders.push(folder);
  return folder;
}

/** Bundles one function as a deployment does. @returns the folder Lambda would unpack */
function deployed(name: FunctionName, bundleFiles?: (outputFolder: string) => void): string {
  const outdir = newFolder();
  const stack = new Stack(new App({ outdir, context: CDK_JSON.context }), 'Bundle');
  new HubFunction(stack, 'Function', {
    name,
    config: z.object({}),
    environment: {},
    permissions: [],
    impact: 'none, it is a test',
    timeout: Duration.seconds(1),
    surroundings: {
      settings: settingsFrom(() => undefined),
      alarmTopic: Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-north-1:123456789012:alarms'),
      logKey: Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-north-1:123456789012:key/1'),
    },
    bundleFiles,
  });
  const [asset = ''] = readdirSync(outdir).filter((each) => each.startsWith('asset.'));
  return join(outdir, asset);
}

describe('the bundle of the sending door', { timeout: 120_000 }, () => {
  const folder = deployed('api/sending');
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');

  it('starts with less than 450 KB, and loads files, registers and mandates when they are needed', () => {
    const { metafile } = bundle('functions/api/sending.ts', newFolder());
    expect(bytesAtStart(metafile)).toBeLessThan(450 * 1024);
    expect(bytesAtStart(metafile)).toBeGreaterThan(300 * 1024);
    const start = Object.entries(metafile.outputs).find(([file]) => file.endsWith('index.mjs'))?.[1].inputs ?? {};
    expect(
      Object.keys(start).filter((input) => /client-s3|busboy|prepare-upload|registers|mandate/.test(input)),
    ).toEqual([]);
  });

  it('leaves out the ways to credentials that a function never takes', () => {
    const words = ['GetRoleCredentials', 'AssumeRoleWithWebIdentity', 'CreateTokenCommand'];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  it('signs its calls with the credentials that Lambda puts into the environment', async () => {
    const headers = await headersOfFirstCall(folder);
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDOFLAMBDA\/\d{8}\/eu-north-1\/dynamodb\//);
    expect(headers['x-amz-security-token']).toBe('token-of-lambda');
  });
});

describe('the bundle of a function that sets letters', { timeout: 120_000 }, () => {
  it('has the two faces beside it', () => {
    const folder = deployed('api/description', copyFonts);
    expect(readdirSync(join(folder, 'fonts')).sort()).toEqual(['DejaVuSans-Bold.ttf', 'DejaVuSans.ttf']);
  });
});

const EVENT = {
  httpMethod: 'POST',
  resource: '/v2/messages',
  path: '/v2/messages',
  headers: { 'x-api-key': 'key' },
  body: '{}',
  requestContext: { requestId: '1' },
};

/** Runs the door against a DynamoDB that refuses everything. */
async function headersOfFirstCall(folder: string): Promise<IncomingHttpHeaders> {
  const calls: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    calls.push(request.headers);
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"ValidationException"}');
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(z.object({ port: z.number() }).parse(server.address()).port);
    });
  });
  const script = `const { handler } = await import(${JSON.stringify(join(folder, 'index.mjs'))});
    console.log((await handler(${JSON.stringify(EVENT)}, {})).statusCode);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: {
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'AKIDOFLAMBDA',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token-of-lambda',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      MESSAGES_TABLE: 'messages',
      RECIPIENTS_TABLE: 'recipients',
      REGISTERS_TABLE: 'registers',
      MANDATES_TABLE: 'mandates',
      TENANTS_TABLE: 'tenants',
      KEYS_TABLE: 'keys',
      WAKE_SHARDS: '1',
      KEY_PROTECTION: 'kms:key',
      DOCUMENTS: 's3:documents',
      SYSTEM_ISSUER: 'https://issuer.example',
      SYSTEM_JWKS: '{"keys":[]}',
      ...AS_DELIVERED,
      QUEUES: '{}',
    },
  });
  server.close();
  expect(stdout.trim().split('\n').at(-1)).toBe('502');
  const [first = {}] = calls;
  return first;
}
