import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { accessView } from '#shared/contracts/me/access-log';
import { ownRequestView } from '#shared/contracts/me/data-requests';
import { PERSON_HEADERS } from '#shared/contracts/me/mailbox';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { matterPreference, processAddress } from '#shared/domain/consent/matter-preference';
import { messageKind } from '#shared/domain/message/decision';
import { actor } from '#shared/domain/message/facts';
import { language } from '#shared/domain/message/hub-fields';
import { messageId } from '#shared/domain/message/ids';
import { power } from '#shared/domain/message/power';
import { personRecord } from '#shared/domain/registers/person';
import { calendarDate, instant } from '#shared/kernel/time';

const by = z.object({ role: actor.shape.role, name: z.optional(z.string()) });

const consentEntry = z.object({
  version: z.int(),
  action: consentRecord.shape.action,
  at: instant,
  email: z.optional(z.string()),
  source: consentRecord.shape.source,
  by,
  textVersion: z.string(),
  language,
});

const matterEntry = z.object({
  kind: matterPreference.shape.kind,
  processAddress: z.optional(processAddress),
  declaredAt: instant,
  by,
});

const event = z.object({ type: z.string(), at: instant, by: z.optional(by) });
const parties = z.object({ organisation: z.string(), service: z.string() });

const messageEntry = z.object({
  messageId,
  sender: parties,
  title: z.string(),
  receivedAt: instant,
  kind: messageKind,
  state: z.enum(['NEW', 'OPENED', 'AWAITING_RECEIPT']),
  openBy: z.optional(calendarDate),
  /** Of a deleted one: the last day on which it could or can be taken back. */
  restorableUntil: z.optional(calendarDate),
  rootMessageId: z.optional(messageId),
  events: z.array(event),
  /** Only of a message that has been opened, and only when asked for. */
  content: z.optional(z.object({ body: z.string(), bodyFormat: z.string() })),
});

const sentEntry = z.object({
  messageId,
  rootMessageId: messageId,
  to: parties,
  title: z.string(),
  receivedAt: instant,
  events: z.array(event),
  /** Only when asked for. */
  content: z.optional(z.object({ body: z.string() })),
});

export const ownDataExport = z
  .object({
    format: z.literal('viestivayla-own-data-1'),
    exportedAt: instant,
    /** The rest stands on the first page of an export only. */
    person: z.optional(z.object({ id: z.string(), name: z.string(), recipientId: z.optional(z.string()) })),
    /** Newest first; the first one is in force. */
    consents: z.optional(z.array(consentEntry)),
    matters: z.optional(z.array(matterEntry)),
    /** Who may act for me. */
    powers: z.optional(z.array(z.object({ id: z.string(), name: z.string(), power }))),
    /** What registers outside the hub told of me now, and when they are asked. */
    registers: z.optional(
      z.array(z.object({ register: z.string(), asked: z.string(), told: z.optional(personRecord) })),
    ),
    requests: z.optional(z.array(ownRequestView)),
    accessLog: z.optional(z.array(accessView)),
    /** Deleted ones among them. */
    messages: z.array(messageEntry),
    /** What I have written to authorities; it comes after the last of the messages. */
    sent: z.array(sentEntry),
    /** `after` of the next page; absent on the last one. */
    next: z.optional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'OwnDataExport',
    description: 'What the hub holds on me, a page at a time: the messages page, the rest stands on the first page.',
  });

export const exportOwnData = operation({
  operationId: 'exportOwnData',
  front: 'me',
  caller: 'person',
  method: 'POST',
  path: '/me/v1/export',
  summary: 'What the hub holds on me, as JSON or PDF',
  description:
    'Only for oneself; it is entered in the log of who looked. `Accept: application/pdf` gives the same page as a document ' +
    'in fi, sv or en by Accept-Language. Reading an export opens no message.',
  headers: PERSON_HEADERS,
  params: nothing,
  query: nothing,
  body: z
    .strictObject({ after: z.optional(z.string().check(z.maxLength(128))), contents: z._default(z.boolean(), false) })
    .register(z.globalRegistry, { id: 'ExportWish' }),
  responses: {
    200: { description: 'A page of the export.', schema: ownDataExport, fileToo: 'application/pdf' },
    ...problemResponses('body-invalid', 'unauthorized', 'weakly-identified', 'mandate-missing', 'own-data-for-another'),
  },
});
