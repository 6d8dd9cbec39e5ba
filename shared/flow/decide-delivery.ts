import { type ChannelFacts, decideChannel } from '#shared/domain/channel/decide-channel';
import { type Gate, mailboxStatus } from '#shared/domain/consent/gate';
import type { PostalAddress } from '#shared/domain/message/address';
import type { AddressSource, Capacity, Decision, RecipientKind } from '#shared/domain/message/decision';
import { formOfId } from '#shared/domain/message/identity-code';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Message, MessageContent } from '#shared/domain/message/message';
import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';
import { ruleSetFor } from '#shared/domain/service-of-document/rule-sets';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { BusinessRegister, PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';
import type { ReadSettings } from '#shared/ports/settings';

export interface DecidePorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly sealer: Sealer;
  readonly settings: ReadSettings;
  readonly clock: Clock;
}

/** A decision with what it was made from; the addresses stay in memory. */
export interface Decided {
  readonly decision: Decision;
  readonly recipientId?: RecipientId;
  readonly addresses: ChannelFacts['addresses'];
}

/** What became of the attempts before. */
export type After = Pick<ChannelFacts, 'paperBecause' | 'returnedFrom'>;

/**
 * Reads what the decision rests on, the gate strongly consistently, and decides. Reads only; writing the decision down is
 * the caller's.
 *
 * @see REQ-028 (every delivery looks up the consent in force), REQ-031
 */
export function makeDecideDelivery(ports: DecidePorts) {
  return async function decideDelivery(message: Message, content: MessageContent, after: After = {}): Promise<Decided> {
    const registered = await lookUp(ports, content);
    const recipientId =
      content.recipient && (await ports.aliases.find(await ports.sealer.digest('recipient', content.recipient.id)));
    const gate = recipientId && (await ports.gates.read(recipientId));
    const facts = { ...factsOf(message, content, { ...registered, gate }), ...after };
    const at = ports.clock();
    const ruleSetId = ruleSetFor(ports.settings().ruleSetId, helsinkiDay(at));
    const decision = decideChannel(facts, { ruleSetId, at });
    return { decision, recipientId, addresses: facts.addresses };
  };
}

/** An address as it is when the letter is printed. */
export interface FoundAddress {
  readonly address?: PostalAddress;
  readonly protectionOrder: boolean;
}

/** The address a decision names, for the letter and for nothing else. */
export function makeFindAddress({ people, businesses }: Pick<DecidePorts, 'people' | 'businesses'>) {
  return async function findAddress(content: MessageContent, source: AddressSource): Promise<FoundAddress> {
    const registered = await lookUp({ people, businesses }, content);
    return {
      address: addressesOf(content, registered)[source],
      protectionOrder: registered.person?.protectionOrder === true,
    };
  };
}

interface Registered {
  readonly person?: PersonRecord;
  readonly business?: BusinessRecord;
}

async function lookUp(
  { people, businesses }: Pick<DecidePorts, 'people' | 'businesses'>,
  { recipient }: MessageContent,
): Promise<Registered> {
  if (!recipient) return {};
  return formOfId(recipient.id) === 'PERSON'
    ? { person: await people.find(recipient.id) }
    : { business: await businesses.find(recipient.id) };
}

function factsOf(
  message: Message,
  content: MessageContent,
  { person, business, gate }: Registered & { gate?: Gate },
): ChannelFacts {
  const { hub, paperMail, electronic } = content;
  return {
    kind: message.kind,
    recipient: recipientOf(content, business),
    mailbox: mailboxFacts(gate),
    hasElectronicPart: electronic !== undefined,
    paperIsVerifiable: paperMail?.messageServiceType === 'Verifiable',
    protectionNeed: hub?.protectionNeed === true,
    statutoryPaperOnly: hub?.statutoryChannel?.rule === 'PAPER_ONLY',
    obligatingOverridden: hub?.obligating === true && hub.obligatingOverride !== undefined,
    protectionOrder: person?.protectionOrder === true,
    addressIsInPdf: paperMail?.createAddressPage === false,
    addresses: addressesOf(content, { person, business }),
  };
}

function mailboxFacts(gate: Gate | undefined): ChannelFacts['mailbox'] {
  if (!gate) return { status: 'NONE' };
  const { consent, electronic, emailUsable, version } = gate;
  return {
    status: mailboxStatus(gate),
    consent: { version: consent.version, electronic, withdrawn: consent.action === 'WITHDRAW' },
    emailUsable,
    gateVersion: version,
  };
}

/** Kind and capacity as the sender says, else as the register, else by the form of the id (hub-api.md section 1). */
function recipientOf(
  { recipient, hub }: MessageContent,
  business: BusinessRecord | undefined,
): { kind: RecipientKind; capacity: Capacity } | undefined {
  if (!recipient) return undefined;
  const isPerson = formOfId(recipient.id) === 'PERSON';
  return {
    kind: hub?.recipientKind ?? business?.kind ?? (isPerson ? 'PERSON' : 'COMPANY'),
    capacity: hub?.capacity ?? (isPerson ? 'PRIVATE' : 'BUSINESS'),
  };
}

function addressesOf({ paperMail }: MessageContent, { person, business }: Registered): ChannelFacts['addresses'] {
  return {
    AUTHORITY: paperMail?.recipient.address,
    REGISTER: person?.postalAddress ?? business?.postalAddress,
    CONTACT: person?.contactAddress,
  };
}
