import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SENDING, systemOne, systemTwo } from '#test/builders/e2e-authority';
import { PAULA, TESSA, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { pdfOf } from '#test/builders/e2e-files';
import { useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { runsOf } from '#test/builders/letter-pdf';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const printer = printerAt(hub);
const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
const sent = { electronic: 0, letter: 0, sha256: '' };

const bundleShape = z.looseObject({
  deliveries: z.array(
    z.looseObject({
      proof: z.looseObject({ sealed: z.boolean() }),
      calculation: z.array(z.looseObject({ deemedDate: z.optional(z.string()) })),
    }),
  ),
});

beforeAll(async () => {
  const bytes = await pdfOf(1);
  sent.sha256 = createHash('sha256').update(bytes).digest('hex');
  sent.electronic = await city.send(SENDING.electronic, electronicOnly({ file: await city.upload({ bytes }) }));
  sent.letter = await city.send(SENDING.multichannel, multichannel({ to: PAULA, file: await city.upload({ bytes }) }));
  await sandbox.settle();
  const { letterId } = await sandbox.letterOf(sent.letter);
  const posted = { type: 'POSTED', at: await sandbox.now(), postedOn: '2026-11-23', eventId: 'posted-1' };
  await printer.report(letterId, posted);
  await sandbox.advance('P2D');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (messageId: number) => `/hub/v1/messages/${messageId}/evidence`;

async function evidence(messageId: number): Promise<string> {
  const answer = await city.call('GET', pathOf(messageId));
  expect(answer.status).toBe(200);
  return answer.text;
}

/** `npm run verify`, as an outsider runs it: nothing of the hub in its environment. */
function verify(text: string, ...options: readonly string[]) {
  const file = join(folder, 'bundle.json');
  writeFileSync(file, text);
  const env = { PATH: process.env['PATH'] };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['local/verify/verify.ts', file, ...options], {
    env,
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

const roots = () => join(hub.folder, 'evidence/roots');

describe('evidence over HTTP', () => {
  it('is sealed two days later, verifies from the file and the published roots, and names the day of service', async () => {
    const { status, output } = verify(await evidence(sent.electronic), '--roots', roots());
    expect(output).toContain('INTACT, SEALED AND PUBLISHED');
    expect(output).toContain(`delivery ${sent.electronic}-1: DEEMED 2026-11-26 by 13/2003 § 19`);
    expect(status).toBe(0);
    expect(verify(await evidence(sent.letter)).output).toContain('DEEMED 2026-11-30 by 434/2003 § 59');
  });

  it('with one byte changed is broken, and the event is named', async () => {
    const text = await evidence(sent.electronic);
    const at = text.indexOf('"at":"2026', text.indexOf('MAILBOX_STORED'));
    const { status, output } = verify(`${text.slice(0, at + 9)}5${text.slice(at + 10)}`, '--roots', roots());
    expect(status).toBe(1);
    expect(output).toMatch(new RegExp(`^BROKEN\\ndelivery ${sent.electronic}-1, event 3 \\(MAILBOX_STORED\\)`));
  });

  it('that can not be read, or is not there, is refused in words', () => {
    expect(verify('{')).toMatchObject({
      status: 1,
      output: expect.stringMatching(/^BROKEN\nthe file can not be read/),
    });
    const missing = spawnSync(process.execPath, ['local/verify/verify.ts', join(folder, 'none.json')]);
    expect([missing.status, String(missing.stderr)]).toEqual([1, expect.not.stringMatching(/\n\s+at /)]);
  });

  it('shows no code, name, address or e-mail, and no key that opens what is sealed', async () => {
    for (const id of [sent.electronic, sent.letter])
      for (const secret of [TESSA, PAULA, 'Testilä', 'Postila', 'Kirjetie', 'active@example.fi'])
        expect(await evidence(id)).not.toContain(secret);
  });

  it('is the sender’s own: another’s message is like none at all', async () => {
    const [foreign, none] = [
      await systemTwo(hub).call('GET', pathOf(sent.electronic)),
      await systemTwo(hub).call('GET', pathOf(1)),
    ];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect(foreign.text).toBe(none.text);
    expect((await city.call('GET', '/hub/v1/messages/x/evidence')).status).toBe(404);
  });

  it('says of a message of today that it is not sealed yet', async () => {
    const id = await city.send(SENDING.electronic, electronicOnly());
    await sandbox.settle();
    const text = await evidence(id);
    expect(bundleShape.parse(JSON.parse(text)).deliveries[0]?.proof).toMatchObject({ sealed: false });
    expect(verify(text)).toMatchObject({ status: 0, output: expect.stringContaining('NOT SEALED YET') });
  });

  it('is published as one root for each day that is over, however far the clock was pushed', async () => {
    await sandbox.advance('P30D');
    const days = readdirSync(roots());
    expect(days).toHaveLength(32);
    expect([days[0], days.at(-1)]).toEqual(['2026-11-23.json', '2026-12-24.json']);
    expect(verify(await evidence(sent.electronic), '--roots', roots()).output).toContain('32 published roots');
  });
});

describe('the certificate of service', () => {
  const certificate = async (language: string) =>
    city.call('GET', pathOf(sent.electronic), {
      headers: { accept: 'application/pdf', 'accept-language': language },
    });

  it.each([
    ['fi', 'Tiedoksiantotodistus', 'Tiedoksisaantipäivä', 'Esimerkkikaupunki'],
    ['sv', 'Delgivningsintyg', 'Delgivningsdag', 'Exempelstaden'],
    ['en', 'Certificate of service', 'Day of service', 'City of Example'],
    ['de', 'Tiedoksiantotodistus', 'Tiedoksisaantipäivä', 'Esimerkkikaupunki'],
  ])('in %s says who, what, when and by which statute', async (language, title, label, authority) => {
    const answer = await certificate(language);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const words = (await runsOf(answer.bytes)).map(({ text }) => text);
    const text = words.join('\n');
    for (const said of [title, label, authority, sent.sha256, '26.11.2026 (2026-11-26)', '13/2003 § 19'])
      expect(text).toContain(said);
    expect(text).toContain(`${sent.electronic}-1`);
    expect(text).not.toContain('Testilä');
  });

  it('is JSON to everybody who does not ask for a PDF', async () => {
    const answer = await city.call('GET', pathOf(sent.electronic), { headers: { accept: '*/*' } });
    expect(answer.headers.get('content-type')).toBe('application/json');
  });
});
