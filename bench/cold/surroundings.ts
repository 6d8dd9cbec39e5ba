import { type Server, createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { makeClient, read } from '#local/demo/client';
import { type LocalHub, startHub } from '#local/hub';
import { environmentOf } from '#local/tenant/environment';
import { makeLocalWrapper } from '#shared/adapters/crypto/local-wrapper';

/** What a function finds around it when it starts cold. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  /** Writes the event of one send, with an access token or an API key. @returns its file */
  readonly writeEvent: (name: string, credential: 'token' | 'key') => string;
  readonly stop: () => Promise<void>;
}

const keyCall = z.object({
  Plaintext: z.optional(z.string()),
  CiphertextBlob: z.optional(z.string()),
  EncryptionContext: z.object({ name: z.string() }),
});
const issued = z.object({ access_token: z.string() });

/**
 * The stores of a local hub that stands still, with a KMS that opens what its master key has wrapped, and an address to
 * fetch the issuer's keys from: the doors then find everything a deployed one would, over loopback.
 */
export async function openSurroundings(folder: string): Promise<Surroundings> {
  const dataFolder = join(folder, 'hub');
  const options = {
    port: 0,
    dataFolder,
    seed: 'empty',
    manualClock: true,
    startAt: undefined,
    logLevel: 'warn',
    assistant: 'off',
  } as const;
  const hub = await startHub(options);
  const local = environmentOf({ dataFolder });
  const kms = await openKms(join(dataFolder, 'master.key'));
  const issuer = await openIssuer(local['SYSTEM_JWKS'] ?? '');
  const token = await tokenOf(hub);
  const queueUrls = z.record(z.string(), z.string()).parse(JSON.parse(local['QUEUES'] ?? '{}'));

  return {
    environment: {
      ...local,
      KEY_PROTECTION: 'kms:alias/bench',
      AWS_ENDPOINT_URL_KMS: kms.url,
      SYSTEM_JWKS: issuer.url,
      DOCUMENTS: 's3:documents',
      TWIN_QUEUE: queueUrls['tell-consent'] ?? '',
    },
    writeEvent: (name, credential) => {
      const file = join(folder, `${name}.json`);
      const headers = credential === 'token' ? { authorization: token } : { 'x-api-key': 'hub-api-key' };
      writeFileSync(file, JSON.stringify(eventWith(headers, name)));
      return file;
    },
    stop: async () => {
      kms.server.close();
      issuer.server.close();
      await hub.stop();
    },
  };
}

async function tokenOf({ url }: LocalHub): Promise<string> {
  const login = { username: 'hub-system-1', password: 'Aa1!'.repeat(8) };
  return read(issued, await makeClient(url)('/v1/token', { json: login })).access_token;
}

function eventWith(headers: object, externalId: string) {
  const sample = join(import.meta.dirname, '../../local/samples/messages/energy-certificate-custom-notice.json');
  const { path, body } = z
    .object({ path: z.string(), body: z.looseObject({}) })
    .parse(JSON.parse(readFileSync(sample, 'utf8')));
  return {
    httpMethod: 'POST',
    resource: path,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    pathParameters: null,
    queryStringParameters: null,
    isBase64Encoded: false,
    body: JSON.stringify({ ...body, externalId }),
    requestContext: { requestId: externalId },
  };
}

/** As much of KMS as the keys of the hub need: it wraps with the local hub's master key. */
async function openKms(masterKey: string) {
  const wrapper = makeLocalWrapper(readFileSync(masterKey));
  return serve(async (body) => {
    const { Plaintext, CiphertextBlob = '', EncryptionContext } = keyCall.parse(body);
    if (Plaintext !== undefined) {
      const wrapped = await wrapper.wrap(EncryptionContext.name, Buffer.from(Plaintext, 'base64'));
      return { KeyId: 'bench', CiphertextBlob: Buffer.from(wrapped).toString('base64') };
    }
    const key = await wrapper.unwrap(EncryptionContext.name, Buffer.from(CiphertextBlob, 'base64'));
    return { KeyId: 'bench', Plaintext: Buffer.from(key).toString('base64') };
  });
}

async function openIssuer(keySet: string) {
  const keys: unknown = JSON.parse(keySet);
  return serve(async () => keys);
}

async function serve(answer: (body: unknown) => Promise<unknown>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    void (request.method === 'GET' ? Promise.resolve(undefined) : json(request))
      .then(answer)
      .then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}
