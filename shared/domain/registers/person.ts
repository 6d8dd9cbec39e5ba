import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { recipientKind } from '#shared/domain/message/decision';
import { language } from '#shared/domain/message/hub-fields';
import { calendarDate } from '#shared/kernel/time';

/** A person as the population register tells of them (VTJ). */
export const personRecord = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  language: z.optional(language),
  postalAddress: z.optional(postalAddress),
  /** May be told to others even under a protection order (661/2009 § 36). */
  contactAddress: z.optional(postalAddress),
  /** Turvakielto: the address goes nowhere but to the letter itself. */
  protectionOrder: z.optional(z.boolean()),
  deceased: z.optional(z.boolean()),
  guardians: z.optional(z.array(z.string())),
  birthDate: z.optional(calendarDate),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** An organisation as the business register tells of it (YTJ, PRH). */
export const businessRecord = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  kind: recipientKind,
  employees: z.optional(z.int().check(z.minimum(0))),
  postalAddress: z.optional(postalAddress),
  country: z.optional(z.string()),
  representatives: z.optional(z.array(z.object({ id: z.string(), role: z.string() }))),
});
export type BusinessRecord = z.infer<typeof businessRecord>;
