import * as z from 'zod/mini';
import { code, line, webAddress } from '#shared/domain/programme/fields';
import { texts } from '#shared/domain/programme/words';

const codes = z.array(code).check(z.maxLength(400));

/** Where support is given: municipalities and regions by their codes, or the whole country. */
export const supportArea = z
  .object({
    nationwide: z._default(z.boolean(), false),
    municipalities: z._default(codes, []),
    regions: z._default(codes, []),
  })
  .check(
    z.refine(
      ({ nationwide, municipalities, regions }) => nationwide || municipalities.length + regions.length > 0,
      'must name municipalities or regions, or be nationwide',
    ),
  );

/** How an organisation is reached, never a person by name. */
export const supportContactData = z.object({
  phone: z.optional(z.string().check(z.regex(/^\+?[\d ()-]{3,24}$/, 'must be a telephone number'))),
  email: z.optional(z.email()),
  webAddress: z.optional(webAddress),
  address: z.optional(z.object({ streetAddress: line, postcode: z.string().check(z.regex(/^\d{5}$/)), city: line })),
});

/** A language by its code of two or three letters. */
export const supportLanguage = z.string().check(z.regex(/^[a-z]{2,3}$/, 'must be a language code such as fi or smn'));

/**
 * An organisation that supports people or businesses in using digital services. Sector, forms and groups are codes of lists
 * that grow (REQ-117): a code nobody has entered yet is taken as it stands, so that no provider is left out (REQ-112).
 *
 * @see domain.md 4.1 DigitalSupport, REQ-080, REQ-092, REQ-113, REQ-114, REQ-189
 */
export const supportProvider = z.object({
  names: texts,
  sector: code,
  forms: z.array(code).check(z.minLength(1), z.maxLength(50)),
  languages: z.array(supportLanguage).check(z.minLength(1), z.maxLength(50)),
  targetGroups: z._default(z.array(code).check(z.minLength(1), z.maxLength(50)), ['PERSON']),
  area: supportArea,
  openingHours: z.optional(texts),
  appointment: z._default(z.enum(['NOT_NEEDED', 'POSSIBLE', 'REQUIRED']), 'NOT_NEEDED'),
  contact: z._default(supportContactData, {}),
  free: z._default(z.boolean(), true),
  /** What it costs where it is not free. */
  price: z.optional(texts),
  /** Its id in the national service catalogue, which Suomi.fi shows it from (REQ-206). */
  ptvId: z.optional(z.uuid()),
  /** Out of the directory without being forgotten. */
  closed: z._default(z.boolean(), false),
  note: z.optional(line),
});
export type SupportProvider = z.infer<typeof supportProvider>;
