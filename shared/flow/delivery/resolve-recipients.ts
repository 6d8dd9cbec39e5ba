import type { Party } from '#shared/domain/message/addressee';
import { bornOn } from '#shared/domain/message/identity-code';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { type Power, isInForce, reaches } from '#shared/domain/message/power';
import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';
import { ageOn } from '#shared/domain/resolution/age';
import type { AgentOf, GuardianFacts, ResolutionFacts } from '#shared/domain/resolution/facts';
import { type Resolved, resolve } from '#shared/domain/resolution/resolve';
import { type Registered, recipientOf } from '#shared/flow/delivery/channel-facts';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type RegisterPorts, lookUp } from '#shared/flow/delivery/look-up';
import { type MatterPorts, makeReadMatter } from '#shared/flow/delivery/matter-choice';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { PowerHolder, PowerRegister } from '#shared/ports/powers';
import type { ReadSettings } from '#shared/ports/settings';

export interface ResolvePorts extends RegisterPorts, MatterPorts {
  readonly aliases: RecipientAliases;
  readonly powers: Pick<PowerRegister, 'holdersFor'>;
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/** Those a message goes to, at least one. */
export interface Resolution {
  readonly addressees: readonly Resolved[];
  /** What the registers say of the recipient the sender named. */
  readonly registered: Registered;
}

/** A message, as far as resolving has to know it. */
export type Sent = Pick<Message, 'serviceId' | 'matterId'>;

/** Tells to whom a message goes. */
export type ResolveRecipients = (sent: Sent, content: MessageContent) => Promise<Resolution>;

/**
 * Asks registers and powers to whom a message goes. For a grown person with no guardian and no agent that is one look at the
 * register, which the channel decision needs anyway, and one at the powers.
 *
 * @see domain.md 3.3; REQ-119, REQ-121
 */
export function makeResolveRecipients(ports: ResolvePorts): ResolveRecipients {
  const { powers, settings, clock } = ports;
  const preferred = makePreferred(ports);

  return async function resolveRecipients(sent: Sent, content: MessageContent): Promise<Resolution> {
    const { recipient } = content;
    if (!recipient) return { addressees: [undefined], registered: {} };
    const [registered, holders] = await Promise.all([lookUp(ports, content), powers.holdersFor(recipient.id)]);
    const facts = await factsOf({ sent, content, id: recipient.id }, registered, holders);
    return { addressees: await Promise.all(resolve(facts, settings()).map(introduced)), registered };
  };

  async function factsOf(
    { sent, content, id }: Asked,
    registered: Registered,
    holders: readonly PowerHolder[],
  ): Promise<ResolutionFacts> {
    const { person, business } = registered;
    return {
      ...statusOf(registered),
      kind: recipientOf(content, business)?.kind ?? 'PERSON',
      recipient: { id, name: person?.name ?? business?.name },
      age: ageOf(id, person, clock),
      guardians: await guardiansOf(sent, { id, person }),
      agents: await preferred(holders.filter(({ power }) => isAgent(power, sent)).map(agentOf), { sent, content, id }),
      contact: contactIn(sent, person ?? business),
      inPerson: content.hub?.personalService === true || content.electronic?.visibility === 'Recipient only',
    };
  }

  function isAgent(power: Power, sent: Sent): boolean {
    return power.role === 'AGENT' && isInForce(power, clock()) && reaches(power, sent);
  }

  async function guardiansOf(
    { serviceId }: Sent,
    { id, person }: { readonly id: string; readonly person: PersonRecord | undefined },
  ): Promise<GuardianFacts> {
    const named = (person?.guardians ?? []).filter((guardian) => guardian !== id);
    const known = await Promise.all(named.map(async (guardian) => ({ id: guardian, ...(await rowOf(guardian)) })));
    const { services, alone } = person?.guardianship ?? {};
    return {
      parties: known.filter(({ deceased }) => !deceased).map(({ id: guardian, name }) => ({ id: guardian, name })),
      task: services?.includes(serviceId) === false ? 'NOT_THE_MATTER' : 'COVERS_THE_MATTER',
      alone: alone === true,
    };
  }

  /** An addressee with the name its letters and the sender's view need, and the language of what the hub says itself. */
  async function introduced(to: Resolved): Promise<Resolved> {
    if (!to?.party) return to;
    const { name = to.party.name, language } = await rowOf(to.party.id);
    return { ...to, party: { ...to.party, name, language: to.informs === true ? language : undefined } };
  }

  async function rowOf(id: string): Promise<Pick<Party, 'name' | 'language'> & { readonly deceased: boolean }> {
    const { person, business } = await lookUp(ports, { recipient: { id } });
    return { name: person?.name ?? business?.name, language: person?.language, deceased: person?.deceased === true };
  }
}

/**
 * Of several agents the one whom the recipient has named as the process address of the matter, while that agent may receive
 * there; where none is named, all (808/2019 § 15; domain.md 3.3, R5).
 */
function makePreferred(ports: Pick<ResolvePorts, 'aliases' | 'matters' | 'sealer'>) {
  const recipients = makeRecipientIds(ports);
  const readMatter = makeReadMatter(ports);

  return async function preferred(agents: readonly AgentOf[], { sent, id }: Asked): Promise<readonly AgentOf[]> {
    if (agents.length < 2 || sent.matterId === undefined) return agents;
    const chosen = await readMatter(await recipients.find(id), sent);
    const address = chosen?.address;
    if (address?.type !== 'AGENT') return agents;
    const named = agents.filter(({ party, power }) => party.id === address.agentId && power.mayReceiveService);
    return named.length > 0 ? named : agents;
  };
}

interface Asked {
  readonly sent: Sent;
  readonly content: MessageContent;
  readonly id: string;
}

function ageOf(id: string, person: PersonRecord | undefined, clock: Clock): number | undefined {
  const born = person?.birthDate ?? bornOn(id);
  return born && ageOn(helsinkiDay(clock()), born);
}

function agentOf({ id, name, power }: PowerHolder): AgentOf {
  return { party: { id, name }, power };
}

type Status = 'deceased' | 'isProtected' | 'dissolved' | 'estateHolder' | 'hasOwnAddress';

function statusOf({ person, business }: Registered): Pick<ResolutionFacts, Status> {
  return {
    deceased: person?.deceased === true,
    isProtected: person?.protectionOrder === true,
    dissolved: business?.dissolved === true,
    estateHolder: partyOf(person?.estateHolder ?? holderOf(business)),
    hasOwnAddress: business?.postalAddress !== undefined,
  };
}

function contactIn(
  { serviceId, matterId }: Sent,
  row: Pick<PersonRecord | BusinessRecord, 'jointMatters'> | undefined,
): Party | undefined {
  const matter = row?.jointMatters?.find((each) => each.serviceId === serviceId && each.matterId === matterId);
  return partyOf(matter?.contactPerson);
}

/** Of an estate among the organisations; any one of those who represent it suffices (434/2003 § 57). */
function holderOf(business: BusinessRecord | undefined): string | undefined {
  return business?.administrator ?? business?.representatives?.[0]?.id;
}

function partyOf(id: string | undefined): Party | undefined {
  return id === undefined ? undefined : { id };
}
