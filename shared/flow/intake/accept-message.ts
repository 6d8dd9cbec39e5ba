import { type Submission, checkSubmission } from '#shared/domain/intake/check-submission';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { MessageId } from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { findConfidential } from '#shared/domain/notice/find-confidential';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type FindDocumentsPorts, type AttachmentUse, makeFindDocuments } from '#shared/flow/intake/find-documents';
import { type GoesPorts, makeGoesToMailbox } from '#shared/flow/delivery/goes-to-mailbox';
import { makeKeepDocuments } from '#shared/flow/intake/keep-documents';
import { type Duplicate, makeMessageSlots } from '#shared/flow/intake/message-slots';
import { makeSealSubmission } from '#shared/flow/intake/seal-submission';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { MessageLog } from '#shared/ports/message-log';
import type { Nudger } from '#shared/ports/nudger';

export interface AcceptPorts extends FindDocumentsPorts, GoesPorts {
  readonly messages: MessageLog;
  readonly inbound: InboundLog;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
}

export interface SubmissionRefused {
  readonly kind: 'submission-refused';
  readonly problems: readonly FieldProblem[];
}

export type AcceptRefusal = SubmissionRefused | Duplicate;

/** Largest sealed content, in bytes: a DynamoDB item holds 400 KB. */
export const MAX_CONTENT_BYTES = 300 * 1024;

/**
 * Takes a message in: checks it whole, then makes it durable with one conditional put. What is refused leaves nothing
 * behind and does not use up its external id.
 *
 * @returns the message id; `submission-refused` with every problem; `duplicate` with the id of the first acceptance
 * @see architecture, section 2; suomifi-messages-notes.md section 3
 */
export function makeAcceptMessage(ports: AcceptPorts) {
  const { nudger, clock } = ports;
  const slots = makeMessageSlots(ports);
  const findDocuments = makeFindDocuments(ports);
  const keepDocuments = makeKeepDocuments(ports);
  const { sealSubmission, bodyDigest } = makeSealSubmission(ports);

  return async function acceptMessage(
    sender: SendingSystem,
    submission: Submission,
  ): Promise<Result<MessageId, AcceptRefusal>> {
    const at = clock();
    const faults = [...serviceFaults(sender, submission), ...checkSubmission(submission)];
    if (faults.length > 0) return refuse({ kind: 'submission-refused', problems: faults });

    const { documents, problems, reused } = await findDocuments(
      { type: 'tenant', tenantId: sender.tenantId },
      usesOf(submission),
      at,
    );
    const refused = [
      ...problems,
      ...wordingFaults(submission, documents),
      ...(await mailboxFaults(ports, sender, submission)),
    ];
    const repeat = refused.length > 0 || reused ? await repeatOf(sender, submission) : undefined;
    if (repeat) return repeat;
    if (refused.length > 0) return refuse({ kind: 'submission-refused', problems: refused });

    const unplaced = await sealSubmission(sender, submission, { documents, at });
    if (unplaced.sealedContent.byteLength > MAX_CONTENT_BYTES) return tooLarge();
    const kept = await keepDocuments(documents, { by: unplaced.attempt });
    const placed = await slots.place(unplaced);
    if (!placed.ok) {
      await kept.letGo();
      return placed;
    }
    await nudger.nudge('route-message', String(placed.value.messageId));
    return ok(placed.value.messageId);
  };

  /** A repeat of what was accepted is a repeat, even if its uploads have expired or the mailbox has closed since. */
  async function repeatOf(
    { systemId }: SendingSystem,
    submission: Submission,
  ): Promise<Result<never, AcceptRefusal> | undefined> {
    const known = await slots.find(systemId, submission.externalId);
    if (!known) return undefined;
    const differs = known.bodyDigest !== (await bodyDigest(submission));
    return refuse({ kind: 'duplicate', messageId: known.messageId, differs });
  }
}

function tooLarge() {
  return refuse({
    kind: 'submission-refused' as const,
    problems: [{ field: '', rule: `the content is larger than ${MAX_CONTENT_BYTES} bytes` }],
  });
}

/** Which service is whose is learned from the credential, never from the body. */
function serviceFaults({ services }: SendingSystem, { serviceId }: Submission): FieldProblem[] {
  return services.includes(serviceId) ? [] : [{ field: 'sender.serviceId', rule: 'names no service of this system' }];
}

function usesOf({ electronic, paperMail }: Submission): AttachmentUse[] {
  const inPart = (
    part: string,
    print: AttachmentUse['print'],
    references: readonly { attachmentId: AttachmentUse['attachmentId'] }[],
  ) =>
    references.map(({ attachmentId }, i) => ({
      attachmentId,
      print,
      field: `${part}.attachments.${i}.attachmentId`,
    }));
  return [
    ...inPart('electronic', undefined, electronic?.attachments ?? []),
    ...inPart('paperMail', paperMail, paperMail?.attachments ?? []),
  ];
}

function wordingFaults({ electronic, recipient }: Submission, documents: readonly DocumentReference[]): FieldProblem[] {
  const custom = electronic?.notifications.customisedNewMessageNotification;
  if (!custom) return [];
  const filenames = documents.map(({ filename }) => filename);
  return findConfidential(custom, { electronic, filenames, recipientCode: recipient?.id ?? '' });
}

/** Electronic only: refused at once where it can not be delivered (MAILBOX_NOT_IN_USE), and a reply must answer something. */
async function mailboxFaults(
  ports: AcceptPorts,
  { tenantId }: SendingSystem,
  submission: Submission,
): Promise<FieldProblem[]> {
  const { electronic, paperMail } = submission;
  const faults: FieldProblem[] = [];
  if (!paperMail && !(await makeGoesToMailbox(ports)(submission))) {
    faults.push({
      field: 'recipient.id',
      rule: 'the mailbox of the recipient is not in use',
      code: 'MAILBOX_NOT_IN_USE',
    });
  }
  const answered = electronic?.inReplyToMessageId;
  if (answered !== undefined && (await ports.inbound.read(answered))?.tenantId !== tenantId) {
    const field = 'electronic.inReplyToMessageId';
    faults.push({
      field,
      rule: 'the message being replied to was not found',
      code: 'MESSAGE_BEING_REPLIED_TO_NOT_FOUND',
    });
  }
  return faults;
}
