import { type Directory, type PlaceWish, placeOf } from '#shared/domain/digital-support/directory';
import type { supportContactData } from '#shared/domain/digital-support/registry/provider';
import { findSupport } from '#shared/domain/digital-support/search';
import { codeAs } from '#shared/domain/digital-support/terms';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Texts } from '#shared/domain/programme/words';
import type * as z from 'zod/mini';

/** Where somebody is sent who needs help with digital services. */
export interface SupportReferral {
  readonly names: Texts;
  readonly contact: Readonly<z.infer<typeof supportContactData>>;
}

/** The government's general advice as it is shipped, for whoever has nobody nearer (REQ-090). */
export const CITIZEN_ADVICE: SupportReferral = {
  names: { fi: 'Kansalaisneuvonta', sv: 'Medborgarrådgivningen', en: 'Public Service Info' },
  contact: { phone: '0295 000', webAddress: 'https://www.suomi.fi/kansalaisneuvonta' },
};

/** A row of the directory goes before what is shipped: the sector of general advice, for the whole country, reachable. */
export function generalAdviceIn({ providers }: Directory): SupportReferral {
  const entered = providers.find(
    ({ sector, area, contact }) => codeAs(sector) === 'CITIZEN_ADVICE' && area.nationwide && isReachable(contact),
  );
  return entered ? { names: entered.names, contact: entered.contact } : CITIZEN_ADVICE;
}

/** How the place of an address is asked for: by its post code, or by its town where no municipality has that code on record. */
export function placeOfAddress(
  directory: Directory,
  { zipCode, city }: Pick<PostalAddress, 'zipCode' | 'city'>,
): PlaceWish {
  const byPostcode = { postcode: zipCode };
  return placeOf(directory, byPostcode)?.known ? byPostcode : { municipality: city };
}

/** Whom a referral is for. */
export interface ReferralWish extends PlaceWish {
  readonly language?: string;
  readonly group?: string;
}

/**
 * The contact to send somebody to: the first provider of the place, or else the nearest, that has a telephone number or a
 * web address; where there is none, the general advice.
 *
 * @param byDefault whom to send to when nobody is found
 * @see REQ-009, REQ-090, REQ-095
 */
export function supportContactFor(
  directory: Directory,
  wish: ReferralWish,
  byDefault: SupportReferral = generalAdviceIn(directory),
): SupportReferral {
  const { found, place } = findSupport(directory, wish);
  const reachable = found.find(({ provider, reach }) => reach !== 'NATIONWIDE' && isReachable(provider.contact));
  if (!place || !reachable) return byDefault;
  return { names: reachable.provider.names, contact: reachable.provider.contact };
}

function isReachable({ phone, webAddress }: SupportReferral['contact']): boolean {
  return phone !== undefined || webAddress !== undefined;
}
