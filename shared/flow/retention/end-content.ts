import type { Letter } from '#shared/domain/delivery-postal/letter';
import { proofKey, proofsAmong } from '#shared/domain/delivery-postal/proof';
import type { Delivery } from '#shared/domain/message/delivery';
import { attachmentId } from '#shared/domain/message/ids';
import type { ErasedContent } from '#shared/domain/message/keeping';
import { type EndingRefusal, makeBeginEnding } from '#shared/flow/retention/begin-ending';
import { type Subject, type SubjectPorts, makeEndingSubject } from '#shared/flow/retention/ending-subject';
import { type RemoveLinesPorts, makeRemoveLines } from '#shared/flow/mailbox/remove-lines';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Ids } from '#shared/ports/ids';
import type { KeptContents } from '#shared/ports/kept-contents';
import type { LegalHolds } from '#shared/ports/legal-holds';
import type { LetterShelf } from '#shared/ports/print-house';

export interface EndContentPorts extends SubjectPorts, RemoveLinesPorts {
  readonly holds: LegalHolds;
  readonly contents: KeptContents;
  readonly attachments: AttachmentLog;
  readonly documents: DocumentStore;
  readonly shelf: Pick<LetterShelf, 'read' | 'remove'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Destroys the content of a message with all its copies: files, letters, lines of mailboxes. The sealed content goes first, in
 * one write that a legal hold can still prevent; from then on nobody can read it, and a run that dies is finished by the next.
 *
 * @returns when the content ended
 * @see architecture, section 2 ("destroying the wrap erases")
 */
export function makeEndContent(ports: EndContentPorts) {
  const { contents, attachments, documents, shelf, clock } = ports;
  const { tombstoneOf } = makeEndingSubject(ports);
  const removeLines = makeRemoveLines(ports);
  const beginEnding = makeBeginEnding(ports);

  return async function endContent(
    subject: Subject,
    deliveries: readonly Delivery[],
  ): Promise<Result<ErasedContent, EndingRefusal>> {
    const erased = subject.erased ? ok(subject.erased) : await erase(subject);
    if (!erased.ok) return erased;
    for (const file of erased.value.files ?? []) await removeFile(subject, file);
    for (const delivery of deliveries) await removeCopies(delivery);
    if (erased.value.files) await contents.dropFiles(subject.seen);
    return erased;
  };

  async function erase(subject: Subject): Promise<Result<ErasedContent, EndingRefusal>> {
    const erased = { at: clock(), ...(await tombstoneOf(subject)) };
    const begun = await beginEnding(subject);
    if (!begun.ok) return begun;
    const isDone = await contents.erase(subject.seen, erased);
    await begun.value.finish();
    return isDone ? ok(erased) : refuse({ kind: 'hold-moved' });
  }

  /** A file that another message uses too is left to the last of them. */
  async function removeFile({ attempt }: Subject, file: { attachmentId: string; documentKey: string }): Promise<void> {
    const id = attachmentId.parse(file.attachmentId);
    if (attempt === undefined || !(await attachments.endUse(id, attempt))) return;
    await documents.remove(file.documentKey);
    await attachments.forget(id);
  }

  /** Which there are follows from the facts. */
  async function removeCopies(delivery: Delivery): Promise<void> {
    await removeLines(delivery);
    for (const fact of delivery.facts) {
      if (fact.type !== 'HANDED_TO_POSTAL') continue;
      const letter = await shelf.read(fact.letterId);
      if (letter) await documents.remove(letter.documentKey);
      if (letter) await removeStray(letter, delivery);
      await shelf.remove(fact.letterId);
    }
  }

  /** Bytes of proofs that never came on record; those that did end with the proof of service. */
  async function removeStray({ letterId, proofs = [] }: Letter, { facts }: Delivery): Promise<void> {
    const onRecord = proofsAmong(facts).filter((each) => each.letterId === letterId);
    const stray = proofs.filter((sha256) => !onRecord.some((each) => each.sha256 === sha256));
    for (const sha256 of stray) await documents.remove(proofKey(letterId, sha256));
  }
}
