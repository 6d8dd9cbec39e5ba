import type { AccessAct } from '#shared/domain/access/access-entry';
import type { MandateRefusal } from '#shared/domain/mandate/change-mandate';
import type { Mandate, MandateId, PaperEvidence } from '#shared/domain/mandate/mandate';
import type { MandateParty, MandateWish } from '#shared/domain/mandate/wish';
import { type AnswerMandatePorts, makeAnswerMandate } from '#shared/flow/mandate/answer-mandate';
import { type GiveMandatePorts, type WishRefused, makeGiveMandate } from '#shared/flow/mandate/give-mandate';
import { type MandateView, openParties } from '#shared/flow/mandate/mandate-parties';
import { type Desk, isOneself } from '#shared/flow/service-point/desk';
import type { ServeVisitor } from '#shared/flow/service-point/serve-visitor';
import { type Result, refuse } from '#shared/kernel/result';
import type { Official } from '#shared/ports/officials';

export interface DeskMandatePorts extends GiveMandatePorts, AnswerMandatePorts {
  readonly enter: ServeVisitor['enter'];
}

/** A mandate on paper as an official reads it. */
export interface PaperRead {
  readonly principal: MandateParty;
  readonly wish: MandateWish;
  readonly scan: Omit<PaperEvidence, 'organisation'>;
}

/** The official is a party to the mandate. */
export interface OwnMatterRefused {
  readonly kind: 'own-matter';
}

const NO_PARTY = {
  kind: 'wish-refused',
  problems: [{ field: 'principal', rule: 'one of the parties must be the visitor' }],
} as const;

/**
 * Mandates at a service point: a paper is registered, a mandate cancelled. What the visitor's log tells, the log of the
 * other party tells too.
 *
 * @see 571/2016 § 10 to 10 c; REQ-024, REQ-123
 */
export function makeDeskMandates(ports: DeskMandatePorts) {
  const { mandates, sealer } = ports;
  const { registerPaper } = makeGiveMandate(ports);
  const answerMandate = makeAnswerMandate(ports);

  async function register(
    desk: Desk,
    { principal, wish, scan }: PaperRead,
  ): Promise<Result<MandateView, WishRefused | OwnMatterRefused>> {
    const { official, visitor } = desk;
    const party = partyOf(desk, { principal, wish });
    if (party === undefined) return refuse(NO_PARTY);
    if (isPartyTo(official, { principal, holder: wish.holder })) return refuse({ kind: 'own-matter' });
    const evidence = { ...scan, organisation: official.organisation };
    const registered = await registerPaper({ principal, wish, evidence, visitor: party, official: visitor.actor });
    if (registered.ok) await tellOther(desk, registered.value.mandate, 'MANDATE_REGISTERED');
    return registered;
  }

  async function cancel(desk: Desk, id: MandateId): Promise<Result<MandateView, MandateRefusal | OwnMatterRefused>> {
    const found = await mandates.find(desk.visitor.recipientId, id);
    if (found && isPartyTo(desk.official, await openParties(sealer, found))) return refuse({ kind: 'own-matter' });
    const cancelled = await answerMandate(desk.visitor, id, 'END');
    if (cancelled.ok) await tellOther(desk, cancelled.value.mandate, 'MANDATE_CANCELLED');
    return cancelled;
  }

  async function tellOther(desk: Desk, { principal, holder }: Mandate, act: AccessAct): Promise<void> {
    await ports.enter(desk, act, principal === desk.visitor.recipientId ? holder : principal);
  }

  return { register, cancel };
}

function isPartyTo(
  official: Official,
  { principal, holder }: { readonly principal: MandateParty; readonly holder: MandateParty },
): boolean {
  return isOneself(official, principal) || isOneself(official, holder);
}

function partyOf(
  { visitor }: Desk,
  { principal, wish }: Pick<PaperRead, 'principal' | 'wish'>,
): 'PRINCIPAL' | 'HOLDER' | undefined {
  if (principal.id === visitor.owner.id) return 'PRINCIPAL';
  return wish.holder.id === visitor.owner.id ? 'HOLDER' : undefined;
}
