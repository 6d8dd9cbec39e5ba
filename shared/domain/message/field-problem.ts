/** Machine codes the Suomi.fi Messages API gives, and the only ones. */
export type SubmissionErrorCode = 'MAILBOX_NOT_IN_USE' | 'MESSAGE_BEING_REPLIED_TO_NOT_FOUND';

/** One thing wrong with a request: which field, by which rule. Never repeats the value. */
export interface FieldProblem {
  /** Dotted path, `electronic.attachments.0.attachmentId`; empty for the body as a whole. */
  readonly field: string;
  /** In words, ending without a full stop. */
  readonly rule: string;
  readonly code?: SubmissionErrorCode;
}
