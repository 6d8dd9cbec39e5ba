import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { recipientKind } from '#shared/domain/message/decision';
import { language } from '#shared/domain/message/hub-fields';
import { serviceId } from '#shared/domain/message/ids';
import { calendarDate } from '#shared/kernel/time';

/** What the guardians of an adult are there for; absent: for everything, beside the person. */
export const guardianship = z.object({
  /** The task covers matters of these services; absent: all. */
  services: z.optional(z.array(serviceId)),
  /** The guardian alone may speak in them (434/2003 § 15). @default false: both are served */
  alone: z.optional(z.boolean()),
});

/** A matter that somebody is a party to together with others, and whom documents in it are served on (434/2003 § 56). */
export const jointMatter = z.object({
  serviceId,
  matterId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** Code or business id of the contact person the parties have named, else of the first who signed. */
  contactPerson: z.string(),
});

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
  /** Of one who has died: code or business id of the shareholder in possession of the estate, or of its administrator. */
  estateHolder: z.optional(z.string()),
  /** Codes of the guardians of a child, or of an adult under guardianship. */
  guardians: z.optional(z.array(z.string())),
  guardianship: z.optional(guardianship),
  jointMatters: z.optional(z.array(jointMatter)),
  /** Where the register knows better than the code. */
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
  /** Of an estate: any of them receives for it, where no administrator is known. */
  representatives: z.optional(z.array(z.object({ id: z.string(), role: z.string() }))),
  /** Of an estate: code or business id of its administrator, or of the shareholder in possession (434/2003 § 57). */
  administrator: z.optional(z.string()),
  /** It does not exist any more: there is nobody to serve. */
  dissolved: z.optional(z.boolean()),
  jointMatters: z.optional(z.array(jointMatter)),
});
export type BusinessRecord = z.infer<typeof businessRecord>;
