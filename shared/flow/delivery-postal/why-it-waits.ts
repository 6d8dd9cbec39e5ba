import type { Delivery } from '#shared/domain/message/delivery';
import type { TenantId } from '#shared/domain/message/ids';
import { isLimiting } from '#shared/domain/delivery-postal/postal-limit';
import type { PostalGates } from '#shared/ports/postal-gate';

/** What a letter on the shelf waits for: that its batch is cut, that the gate opens, or room within the limit of its authority. */
export type WaitsFor = 'BATCH' | 'POSTAL_GATE' | 'POSTAL_LIMIT';

/** Tells why letters of an authority wait; reads nothing where none does. */
export function makeWhyItWaits({ postalGates }: { readonly postalGates: Pick<PostalGates, 'read' | 'limitOf'> }) {
  return async function whyItWaits(
    tenantId: TenantId,
    deliveries: readonly Delivery[],
  ): Promise<(delivery: Delivery) => WaitsFor | undefined> {
    if (!deliveries.some(isOnShelf)) return () => undefined;
    const [{ open }, limit] = await Promise.all([postalGates.read(), postalGates.limitOf(tenantId)]);
    const cause: WaitsFor = !open ? 'POSTAL_GATE' : limit && isLimiting(limit) ? 'POSTAL_LIMIT' : 'BATCH';
    return (delivery) => (isOnShelf(delivery) ? cause : undefined);
  };
}

function isOnShelf({ claim }: Delivery): boolean {
  return claim?.effect === 'SHELF';
}
