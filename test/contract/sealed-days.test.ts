import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeLocalSigner, newSigningPem } from '#shared/adapters/crypto/local-signer';
import { makeDayFiles } from '#shared/adapters/evidence/day-files';
import { makeFolder } from '#shared/adapters/evidence/folder';
import { makeMemorySealedDays } from '#shared/adapters/memory/sealed-days';
import { canonicalJson } from '#shared/kernel/digest';
import { endOf, sealedBy } from '#test/builders/domain-evidence';
import { sealedDaysContract } from '#test/contract/sealed-days.contract';

const signer = makeLocalSigner(newSigningPem());
const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
let folders = 0;
const freshFolder = () => join(folder, String((folders += 1)));

sealedDaysContract('memory', async () => makeMemorySealedDays());
sealedDaysContract('files', async () => makeDayFiles(makeFolder(freshFolder())));

describe('sealed days in a folder', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('publish the root alone: what the day was made from names senders and stays', async () => {
    const place = freshFolder();
    const day = await sealedBy(signer);
    await makeDayFiles(makeFolder(place)).put(day);
    expect(readdirSync(join(place, 'roots'))).toEqual(['2026-11-23.json']);
    const published = readFileSync(join(place, 'roots/2026-11-23.json'), 'utf8');
    expect(published).toBe(canonicalJson(day.signed));
    expect(published).not.toContain(day.ends[0]?.tenantId);
  });

  it('whose root was not published before the process died get that very root from the next one', async () => {
    const files = makeFolder(freshFolder());
    const first = await sealedBy(signer);
    await files.putIfAbsent('days/2026-11-23.json', canonicalJson(first));
    const days = makeDayFiles(files);
    expect(await days.latest()).toBeUndefined();
    expect(await days.put(await sealedBy(signer, { ends: [endOf(0, 9)] }))).toEqual(first);
    expect(await days.latest()).toEqual(first.signed);
  });
});
