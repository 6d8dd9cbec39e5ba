import * as z from 'zod/mini';

/** Characters that may stand before the @ unquoted (RFC 5322, atext). */
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const LAST_LABEL = '[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]';

/** What an address must keep to, in the order it is looked at; the first rule broken is the one told. */
const RULES: readonly (readonly [rule: string, form: RegExp])[] = [
  ['must have 5 to 254 characters', /^[^]{5,254}$/u],
  ['must have no white space or control characters', /^[^\s\p{C}]*$/u],
  ['must have one @', /^[^@]*@[^@]*$/],
  ['must have 1 to 64 characters before the @', /^.{1,64}@/],
  [
    'must have before the @ only unaccented letters, digits, single dots between them and the signs of e-mail addresses',
    new RegExp(`^${ATOM}(?:\\.${ATOM})*@`),
  ],
  [
    'must have after the @ the name of a domain, an international one in its xn-- form',
    new RegExp(`@(?:${LABEL}\\.)+${LAST_LABEL}$`),
  ],
];

/**
 * An address a notice can be sent to. It becomes a header of the e-mail, so nothing that could end a header or begin
 * another one is let in.
 */
export const emailAddress = z
  .string()
  .check(...RULES.map(([error, form]) => z.refine((text) => form.test(String(text)), { error, abort: true })));
