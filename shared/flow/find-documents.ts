import { type Attachment, type AttachmentOwner, sameOwner } from '#shared/domain/attachments/attachment';
import { PRINT_RULES, type PrintFlaw, type PrintWishes, flawsLeft } from '#shared/domain/message/print-flaw';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { AttachmentId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import type { Instant } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';

/** One place in a body that names an uploaded file. */
export interface AttachmentUse {
  readonly attachmentId: AttachmentId;
  readonly field: string;
  /** How it is to be printed; absent for a file that is only read. */
  readonly print?: PrintWishes | undefined;
}

/** Reads an upload that nobody has looked at yet; `undefined` when there is none. */
export type PrepareUpload = (owner: AttachmentOwner, id: AttachmentId) => Promise<Attachment | undefined>;

export interface FindDocumentsPorts {
  readonly attachments: AttachmentLog;
  readonly prepareUpload: PrepareUpload;
}

export interface FoundDocuments {
  /** Each file once, in the order it is first named. */
  readonly documents: readonly DocumentReference[];
  readonly problems: readonly FieldProblem[];
  /** A message uses one of them already: this one, sent again, or another. */
  readonly reused: boolean;
}

/** Looks up the files a body names, and says of each that can't be used why. A stranger's file is like none at all. */
export function makeFindDocuments({ attachments, prepareUpload }: FindDocumentsPorts) {
  return async function findDocuments(
    owner: AttachmentOwner,
    uses: readonly AttachmentUse[],
    at: Instant,
  ): Promise<FoundDocuments> {
    const ids = [...new Set(uses.map(({ attachmentId }) => attachmentId))];
    const found = new Map(await Promise.all(ids.map(async (id) => [id, await look(owner, id)] as const)));
    const documents = ids.flatMap((id) => found.get(id)?.document ?? []);
    const problems = uses.flatMap((use) => problemWith(use, found.get(use.attachmentId), at));
    return { documents, problems, reused: [...found.values()].some((each) => each?.usedBy !== undefined) };
  };

  async function look(owner: AttachmentOwner, id: AttachmentId): Promise<Attachment | undefined> {
    const known = (await attachments.read(id)) ?? (await prepareUpload(owner, id));
    return known && sameOwner(known.owner, owner) ? known : undefined;
  }
}

function problemWith({ field, print }: AttachmentUse, attachment: Attachment | undefined, at: Instant): FieldProblem[] {
  const rule = ruleBroken(attachment, at);
  if (rule !== undefined) return [{ field, rule }];
  return attachment && print ? printRulesBroken(attachment, print).map((broken) => ({ field, rule: broken })) : [];
}

function ruleBroken(attachment: Attachment | undefined, at: Instant): string | undefined {
  if (!attachment || attachment.expiresAt <= at)
    return 'names no file uploaded by this system within the last 24 hours';
  if (!attachment.document)
    return `names an upload that can not be used: ${attachment.fault?.rule ?? 'it was refused'}`;
  return undefined;
}

function printRulesBroken({ document, flaws = [] }: Attachment, wishes: PrintWishes): string[] {
  if (document?.mediaType !== 'application/pdf') return ['names a file that is no PDF: only a PDF is printed'];
  return flawsLeft(flaws, wishes).map(asRule);
}

function asRule(flaw: PrintFlaw): string {
  return `names a PDF that can not be printed: ${PRINT_RULES[flaw]}`;
}
