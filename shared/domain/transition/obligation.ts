import type { Service } from '#shared/domain/programme/registry/service';
import { type Result, ok, refuse } from '#shared/kernel/result';

export interface ServiceNotDigital {
  readonly kind: 'service-not-digital';
  readonly pointer: string;
  /** Begins with the code SERVICE_NOT_DIGITAL. */
  readonly rule: string;
}

/**
 * Businesses can be obliged to use a service only once it is in use for them: the duty rests on the authority's having
 * built it.
 *
 * @see REQ-187, TR-13
 */
export function mayOblige(service: Pick<Service, 'offerings'>): Result<true, ServiceNotDigital> {
  const inUse = service.offerings.some(({ targetGroup, status }) => targetGroup === 'BUSINESS' && status === 'IN_USE');
  if (inUse) return ok(true);
  return refuse({
    kind: 'service-not-digital',
    pointer: '/obligationFrom',
    rule: 'SERVICE_NOT_DIGITAL: no offering to businesses is in use',
  });
}
