import { join } from 'node:path';
import { bundle, bytesAtStart } from '#infra/bundling/bundle';

export interface Bundle {
  /** What is imported first. */
  readonly file: string;
  /** What a start loads. */
  readonly kilobytes: number;
}

/** The door every send starts with. */
export const INTAKE = 'functions/api/sending';

/** Bundles an entry exactly as it is deployed. @param entry path under the project's root, without its ending */
export function bundleOf(entry: string, folder: string): Bundle {
  const outputFolder = join(folder, entry.replaceAll('/', '-'));
  const { metafile } = bundle(`${entry}.ts`, outputFolder);
  return { file: join(outputFolder, 'index.mjs'), kilobytes: bytesAtStart(metafile) / 1024 };
}
