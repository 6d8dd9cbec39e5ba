import { ok, refuse } from '#shared/kernel/result';
import type { LetterDraft, LetterPress } from '#shared/ports/letter-press';

/** A press that prints nothing worth reading, and keeps what it was asked for. */
export interface MemoryLetterPress extends LetterPress {
  readonly drafts: readonly LetterDraft[];
}

const HEADER = '%PDF-';
const PAGE = Buffer.from('%PDF-1.7 one page\n');

/** Documents and own letters have one page; an address page adds one, and its back another. Refuses what does not begin as a PDF does. */
export function makeMemoryLetterPress(): MemoryLetterPress {
  const drafts: LetterDraft[] = [];
  return {
    drafts,
    compose: async (draft) => {
      drafts.push(structuredClone(draft));
      const { pdf, text, addressPage, printing } = draft;
      if (!pdf && !text) throw new Error('a letter with neither a document nor a text');
      if (!pdf) return ok({ pdf: PAGE, pages: 1 });
      if (Buffer.from(pdf.subarray(0, HEADER.length)).toString() !== HEADER) return refuse({ kind: 'pdf-unreadable' });
      if (!addressPage) return ok({ pdf, pages: 1 });
      return ok({ pdf: Buffer.concat([PAGE, pdf]), pages: printing?.duplex === true ? 3 : 2 });
    },
  };
}
