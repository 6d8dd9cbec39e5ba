import { type ChannelFacts, decideChannel } from '#shared/domain/channel/decide-channel';
import type { PostalAddress } from '#shared/domain/message/address';
import type { AddressSource, Decision } from '#shared/domain/message/decision';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Addressed } from '#shared/domain/resolution/as-addressed';
import { ruleSetFor } from '#shared/domain/service-of-document/rule-sets';
import {
  type Read,
  type Registered,
  addressesOf,
  channelFacts,
  obligationIn,
  recipientOf,
} from '#shared/flow/delivery/channel-facts';
import { type RegisterPorts, lookUp } from '#shared/flow/delivery/look-up';
import { type ChosenForMatter, type MatterPorts, isUsable, makeReadMatter } from '#shared/flow/delivery/matter-choice';
import { type StandsPorts, makePowerStands } from '#shared/flow/mandate/power-stands';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { Exceptions } from '#shared/ports/exceptions';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { Outages } from '#shared/ports/outages';
import type { ReadSettings } from '#shared/ports/settings';
import type { Tenants } from '#shared/ports/tenants';

export interface DecidePorts extends MatterPorts, RegisterPorts, StandsPorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly exceptions: Exceptions;
  readonly outages: Outages;
  readonly tenants: Tenants;
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

interface Given {
  readonly after?: After;
  /** What the registers say of the addressee, where they have just been asked. */
  readonly registered?: Registered | undefined;
}

/**
 * Reads what the decision rests on, the gate strongly consistently, and decides. Reads only; writing the decision down is
 * the caller's.
 *
 * @see REQ-028 (every delivery looks up the consent in force), REQ-031
 */
export function makeDecideDelivery(ports: DecidePorts) {
  const { gates, outages, sealer, settings, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const readMatter = makeReadMatter(ports);
  const readDuty = makeReadDuty(ports);
  const powerStands = makePowerStands(ports);

  return async function decideDelivery(addressed: Addressed, given: Given = {}): Promise<Decided> {
    const { message, content, to, principal } = addressed;
    const [registered, known, listed] = await Promise.all([
      given.registered ?? lookUp(ports, content),
      content.recipient && recipients.find(content.recipient.id),
      outages.listed(),
    ]);
    const recipientId = to?.unresolved ? undefined : known;
    // The gate goes first: a choice or a mandate's end written after it moves its version, and the decision is dead there.
    const gate = recipientId && (await gates.read(recipientId));
    const chosen = await readMatter(recipientId, message);
    const namedIsUsable = chosen?.preference.kind === 'MESSAGES' && (await isUsable(chosen, gate, sealer));
    const duty = await readDuty(addressed, registered, known);
    const mandateEnded = !(await powerStands(to, principal));
    const read = { ...registered, ...duty, gate, chosen, namedIsUsable, mandateEnded, outages: listed };

    const at = clock();
    const chosenSettings = settings();
    const ruleSetId = ruleSetFor(chosenSettings.ruleSetId, helsinkiDay(at));
    const under = { settings: { ...chosenSettings, ruleSetId }, at };
    const facts = { ...channelFacts(addressed, read, under), ...given.after };
    const decision = decideChannel(facts, { ruleSetId, at });
    return { decision, recipientId, addresses: facts.addresses };
  };
}

/** What is asked about a business only, and only where there is a duty it could be bound by. */
function makeReadDuty({ exceptions, tenants, settings }: Pick<DecidePorts, 'exceptions' | 'tenants' | 'settings'>) {
  return async function readDuty(
    { message, content }: Addressed,
    { business }: Registered,
    known: RecipientId | undefined,
  ): Promise<Pick<Read, 'exceptions' | 'service'>> {
    const concerned = recipientOf(content, business)?.capacity === 'BUSINESS' && obligationIn(settings());
    if (!concerned || !content.recipient) return { exceptions: [] };
    const [granted, service] = await Promise.all([
      known ? exceptions.of(message.tenantId, known) : [],
      tenants.service(message.serviceId),
    ]);
    return { exceptions: granted, service };
  };
}

/** An address as it is when the letter is printed. */
export interface FoundAddress {
  readonly address?: PostalAddress;
  readonly protectionOrder: boolean;
}

/**
 * The address a decision names, for the letter and for nothing else. The recipient is looked up as for the decision: whoever
 * was not known when the message came may have named an address since.
 */
export function makeFindAddress(ports: RegisterPorts & MatterPorts & Pick<DecidePorts, 'aliases'>) {
  const readMatter = makeReadMatter(ports);
  const recipients = makeRecipientIds(ports);

  return async function findAddress(addressed: Addressed, source: AddressSource): Promise<FoundAddress> {
    const registered = await lookUp(ports, addressed.content);
    const chosen = source === 'PROCESS' ? await chosenBy(addressed) : undefined;
    return {
      address: addressesOf(addressed, { ...registered, chosen })[source],
      protectionOrder: registered.person?.protectionOrder === true,
    };
  };

  async function chosenBy({ message, content }: Addressed): Promise<ChosenForMatter | undefined> {
    return readMatter(content.recipient && (await recipients.find(content.recipient.id)), message);
  }
}
