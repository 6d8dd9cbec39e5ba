import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs that read PDFs, where the machine has them. */
export type PdfTool = 'qpdf' | 'pdftotext' | 'pdffonts';

export function hasTools(...tools: readonly PdfTool[]): boolean {
  return tools.every((tool) => spawnSync(tool, [tool === 'qpdf' ? '--version' : '-v']).error === undefined);
}

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
}

/** What a program says of a PDF. */
export function asked(tool: PdfTool, args: readonly string[], pdf: Uint8Array): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  const file = join(folder, 'letter.pdf');
  writeFileSync(file, pdf);
  const to = tool === 'pdftotext' ? ['-'] : [];
  const { status, stdout } = spawnSync(tool, [...args, file, ...to], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, stdout };
}

/** A word on a page as poppler reads it, in points from the top left corner. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WORD = /xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">([^<]*)</g;

export function wordsOnFirstPage(pdf: Uint8Array): Word[] {
  return [...asked('pdftotext', ['-bbox', '-l', '1'], pdf).stdout.matchAll(WORD)].map((found) => {
    const [, left, top, right, bottom, text = ''] = found;
    return { text, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
  });
}
