import * as z from 'zod/mini';
import type { PaperMailPart } from '#shared/domain/message/content';
import { envelope } from '#shared/domain/message/paper';
import { relayed } from '#shared/domain/delivery-postal/relayed';
import { letterClass } from '#shared/domain/message/decision';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { deliveryId, letterId, messageId, tenantId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

export const letterState = z.enum([
  'READY',
  'PRINTED',
  'POSTED',
  'ARRIVED',
  'RECEIPT_SIGNED',
  'RETURNED',
  'UNRESOLVED',
]);
export type LetterState = z.infer<typeof letterState>;

/** Where a letter is: as a provider is told, and before that, while it waits for its batch to be cut. */
export const shelfState = z.enum(['WAITING', ...letterState.options]);
export type ShelfState = z.infer<typeof shelfState>;

/** C5 takes up to 9 sheets, C4 up to 60; more needs a special envelope. */
export { envelope };

/** How the provider prints it. */
export const printOptions = z.object({
  colour: z.boolean(),
  duplex: z.boolean(),
  rotateLandscapePages: z.boolean(),
});
export type PrintOptions = z.infer<typeof printOptions>;

/** One letter as the print provider gets it. Its id never names two letters, and one letter is printed at most once. */
export const letter = z.object({
  letterId,
  deliveryId,
  messageId,
  tenantId,
  /** While it waits: the batch it would be by itself. */
  batchId: z.string(),
  class: letterClass,
  state: shelfState,
  orderedAt: instant,
  /** When the batch it waited for was cut; absent where each letter is a batch. */
  cutAt: z.optional(instant),
  options: printOptions,
  pages: z.int(),
  sheets: z.int(),
  envelope,
  /** The recipient's address is protected: handled by named staff only. */
  restricted: z.boolean(),
  /** Outside Finland; absent: it was ordered before that was kept. */
  abroad: z.optional(z.boolean()),
  costPool: z.optional(z.string()),
  documentKey: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  /** What the national service said of it, where letters are relayed there; absent: nothing yet. */
  relayed: z.optional(relayed),
  /** Sealed postal address, as printed. */
  address: z.string(),
  /** Hashes of scanned proofs whose bytes may lie in the document store; noted before they are put there. */
  proofs: z.optional(z.array(z.string())),
});
export type Letter = z.infer<typeof letter>;

/** The sender's wishes; a letter the hub lays out itself is printed black, on both sides. */
export function printOptionsOf(paperMail: PaperMailPart | undefined): PrintOptions {
  return {
    colour: paperMail?.colorPrinting ?? false,
    duplex: paperMail?.twoSidedPrinting ?? true,
    rotateLandscapePages: paperMail?.rotateLandscapePages ?? false,
  };
}

/** Each letter is a batch of its own unless batches are cut. */
export function batchOfOne(id: Letter['letterId']): string {
  return `batch-${id}`;
}

/** Sheets of paper a letter takes. */
export function sheetsFor(pages: number, { duplex }: Pick<PrintOptions, 'duplex'>): number {
  return duplex ? Math.ceil(pages / 2) : pages;
}

/** Whether a page, counted from 0, is the front of a sheet. */
export function isFront(page: number, { duplex }: Pick<PrintOptions, 'duplex'>): boolean {
  return !duplex || page % 2 === 0;
}

/**
 * What the inserter reads on the front of each sheet: letter, sheet (from 1), sheets and envelope, as `4217-1-L1;1;3;C5`.
 * It tells who is written to no more than the letter id does.
 */
export function sheetMark(id: Letter['letterId'], sheet: number, sheets: number): string {
  return [id, sheet, sheets, envelopeFor(sheets)].join(';');
}

/** @see suomifi-messages-notes.md section 8 (1–9 C5, 10–60 C4, more in a special envelope) */
export function envelopeFor(sheets: number): Letter['envelope'] {
  if (sheets <= 9) return 'C5';
  return sheets <= 60 ? 'C4' : 'SPECIAL';
}

/** In the order a letter goes through them; events come late, twice and in any order, and never move a letter back. */
const PROGRESS: Partial<Record<DeliveryFact['type'], LetterState>> = {
  PRINTED: 'PRINTED',
  POSTED: 'POSTED',
  ARRIVED: 'ARRIVED',
  RETURNED: 'RETURNED',
  ADDRESS_UNRESOLVED: 'UNRESOLVED',
  RECEIPT_SIGNED: 'RECEIPT_SIGNED',
};
const RANK: readonly LetterState[] = ['READY', ...Object.values(PROGRESS)];

/** How far a letter has come, from the facts the provider has reported of it. */
export function letterStateOf(id: Letter['letterId'], facts: readonly DeliveryFact[]): LetterState {
  const reached = facts.flatMap((fact) =>
    'letterId' in fact && fact.letterId === id ? [PROGRESS[fact.type] ?? 'READY'] : [],
  );
  return reached.reduce<LetterState>((a, b) => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b), 'READY');
}
