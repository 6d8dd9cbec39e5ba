import {
  type PostalApproval,
  type PostalLimit,
  againstLimit,
  isLimiting,
} from '#shared/domain/delivery-postal/postal-limit';
import { type TenantId, tenantId as tenantIdSchema } from '#shared/domain/message/ids';
import { addDays } from '#shared/kernel/calendar';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type CalendarDate, type Clock, helsinkiDay } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { LetterShelf } from '#shared/ports/print-house';
import type { Tenants } from '#shared/ports/tenants';

export interface PostalLimitPorts {
  readonly postalGates: Pick<PostalGates, 'limitOf' | 'setLimit' | 'limits' | 'limitDay' | 'approve'>;
  readonly shelf: Pick<LetterShelf, 'countApart'>;
  readonly tenants: Pick<Tenants, 'authority'>;
  readonly clock: Clock;
}

/** A limit as it stands today. */
export interface LimitView extends Partial<PostalLimit> {
  readonly tenantId: TenantId;
  readonly day: CalendarDate;
  readonly taken: number;
  readonly waiting: number;
  readonly beyond: number;
  readonly needsApproval: boolean;
  readonly toApprove: number;
  readonly approvals: readonly PostalApproval[];
}

export interface ApprovalOrder extends Pick<PostalApproval, 'letters' | 'by' | 'reason' | 'credential'> {
  /** @default today */
  readonly day?: CalendarDate | undefined;
}

export type ApprovalRefusal = { readonly kind: 'nothing-limited' } | { readonly kind: 'day-refused' };

/** Days ahead that an approval may be given for. */
const AHEAD = 31;

/** Limits of the letters of authorities: entering, showing, and letting more go. @see REQ-224 */
export function makePostalLimits({ postalGates, shelf, tenants, clock }: PostalLimitPorts) {
  async function show(tenantId: TenantId): Promise<LimitView> {
    return viewOf(tenantId, await postalGates.limitOf(tenantId));
  }

  async function all(): Promise<readonly LimitView[]> {
    const limits = await postalGates.limits();
    return Promise.all(limits.map(async ({ tenantId, ...limit }) => viewOf(tenantId, limit)));
  }

  async function set(tenantId: TenantId, limit: Omit<PostalLimit, 'changedAt'>): Promise<LimitView> {
    await postalGates.setLimit(tenantId, { ...limit, changedAt: clock() });
    return show(tenantId);
  }

  async function approve(tenantId: TenantId, order: ApprovalOrder): Promise<Result<LimitView, ApprovalRefusal>> {
    const limit = await postalGates.limitOf(tenantId);
    if (!limit || !isLimiting(limit)) return refuse({ kind: 'nothing-limited' });
    const today = helsinkiDay(clock());
    const { day = today, ...given } = order;
    if (day < today || day > addDays(today, AHEAD)) return refuse({ kind: 'day-refused' });
    await postalGates.approve(tenantId, { ...given, day, at: clock() });
    return ok(await viewOf(tenantId, limit));
  }

  /** An authority that there is, by the id somebody wrote. */
  async function find(id: string): Promise<TenantId | undefined> {
    const parsed = tenantIdSchema.safeParse(id);
    return parsed.success && (await tenants.authority(parsed.data)) ? parsed.data : undefined;
  }

  async function viewOf(tenantId: TenantId, limit: PostalLimit | undefined): Promise<LimitView> {
    const day = helsinkiDay(clock());
    const [{ taken, approvals }, waiting] = await Promise.all([
      postalGates.limitDay({ day, tenantId }),
      limit ? shelf.countApart(tenantId) : 0,
    ]);
    const against = limit && isLimiting(limit) ? againstLimit(limit, { taken, approvals }, waiting) : NOTHING_HELD;
    const { room, needsApproval, toApprove } = against;
    const beyond = Math.max(0, waiting - room);
    return { tenantId, ...limit, day, taken, waiting, beyond, needsApproval, toApprove, approvals };
  }

  return { show, all, set, approve, find };
}

const NOTHING_HELD = { room: Infinity, needsApproval: false, toApprove: 0 };
