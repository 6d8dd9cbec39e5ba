import * as z from 'zod/mini';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Texts } from '#shared/domain/programme/words';

/** The four means by which an authority takes and answers requests for one's own data (REQ-154). */
export const dataChannel = z.enum(['SECURE_MAIL', 'OWN_ESERVICE', 'MESSAGES', 'OMAT_TIEDOT']);
export type DataChannel = z.infer<typeof dataChannel>;

/** How an authority takes requests, by its own row in the register of organisations. */
export interface DataOffer {
  readonly channel: DataChannel;
  readonly link?: string;
  readonly instructions?: Texts;
}

/**
 * Its first channel; the hub's own messages where it has none (REQ-158).
 *
 * @see REQ-147, REQ-154, REQ-158, REQ-159; domain.md 3.8
 */
export function offerOf(organisation: Pick<Organisation, 'ownData'> | undefined): DataOffer {
  const { channels = [], requestUrl, instructions } = organisation?.ownData ?? {};
  return { channel: channels[0] ?? 'MESSAGES', link: requestUrl, instructions };
}
