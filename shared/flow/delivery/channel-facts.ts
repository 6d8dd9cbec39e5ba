import { isOver } from '#shared/domain/message/addressee';
import type { BusinessFacts } from '#shared/domain/channel/business-duty';
import type { ChannelFacts, MatterChoice } from '#shared/domain/channel/channel-facts';
import { effectiveKind } from '#shared/domain/channel/decide-channel';
import { type DutyException, covers } from '#shared/domain/channel/duty-exception';
import { type Outage, asOpen, isOpen as isOpenOutage } from '#shared/domain/channel/outage';
import { type Gate, isOpen, mailboxStatus } from '#shared/domain/consent/gate';
import { choseLetters, countedUnder, optedOutUntil } from '#shared/domain/consent/opt-out';
import { citationOf } from '#shared/domain/message/citation';
import type { Capacity, RecipientKind } from '#shared/domain/message/decision';
import { formOfId } from '#shared/domain/message/identity-code';
import type { Message, MessageContent } from '#shared/domain/message/message';
import { type Addressed, mayUseGivenAddress } from '#shared/domain/resolution/as-addressed';
import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';
import { ruleSetOf } from '#shared/domain/service-of-document/rule-sets';
import type { AuthorityService } from '#shared/domain/tenancy/tenant';
import type { ChosenForMatter } from '#shared/flow/delivery/matter-choice';
import { type Instant, helsinkiDay } from '#shared/kernel/time';
import type { Settings } from '#shared/ports/settings';

/** What the registers say of a recipient. */
export interface Registered {
  readonly person?: PersonRecord;
  readonly business?: BusinessRecord;
}

/** Everything that was read for a decision. */
export interface Read extends Registered {
  readonly gate?: Gate;
  readonly chosen?: ChosenForMatter;
  /** The mailbox the recipient has named for the matter can be used. */
  readonly namedIsUsable: boolean;
  /** The power that service on this agent rests on is not in force any more. */
  readonly mandateEnded: boolean;
  readonly outages: readonly Outage[];
  readonly exceptions: readonly DutyException[];
  readonly service?: AuthorityService;
}

/** Puts what was read into the words of the rules. */
export function channelFacts(
  addressed: Addressed,
  read: Read,
  { settings, at }: { readonly settings: Settings; readonly at: Instant },
): ChannelFacts {
  const { message, content, to } = addressed;
  const recipient = recipientOf(content, read.business);
  const basis = ruleSetOf(settings.ruleSetId).electronicBasis;
  return {
    resolvedBy: to?.rule,
    unresolved: read.mandateEnded || (to && isOver(to, at)) ? 'MANDATE_ENDED' : to?.unresolved,
    ...messageFacts(message, content),
    ...personFacts(read),
    recipient,
    mailbox: mailboxFacts(read.gate && countedUnder(basis, read.gate)),
    addresses: addressesOf(addressed, read),
    matter: matterChoice(read),
    business: recipient?.capacity === 'BUSINESS' ? businessFacts(message, read, { settings, at }) : undefined,
    outages: read.outages
      .filter((each) => isOpenOutage(each, at))
      .map((each) => asOpen(each, settings.outageThreshold)),
    basis,
  };
}

type MessageFacts =
  | 'kind'
  | 'hasElectronicPart'
  | 'paperIsVerifiable'
  | 'protectionNeed'
  | 'statutoryPaperOnly'
  | 'statute'
  | 'obligatingOverridden'
  | 'addressIsInPdf';

/** What the sender says. An override counts only where an obliging document is in fact sent as ordinary. */
function messageFacts({ kind }: Message, content: MessageContent): Pick<ChannelFacts, MessageFacts> {
  const { hub, paperMail, electronic } = content;
  const protectionNeed = hub?.protectionNeed === true;
  const overridden = hub?.obligating === true && hub.obligatingOverride !== undefined;
  return {
    kind,
    hasElectronicPart: electronic !== undefined,
    paperIsVerifiable: paperMail?.messageServiceType === 'Verifiable',
    protectionNeed,
    ...paperByStatute(content),
    obligatingOverridden: overridden && effectiveKind({ kind, protectionNeed }) === 'ORDINARY',
    addressIsInPdf: paperMail?.createAddressPage === false,
  };
}

