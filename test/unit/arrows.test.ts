import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

const CRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const nothing = 'export const nothing = 0;\n';
const importing = (path: string) => `import { nothing } from '${path}';\nexport const something = nothing;\n`;

/** What is wrong, who imports, what it imports, where that stands, and the rule against it. */
const WRONG = [
  [
    'kernel importing a rule of law',
    'shared/kernel/a.ts',
    '../domain/message/b',
    'shared/domain/message/b.ts',
    'kernel-knows-nothing',
  ],
  [
    'a page importing a port',
    'web/pages/a.ts',
    '../../shared/ports/b',
    'shared/ports/b.ts',
    'web-draws-what-it-is-given',
  ],
  ['a flow importing a page', 'shared/flow/a.ts', '../../web/pages/b', 'web/pages/b.ts', 'flow-is-handed-its-ports'],
  [
    'a rule of law importing a port',
    'shared/domain/consent/a.ts',
    '../../ports/b',
    'shared/ports/b.ts',
    'domain-is-pure',
  ],
  [
    'a room looking into its neighbour',
    'shared/domain/consent/a.ts',
    '../channel/b',
    'shared/domain/channel/b.ts',
    'rooms-meet-in-flow',
  ],
  ['a port importing a step', 'shared/ports/a.ts', '../flow/b', 'shared/flow/b.ts', 'ports-see-domain-only'],
  [
    'a step importing an adapter',
    'shared/flow/a.ts',
    '../adapters/b',
    'shared/adapters/b.ts',
    'flow-is-handed-its-ports',
  ],
  ['an adapter importing a step', 'shared/adapters/a.ts', '../flow/b', 'shared/flow/b.ts', 'adapters-never-see-flow'],
  [
    'a contract importing a port',
    'shared/contracts/a.ts',
    '../ports/b',
    'shared/ports/b.ts',
    'contracts-see-domain-only',
  ],
  ['a door importing a door', 'functions/api/a.ts', './b', 'functions/api/b.ts', 'doors-do-not-call-doors'],
  ['infra importing a step', 'infra/a.ts', '../shared/flow/b', 'shared/flow/b.ts', 'infra-sees-contracts-only'],
  ['the hub importing its runner', 'shared/flow/a.ts', '../../local/b', 'local/b.ts', 'nothing-imports-the-outside'],
] as const;

/** Each in files of its own: `a0.ts` imports `b0.ts`. */
const wrong = WRONG.map(
  ([what, from, specifier, to, rule], i) =>
    ({ what, rule, from: numbered(from, i), specifier: `${specifier}${i}`, to: numbered(to, i) }) as const,
);
const LIBRARY = 'shared/domain/consent/library.ts';
const NOUNS = 'shared/domain/consent/nouns.ts';

function numbered(path: string, i: number): string {
  return path.replace('.ts', `${i}.ts`);
}

/** A house of these files, judged by the rules of this one. @returns names of the rules that each file breaks */
function judge(files: Readonly<Record<string, string>>): (from: string) => readonly string[] {
  const house = mkdtempSync(join(tmpdir(), 'arrows-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  for (const shared of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(join(ROOT, shared), join(house, shared));
  const { stdout } = spawnSync(
    process.execPath,
    [CRUISE, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  rmSync(house, { recursive: true });
  const { violations } = report.parse(JSON.parse(stdout)).summary;
  return (file) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

describe('the direction of imports', () => {
  const brokenBy = judge({
    ...Object.fromEntries(
      wrong.flatMap(({ from, specifier, to }) => [
        [from, importing(specifier)],
        [to, nothing],
      ]),
    ),
    [LIBRARY]: "import { join } from 'node:path';\nexport const a = join('a', 'b');\n",
    [NOUNS]: importing('../message/noun'),
    'shared/domain/message/noun.ts': nothing,
  });

  it.each(wrong)('forbids $what', ({ from, rule }) => {
    expect(brokenBy(from)).toContain(rule);
  });

  it('forbids a library inside the hub', () => {
    expect(brokenBy(LIBRARY)).toContain('no-libraries-inside');
  });

  it('lets a room look into the nouns every room knows', () => {
    expect(brokenBy(NOUNS)).toEqual([]);
  });
});
