import * as z from 'zod/mini';
import { claim } from '#shared/domain/message/claim';
import { instant } from '#shared/kernel/time';

/** An e-mail that tells an organisation of a report. */
export const reportMail = z.object({
  /** A fingerprint of report and receiver: 43 characters of base64url. */
  name: z.string().check(z.regex(/^[\w-]{43}$/)),
  reportId: z.string(),
  organisationId: z.string(),
  /** Address of the organisation, as it stood when the report was due. */
  to: z.string(),
  dueAt: instant,
  /** `FAILED`: refused for good, or sent twice and never heard of. */
  state: z.enum(['OWED', 'SENT', 'FAILED']),
  claim: z.optional(claim),
});
export type ReportMail = z.infer<typeof reportMail>;

/** A receiver that was not reached, for the ministry to see. */
export const unsentReport = z.object({
  reportId: z.string(),
  dueAt: instant,
  /** `ministry`, `organisation:vero`. */
  receiver: z.string(),
  because: z.enum([
    /** There is no such organisation, or it has given no address. */
    'NO_ADDRESS',
    /** The mail provider does not take the address. */
    'REFUSED',
    /** Sent twice, and nobody knows whether it went. */
    'NO_EVIDENCE',
    /** It came back. */
    'RETURNED',
  ]),
});
export type UnsentReport = z.infer<typeof unsentReport>;

const TAG = 'report-';

/** What a mail about a report is tagged with, so that what becomes of it is known. */
export function reportMailTag(name: string): string {
  return TAG + name;
}

/** @returns the name of the mail; nothing for a tag of another kind */
export function readReportMailTag(tag: string): string | undefined {
  return /^report-([\w-]{43})$/.exec(tag)?.[1];
}
