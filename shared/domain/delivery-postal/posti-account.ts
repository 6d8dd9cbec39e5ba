import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { printingAndEnvelopingService } from '#shared/domain/message/content';
import { serviceId, tenantId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

/** What the national service asks of whoever sends paper: who pays for it at Posti, and who is named as the sender. */
export const postiCredentials = z.object({
  ...printingAndEnvelopingService.shape,
  sender: z.object({ address: postalAddress }),
});
export type PostiCredentials = z.infer<typeof postiCredentials>;

/** The credentials of one service as they are kept. */
export const postiAccount = z.object({
  serviceId,
  tenantId,
  /** Sealed `PostiCredentials`. */
  sealed: z.string(),
  changedAt: instant,
});
export type PostiAccount = z.infer<typeof postiAccount>;

/** What their seal is bound to. */
export function accountContext({ serviceId: service }: Pick<PostiAccount, 'serviceId'>): string {
  return `posti-account/${service}`;
}
