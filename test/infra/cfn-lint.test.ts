import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { synthesize } from '#test/infra/hub-templates';

const absent = spawnSync('cfn-lint', ['--version']).status !== 0;
const folder = mkdtempSync(join(tmpdir(), 'viestivayla-templates-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.skipIf(absent)('cfn-lint', () => {
  // The templates of the other stages are made of the same parts, and fewer.
  it('finds nothing in the templates of production', { timeout: 120_000 }, async () => {
    const files = synthesize('production').all.map((template, i) => {
      const file = join(folder, `${i}.template.json`);
      writeFileSync(file, JSON.stringify(template.toJSON()));
      return file;
    });
    expect((await promisify(execFile)('cfn-lint', files)).stdout).toBe('');
  });
});
