import * as z from 'zod/mini';
import { supportLanguage } from '#shared/domain/digital-support/registry/provider';
import { code, count, line, rowId, webAddress } from '#shared/domain/programme/fields';
import { texts } from '#shared/domain/programme/words';
import { calendarDate } from '#shared/kernel/time';

/** A month, `2020-07`. */
export const supportMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2020-07'));

/** How often support was given, and what came of it: numbers, never people. @see REQ-104, REQ-107 */
export const supportContacts = z.object({
  region: code,
  month: supportMonth,
  form: code,
  group: z._default(code, 'PERSON'),
  outcome: z.enum(['HELPED', 'REFERRED', 'NOT_HELPED']),
  count,
  providerId: z.optional(rowId),
});

/** A training for those who give support or serve customers. @see REQ-097, REQ-098, REQ-101 */
export const training = z.object({
  names: texts,
  date: calendarDate,
  audience: z._default(z.enum(['SUPPORTERS', 'CUSTOMER_SERVICE']), 'SUPPORTERS'),
  region: z.optional(code),
  /** The authority whose customer service was trained. */
  organisationId: z.optional(rowId),
  participants: z.optional(count),
  materialIds: z.optional(z.array(rowId)),
});

/** Something to work with for those who give support. @see REQ-101, REQ-103, REQ-104 */
export const material = z.object({
  names: texts,
  kind: z._default(code, 'GUIDE'),
  languages: z.array(supportLanguage).check(z.minLength(1)),
  link: webAddress,
  publisher: z.optional(line),
  updatedOn: z.optional(calendarDate),
});
