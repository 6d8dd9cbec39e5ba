import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TESSA } from '#test/builders/e2e-bodies';
import { newFolder, removeFolder, useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A running clock, as `npm start` has it. */
const hub = useHub({ env: { HUB_CLOCK: 'running', HUB_NOW: '' } });

/** The commands of the README that send a message and look what became of it, as printed, for the hub of this test. */
function curlCommands(): readonly string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const block = /```sh\n(curl [^]*?)```/.exec(readme)?.[1] ?? '';
  return block.replaceAll('http://127.0.0.1:8080', hub.url).split(/\n(?=curl )/);
}

/** A script of the project, as a user starts it. */
async function script(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await run(process.execPath, [join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  return stdout;
}

describe('somebody new', () => {
  it('sends a message with the commands of the README, and sees the event and the e-mail', async () => {
    const answers: string[] = [];
    for (const command of curlCommands()) answers.push((await run('sh', ['-c', command])).stdout);
    const [sent = '', , events = '', emails = ''] = answers;
    expect(JSON.parse(sent)).toEqual({ messageId: expect.any(Number) });
    expect(events).toContain('"type":"Electronic message created"');
    expect(events).toContain('"externalId":"hello-1"');
    expect(emails).toContain('"to":"active@example.fi"');
    expect(emails).not.toContain('Päätös');
  });

  it('sees where six real messages went, and why', async () => {
    const shown = await script('local/demo/demo.ts', ['--url', hub.url]);
    const samples = readdirSync(join(ROOT, 'local/samples/messages')).map((file) => file.replace('.json', ''));
    expect(samples).toHaveLength(6);
    for (const sample of samples) expect(shown).toContain(sample);
    expect(shown).toContain('400 MAILBOX_NOT_IN_USE -> /v2/messages');
    expect(shown).toContain('acknowledged, then opened');
    expect(shown).toMatch(/letter \S+, \d+ sheet/);
    expect(shown).toContain('Receipt confirmed');
  });

  it('is told that no hub answers where none runs', async () => {
    const nowhere = script('local/demo/demo.ts', ['--url', 'http://127.0.0.1:1']);
    await expect(nowhere).rejects.toMatchObject({ stderr: expect.stringContaining('start one with npm start') });
  });
});

describe('a start that can not be', () => {
  const started = (env: NodeJS.ProcessEnv) => script('local/start.ts', [], env);

  it('says that another hub runs over the folder', async () => {
    const second = started({ PORT: '0', DATA_DIR: hub.folder });
    await expect(second).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]*another hub[^\n]*\n$/),
    });
    expect((await fetch(`${hub.url}/openapi.json`)).status).toBe(200);
  });

  it('says that another version of the hub has filled the folder, and leaves it as it is', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'dynamodb'));
    await expect(started({ PORT: '0', DATA_DIR: folder })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]*another version[^\n]*DATA_DIR\n$/),
    });
    expect(readdirSync(folder)).toEqual(['dynamodb']);
    removeFolder(folder);
  });

  it('says that the port is taken', async () => {
    const folder = newFolder();
    const second = started({ PORT: new URL(hub.url).port, DATA_DIR: folder });
    await expect(second).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^port \d+ [^\n]*\n$/) });
    removeFolder(folder);
  });

  it('names each variable that can not be used, and what it takes', async () => {
    await expect(started({ PORT: '70000', HUB_NOW: 'today', HUB_SEED: '' })).rejects.toMatchObject({
      code: 1,
      stderr: 'PORT takes a port number, 0 to 65535\nHUB_NOW takes an instant such as 2026-11-23T08:15:00.000Z\n',
    });
  });
});

describe('an operator', () => {
  const admission = (system: string) => [
    'add',
    ...['--authority', 'kaupunki', '--name', 'Kaupunki|Staden|City'],
    ...['--service', 'varhaiskasvatus', '--service-name', 'Varhaiskasvatus|Småbarnspedagogik|Early education'],
    ...['--system', system, '--data-dir', hub.folder],
  ];

  it('admits an authority, whose system signs in with what it was shown once', async () => {
    const shown = await script('local/tenant/tenant.ts', admission('kaupunki-1'));
    const password = /^password +(\S+)$/m.exec(shown)?.[1] ?? '';
    const key = /^API key +(\S+)$/m.exec(shown)?.[1] ?? '';
    const token = await fetch(`${hub.url}/v1/token`, {
      method: 'POST',
      body: JSON.stringify({ username: 'kaupunki-1', password }),
    });
    expect(token.status).toBe(200);
    const events = await fetch(`${hub.url}/v2/events`, { headers: { 'x-api-key': key } });
    expect(await events.json()).toMatchObject({ events: [] });
  });

  it('admits a print provider, who then sees the letters', async () => {
    const shown = await script('local/tenant/tenant.ts', [
      ...['add-print-provider', '--provider', 'paino', '--data-dir', hub.folder],
    ]);
    const key = /^API key +(\S+)$/m.exec(shown)?.[1] ?? '';
    const letters = await fetch(`${hub.url}/print/v1/letters`, { headers: { 'x-api-key': key } });
    expect(letters.status).toBe(200);
  });

  it('lets an authority read the changes of consents, by hashes it works out with the key it is shown', async () => {
    const added = await script('local/tenant/tenant.ts', admission('kaupunki-2'));
    const authority = ['--authority', 'kaupunki', '--data-dir', hub.folder];
    const shown = await script('local/tenant/tenant.ts', ['allow-consents', ...authority]);
    const key = /^key +([0-9a-f]{64})$/m.exec(shown)?.[1] ?? '';
    const tessa = await personAt(hub, TESSA);
    await tessa.consentTo({ electronic: false, language: 'fi' });
    await sandboxOf(hub).settle();
    const read = async (apiKey: string) => fetch(`${hub.url}/hub/v1/consents`, { headers: { 'x-api-key': apiKey } });
    const feed = await read(/^API key +(\S+)$/m.exec(added)?.[1] ?? '');
    const hash = createHmac('sha256', Buffer.from(key, 'hex')).update(TESSA).digest('hex');
    expect(await feed.json()).toMatchObject({ consents: [{ hash, electronic: false, version: 2 }], keyVersion: 1 });
    expect((await read('hub-api-key')).status).toBe(404);
    expect(await script('local/tenant/tenant.ts', ['deny-consents', ...authority])).toContain('no more');
  });

  it.each([
    ['an option that is missing', ['add', '--authority', 'kaupunki'], '--name'],
    ['a hub that does not run', ['add-print-provider', '--provider', 'x', '--data-dir', '/nowhere'], 'npm start'],
    ['a command there is none of', ['remove', '--data-dir', '/nowhere'], 'npm start'],
  ])('is told of %s', async (_, args, told) => {
    const given = args.includes('--data-dir') ? args : [...args, '--data-dir', hub.folder];
    await expect(script('local/tenant/tenant.ts', given)).rejects.toMatchObject({
      stderr: expect.stringContaining(told),
    });
  });
});
