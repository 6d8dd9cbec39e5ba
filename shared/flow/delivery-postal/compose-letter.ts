import { type Letter, printOptionsOf } from '#shared/domain/delivery-postal/letter';
import { plainText } from '#shared/domain/delivery-postal/plain-text';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Language } from '#shared/domain/message/hub-fields';
import type { LetterId } from '#shared/domain/message/ids';
import { type PrintFlaw, flawsLeft } from '#shared/domain/message/print-flaw';
import { type MessageContent, documentOf } from '#shared/domain/message/message';
import { namesSomebodyElse } from '#shared/domain/message/window-text';
import type { InsertsFor } from '#shared/flow/delivery-postal/letter-inserts';
import { atMost } from '#shared/kernel/at-most';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type CalendarDate, type Clock, helsinkiDay } from '#shared/kernel/time';
import type { ExaminePdf } from '#shared/ports/examine-pdf';
import type { DocumentStore } from '#shared/ports/document-store';
import type { LetterDraft, LetterInsert, LetterPress, PrintedLetter } from '#shared/ports/letter-press';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface ComposePorts {
  readonly documents: DocumentStore;
  readonly press: LetterPress;
  readonly examinePdf: ExaminePdf;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly insertsFor: InsertsFor;
}

export interface LetterOrder {
  readonly letterId: LetterId;
  readonly delivery: Delivery;
  readonly content: MessageContent;
  readonly address: PostalAddress;
  /** The address is not the one the sender's document may carry: a page with it is laid before the document. */
  readonly coversAddress?: boolean;
  /** The recipient's address is protected: the hub adds no words of its own, and asks nobody who is near. */
  readonly isProtected: boolean;
  readonly toBusiness: boolean;
}

export interface DocumentUnprintable {
  readonly kind: 'document-unprintable';
  /** One at least. */
  readonly flaws: readonly PrintFlaw[];
}

/** Letters that are made at once: as many documents lie in memory. */
const AT_ONCE = 5;

export type FiledLetter = Pick<Letter, 'documentKey' | 'sizeBytes' | 'sha256' | 'pages'>;

/**
 * Makes the PDF of a letter and files it: the sender's document as it is, with an address page where the sender asks for
 * one; or, for a message that has no document for print, a plain letter laid out from its text with the hub's own inserts
 * after it (letter-inserts.ts).
 *
 * @returns where it lies; `document-unprintable` when the sender's document is no PDF a printer could take: intake
 * looks at every upload, and here it is looked at again as it is printed
 */
export function makeComposeLetter(ports: ComposePorts) {
  const { press, clock, insertsFor } = ports;
  const { bytesOf, filed } = makeLetterDocuments(ports);
  const flawsOf = makeFlawsOf(ports);
  const senderOf = makeSenderOf(ports);
  const inTurn = atMost(AT_ONCE);

  return async function composeLetter(order: LetterOrder): Promise<Result<FiledLetter, DocumentUnprintable>> {
    const passed = asItLies(order);
    return passed ? ok(passed) : inTurn(async () => compose(order));
  };

  async function compose(order: LetterOrder): Promise<Result<FiledLetter, DocumentUnprintable>> {
    const draft = await draftOf(order);
    const flaws = await flawsOf(order, draft);
    const composed = flaws.length === 0 && (await press.compose({ ...draft, printing: printingOf(order) }));
    if (!composed) return unprintable(flaws);
    return composed.ok ? ok(await filed(order, composed.value)) : unprintable([FLAW_OF[composed.refusal.kind]]);
  }

  async function draftOf(order: LetterOrder): Promise<LetterDraft> {
    const { paperMail } = order.content;
    if (!paperMail) return laidOut(order);
    const pdf = await bytesOf(order.content, paperMail.attachments[0]?.attachmentId);
    return {
      pdf,
      addressPage:
        paperMail.createAddressPage || order.coversAddress === true
          ? { recipient: order.address, sender: paperMail.sender.address, inserts: await wordsFor(order) }
          : undefined,
    };
  }

  async function laidOut(order: LetterOrder): Promise<LetterDraft> {
    const { content, delivery, address } = order;
    const { electronic } = content;
    if (!electronic) throw new Error('a letter with neither a document nor a text');
    const language = languageOf(content);
    return {
      text: {
        title: electronic.title,
        body: plainText(electronic.body, electronic.bodyFormat),
        recipient: address,
        sender: await senderOf(delivery, language),
        language,
        date: asWritten(helsinkiDay(clock())),
        inserts: await wordsFor(order),
      },
    };
  }

  async function wordsFor({
    content,
    address,
    isProtected,
    toBusiness,
  }: LetterOrder): Promise<readonly LetterInsert[]> {
    return isProtected ? [] : insertsFor({ address, language: languageOf(content), toBusiness });
  }
}

