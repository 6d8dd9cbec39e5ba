import * as z from 'zod/mini';
import type { DutyException } from '#shared/domain/channel/duty-exception';
import type { TenantId } from '#shared/domain/message/ids';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Exceptions } from '#shared/ports/exceptions';
import type { Ids } from '#shared/ports/ids';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import { type Sealer, identityMonth } from '#shared/ports/sealer';

export interface ExceptionPorts {
  readonly exceptions: Exceptions;
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** An exception as its authority knows it. */
export interface Grant extends Pick<DutyException, 'matterId' | 'from' | 'to' | 'ground'> {
  /** Business id, or the identity code of a sole trader. */
  readonly recipientId: string;
  /** Who decided, as the authority writes it. */
  readonly decidedBy: string;
}

export interface ExceptionUnknown {
  readonly kind: 'exception-unknown';
}

const sealedPart = z.object({ recipientId: z.string(), decidedBy: z.string() });

/**
 * Individual exceptions to the duty of businesses to receive electronically. Another authority's is like none at all.
 *
 * @see domain.md 3.4 (C6.4); REQ-171, REQ-180
 */
export function makeGrantException(ports: ExceptionPorts) {
  const { exceptions, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);

  /** Takes the place of the one with that id. @returns whether there was none */
  async function grant(tenantId: TenantId, exceptionId: string, granted: Grant): Promise<boolean> {
    const { decidedBy, matterId, from, to, ground } = granted;
    const enteredAt = clock();
    const sealed = await sealer.sealText({
      key: identityMonth(tenantId, enteredAt),
      context: contextOf(tenantId, exceptionId),
      text: JSON.stringify({ recipientId: granted.recipientId, decidedBy }),
    });
    const recipientId = await recipients.enrol(granted.recipientId, ids.recipient());
    return exceptions.put({ tenantId, exceptionId, recipientId, matterId, from, to, ground, sealed, enteredAt });
  }

  async function granted(tenantId: TenantId, exceptionId: string): Promise<Result<Grant, ExceptionUnknown>> {
    const found = await exceptions.read(tenantId, exceptionId);
    if (!found) return refuse({ kind: 'exception-unknown' });
    const { matterId, from, to, ground, sealed } = found;
    const opened = await sealer.openText(contextOf(tenantId, exceptionId), sealed);
    return ok({ ...sealedPart.parse(JSON.parse(opened)), matterId, from, to, ground });
  }

  return { grant, granted };
}

function contextOf(tenantId: TenantId, exceptionId: string): string {
  return `exception/${tenantId}/${exceptionId}`;
}