function paperByStatute({ hub }: MessageContent): Pick<ChannelFacts, 'statutoryPaperOnly' | 'statute'> {
  const asked = hub?.statutoryChannel;
  return asked ? { statutoryPaperOnly: true, statute: citationOf(asked.legalBasis) } : { statutoryPaperOnly: false };
}

function personFacts({ person }: Registered): Pick<ChannelFacts, 'protectionOrder' | 'deceased'> {
  return { protectionOrder: person?.protectionOrder === true, deceased: person?.deceased === true };
}

/** Addresses by their sources; none of them leaves the resolver but toward a letter. */
export function addressesOf(
  { content, to }: Pick<Addressed, 'content' | 'to'>,
  { person, business, chosen }: Pick<Read, 'person' | 'business' | 'chosen'>,
): ChannelFacts['addresses'] {
  return {
    PROCESS: chosen?.address?.type === 'POSTAL' ? chosen.address.address : undefined,
    AUTHORITY: mayUseGivenAddress({ to }) ? content.paperMail?.recipient.address : undefined,
    REGISTER: person?.postalAddress ?? business?.postalAddress,
    CONTACT: person?.contactAddress,
  };
}

function mailboxFacts(gate: Gate | undefined): ChannelFacts['mailbox'] {
  if (!gate) return { status: 'NONE' };
  const { consent, electronic, emailUsable, emailVerifiedAt, version } = gate;
  const withdrawn = choseLetters(gate);
  return {
    status: mailboxStatus(gate),
    open: isOpen(gate),
    consent:
      consent.action === 'NONE'
        ? undefined
        : { version: consent.version, electronic, withdrawn, optedOutUntil: optedOutUntil(gate) },
    emailUsable,
    emailVerified: emailVerifiedAt !== undefined,
    gateVersion: version,
  };
}

function matterChoice({ chosen, namedIsUsable }: Read): MatterChoice | undefined {
  switch (chosen?.preference.kind) {
    case 'PAPER':
    case 'POSTAL':
      return { kind: chosen.preference.kind };
    case 'MESSAGES':
      return { kind: 'MESSAGES', usable: namedIsUsable, ownAddress: hasOwnAddress(chosen) };
    // An agent is found before the channel is decided: the delivery is then the agent's (domain.md 3.3, R5).
    case 'AGENT':
    case 'CLEARED':
    case undefined:
      return undefined;
  }
}

function hasOwnAddress({ address }: ChosenForMatter): boolean {
  return address?.type === 'MESSAGES' && address.noticeEmail !== undefined;
}

/** The duty is the rule set's, where the operator has switched it on. */
export function obligationIn({ ruleSetId, businessObligation }: Settings): BusinessFacts['obligation'] {
  return businessObligation ? ruleSetOf(ruleSetId).obligation : undefined;
}

function businessFacts(
  { matterId }: Message,
  { business, exceptions, service }: Read,
  { settings, at }: { readonly settings: Settings; readonly at: Instant },
): BusinessFacts {
  const day = helsinkiDay(at);
  return {
    obligation: obligationIn(settings),
    microPhase: settings.microPhase,
    employees: business?.employees,
    serviceIsDigital: service?.digital !== false,
    exceptionId: exceptions.find((each) => covers(each, { day, matterId }))?.exceptionId,
  };
}

/** Kind and capacity as the sender says, else as the register, else by the form of the id (hub-api.md section 1). */
export function recipientOf(
  { recipient, hub }: MessageContent,
  business: BusinessRecord | undefined,
): { kind: RecipientKind; capacity: Capacity } | undefined {
  if (!recipient) return undefined;
  const isPerson = formOfId(recipient.id) === 'PERSON';
  return {
    kind: hub?.recipientKind ?? kindIn(business) ?? (isPerson ? 'PERSON' : 'COMPANY'),
    capacity: hub?.capacity ?? (isPerson ? 'PRIVATE' : 'BUSINESS'),
  };
}

/** An organisation of another country is a foreign one, whatever its form (REQ-172). */
function kindIn(business: BusinessRecord | undefined): RecipientKind | undefined {
  const isAbroad = business?.country !== undefined && business.country !== 'FI';
  return isAbroad ? 'FOREIGN_ORG' : business?.kind;
}
