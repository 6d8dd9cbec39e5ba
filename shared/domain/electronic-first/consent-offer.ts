import * as z from 'zod/mini';
import { language } from '#shared/domain/message/hub-fields';
import { serviceId } from '#shared/domain/message/ids';
import { fromBase64Url, toBase64Url } from '#shared/kernel/base64url';
import { parseJson } from '#shared/kernel/json';
import { DAY, instant } from '#shared/kernel/time';

/** An offer to consent made while somebody uses a service: nothing in it tells who that is. */
export const consentOffer = z.object({
  serviceId,
  /** Where to go when the offer is dealt with. */
  returnUrl: z.string(),
  language: z.optional(language),
  expiresAt: instant,
});
export type ConsentOffer = z.infer<typeof consentOffer>;

/** How long a link of an offer leads anywhere. */
export const OFFER_LIFETIME = DAY;

/** The offer as it stands in a link, before it is signed. */
export function writeOffer(offer: ConsentOffer): string {
  return toBase64Url(JSON.stringify(offer));
}

/** The inverse; absent where it is no offer. */
export function readOffer(written: string): ConsentOffer | undefined {
  const text = fromBase64Url(written);
  const json = text === undefined ? undefined : parseJson(text);
  const read = json?.ok === true ? consentOffer.safeParse(json.value) : undefined;
  return read?.data;
}
