import type { PostalAddress } from '#shared/domain/message/address';
import { type ElectronicPart, electronicPart, type PaperMailPart, paperMailPart } from '#shared/domain/message/content';
import type { Decision } from '#shared/domain/message/decision';
import {
  attachmentId,
  attemptToken,
  deliveryId,
  externalId,
  letterId,
  messageId,
  recipientId,
  serviceId,
  systemId,
  tenantId,
} from '#shared/domain/message/ids';
import type { DocumentReference } from '#shared/domain/message/message';
import { DAY, instant } from '#shared/kernel/time';
import type { Settings } from '#shared/ports/settings';

/** Noon in Helsinki on a Monday in winter. */
export const NOON = instant.parse('2026-11-23T10:00:00.000Z');

export const TENANT = tenantId.parse('esimerkkikaupunki');
export const SYSTEM = systemId.parse('hub-system-1');
export const SERVICE = serviceId.parse('hub-service-1');
export const EXTERNAL = externalId.parse('asia-2026-1');
export const MESSAGE = messageId.parse(4217);
export const DELIVERY = deliveryId.parse('4217-1');
export const LETTER = letterId.parse('4217-1-L1');
export const RECIPIENT = recipientId.parse(`r-${'0a'.repeat(16)}`);
export const ATTEMPT = attemptToken.parse('attempt-0001');
export const ATTACHMENT = attachmentId.parse('00000000-0000-4000-8000-000000000001');

export function postalAddressOf(differing: Partial<PostalAddress> = {}): PostalAddress {
  return {
    name: 'Testilä Tessa',
    streetAddress: 'Henrikintie 14 B 3',
    zipCode: '00370',
    city: 'HELSINKI',
    countryCode: 'FI',
    ...differing,
  };
}

export function electronicPartOf(differing: Partial<ElectronicPart> = {}): ElectronicPart {
  const dull = electronicPart.parse({
    title: 'Päätös varhaiskasvatusmaksusta',
    body: 'Maksu on 186 euroa kuukaudessa.',
    bodyFormat: 'Text',
    messageServiceType: 'Normal',
    notifications: { unreadMessageNotification: { reminder: 'Default reminder' } },
    replyAllowedBy: 'No one',
    visibility: 'Normal',
    attachments: [],
  });
  return { ...dull, ...differing };
}

export function paperMailPartOf(differing: Partial<PaperMailPart> = {}): PaperMailPart {
  const dull = paperMailPart.parse({
    attachments: [{ attachmentId: ATTACHMENT }],
    colorPrinting: false,
    createAddressPage: true,
    messageServiceType: 'Normal',
    printingAndEnvelopingService: {
      postiMessaging: { username: '123456', password: '1234', contactDetails: { email: 'posti@example.fi' } },
    },
    recipient: { address: postalAddressOf() },
    sender: { address: postalAddressOf({ name: 'Esimerkkikaupunki' }) },
    rotateLandscapePages: false,
    twoSidedPrinting: true,
  });
  return { ...dull, ...differing };
}

/** An operator who has changed nothing. */
export const SETTINGS: Settings = {
  ruleSetId: 'fi-2016',
  businessObligation: false,
  outageThreshold: DAY,
  windowRoll: 'NEXT_BUSINESS_DAY',
  withdrawalTriggersFallback: true,
  receiptPatience: 21,
  postedOnPatience: 2,
  minorGuardians: 'ALL',
  keeping: { contentYears: 2, proofYears: 10 },
};

export function decisionOf(differing: Partial<Decision> = {}): Decision {
  return {
    ruleSetId: 'fi-2016',
    decidedAt: NOON,
    path: ['C0b', 'C3', 'C7'],
    channel: 'ELECTRONIC',
    reason: 'CONSENT',
    flags: [],
    facts: { mailbox: 'ACTIVE' },
    ...differing,
  };
}

export function documentOfName(filename: string, differing: Partial<DocumentReference> = {}): DocumentReference {
  return {
    attachmentId: ATTACHMENT,
    filename,
    mediaType: 'application/pdf',
    sizeBytes: 1000,
    sha256: 'ab'.repeat(32),
    documentKey: `in/${TENANT}/${ATTACHMENT}`,
    ...differing,
  };
}
