import * as z from 'zod/mini';
import { tenantId } from '#shared/domain/message/ids';
import { texts } from '#shared/domain/programme/words';
import { code, count, line, rowId, webAddress } from '#shared/domain/programme/fields';
import { calendarDate } from '#shared/kernel/time';

/** Wellbeing counties exist from 2023 on. @see REQ-204 */
export const organisationType = z.enum([
  'STATE',
  'MUNICIPALITY',
  'JOINT_AUTHORITY',
  'WELLBEING_COUNTY',
  'REGIONAL_COUNCIL',
  'OTHER',
]);

/** What an organisation does in the programme; a region's coordinator may be of any type (I-14). @see REQ-102, REQ-236 */
export const organisationRole = z.enum([
  'AUTHORITY',
  'MINISTRY',
  'COLLECTOR',
  'NATIONAL_DEVELOPER',
  'REGIONAL_COORDINATOR',
  'STEERING_GROUP',
]);

/** An organisation of the programme (domain.md 4.1). */
export const organisation = z.object({
  names: texts,
  type: organisationType,
  businessId: z.optional(z.string().check(z.regex(/^\d{7}-\d$/, 'must be a business id such as 0245437-2'))),
  /** Inhabitants of a municipality. */
  population: z.optional(count),
  region: z.optional(code),
  /** The organisation that is the ministry of its branch. */
  ministryBranch: z.optional(rowId),
  roles: z._default(z.array(organisationRole), ['AUTHORITY']),
  /** First and last day it exists by this name. */
  validFrom: z.optional(calendarDate),
  validTo: z.optional(calendarDate),
  /** The organisations whose work it carries on: one whose name or form has changed, or several that were merged. */
  successorOf: z._default(z.array(rowId).check(z.maxLength(50)), []),
  /** The authority of the hub that this organisation is. */
  tenantId: z.optional(tenantId),
  /** Where its mail of the programme goes: an address of the organisation, not of a person. */
  contactEmail: z.optional(z.email()),
  /** How people ask for what is held on them (REQ-159). */
  ownData: z.optional(
    z.object({
      requestUrl: z.optional(webAddress),
      instructions: z.optional(texts),
      channels: z.optional(z.array(z.enum(['SECURE_MAIL', 'OWN_ESERVICE', 'MESSAGES', 'OMAT_TIEDOT']))),
      /** Days it has taken to answer, at most. */
      answeredInDays: z.optional(count),
    }),
  ),
  note: z.optional(line),
});
export type Organisation = z.infer<typeof organisation>;
