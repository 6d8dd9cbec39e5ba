import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { environmentOf } from '#local/tenant/environment';
import { credentialsConfig } from '#shared/contracts/config/credentials';
import { synthesize } from '#test/infra/hub-templates';

const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file as `cdk deploy --outputs-file` writes it. */
function outputsFile(outputs: Readonly<Record<string, string>>): string {
  const file = join(folder, 'outputs.json');
  writeFileSync(file, JSON.stringify({ 'viestivayla-sandbox-data': outputs, 'viestivayla-sandbox-api': {} }));
  return file;
}

describe('what a deployed stage tells its operators', () => {
  const { data } = synthesize('sandbox');
  const names = Object.keys(data.findOutputs('*'));
  const printed = Object.fromEntries(
    names.map((name) => [name, name === 'SystemCredentials' ? 'cognito:pool:client' : `kms:value-of-${name}`]),
  );

  it('is all that the tool which admits authorities needs to reach it', () => {
    const environment = environmentOf({ dataFolder: folder, outputs: outputsFile(printed) });
    expect(credentialsConfig.safeParse(environment)).toMatchObject({ success: true });
    expect(environment).toMatchObject({ TENANTS_TABLE: 'kms:value-of-TenantsTable' });
  });

  it('names to the tool what is missing in it', () => {
    const rest = Object.fromEntries(Object.entries(printed).filter(([name]) => name !== 'KeysTable'));
    expect(() => environmentOf({ dataFolder: folder, outputs: outputsFile(rest) })).toThrow('KeysTable');
  });
});
