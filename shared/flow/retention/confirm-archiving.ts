import type { Delivery } from '#shared/domain/message/delivery';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { type FindingRefusal, dayProblems } from '#shared/flow/evidence/record-finding';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { CalendarDate } from '#shared/kernel/time';

/**
 * Puts on record, on every delivery of a message, that its authority has its proof in its own archive: the hub then keeps it no
 * longer than the log. Another authority's message is like none at all; the same again adds nothing.
 *
 * @see 571/2016 § 13, § 20; domain.md 3.6 (retention)
 */
export function makeConfirmArchiving(ports: AppendPorts) {
  const { deliveries, clock } = ports;
  const appendFact = makeAppendFact(ports);

  return async function confirmArchiving(
    tenantId: TenantId,
    id: MessageId,
    archivedOn: CalendarDate,
  ): Promise<Result<undefined, FindingRefusal>> {
    const theirs = (await deliveries.ofMessage(id)).filter((each) => each.tenantId === tenantId);
    if (theirs.length === 0) return refuse({ kind: 'delivery-unknown' });
    const problems = dayProblems('archivedOn', archivedOn, clock());
    if (problems.length > 0) return refuse({ kind: 'finding-refused', problems });
    for (const delivery of theirs.filter(({ keeping }) => !keeping?.proof))
      await appendFact(delivery, (now) => ok(archivingOf(now, archivedOn)));
    return ok(undefined);
  };
}

function archivingOf({ facts }: Delivery, archivedOn: CalendarDate): NewFact | undefined {
  const isKnown = facts.some((fact) => fact.type === 'ARCHIVED' && fact.archivedOn === archivedOn);
  return isKnown ? undefined : { type: 'ARCHIVED', by: { role: 'AUTHORITY' }, archivedOn };
}
