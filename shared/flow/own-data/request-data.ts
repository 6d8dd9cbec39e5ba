import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { Language } from '#shared/domain/message/hub-fields';
import type { RecipientId, ServiceId } from '#shared/domain/message/ids';
import {
  type DataRequest,
  type RequestState,
  type RequestContent,
  newRequest,
  requester,
  stateOf,
} from '#shared/domain/own-data/data-request';
import { REQUEST_PREAMBLE, REQUEST_TITLE } from '#shared/domain/own-data/words';
import { type FindOfferPorts, type FoundOffer, makeFindDataOffer } from '#shared/flow/own-data/find-data-offer';
import { type ReceivePorts, makeReceiveMessage } from '#shared/flow/mailbox/receive-message';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { type Refused, ok, refuse, type Result } from '#shared/kernel/result';
import type { AccessLog } from '#shared/ports/access-log';
import { type DataRequests, placeOf } from '#shared/ports/data-requests';
import { type Sealer, identityMonth, tenantMonth } from '#shared/ports/sealer';

export interface RequestDataPorts extends ReceivePorts, FindOfferPorts {
  readonly tenants: ReceivePorts['tenants'];
  readonly dataRequests: DataRequests;
  readonly accessLog: AccessLog;
  /** Whether somebody with a mandate may ask for another: while no such mandate exists, nobody (REQ-124, REQ-160). */
  readonly ownDataOnBehalf: boolean;
}

export interface DataWish {
  readonly authorityId: string;
  /** In the person's own words. */
  readonly what: string;
  /** The service asked, where the authority names none for this. */
  readonly serviceId?: ServiceId;
  readonly language: Language;
}

export type RequestDataRefusal =
  | { readonly kind: 'not-for-another' }
  | { readonly kind: 'request-refused'; readonly problems: readonly FieldProblem[] };

/** A request as the person who made it sees it. */
export interface OwnRequest {
  readonly request: DataRequest;
  readonly state: RequestState;
  readonly what: string;
  /** Why the authority takes longer. */
  readonly extensionReason?: string;
  /** Absent when the authority has left the hub. */
  readonly offer?: FoundOffer;
}

/** What the seals of a request are bound to. */
export function requestContext(requestId: string): string {
  return `data-request/${requestId}`;
}

/**
 * Requests of people to see what an authority holds on them: only of a strongly identified person, for oneself.
 *
 * @see 2016/679 art. 12 and 15; REQ-146…160; domain.md 3.8
 */
export function makeRequestData(ports: RequestDataPorts) {
  const { dataRequests, sealer, clock } = ports;
  const findOffer = makeFindDataOffer(ports);
  const enterRequest = makeEnterRequest(ports);

  async function requestData(acting: Acting, wish: DataWish): Promise<Result<OwnRequest, RequestDataRefusal>> {
    if (!mayAsk(acting)) return refuse({ kind: 'not-for-another' });
    const found = await findOffer(wish.authorityId);
    if (!found) return refused('authorityId', 'names no authority that takes requests here');
    const entered = await enterRequest(acting, wish, found);
    return entered.ok ? ok(await shown(entered.value)) : entered;
  }

  async function requestOf(owner: RecipientId | undefined, requestId: string): Promise<OwnRequest | undefined> {
    const request = owner && (await dataRequests.read(requestId));
    return request?.recipientId === owner && request ? shown(request) : undefined;
  }

  async function requestsOf(owner: RecipientId, page: { readonly after?: string; readonly limit: number }) {
    const found = await dataRequests.ofRecipient(owner, page);
    const last = found.at(-1);
    const next = last && found.length === page.limit ? placeOf(last) : undefined;
    return { requests: await Promise.all(found.map(shown)), next };
  }

  /** For oneself; or, where the operator has switched it on, by a mandate. */
  function mayAsk({ onBehalf, actor }: Acting): boolean {
    return onBehalf === undefined || (ports.ownDataOnBehalf && actor.mandateId !== undefined);
  }

  async function shown(request: DataRequest): Promise<OwnRequest> {
    const { what } = await openRequest(sealer, request);
    const { requestId, extension } = request;
    return {
      request,
      state: stateOf(request, clock()),
      what,
      extensionReason: extension && (await sealer.openText(requestContext(requestId), extension.reason)),
      offer: await findOffer(request.authorityId),
    };
  }

  return { requestData, requestOf, requestsOf, mayAsk };
}

