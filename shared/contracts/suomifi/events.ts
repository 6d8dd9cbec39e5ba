import * as z from 'zod/mini';
import { externalId, messageId, serviceId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const named = <T extends z.ZodMiniType>(id: string, schema: T): T => {
  z.globalRegistry.add(schema, { id });
  return schema;
};

const common = { messageId, serviceId, externalId: z.optional(externalId) };

const eventMetadata = named('EventMetadata', z.object(common));
const eventMetadataFromEndUser = named('EventMetadataFromEndUser', z.object({ messageId, serviceId }));
const eventMetadataReceipt = named('EventMetadataReceipt', z.object({ ...common, receiptConfirmedBy: z.string() }));
const eventMetadataPosti = named('EventMetadataPosti', z.object({ ...common, postiTrackingCode: z.string() }));
const eventMetadataPostiReceipt = named(
  'EventMetadataPostiReceipt',
  z.object({ ...common, postiTrackingCode: z.string(), recipientSignature: z.string() }),
);

const event = <Type extends string, Metadata extends z.ZodMiniType>(id: string, type: Type, metadata: Metadata) =>
  named(id, z.object({ type: z.literal(type), eventTime: instant, metadata }));

/** The nine events of the national API. */
export const suomifiEvent = named(
  'Event',
  z.discriminatedUnion('type', [
    event('EventElectronicCreated', 'Electronic message created', eventMetadata),
    event('EventElectronicRead', 'Electronic message read', eventMetadata),
    event('EventElectronicFromEndUser', 'Electronic message from end user', eventMetadataFromEndUser),
    event('EventReceiptConfirmed', 'Receipt confirmed', eventMetadataReceipt),
    event('EventPaperCreated', 'Paper mail created', eventMetadata),
    event('EventSentForPrinting', 'Sent for printing and enveloping', eventMetadata),
    event('EventPostiReceiptConfirmed', 'Posti: receipt confirmed', eventMetadataPostiReceipt),
    event('EventPostiReturned', 'Posti: returned to sender', eventMetadataPosti),
    event('EventPostiUnresolved', 'Posti: unresolved', eventMetadataPosti),
  ]),
);
export type SuomifiEventBody = z.infer<typeof suomifiEvent>;

/** Most events in one answer. */
export const EVENTS_PER_PAGE = 1000;

export const eventsPage = named(
  'EventsPage',
  z.object({ continuationToken: z.string(), events: z.array(suomifiEvent).check(z.maxLength(EVENTS_PER_PAGE)) }),
);
