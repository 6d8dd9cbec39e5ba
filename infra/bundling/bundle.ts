import { fileURLToPath } from 'node:url';
import { type BuildResult, type Metafile, buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles one function as it is deployed: ESM with the module builds of its libraries, since the SDK's CommonJS build starts
 * a third slower, and no source map, since a function that reads one as it runs starts a quarter slower. `index.mjs` is
 * what a start loads; what a function imports on demand lies in files beside it. package.json says that no module does
 * anything by being loaded (`sideEffects`), so a module none of whose exports is used is left out with all it imports.
 *
 * @param entry path under the project's root, `functions/api/sending.ts`
 */
export function bundle(entry: string, outputFolder: string): BuildResult<{ metafile: true }> {
  return buildSync({
    absWorkingDir: ROOT,
    entryPoints: { index: entry },
    outdir: outputFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': `${ROOT}infra/bundling/lambda-credentials.ts` },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    metafile: true,
    logLevel: 'warning',
  });
}

/** Bytes that a start loads: the entry and what it imports outright. */
export function bytesAtStart({ outputs }: Metafile): number {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') load(path);
  };
  for (const [file, { entryPoint }] of Object.entries(outputs))
    if (file.endsWith('index.mjs') && entryPoint) load(file);
  return [...loaded].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
}
