import { type Mandate, type MandateFact, type PaperEvidence, mandateId } from '#shared/domain/mandate/mandate';
import { type MandateParty, type MandateWish, periodOf, problemsOf } from '#shared/domain/mandate/wish';
import { OWN_MAILBOX_FROM, birthDateIn, hasReached } from '#shared/domain/mandate/age';
import { isSameName } from '#shared/domain/mandate/same-name';
import type { Theme } from '#shared/domain/mandate/themes';
import type { Actor } from '#shared/domain/message/actor';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { formOfId } from '#shared/domain/message/identity-code';
import { type MandateView, sealParties } from '#shared/flow/mandate/mandate-parties';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type TellPartiesPorts, makeTellParties } from '#shared/flow/notice/tell-parties';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type Instant, helsinkiDay } from '#shared/kernel/time';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Mandates } from '#shared/ports/mandates';
import type { BusinessRegister, PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface GiveMandatePorts extends TellPartiesPorts {
  readonly mandates: Mandates;
  readonly aliases: RecipientAliases;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  /** Themes the operator has switched on. */
  readonly themes: readonly Theme[];
}

export interface WishRefused {
  readonly kind: 'wish-refused';
  readonly problems: readonly FieldProblem[];
}

/** A mandate on paper, as an official registers it for an identified visitor. */
export interface PaperMandate {
  readonly principal: MandateParty;
  readonly wish: MandateWish;
  readonly evidence: PaperEvidence;
  /** Which party stands at the desk: a holder who brings the paper has accepted it. */
  readonly visitor: 'PRINCIPAL' | 'HOLDER';
  readonly official: Actor;
}

/** The same for a code that nobody has and for a name that is somebody else's: the answer tells neither apart. */
const NOBODY: FieldProblem = {
  field: 'holder',
  rule: 'the id and the name are not those of anybody who can be given a mandate',
};

const NOBODY_GIVES: FieldProblem = {
  field: 'principal',
  rule: 'the id and the name are not those of anybody who can give a mandate',
};

type Origin = Pick<Mandate, 'source' | 'evidence'> & { readonly facts: readonly Omit<MandateFact, 'at'>[] };

/**
 * Gives a mandate to act for oneself, or for an organisation one represents. It is an offer until its holder accepts it.
 *
 * @see REQ-120, REQ-123; 571/2016 § 10 to 10 c
 */
export function makeGiveMandate(ports: GiveMandatePorts) {
  const { mandates, tenants, sealer, ids, clock, themes } = ports;
  const recipients = makeRecipientIds(ports);
  const isKnown = makeIsKnown(ports);
  const tellParties = makeTellParties(ports);

  async function giveMandate(acting: Acting, wish: MandateWish): Promise<Result<MandateView, WishRefused>> {
    const facts = [{ type: 'GIVEN', by: acting.actor }] as const;
    return write(acting.owner, wish, { source: 'GIVEN_HERE', facts });
  }

  async function registerPaper(paper: PaperMandate): Promise<Result<MandateView, WishRefused>> {
    const { principal, wish, evidence, visitor, official } = paper;
    if (!(await isKnown(principal, clock()))) return refuse({ kind: 'wish-refused', problems: [NOBODY_GIVES] });
    const given = { type: 'GIVEN', by: official } as const;
    const facts = visitor === 'HOLDER' ? [given, { type: 'ACCEPTED', by: official } as const] : [given];
    return write(principal, wish, { source: 'SERVICE_POINT_PAPER', evidence, facts });
  }

  async function write(
    principal: MandateParty,
    wish: MandateWish,
    { facts, ...origin }: Origin,
  ): Promise<Result<MandateView, WishRefused>> {
    const at = clock();
    const problems = [
      ...problemsOf(wish, { principal: principal.id, today: helsinkiDay(at), inUse: themes }),
      ...(await problemsOfMatters(wish)),
    ];
    if (problems.length > 0) return refuse({ kind: 'wish-refused', problems });
    if (!(await isKnown(wish.holder, at))) return refuse({ kind: 'wish-refused', problems: [NOBODY] });
    const id = mandateId.parse(ids.recipient().replace('r-', 'm-'));
    const parties = { principal: { id: principal.id, name: principal.name }, holder: wish.holder };
    const mandate: Mandate = {
      mandateId: id,
      principal: await recipients.enrol(principal.id, ids.recipient()),
      holder: await recipients.enrol(wish.holder.id, ids.recipient()),
      ...origin,
      sealed: await sealParties(sealer, { mandateId: id }, parties),
      scope: wish.scope,
      themes: [...wish.themes],
      mayReceiveService: wish.mayReceiveService,
      ...periodOf(wish, at),
      facts: facts.map((fact) => ({ ...fact, at })),
    };
    await mandates.give(mandate);
    await tellParties(mandate, true);
    return ok({ mandate, parties });
  }

  async function problemsOfMatters({ scope }: MandateWish): Promise<FieldProblem[]> {
    if (scope.type === 'WHOLE_MAILBOX') return [];
    const services = await Promise.all(scope.matters.map(async ({ serviceId }) => tenants.service(serviceId)));
    return services.flatMap((service, i) =>
      service ? [] : [{ field: `scope.matters.${i}.serviceId`, rule: 'names no service' }],
    );
  }

  return { giveMandate, registerPaper };
}

/** Whether a register knows the party by this id and this name, and it can act for somebody. */
function makeIsKnown({ people, businesses }: Pick<GiveMandatePorts, 'people' | 'businesses'>) {
  return async function isKnown({ id, name }: MandateParty, at: Instant): Promise<boolean> {
    if (formOfId(id) === 'BUSINESS') return isSameName(name, (await businesses.find(id))?.name ?? '');
    const person = await people.find(id);
    const born = person?.birthDate ?? birthDateIn(id);
    const isOfAge = born !== undefined && hasReached(OWN_MAILBOX_FROM, { born, on: helsinkiDay(at) });
    return person !== undefined && person.deceased !== true && isOfAge && isSameName(name, person.name);
  };
}
