import type * as z from 'zod/mini';
import type { electronicRequest, multichannelRequest, paperMailRequest } from '#shared/contracts/suomifi/sending';

export type MultichannelBody = z.input<typeof multichannelRequest>;
export type ElectronicBody = z.input<typeof electronicRequest>;
export type PaperBody = z.input<typeof paperMailRequest>;
type Address = PaperBody['paperMail']['recipient']['address'];

/** What a test may be about; the rest is dull. */
export interface About {
  readonly externalId?: string;
  /** @default hub-service-1 */
  readonly serviceId?: string;
  /** @default 010280-952L, who has given consent */
  readonly to?: string;
  /** Uploaded file of both parts; the electronic part may go without. */
  readonly file?: string;
  /** Further files of the electronic part. */
  readonly more?: readonly string[];
  readonly title?: string;
  readonly body?: string;
  readonly verifiable?: boolean;
  readonly replies?: boolean;
  readonly inReplyTo?: number;
  /** The sender's own wording of the notice. */
  readonly wording?: ElectronicBody['electronic']['notifications']['customisedNewMessageNotification'];
  readonly addressPage?: boolean;
  readonly address?: Partial<Address>;
  readonly from?: Partial<Address>;
  readonly costPool?: string;
  readonly hub?: ElectronicBody['hub'];
}

/** The person of the seeds who has given consent. */
export const TESSA = '010280-952L';
/** The person of the seeds who has not. */
export const PAULA = '010101-123N';
/** The business of the seeds that Tessa represents. */
export const KULJETUS = '2532004-3';
/** The business of the seeds without a mailbox. */
export const PAPERI = '0737546-2';

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const counter = { last: 0 };

/** An external id that no other test of the file has. */
export function newExternalId(): string {
  counter.last += 1;
  return `case-${counter.last}`;
}

/** An identity code nobody has, with its right check character. */
export function identityCode(day: string, separator = '-', individual = 900): string {
  const check = CHECK_CHARACTERS[Number(`${day}${individual}`) % 31] ?? '';
  return `${day}${separator}${individual}${check}`;
}

export function anAddress(some: Partial<Address> = {}): Address {
  return {
    name: 'Vastaanottaja Ville',
    streetAddress: 'Koivukuja 1',
    zipCode: '00100',
    city: 'HELSINKI',
    countryCode: 'FI',
    ...some,
  };
}

/** The words of a notice in three languages, all the same. */
export function wordingOf(title: string, content: string): NonNullable<About['wording']> {
  return {
    title: { fi: title, sv: title, en: title },
    content: { fi: content, sv: content, en: content },
  };
}

/** A body for `/v2/messages`. */
export function multichannel(about: About): MultichannelBody {
  return { ...electronicOnly(about), paperMail: paperPart(about) };
}

/** A body for `/v2/messages/electronic`. */
export function electronicOnly(about: About = {}): ElectronicBody {
  return {
    ...envelope(about),
    recipient: { id: about.to ?? TESSA },
    electronic: electronicPart(about),
  };
}

/** A body for `/v2/paper-mail-without-id`. */
export function paperOnly(about: About): PaperBody {
  return { ...envelope(about), paperMail: paperPart(about) };
}

function envelope({ externalId = newExternalId(), serviceId = 'hub-service-1', hub }: About) {
  return { externalId, sender: { serviceId }, ...(hub ? { hub } : {}) };
}

function electronicPart(about: About): ElectronicBody['electronic'] {
  const { file, more = [], wording, inReplyTo } = about;
  return {
    attachments: [...(file === undefined ? [] : [file]), ...more].map((attachmentId) => ({ attachmentId })),
    title: about.title ?? 'Päätös hakemukseen',
    body: about.body ?? 'Hakemus on hyväksytty.',
    bodyFormat: 'Text',
    messageServiceType: about.verifiable === true ? 'Verifiable' : 'Normal',
    notifications: {
      senderDetailsInNotifications: 'Organisation and service name',
      unreadMessageNotification: { reminder: 'Default reminder' },
      ...(wording ? { customisedNewMessageNotification: wording } : {}),
    },
    replyAllowedBy: about.replies === true ? 'Anyone' : 'No one',
    visibility: 'Normal',
    ...(inReplyTo === undefined ? {} : { inReplyToMessageId: inReplyTo }),
  };
}

function paperPart(about: About): PaperBody['paperMail'] {
  const { file = '00000000-0000-4000-8000-000000000001', costPool } = about;
  const sender = anAddress({ name: 'Esimerkkikaupunki', streetAddress: 'Kaupungintalonkatu 1', ...about.from });
  return {
    attachments: [{ attachmentId: file }],
    colorPrinting: false,
    createAddressPage: about.addressPage ?? false,
    messageServiceType: about.verifiable === true ? 'Verifiable' : 'Normal',
    printingAndEnvelopingService: {
      postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
      ...(costPool === undefined ? {} : { costPool }),
    },
    recipient: { address: anAddress(about.address) },
    rotateLandscapePages: false,
    sender: { address: sender },
    twoSidedPrinting: false,
  };
}
