import { lastOf } from '#shared/domain/message/facts';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { MessageId, TenantId } from '#shared/domain/message/ids';
import {
  type DataRequest,
  type RequestConflict,
  type RequestContent,
  type RequestState,
  answered,
  extended,
  stateOf,
} from '#shared/domain/own-data/data-request';
import { openRequest, requestContext } from '#shared/flow/own-data/request-data';
import { type TellOfRequestPorts, makeTellOfRequest } from '#shared/flow/own-data/tell-of-request';
import { refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import { type DataRequests, placeOf } from '#shared/ports/data-requests';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

export interface AnswerRequestPorts extends TellOfRequestPorts {
  readonly dataRequests: DataRequests;
  readonly deliveries: Pick<DeliveryLog, 'ofMessage'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/** What an authority says of its answer. */
export interface DataAnswer {
  readonly answeredAt: Instant;
  /** The message the answer went in. */
  readonly messageId?: MessageId;
  /** Secure mail went to nobody but the requester, and that was made sure of. */
  readonly recipientVerified?: boolean;
}

export type AnswerRefusal =
  | { readonly kind: 'request-unknown' }
  | { readonly kind: 'answer-refused'; readonly problems: readonly FieldProblem[] }
  | RequestConflict;

/** A request as the authority it was made to sees it. */
export interface ReceivedRequest extends RequestContent {
  readonly request: DataRequest;
  readonly state: RequestState;
}

/** Which requests an authority looks at: all of them, those not answered, or those of these that are late. */
export type Wanted = 'ALL' | 'OPEN' | 'OVERDUE';

/** Tries against another word of the same authority. */
const TRIES = 3;

/**
 * The authority's side of requests for one's own data: its own list, its answers and its extensions. Another authority's
 * request is like none at all.
 *
 * @see 2016/679 art. 12(3); REQ-151, REQ-155
 */
export function makeAnswerDataRequest(ports: AnswerRequestPorts) {
  const { dataRequests, sealer, clock } = ports;
  const problemsWith = makeCheckAnswer(ports);
  const tellOfRequest = makeTellOfRequest(ports);

  async function listReceived(
    tenant: TenantId,
    { wanted, ...page }: { readonly wanted: Wanted; readonly after?: string; readonly limit: number },
  ) {
    const found = await (wanted === 'ALL' ? dataRequests.ofTenant(tenant, page) : dataRequests.openOf(tenant, page));
    const now = clock();
    const shown = found.filter((each) => wanted !== 'OVERDUE' || stateOf(each, now) === 'OVERDUE');
    const last = found.at(-1);
    const next = last && found.length === page.limit ? placeOf(last) : undefined;
    return { requests: await Promise.all(shown.map(received)), next };
  }

  async function answer(
    tenant: TenantId,
    id: string,
    given: DataAnswer,
  ): Promise<Result<ReceivedRequest, AnswerRefusal>> {
    const { answeredAt, messageId } = given;
    return changed(tenant, id, async (request) => {
      const problems = await problemsWith(request, given);
      if (problems.length > 0) return refuse({ kind: 'answer-refused', problems });
      return answered(request, { answeredAt, messageId }, clock());
    });
  }

  async function extend(tenant: TenantId, id: string, reason: string): Promise<Result<ReceivedRequest, AnswerRefusal>> {
    const key = tenantMonth(tenant, clock());
    const sealed = await sealer.sealText({ key, context: requestContext(id), text: reason });
    return changed(tenant, id, async (request) => extended(request, sealed, clock()));
  }

  async function changed(
    tenant: TenantId,
    id: string,
    change: (request: DataRequest) => Promise<Result<DataRequest, AnswerRefusal>>,
  ): Promise<Result<ReceivedRequest, AnswerRefusal>> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const request = await dataRequests.read(id);
      if (request?.tenantId !== tenant) return refuse({ kind: 'request-unknown' });
      const after = await change(request);
      if (!after.ok) return after;
      if (after.value !== request && !(await dataRequests.change(after.value))) continue;
      await tellOfRequest(after.value);
      return { ok: true, value: await received(after.value) };
    }
    throw new Error('a request for own data changes too often to be written to');
  }

  async function received(request: DataRequest): Promise<ReceivedRequest> {
    return { ...(await openRequest(sealer, request)), request, state: stateOf(request, clock()) };
  }

  return { listReceived, answer, extend };
}

/** The answer goes to the requester and to nobody else (REQ-151, REQ-155). */
function makeCheckAnswer({ deliveries }: Pick<AnswerRequestPorts, 'deliveries'>) {
  return async function problemsWith(
    { recipientId, tenantId, channel }: DataRequest,
    { messageId, recipientVerified }: DataAnswer,
  ): Promise<FieldProblem[]> {
    if (channel === 'SECURE_MAIL' && messageId === undefined && recipientVerified !== true)
      return [{ field: 'recipientVerified', rule: 'must be true: secure mail goes to a verified recipient only' }];
    if (messageId === undefined) return [];
    const sent = await deliveries.ofMessage(messageId);
    const mine = sent.some(
      (each) => each.tenantId === tenantId && each.recipientId === recipientId && !lastOf(each.facts, 'RECEIVED'),
    );
    return mine ? [] : [{ field: 'messageId', rule: 'names no message of this authority to the person who asked' }];
  };
}
