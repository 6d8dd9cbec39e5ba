import * as z from 'zod/mini';
import { postalAddress } from '#shared/domain/message/address';
import { attachmentId, messageId } from '#shared/domain/message/ids';

const bounded = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const named = <T extends z.ZodMiniType>(id: string, schema: T, description?: string): T => {
  z.globalRegistry.add(schema, { id, description });
  return schema;
};

export const attachmentReference = named(
  'AttachmentReference',
  z.object({ attachmentId }),
  'A file uploaded within the last 24 hours.',
);

const inThreeLanguages = (max: number) => z.object({ fi: bounded(max), sv: bounded(max), en: bounded(max) });

/** The sender's own wording of the notice e-mail. */
export const customisedNotification = named(
  'CustomisedNotification',
  z.object({
    title: named('NotificationTitle', inThreeLanguages(256)),
    content: named('NotificationContent', inThreeLanguages(1500)),
  }),
  'Replaces subject and text of the notice. Refused when it repeats the title, the text, a file name or an identity code.',
);
export type CustomisedNotification = z.infer<typeof customisedNotification>;

export const senderDetails = z.enum(['Organisation and service name', 'None']);
export const reminderChoice = z.enum(['Default reminder', 'No reminders']);

export const notifications = named(
  'Notifications',
  z.object({
    senderDetailsInNotifications: z._default(senderDetails, 'Organisation and service name'),
    unreadMessageNotification: z.object({ reminder: reminderChoice }),
    customisedNewMessageNotification: z.optional(customisedNotification),
  }),
);

export const messageServiceType = z.enum(['Normal', 'Verifiable']);

/** What the recipient reads in the mailbox. */
export const electronicPart = named(
  'ElectronicPart',
  z.object({
    title: bounded(256),
    body: bounded(40_000),
    bodyFormat: z.enum(['Text', 'Markdown']),
    messageServiceType,
    notifications,
    replyAllowedBy: z.enum(['Anyone', 'No one']),
    visibility: z.enum(['Normal', 'Recipient only']),
    attachments: z.array(attachmentReference).check(z.maxLength(50)),
    inReplyToMessageId: z.optional(messageId),
  }),
);
export type ElectronicPart = z.infer<typeof electronicPart>;

const exactly = (length: number) => z.string().check(z.length(length));

export const printingAndEnvelopingService = named(
  'PrintingAndEnvelopingService',
  z.object({
    postiMessaging: named(
      'PostiMessaging',
      z.object({
        username: exactly(6),
        password: exactly(4),
        contactDetails: z.object({ email: z.string().check(z.minLength(5), z.maxLength(256)) }),
      }),
    ),
    costPool: z.optional(z.string().check(z.minLength(1), z.maxLength(15), z.regex(/[A-Z0-9]+/))),
  }),
);

const addressHolder = named('AddressHolder', z.object({ address: postalAddress }));

/** What is printed and posted. */
export const paperMailPart = named(
  'PaperMailPart',
  z.object({
    attachments: z.array(attachmentReference).check(z.length(1)),
    colorPrinting: z.boolean(),
    createAddressPage: z.boolean(),
    messageServiceType,
    printingAndEnvelopingService,
    recipient: addressHolder,
    sender: addressHolder,
    rotateLandscapePages: z.boolean(),
    twoSidedPrinting: z.boolean(),
  }),
);
export type PaperMailPart = z.infer<typeof paperMailPart>;
