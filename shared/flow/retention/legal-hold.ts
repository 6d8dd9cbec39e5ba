import * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import {
  type HoldScope,
  type LegalHold,
  OPERATOR,
  type HoldOwner,
  liesOn,
  ownerOf,
} from '#shared/domain/retention/legal-hold';
import { type SubjectPorts, makeEndingSubject, matterHeld } from '#shared/flow/retention/ending-subject';
import { type TellOfHoldPorts, makeTellOfHold } from '#shared/flow/delivery/tell-of-hold';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { KeptContents } from '#shared/ports/kept-contents';
import type { LegalHolds } from '#shared/ports/legal-holds';
import { type KeyName, tenantMonth } from '#shared/ports/sealer';

export interface LegalHoldPorts extends SubjectPorts, TellOfHoldPorts {
  readonly holds: LegalHolds;
  readonly contents: KeptContents;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Who rules: an authority over what is its own; without one, the operator over anything. */
export interface Ruler {
  readonly tenantId?: TenantId;
}

export interface HoldWish {
  readonly messageId?: MessageId;
  readonly matterId?: string;
  readonly tenantId?: TenantId;
  readonly everything?: true;
  readonly reason: string;
  readonly decidedBy: string;
  /** Those the message is for may know of the hold. @default false */
  readonly told?: boolean;
}

/** A hold as its owner knows it. */
export interface KnownHold extends HoldWish, Pick<LegalHold, 'holdId' | 'enteredAt' | 'liftedAt'> {}

export type HoldRefusal =
  | { readonly kind: 'hold-refused'; readonly problems: readonly FieldProblem[] }
  /** Nothing of the message is left that could be held. */
  | { readonly kind: 'nothing-left' };

const words = z.object({ reason: z.string(), decidedBy: z.string(), matterId: z.optional(z.string()) });

/**
 * Legal holds: entered, shown, lifted. One is in force when `enter` answers: what it lies on does not end from then on, even
 * where an ending had begun.
 *
 * @see GDPR 17(3)(e); reliability-security-ux.md B.3; docs/adr/029-what-ends-leaves-its-links.md
 */
export function makeLegalHold(ports: LegalHoldPorts) {
  const { holds, contents, sealer, ids, clock } = ports;
  const { subjectOf } = makeEndingSubject(ports);
  const scopeOf = makeScopeOf(ports);
  const tellOfHold = makeTellOfHold(ports);

  async function enter(
    ruler: Ruler,
    holdId: string,
    wish: HoldWish,
  ): Promise<Result<{ readonly hold: KnownHold; readonly isNew: boolean }, HoldRefusal>> {
    const scope = await scopeOf(ruler, wish);
    if (!scope.ok) return scope;
    const owner = nameOf(ruler);
    const enteredAt = clock();
    const { reason, decidedBy, matterId, told } = wish;
    const sealed = await sealer.sealText({
      key: keyFor(scope.value, enteredAt),
      context: contextOf(owner, holdId),
      text: JSON.stringify({ reason, decidedBy, matterId }),
    });
    const hold: LegalHold = { holdId, owner, scope: scope.value, sealed, enteredAt, told, attempt: ids.attempt() };
    const isNew = await holds.put(hold);
    await barBegun(hold);
    if (scope.value.type === 'MESSAGE' && !(await bar(scope.value.messageId, hold))) {
      await holds.put({ ...hold, liftedAt: enteredAt });
      return refuse({ kind: 'nothing-left' });
    }
    await tellOfHold(hold, 'LEGAL_HOLD_SET', enteredAt);
    return ok({ hold: { holdId, enteredAt, ...wish }, isNew });
  }

  /** What has begun to end and is not done is stopped. */
  async function barBegun(hold: LegalHold): Promise<void> {
    await Promise.all((await holds.raise()).map(async (id) => bar(id, hold)));
  }

  async function bar(id: MessageId, hold: LegalHold): Promise<boolean> {
    const subject = await subjectOf(id);
    return subject !== undefined && liesOn(hold, subject.held) && contents.bar(subject.seen, hold.attempt);
  }

  async function shown(ruler: Ruler, holdId: string): Promise<KnownHold | undefined> {
    const owner = nameOf(ruler);
    const hold = await holds.read(owner, holdId);
    if (!hold) return undefined;
    const said = words.parse(JSON.parse(await sealer.openText(contextOf(owner, holdId), hold.sealed)));
    const { enteredAt, liftedAt, told } = hold;
    return { holdId, ...namedBy(hold.scope, ruler), ...said, told, enteredAt, liftedAt };
  }

  /** @returns whether there was one; lifting it again is harmless */
  async function lift(ruler: Ruler, holdId: string): Promise<boolean> {
    const hold = await holds.read(nameOf(ruler), holdId);
    if (!hold) return false;
    const lifted = { ...hold, liftedAt: hold.liftedAt ?? clock() };
    if (!hold.liftedAt) await holds.put(lifted);
    await tellOfHold(lifted, 'LEGAL_HOLD_LIFTED', lifted.liftedAt);
    return true;
  }

  return { enter, shown, lift };
}

/** What a ruler may lay a hold on; another authority's message is like none at all. */
function makeScopeOf(ports: LegalHoldPorts) {
  const { subjectOf } = makeEndingSubject(ports);

  return async function scopeOf(ruler: Ruler, wish: HoldWish): Promise<Result<HoldScope, HoldRefusal>> {
    const { messageId, matterId } = wish;
    const tenantId = ruler.tenantId ?? wish.tenantId;
    const problem = wishProblem(ruler, wish);
    if (problem) return refuse({ kind: 'hold-refused', problems: [problem] });
    if (messageId !== undefined) return ofMessage(messageId, ruler);
    if (tenantId === undefined) return ok({ type: 'EVERYTHING' });
    if (matterId === undefined) return ok({ type: 'AUTHORITY', tenantId });
    return ok({ type: 'MATTER', tenantId, matter: await matterHeld(ports.sealer, tenantId, matterId) });
  };

  async function ofMessage(messageId: MessageId, { tenantId }: Ruler): Promise<Result<HoldScope, HoldRefusal>> {
    const subject = await subjectOf(messageId);
    if (subject && (tenantId === undefined || subject.held.tenantId === tenantId))
      return ok({ type: 'MESSAGE', messageId });
    const field = 'messageId';
    return refuse({ kind: 'hold-refused', problems: [{ field, rule: 'names no message that can be held' }] });
  }
}

function wishProblem({ tenantId }: Ruler, wish: HoldWish): FieldProblem | undefined {
  const { messageId, matterId, everything } = wish;
  if (wish.told === true && messageId === undefined)
    return { field: 'told', rule: 'is for a hold on a message: others name nobody' };
  if (tenantId !== undefined) {
    const foreign = wish.tenantId !== undefined || everything !== undefined;
    if (foreign) return { field: '', rule: 'tenantId and everything are for the operator' };
    return (messageId === undefined) === (matterId === undefined)
      ? { field: '', rule: 'names either messageId or matterId' }
      : undefined;
  }
  if (matterId !== undefined && wish.tenantId === undefined)
    return { field: 'tenantId', rule: 'says whose matter it is' };
  const named = [messageId, wish.tenantId, everything].filter((each) => each !== undefined);
  return named.length === 1 ? undefined : { field: '', rule: 'names one of messageId, tenantId and everything' };
}

/** What the wish had named. */
function namedBy(scope: HoldScope, { tenantId }: Ruler): Pick<HoldWish, 'messageId' | 'tenantId' | 'everything'> {
  if (scope.type === 'MESSAGE') return { messageId: scope.messageId };
  if (scope.type === 'EVERYTHING') return { everything: true };
  return tenantId === undefined ? { tenantId: scope.tenantId } : {};
}

function nameOf({ tenantId }: Ruler): HoldOwner {
  return tenantId === undefined ? OPERATOR : ownerOf(tenantId);
}

function keyFor(scope: HoldScope, at: string): KeyName {
  return 'tenantId' in scope ? tenantMonth(scope.tenantId, at) : 'recipients';
}

function contextOf(owner: HoldOwner, holdId: string): string {
  return `legal-hold/${owner}/${holdId}`;
}
