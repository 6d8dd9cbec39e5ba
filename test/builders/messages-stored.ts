import type { Attachment } from '#shared/domain/attachments/attachment';
import { CONSENT_TEXT_VERSION, type ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Gate, OwedNotice } from '#shared/domain/consent/gate';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import type { FeedPage } from '#shared/domain/feed/page';
import { GENESIS } from '#shared/kernel/digest';
import { type MailboxEntry, entryName } from '#shared/domain/mailbox/entry';
import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { Decision } from '#shared/domain/message/decision';
import type { Claim } from '#shared/domain/message/claim';
import type { Delivery } from '#shared/domain/message/delivery';
import type { DeliveryFact } from '#shared/domain/message/facts';
import {
  type AttemptToken,
  attachmentId,
  attemptToken,
  deliveryIdOf,
  externalId,
  letterIdOf,
  messageId,
  recipientId,
} from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { DAY, after } from '#shared/kernel/time';
import { NOON, SERVICE, SYSTEM, TENANT } from '#test/builders/messages';

/** Things as they stand in the stores. Ids come from a number, so that a test can have several. */

export const token = (name: string): AttemptToken => attemptToken.parse(`attempt-${name}`);
export const recipientNo = (n: number) => recipientId.parse(`r-${String(n).padStart(32, '0')}`);
export const attachmentNo = (n: number) => attachmentId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const deliveryNo = (n: number, running = 1) => deliveryIdOf(messageId.parse(n), running);
export const letterNo = (n: number) => letterIdOf(deliveryNo(n), 1);

export function message(n: number, part: Partial<Message> = {}): Message {
  return {
    messageId: messageId.parse(n),
    tenantId: TENANT,
    systemId: SYSTEM,
    serviceId: SERVICE,
    externalId: externalId.parse(`asia-${n}`),
    externalIdDigest: 'e'.repeat(64),
    bodyDigest: 'b'.repeat(64),
    contentSha256: 'c'.repeat(64),
    kind: 'ORDINARY',
    acceptedAt: NOON,
    sealedContent: Uint8Array.of(1, 2, 3),
    attempt: token(`message-${n}`),
    wakeAt: NOON,
    ...part,
  };
}

export function decision(part: Partial<Decision> = {}): Decision {
  return {
    ruleSetId: 'fi-2016',
    decidedAt: NOON,
    path: ['C0b', 'C3', 'C7'],
    channel: 'ELECTRONIC',
    reason: 'CONSENT',
    flags: [],
    facts: { mailbox: 'ACTIVE', recipientKind: 'PERSON', capacity: 'PRIVATE', emailUsable: true, consentVersion: 1 },
    gateVersion: 1,
    ...part,
  };
}

/** Accepted and decided for the mailbox: two facts. */
export function delivery(n: number, part: Partial<Delivery> = {}, running = 1): Delivery {
  return {
    deliveryId: deliveryNo(n, running),
    messageId: messageId.parse(n),
    tenantId: TENANT,
    serviceId: SERVICE,
    externalId: externalId.parse(`asia-${n}`),
    recipientId: recipientNo(n),
    kind: 'ORDINARY',
    facts: [
      { type: 'ACCEPTED', at: NOON },
      { type: 'DECIDED', at: NOON, attempt: token(`decided-${n}-${running}`), decision: decision() },
    ],
    published: 0,
    wakeAt: NOON,
    ...part,
  };
}

/** The delivery with facts added, as a step would write it. */
export function grown(before: Delivery, facts: readonly DeliveryFact[], part: Partial<Delivery> = {}): Delivery {
  return { ...before, facts: [...before.facts, ...facts], ...part };
}

export function stored(attempt: AttemptToken): DeliveryFact {
  return { type: 'MAILBOX_STORED', at: NOON, attempt };
}

export function claim(name: string, part: Partial<Claim> = {}): Claim {
  return { attempt: token(name), at: NOON, sends: 1, ...part };
}

export function consentRecord(part: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    version: 1,
    action: 'GIVE',
    at: NOON,
    email: 'recipients:sealed',
    source: 'SELF',
    actor: { role: 'SELF' },
    textVersion: CONSENT_TEXT_VERSION,
    language: 'fi',
    ...part,
  };
}

export function gate(n: number, part: Partial<Gate> = {}): Gate {
  return {
    recipientId: recipientNo(n),
    version: 1,
    electronic: true,
    email: 'recipients:sealed',
    emailUsable: true,
    language: 'fi',
    consent: consentRecord(),
    attempt: token(`gate-${n}`),
    arrivals: {},
    owed: {},
    ...part,
  };
}

export function owedNotice(part: Partial<OwedNotice> = {}): OwedNotice {
  return { kind: 'CONSENT_GIVEN', to: 'recipients:sealed', language: 'fi', at: NOON, ...part };
}

/** The n-th message of a mailbox that arrived n days after noon. */
export function entry(n: number, part: Partial<MailboxEntry> = {}): MailboxEntry {
  const receivedAt = after(NOON, n * DAY);
  return {
    recipientId: recipientNo(1),
    entry: entryName(receivedAt, deliveryNo(n)),
    deliveryId: deliveryNo(n),
    messageId: messageId.parse(n),
    tenantId: TENANT,
    serviceId: SERVICE,
    kind: 'ORDINARY',
    receivedAt,
    title: 'tenant/esimerkkikaupunki/2026-11:sealed',
    ...part,
  };
}

export function attachment(n: number, part: Partial<Attachment> = {}): Attachment {
  const id = attachmentNo(n);
  return {
    attachmentId: id,
    owner: { type: 'tenant', tenantId: TENANT },
    uploadedAt: NOON,
    expiresAt: after(NOON, DAY),
    sentTo: {},
    wakeAt: after(NOON, DAY),
    document: {
      attachmentId: id,
      filename: 'paatos.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 9,
      sha256: 'd'.repeat(64),
      documentKey: `documents/${TENANT}/${id}`,
    },
    ...part,
  };
}

export function inbound(n: number, part: Partial<InboundMessage> = {}): InboundMessage {
  return {
    messageId: messageId.parse(n),
    tenantId: TENANT,
    serviceId: SERVICE,
    recipientId: recipientNo(1),
    receivedAt: NOON,
    sealedContent: Uint8Array.of(4, 5, 6),
    ...part,
  };
}

export function letter(n: number, part: Partial<Letter> = {}): Letter {
  return {
    letterId: letterNo(n),
    deliveryId: deliveryNo(n),
    messageId: messageId.parse(n),
    tenantId: TENANT,
    batchId: `batch-${letterNo(n)}`,
    class: 'LETTER',
    state: 'READY',
    orderedAt: NOON,
    options: { colour: false, duplex: true, rotateLandscapePages: false },
    pages: 1,
    sheets: 1,
    envelope: 'C5',
    restricted: false,
    documentKey: `letters/${TENANT}/${letterNo(n)}.pdf`,
    sizeBytes: 9,
    sha256: 'd'.repeat(64),
    address: 'tenant/esimerkkikaupunki/2026-11:sealed',
    ...part,
  };
}

export function page(number: number, part: Partial<FeedPage> = {}): FeedPage {
  return {
    tenantId: TENANT,
    lane: 0,
    number,
    at: NOON,
    previousHash: GENESIS,
    peaks: [],
    hash: String(number).padStart(64, '0'),
    events: [
      {
        deliveryId: deliveryNo(number),
        messageId: messageId.parse(number),
        serviceId: SERVICE,
        seq: 1,
        fact: { type: 'ACCEPTED', at: NOON },
      },
    ],
    ...part,
  };
}
