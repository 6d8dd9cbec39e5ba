import { deflateSync } from 'node:zlib';
import { LETTER_LAYOUT, points } from '#shared/adapters/print/layout';
import { INFO, writeArchival } from '#shared/adapters/print/pdf/archival';
import { openObjects } from '#shared/adapters/print/pdf/objects';
import { openTypeface } from '#shared/adapters/print/pdf/typeface';
import { markOperators } from '#shared/adapters/print/marks';
import type { LetterPage, LetterPages } from '#shared/adapters/print/plain-letter';
import type { Faces, Run } from '#shared/adapters/print/typesetting/run';

/**
 * A PDF of letters that is written as they come: the bytes that `add` and `close` give, one after another, are the file.
 * What stays in memory is the glyphs used and where each object stands. It is PDF/A-2b. No title, no date: the same letters
 * give the same bytes, and the metadata names nobody.
 */
export interface LetterFile {
  add(pages: LetterPages): Uint8Array;
  /** Whether every character so far is seen; the faces have no glyph for others, and a box stands there. */
  isWhole(): boolean;
  close(): Uint8Array;
}

/** Bytes that a deflated page fits in as a rule: more would lie around unused. */
const A_PAGE = 4096;
/** A4 as pdfkit and most programs write it. */
const SHEET = '[0 0 595.28 841.89]';
const HEIGHT = points(LETTER_LAYOUT.page.height);

/** @param language of the whole file (`fi`, `sv`, `en`); absent where it has only names on it, or letters in several */
export function openLetterFile(faces: Faces, language?: string): LetterFile {
  const objects = openObjects();
  const [catalog, tree, info, resources] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()];
  const regular = openTypeface(objects, faces.regular);
  const typefaces = { regular, bold: openTypeface(objects, faces.bold) };
  const pages: number[] = [];

  return {
    add: (letter) => {
      for (const page of letter) addPage(page);
      return objects.take();
    },
    isWhole: () => Object.values(typefaces).every((typeface) => typeface.isWhole()),
    close: () => {
      const fonts = Object.entries(typefaces).filter(([, typeface]) => typeface.isUsed());
      objects.write(resources, `<< /Font << ${fonts.map(([name, { id }]) => `/${name} ${id} 0 R`).join(' ')} >> >>`);
      for (const typeface of Object.values(typefaces)) typeface.close();
      objects.write(info, INFO);
      objects.write(
        tree,
        `<< /Type /Pages /Count ${pages.length} /MediaBox ${SHEET} ` +
          `/Kids [${pages.map((id) => `${id} 0 R`).join(' ')}] >>`,
      );
      const lang = language === undefined ? '' : `/Lang (${language}) `;
      objects.write(catalog, `<< /Type /Catalog ${lang}/Pages ${tree} 0 R ${writeArchival(objects)} >>`);
      objects.end(`/Root ${catalog} 0 R /Info ${info} 0 R`);
      return objects.take();
    },
  };

  function addPage({ runs, mark }: LetterPage): void {
    const [page, content] = [objects.reserve(), objects.reserve()];
    pages.push(page);
    objects.write(page, `<< /Type /Page /Parent ${tree} 0 R /Resources ${resources} 0 R /Contents ${content} 0 R >>`);
    const drawn = `BT\n${runs.map(operatorsOf).join('\n')}\nET\n${mark ? markOperators(mark) : ''}`;
    objects.write(
      content,
      '<< /Filter /FlateDecode >>',
      deflateSync(Buffer.from(drawn, 'latin1'), { chunkSize: A_PAGE }),
    );
  }

  function operatorsOf({ text, weight, size, left, baseline }: Run): string {
    const place = `${decimal(left)} ${decimal(HEIGHT - baseline)}`;
    return `1 0 0 1 ${place} Tm\n/${weight} ${size} Tf\n[<${typefaces[weight].encode(text)}>] TJ`;
  }
}

function decimal(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
