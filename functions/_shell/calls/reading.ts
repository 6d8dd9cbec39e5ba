import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { reasonAnswer } from '#functions/_shell/refusals';
import { EVENTS_PER_PAGE, type SuomifiEventBody } from '#shared/contracts/suomifi/events';
import {
  activeMailboxes,
  getEvents,
  getMessageIdByExternalId,
  getReceivedMessage,
} from '#shared/contracts/suomifi/reading';
import { type SuomifiEvent, suomifiEventOf } from '#shared/domain/feed/suomifi-events';
import { externalId, messageId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type ActivePorts, makeActiveMailboxes } from '#shared/flow/intake/active-mailboxes';
import {
  type FetchPorts,
  type Fetched,
  RETENTION_ON_SUOMIFI_FRONT,
  makeFetchInbound,
} from '#shared/flow/mailbox/fetch-inbound';
import { type FeedPorts, makeReadFeed } from '#shared/flow/feed/read-feed';
import { type ShowPorts, makeShowMessage } from '#shared/flow/delivery/show-message';
import { ACTOR_CONTEXT } from '#shared/flow/mandate/who-acts';
import { after } from '#shared/kernel/time';

export interface ReadingPorts extends ActivePorts, FetchPorts, FeedPorts, ShowPorts {}

const NOTHING = 'Nothing was found with that id';

/** What senders look up on the Suomi.fi front. */
export function readingCalls(ports: ReadingPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const activeOf = makeActiveMailboxes(ports);
  const readFeed = makeReadFeed(ports);
  const { fetchInbound } = makeFetchInbound(ports);
  const { byExternalId } = makeShowMessage(ports);

  return [
    bind(activeMailboxes, caller, async ({ body }) => {
      const active = await activeOf(body.endUsers.map(({ id }) => id));
      return { status: 200, json: { endUsersWithActiveMailbox: active.map((id) => ({ id })) } };
    }),
    bind(getEvents, caller, async ({ query }, { tenantId }) => {
      const since = after(ports.clock(), -RETENTION_ON_SUOMIFI_FRONT);
      const view = { name: 'suomifi', show: suomifiEventOf, since };
      const page = await readFeed({ tenantId, token: query.continuationToken, limit: EVENTS_PER_PAGE, view });
      if (!page.ok) return reasonAnswer(400, 'continuationToken: was not given by this service');
      const events = await Promise.all(page.value.events.map((event) => bodyOf(ports, event)));
      return { status: 200, json: { continuationToken: page.value.token, events } };
    }),
    bind(getReceivedMessage, caller, async ({ params }, { tenantId }) => {
      if (!/^\d{1,19}$/.test(params.id)) return reasonAnswer(400, 'id: must be a message id, a whole number');
      const id = messageId.safeParse(Number(params.id));
      const fetched = id.success ? await fetchInbound(tenantId, id.data) : undefined;
      return fetched?.ok === true ? { status: 200, json: receivedBody(fetched.value) } : reasonAnswer(404, NOTHING);
    }),
    bind(getMessageIdByExternalId, caller, async ({ query }, sender): Promise<Answer> => {
      const id = externalId.safeParse(query.externalId);
      const shown = id.success ? await byExternalId(sender, id.data) : undefined;
      return shown?.ok === true
        ? { status: 200, json: { messageId: shown.value.message.messageId } }
        : reasonAnswer(404, NOTHING);
    }),
  ];
}

/** An event of the national API; names are opened for the answer and for nothing else. */
async function bodyOf(
  { sealer }: Pick<ReadingPorts, 'sealer'>,
  { type, event, sealedName, trackingCode = '' }: SuomifiEvent,
): Promise<SuomifiEventBody> {
  const { messageId: id, serviceId, externalId: external, fact } = event;
  const eventTime = fact.at;
  const metadata = { messageId: id, serviceId, externalId: external };
  switch (type) {
    case 'Electronic message from end user':
      return { type, eventTime, metadata: { messageId: id, serviceId } };
    case 'Receipt confirmed':
      return { type, eventTime, metadata: { ...metadata, receiptConfirmedBy: await opened(ACTOR_CONTEXT) } };
    case 'Posti: receipt confirmed': {
      const recipientSignature = await opened(`signer/${'letterId' in fact ? fact.letterId : ''}`);
      return { type, eventTime, metadata: { ...metadata, postiTrackingCode: trackingCode, recipientSignature } };
    }
    case 'Posti: returned to sender':
    case 'Posti: unresolved':
      return { type, eventTime, metadata: { ...metadata, postiTrackingCode: trackingCode } };
    default:
      return { type, eventTime, metadata };
  }

  async function opened(context: string): Promise<string> {
    return sealedName === undefined ? '' : sealer.openText(context, sealedName);
  }
}

function receivedBody({ message, content }: Fetched) {
  const { messageId: id, receivedAt, thread } = message;
  const { title, body, documents, mailboxOwner, onBehalf } = content;
  const attachments = documents.map(({ attachmentId, filename, mediaType, sizeBytes }) => ({
    attachmentId,
    filename,
    mediaType,
    sizeBytes,
  }));
  return {
    messageId: id,
    createdAt: receivedAt,
    electronic: {
      messageId: id,
      createdAt: receivedAt,
      title,
      body,
      attachments,
      thread: thread ?? { rootMessageId: id },
    },
    sender: { mailboxOwner, personSendingMessageOnBehalfOfMailboxOwner: onBehalf },
  };
}