/** What was asked and by whom, opened. */
export async function openRequest(
  sealer: Sealer,
  request: Pick<DataRequest, 'requestId' | 'content' | 'requester'>,
): Promise<RequestContent> {
  const [what, who] = await Promise.all([openAsked(sealer, request), openRequester(sealer, request)]);
  return { what, requester: who };
}

/** What was asked, and by nobody. */
export async function openAsked(
  sealer: Sealer,
  { requestId, content }: Pick<DataRequest, 'requestId' | 'content'>,
): Promise<string> {
  return sealer.openText(requestContext(requestId), content);
}

/** Who asked, and for nothing. */
export async function openRequester(
  sealer: Sealer,
  { requestId, requester: sealed }: Pick<DataRequest, 'requestId' | 'requester'>,
): Promise<RequestContent['requester']> {
  return requester.parse(JSON.parse(await sealer.openText(requesterContext(requestId), sealed)));
}

/** The two parts of a request, sealed. */
async function sealedRequest(
  sealer: Sealer,
  { requestId, tenantId, receivedAt }: Pick<DataRequest, 'requestId' | 'tenantId' | 'receivedAt'>,
  { what, requester: who }: RequestContent,
): Promise<Pick<DataRequest, 'content' | 'requester'>> {
  const [content, asker] = await Promise.all([
    sealer.sealText({ key: tenantMonth(tenantId, receivedAt), context: requestContext(requestId), text: what }),
    sealer.sealText({
      key: identityMonth(tenantId, receivedAt),
      context: requesterContext(requestId),
      text: JSON.stringify(who),
    }),
  ]);
  return { content, requester: asker };
}

function requesterContext(requestId: string): string {
  return `${requestContext(requestId)}/identity`;
}

/**
 * The request stands before the message that takes it to the authority: its month runs, whatever befalls the message. Its year
 * stands on the work list before it, so that it ends.
 */
function makeEnterRequest(ports: RequestDataPorts) {
  const { dataRequests, accessLog, tenants, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const { write } = makeReceiveMessage(ports);

  return async function enterRequest(
    acting: Acting,
    wish: DataWish,
    { authority, offer }: FoundOffer,
  ): Promise<Result<DataRequest, RequestDataRefusal>> {
    const service = await serviceFor(wish, authority);
    if (offer.channel === 'MESSAGES' && !service) return refused('serviceId', 'must name a service of the authority');
    const receivedAt = clock();
    const requestId: string = ids.attempt();
    const { tenantId } = authority;
    const { id, name } = acting.owner;
    const asked = { what: wish.what, requester: { id, name } };
    const request = newRequest({
      requestId,
      recipientId: acting.recipientId ?? (await recipients.enrol(acting.owner.id, ids.recipient())),
      tenantId,
      authorityId: wish.authorityId,
      channel: offer.channel,
      receivedAt,
      assurance: acting.actor.assurance,
      ...(await sealedRequest(sealer, { requestId, tenantId, receivedAt }, asked)),
    });
    await accessLog.owe(request.recipientId, receivedAt);
    await dataRequests.enter(request);
    return ok(service && offer.channel === 'MESSAGES' ? await sent(acting, request, { wish, service }) : request);
  };

  async function sent(
    acting: Acting,
    request: DataRequest,
    { wish, service }: { readonly wish: DataWish; readonly service: ServiceId },
  ): Promise<DataRequest> {
    const { language, what } = wish;
    const body = `${REQUEST_PREAMBLE[language]}\n\n${what}`;
    const written = await write({ ...acting, recipientId: request.recipientId }, service, {
      title: REQUEST_TITLE[language],
      body,
      attachmentIds: [],
    });
    if (!written.ok) throw new Error('a service that was there is gone');
    const changed = { ...request, messageId: written.value, version: request.version + 1 };
    return (await dataRequests.change(changed)) ? changed : request;
  }

  async function serviceFor(
    { serviceId }: DataWish,
    { tenantId, ownDataServiceId }: FoundOffer['authority'],
  ): Promise<ServiceId | undefined> {
    const named = serviceId ?? ownDataServiceId;
    const service = named && (await tenants.service(named));
    return service?.tenantId === tenantId ? service.serviceId : undefined;
  }
}

function refused(field: string, rule: string): Refused<RequestDataRefusal> {
  return refuse({ kind: 'request-refused', problems: [{ field, rule }] });
}
