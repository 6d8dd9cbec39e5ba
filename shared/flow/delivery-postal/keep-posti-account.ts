import { type PostiCredentials, accountContext, postiCredentials } from '#shared/domain/delivery-postal/posti-account';
import type { ServiceId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import type { PostiAccounts } from '#shared/ports/posti-accounts';
import type { Sealer } from '#shared/ports/sealer';

export interface PostiAccountPorts {
  readonly accounts: PostiAccounts;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export interface ServiceUnknown {
  readonly kind: 'service-unknown';
}

/** What an authority is shown of its credentials: all but the password. */
export interface PostiAccountView {
  readonly serviceId: ServiceId;
  readonly username: string;
  readonly email: string;
  readonly costPool?: string;
  readonly sender: PostiCredentials['sender'];
  readonly changedAt: Instant;
}

type Answer<T> = Promise<Result<T, ServiceUnknown>>;

const UNKNOWN = refuse({ kind: 'service-unknown' });

/**
 * The Posti credentials of a service, for letters whose message names none. A service that the system does not send for is
 * like none at all.
 *
 * @see suomifi-messages-notes.md section 8; ADR 041
 */
export function makeKeepPostiAccount({ accounts, sealer, clock }: PostiAccountPorts) {
  return { keep, show, drop };

  async function keep(system: SendingSystem, service: ServiceId, given: PostiCredentials): Answer<PostiAccountView> {
    if (!system.services.includes(service)) return UNKNOWN;
    const context = accountContext({ serviceId: service });
    const sealed = await sealer.sealText({ key: 'registers', context, text: JSON.stringify(given) });
    const changedAt = clock();
    await accounts.put({ serviceId: service, tenantId: system.tenantId, sealed, changedAt });
    return ok(viewOf(service, given, changedAt));
  }

  async function show(system: SendingSystem, service: ServiceId): Answer<PostiAccountView> {
    const account = system.services.includes(service) ? await accounts.read(service) : undefined;
    if (account?.tenantId !== system.tenantId) return UNKNOWN;
    const opened = await sealer.openText(accountContext(account), account.sealed);
    return ok(viewOf(service, postiCredentials.parse(JSON.parse(opened)), account.changedAt));
  }

  /** Repeating it is harmless. */
  async function drop(system: SendingSystem, service: ServiceId): Answer<undefined> {
    if (!system.services.includes(service)) return UNKNOWN;
    await accounts.remove(service);
    return ok(undefined);
  }
}

function viewOf(
  serviceId: ServiceId,
  { postiMessaging: { username, contactDetails }, costPool, sender }: PostiCredentials,
  changedAt: Instant,
): PostiAccountView {
  return { serviceId, username, email: contactDetails.email, costPool, sender, changedAt };
}
