import type { AddresseeRole, OpenAddressee, Party } from '#shared/domain/message/addressee';
import type { Reason } from '#shared/domain/message/decision';
import { FULL_AGE, OWN_VOICE } from '#shared/domain/resolution/age';
import { type AgentOf, type ResolutionFacts, type ResolutionOptions } from '#shared/domain/resolution/facts';

/** One of those a message goes to; nothing in place of it: the recipient itself, by no rule that needs telling. */
export type Resolved = OpenAddressee | undefined;

type Rule = (facts: ResolutionFacts, options: ResolutionOptions) => readonly Resolved[] | undefined;

/**
 * Stage A: to whom a message goes, each of them a delivery of its own. First match; the recipient the sender has named comes
 * first where it is among them. R7, R9 and R10 say how organisations, authorities and those abroad are served, and leave the
 * message to the recipient itself: the channel decision names them.
 *
 * @see domain.md 3.3; 434/2003 § 12, 14, 15, 56, 57
 */
export function resolve(facts: ResolutionFacts, options: ResolutionOptions): readonly Resolved[] {
  const found = RULES.map((rule) => rule(facts, options)).find((each) => each !== undefined);
  return (found ?? ITSELF).filter((each, i, all) => i === firstOfParty(each, all));
}

const ITSELF: readonly Resolved[] = [undefined];

/** The rows of the table in their order; an organisation that does not exist any more comes before all who could act for it. */
const RULES: readonly Rule[] = [
  dissolved,
  deceased,
  childUnder15,
  childFrom15,
  adultWithGuardian,
  agent,
  jointMatter,
  estate,
];

function dissolved(facts: ResolutionFacts) {
  return facts.dissolved ? [unresolved('SELF', 'R7', 'RECIPIENT_DISSOLVED')] : undefined;
}

/** R1: the rules of estates, where somebody is known to hold it; else the channel decision leaves it to the authority. */
function deceased(facts: ResolutionFacts) {
  if (!facts.deceased) return undefined;
  return facts.estateHolder ? [to('ESTATE_HOLDER', 'R1', facts.estateHolder)] : ITSELF;
}

/** R2: a child under 15 is served through its guardians. */
function childUnder15(facts: ResolutionFacts, options: ResolutionOptions) {
  return (facts.age ?? FULL_AGE) < OWN_VOICE ? guardiansOfChild('R2', facts, options) : undefined;
}

/** R3: from 15 on both may speak in the child's own matter, and each is served separately. */
function childFrom15(facts: ResolutionFacts, options: ResolutionOptions) {
  if ((facts.age ?? FULL_AGE) >= FULL_AGE) return undefined;
  return [itself('R3'), ...guardiansOfChild('R3', facts, options)];
}

function guardiansOfChild(
  rule: string,
  { guardians, isProtected }: ResolutionFacts,
  { minorGuardians }: ResolutionOptions,
): OpenAddressee[] {
  const chosen = minorGuardians === 'FIRST' ? guardians.parties.slice(0, 1) : guardians.parties;
  const served = chosen.map((party) => ({ ...to('GUARDIAN', rule, party), atGivenAddress: !isProtected }));
  return served.length > 0 ? served : [unresolved('GUARDIAN', rule, 'NO_GUARDIAN_KNOWN')];
}

/** R4: the guardian, where the task covers the matter, and the person as well unless the guardian alone may speak. */
function adultWithGuardian({ guardians }: ResolutionFacts) {
  if (guardians.parties.length === 0 || guardians.task === 'NOT_THE_MATTER') return undefined;
  const served = guardians.parties.map((party) => to('GUARDIAN', 'R4', party));
  return guardians.alone ? served : [itself('R4'), ...served];
}

/** R5, R5b: one agent of several suffices; the one is told who may not receive, or not this document. */
function agent({ agents, inPerson, recipient }: ResolutionFacts) {
  const receiving = agents.filter(({ power }) => power.mayReceiveService).toSorted(nearest)[0];
  if (receiving && !inPerson) return [{ ...byPower('R5', receiving), until: receiving.power.validTo }];
  const told = receiving ?? agents.filter(actsInMatter).toSorted(nearest)[0];
  return told && [itself('R5b'), { ...byPower('R5b', told, recipient.name), informs: true }];
}

/** Who may look into a mailbox, and no more, is nobody's agent in a matter. */
function actsInMatter({ power }: AgentOf): boolean {
  return power.scope.type === 'MATTERS';
}

/** A power for this matter comes before one for all, a newer before an older; ids break ties. */
function nearest(a: AgentOf, b: AgentOf): number {
  const rank = ({ power }: AgentOf) => (actsInMatter({ party: a.party, power }) ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    b.power.validFrom.localeCompare(a.power.validFrom) ||
    a.power.mandateId.localeCompare(b.power.mandateId)
  );
}

/** R6: served on one, who tells the others. */
function jointMatter({ contact, recipient }: ResolutionFacts) {
  if (!contact) return undefined;
  return [contact.id === recipient.id ? itself('R6') : to('CONTACT', 'R6', contact)];
}

/** R8: the administrator or the shareholder in possession; an estate that has given an address is served there. */
function estate({ kind, estateHolder, hasOwnAddress }: ResolutionFacts) {
  if (kind !== 'ESTATE' && kind !== 'BANKRUPTCY_ESTATE') return undefined;
  const role = kind === 'ESTATE' ? 'ESTATE_HOLDER' : 'ADMINISTRATOR';
  if (estateHolder) return [to(role, 'R8', estateHolder)];
  return [hasOwnAddress ? itself('R8') : unresolved(role, 'R8', 'NO_HOLDER_KNOWN')];
}

function itself(rule: string): OpenAddressee {
  return { role: 'SELF', rule };
}

function to(role: AddresseeRole, rule: string, who: Party): OpenAddressee {
  return { role, rule, party: who };
}

function byPower(rule: string, { party, power }: AgentOf, principal?: string): OpenAddressee {
  return { ...to('AGENT', rule, { ...party, principal }), mandateId: power.mandateId };
}

function unresolved(role: AddresseeRole, rule: string, why: Reason): OpenAddressee {
  return { role, rule, unresolved: why };
}

/** Nobody is served twice. */
function firstOfParty(each: Resolved, all: readonly Resolved[]): number {
  const id = each?.party?.id;
  return id === undefined ? all.indexOf(each) : all.findIndex((other) => other?.party?.id === id);
}
