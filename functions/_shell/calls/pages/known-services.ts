import { senderIn } from '#functions/_shell/calls/pages/names';
import type { Visiting } from '#functions/_shell/visits/page-door';
import { type ListAsPorts, makeListAs } from '#shared/flow/mandate/list-as';
import type { KnownService } from '#web/pages/writing';

/** Lines looked through for services that have written. */
const LOOKED_THROUGH = 50;

/** Services that have written to the person: there is no list of all in the person's words. */
export function makeKnownServices(ports: ListAsPorts) {
  const list = makeListAs(ports);
  return async function knownTo({ acting, frame }: Visiting): Promise<KnownService[]> {
    const { lines } = await list(acting, { limit: LOOKED_THROUGH });
    const known = lines.flatMap(({ service, authority }) => {
      const { organisation, service: name } = senderIn({ authority, service }, frame.language);
      return service ? [[service.serviceId, `${organisation} · ${name}`] as const] : [];
    });
    return Array.from(new Map(known), ([id, name]) => ({ serviceId: id, name }));
  };
}
