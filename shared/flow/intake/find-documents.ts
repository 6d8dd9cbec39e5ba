import { type Attachment, type AttachmentOwner, sameOwner } from '#shared/domain/attachments/attachment';
import { windowContext } from '#shared/domain/attachments/window-context';
import type { PostalAddress } from '#shared/domain/message/address';
import { PRINT_RULES, type PrintFlaw, type PrintWishes, flawsLeft } from '#shared/domain/message/print-flaw';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { AttachmentId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { namesSomebodyElse } from '#shared/domain/message/window-text';
import type { Instant } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { Sealer } from '#shared/ports/sealer';

/** One place in a body that names an uploaded file. */
export interface AttachmentUse {
  readonly attachmentId: AttachmentId;
  readonly field: string;
  /** How it is to be printed, and to whom; absent for a file that is only read. */
  readonly print?: Printing | undefined;
}

interface Printing extends PrintWishes {
  readonly recipient: { readonly address: PostalAddress };
}

/** Reads an upload that nobody has looked at yet; `undefined` when there is none. */
export type PrepareUpload = (owner: AttachmentOwner, id: AttachmentId) => Promise<Attachment | undefined>;

export interface FindDocumentsPorts {
  readonly attachments: AttachmentLog;
  readonly prepareUpload: PrepareUpload;
  readonly sealer: Sealer;
}

export interface FoundDocuments {
  /** Each file once, in the order it is first named. */
  readonly documents: readonly DocumentReference[];
  readonly problems: readonly FieldProblem[];
  /** A message uses one of them already: this one, sent again, or another. */
  readonly reused: boolean;
}

/** Looks up the files a body names, and says of each that can't be used why. A stranger's file is like none at all. */
export function makeFindDocuments({ attachments, prepareUpload, sealer }: FindDocumentsPorts) {
  return async function findDocuments(
    owner: AttachmentOwner,
    uses: readonly AttachmentUse[],
    at: Instant,
  ): Promise<FoundDocuments> {
    const ids = [...new Set(uses.map(({ attachmentId }) => attachmentId))];
    const found = new Map(await Promise.all(ids.map(async (id) => [id, await look(owner, id)] as const)));
    const documents = ids.flatMap((id) => found.get(id)?.document ?? []);
    const problems = await Promise.all(uses.map(async (use) => problemsWith(use, found.get(use.attachmentId), at)));
    return {
      documents,
      problems: problems.flat(),
      reused: [...found.values()].some((each) => each?.usedBy !== undefined),
    };
  };

  async function look(owner: AttachmentOwner, id: AttachmentId): Promise<Attachment | undefined> {
    const known = (await attachments.read(id)) ?? (await prepareUpload(owner, id));
    return known && sameOwner(known.owner, owner) ? known : undefined;
  }

  async function problemsWith(
    { field, print }: AttachmentUse,
    attachment: Attachment | undefined,
    at: Instant,
  ): Promise<FieldProblem[]> {
    const rule = ruleBroken(attachment, at);
    if (rule !== undefined) return [{ field, rule }];
    if (!attachment || !print) return [];
    if (attachment.document?.mediaType !== 'application/pdf') return [{ field, rule: NO_PDF }];
    const flaws = [...(attachment.flaws ?? []), ...(await windowFlaws(attachment, print))];
    return flawsLeft(flaws, print).map((flaw) => ({ field, rule: asRule(flaw) }));
  }

  async function windowFlaws(
    { attachmentId, window }: Attachment,
    { createAddressPage, recipient }: Printing,
  ): Promise<readonly PrintFlaw[]> {
    if (createAddressPage || window === undefined) return [];
    const text = await sealer.openText(windowContext(attachmentId), window);
    return namesSomebodyElse(text, recipient.address) ? ['WINDOW_OF_ANOTHER'] : [];
  }
}

const NO_PDF = 'names a file that is no PDF: only a PDF is printed';

function ruleBroken(attachment: Attachment | undefined, at: Instant): string | undefined {
  if (!attachment || attachment.expiresAt <= at)
    return 'names no file uploaded by this system within the last 24 hours';
  if (!attachment.document)
    return `names an upload that can not be used: ${attachment.fault?.rule ?? 'it was refused'}`;
  return undefined;
}

function asRule(flaw: PrintFlaw): string {
  return `names a PDF that can not be printed: ${PRINT_RULES[flaw]}`;
}
