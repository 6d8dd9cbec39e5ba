import type { PostalAddress } from '#shared/domain/message/address';
import type { ElectronicPart, PaperMailPart } from '#shared/domain/message/content';
import { type AttachmentId, externalId, serviceId, systemId, tenantId } from '#shared/domain/message/ids';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { instant } from '#shared/kernel/time';

/** Noon in Helsinki on Monday 23 November 2026. */
export const NOON = instant.parse('2026-11-23T10:00:00.000Z');

export const TENANT = tenantId.parse('esimerkkikaupunki');
export const OTHER_TENANT = tenantId.parse('esimerkkivirasto');
export const SYSTEM = systemId.parse('hub-system-1');
export const SERVICE = serviceId.parse('hub-service-1');
export const OTHER_SERVICE = serviceId.parse('hub-service-2');

/** A system that sends for the authority all examples are of. */
export const SENDER: SendingSystem = { tenantId: TENANT, systemId: SYSTEM, services: [SERVICE] };
/** A system of another authority. */
export const STRANGER: SendingSystem = {
  tenantId: OTHER_TENANT,
  systemId: systemId.parse('hub-system-2'),
  services: [OTHER_SERVICE],
};

/** People and organisations that are in no register by themselves. */
export const TESSA = '010280-952L';
export const PAULA = '010101-123N';
export const KALLE = personCode(901);
export const COMPANY = '2532004-3';

/** The n-th person born on 1 January 1990, from 900 on never a real one. */
export function personCode(individual: number): string {
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`010190${individual}`) % 31] ?? '';
  return `010190-${individual}${check}`;
}

export function address(part: Partial<PostalAddress> = {}): PostalAddress {
  return {
    name: 'Testilä Tessa',
    streetAddress: 'Henrikintie 14 B 3',
    zipCode: '00370',
    city: 'HELSINKI',
    countryCode: 'FI',
    ...part,
  };
}

export function electronicPart(part: Partial<ElectronicPart> = {}): ElectronicPart {
  return {
    title: 'Päätös varhaiskasvatusmaksusta',
    body: 'Maksu on 186,00 euroa kuukaudessa.',
    bodyFormat: 'Text',
    messageServiceType: 'Normal',
    notifications: {
      senderDetailsInNotifications: 'Organisation and service name',
      unreadMessageNotification: { reminder: 'Default reminder' },
    },
    replyAllowedBy: 'Anyone',
    visibility: 'Normal',
    attachments: [],
    ...part,
  };
}

export function paperPart(document: AttachmentId, part: Partial<PaperMailPart> = {}): PaperMailPart {
  return {
    attachments: [{ attachmentId: document }],
    colorPrinting: false,
    createAddressPage: true,
    messageServiceType: 'Normal',
    printingAndEnvelopingService: {
      postiMessaging: { username: 'abc123', password: '1234', contactDetails: { email: 'posti@example.fi' } },
    },
    recipient: { address: address() },
    sender: { address: address({ name: 'Esimerkkikaupunki', streetAddress: 'Kaupungintalonkatu 1' }) },
    rotateLandscapePages: false,
    twoSidedPrinting: true,
    ...part,
  };
}

/** An ordinary electronic message to Tessa. */
export function submission(part: Partial<Submission> = {}): Submission {
  return {
    externalId: externalId.parse('asia-1'),
    serviceId: SERVICE,
    recipient: { id: TESSA },
    electronic: electronicPart(),
    ...part,
  };
}
