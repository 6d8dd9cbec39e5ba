import * as z from 'zod/mini';
import { formOfId } from '#shared/domain/message/identity-code';

/** Chosen by whoever enters the row; stands in links and reports, so it is no code of a person. */
export const rowId = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores'),
  z.refine((id) => formOfId(id) !== 'PERSON', 'must not be a personal identity code'),
);

export const line = z.string().check(z.minLength(1), z.maxLength(500));
export const paragraph = z.string().check(z.minLength(1), z.maxLength(4000));
export const webAddress = z.url({ protocol: /^https?$/ });
export const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
export const year = z.int().check(z.minimum(1990), z.maximum(2100));

/** Euros with at most two decimals. */
export const euros = z.number().check(
  z.minimum(0),
  z.maximum(100_000),
  z.refine((amount) => Number.isInteger(Math.round(amount * 1e6) / 1e4), 'must have at most two decimals'),
);

/** A code of a versioned code list that grows without a change of code (REQ-117). */
export const code = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'must be a code of 1 to 64 letters, digits, dots or dashes'));
