import type { Directory, PlaceWish } from '#shared/domain/digital-support/directory';
import type { supportContactData } from '#shared/domain/digital-support/registry/provider';
import { findSupport } from '#shared/domain/digital-support/search';
import type { Texts } from '#shared/domain/programme/words';
import type * as z from 'zod/mini';

/** Where somebody is sent who needs help with digital services. */
export interface SupportReferral {
  readonly names: Texts;
  readonly contact: Readonly<z.infer<typeof supportContactData>>;
}

/** The government's general advice, for whoever has nobody nearer (REQ-090). */
export const CITIZEN_ADVICE: SupportReferral = {
  names: { fi: 'Kansalaisneuvonta', sv: 'Medborgarrådgivningen', en: 'Public Service Info' },
  contact: { phone: '0295 000', webAddress: 'https://www.suomi.fi/kansalaisneuvonta' },
};

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
  byDefault: SupportReferral = CITIZEN_ADVICE,
): SupportReferral {
  const { found, place } = findSupport(directory, wish);
  const reachable = found.find(
    ({ provider, reach }) => reach !== 'NATIONWIDE' && (provider.contact.phone ?? provider.contact.webAddress),
  );
  if (!place || !reachable) return byDefault;
  return { names: reachable.provider.names, contact: reachable.provider.contact };
}