/** A document that was found fit to be printed as it lies is not read again: whoever prints it compares its hash. */
function asItLies({ content, coversAddress }: LetterOrder): FiledLetter | undefined {
  const { paperMail } = content;
  if (!paperMail || paperMail.createAddressPage || coversAddress === true) return undefined;
  const [attached] = paperMail.attachments;
  const document = attached && documentOf(content, attached.attachmentId);
  if (document?.pages === undefined) return undefined;
  const { documentKey, sizeBytes, sha256, pages } = document;
  return { documentKey, sizeBytes, sha256, pages };
}

/** The sender's document, and where a letter is filed. */
function makeLetterDocuments({ documents, sealer }: Pick<ComposePorts, 'documents' | 'sealer'>) {
  return { bytesOf, filed };

  async function bytesOf(content: MessageContent, attachment: string | undefined): Promise<Uint8Array> {
    const reference = attachment === undefined ? undefined : documentOf(content, attachment);
    const stored = reference && (await documents.read(reference.documentKey));
    if (!stored || sealer.sha256(stored.bytes) !== reference.sha256)
      throw new Error('the document of a letter is missing or changed');
    return stored.bytes;
  }

  /** A document passed through stays where it is; any other is filed under its own hash, so a key never changes content. */
  async function filed(
    { letterId, delivery, content }: LetterOrder,
    { pdf, pages }: PrintedLetter,
  ): Promise<FiledLetter> {
    const sha256 = sealer.sha256(pdf);
    const passedThrough = content.documents.find((document) => document.sha256 === sha256);
    const documentKey =
      passedThrough?.documentKey ?? `letters/${delivery.tenantId}/${letterId}-${sha256.slice(0, 16)}.pdf`;
    if (!passedThrough) await documents.put(documentKey, { bytes: pdf, mediaType: 'application/pdf' });
    return { documentKey, sizeBytes: pdf.byteLength, sha256, pages };
  }
}

function languageOf({ hub }: MessageContent): Language {
  return hub?.language ?? 'fi';
}

/** Authority and service, as a reader of the language knows them. */
function makeSenderOf({ tenants }: Pick<ComposePorts, 'tenants'>) {
  return async function senderOf({ tenantId, serviceId }: Delivery, language: Language): Promise<string> {
    const [authority, service] = await Promise.all([tenants.authority(tenantId), tenants.service(serviceId)]);
    return [authority?.name[language], service?.name[language]].filter((name) => name !== undefined).join(', ');
  };
}

function printingOf({ letterId, content }: LetterOrder): LetterDraft['printing'] {
  const { duplex, rotateLandscapePages } = printOptionsOf(content.paperMail);
  return { letterId, duplex, rotateLandscapePages };
}

/** What keeps the sender's document from being printed as it is laid out; nothing of a letter the hub writes itself. */
function makeFlawsOf({ examinePdf }: Pick<ComposePorts, 'examinePdf'>) {
  return async function flawsOf(
    { content, address }: LetterOrder,
    { pdf, addressPage }: LetterDraft,
  ): Promise<readonly PrintFlaw[]> {
    if (!pdf) return [];
    const createAddressPage = addressPage !== undefined;
    const rotateLandscapePages = content.paperMail?.rotateLandscapePages ?? false;
    const { flaws, window } = await examinePdf(pdf);
    const found: PrintFlaw[] = [...flaws];
    if (window !== undefined && namesSomebodyElse(window, address)) found.push('WINDOW_OF_ANOTHER');
    return flawsLeft(found, { createAddressPage, rotateLandscapePages });
  };
}

/** What only the press has found. */
const FLAW_OF = { 'pdf-unreadable': 'UNREADABLE', 'letters-missing': 'LETTERS_MISSING' } as const;

function unprintable(flaws: readonly PrintFlaw[]): Result<never, DocumentUnprintable> {
  return refuse({ kind: 'document-unprintable', flaws });
}

/** `2026-11-23` as `23.11.2026`. */
function asWritten(day: CalendarDate): string {
  return day.split('-').map(Number).reverse().join('.');
}
