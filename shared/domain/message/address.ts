import * as z from 'zod/mini';
import { countryCode } from '#shared/domain/message/country-codes';

const line = z.string().check(z.minLength(1), z.maxLength(256));

/** A postal address in the shape of the Suomi.fi Messages API. */
export const postalAddress = z
  .object({
    name: line,
    additionalName: z.optional(line),
    streetAddress: line,
    zipCode: z.string().check(z.minLength(1), z.maxLength(64)),
    city: line,
    countryCode,
  })
  .register(z.globalRegistry, { id: 'Address', description: 'A postal address.' });
export type PostalAddress = z.infer<typeof postalAddress>;
