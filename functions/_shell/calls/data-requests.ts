import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { answerDataRequest, extendDataRequest, listReceivedRequests } from '#shared/contracts/hub/data-requests';
import type { RequestConflict } from '#shared/domain/own-data/data-request';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import {
  type AnswerRefusal,
  type AnswerRequestPorts,
  type ReceivedRequest,
  makeAnswerDataRequest,
} from '#shared/flow/own-data/answer-data-request';
import type { Result } from '#shared/kernel/result';

/** Requests on one page. */
const PAGE = 50;

/** Requests of people for what an authority holds on them: the authority's side. */
export function receivedRequestCalls(ports: AnswerRequestPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const { listReceived, answer, extend } = makeAnswerDataRequest(ports);
  return [
    bind(listReceivedRequests, caller, async ({ query }, { tenantId }) => {
      const page = await listReceived(tenantId, { wanted: query.state, after: query.after, limit: PAGE });
      return { status: 200, json: { requests: page.requests.map(bodyOf), next: page.next } };
    }),
    bind(answerDataRequest, caller, async ({ params, body, request }, { tenantId }) =>
      answerOf(request, await answer(tenantId, params.requestId, body)),
    ),
    bind(extendDataRequest, caller, async ({ params, body, request }, { tenantId }) =>
      answerOf(request, await extend(tenantId, params.requestId, body.reason)),
    ),
  ];
}

const RULES: Readonly<Record<RequestConflict['rule'], string>> = {
  ALREADY_ANSWERED: 'The request has another answer on record.',
  ALREADY_EXTENDED: 'The time has been extended once already.',
  FIRST_MONTH_OVER: 'The time can be extended within the first month only.',
  NOT_IN_TIME: 'answeredAt is before the request or in the future.',
};

function answerOf(request: HttpRequest, done: Result<ReceivedRequest, AnswerRefusal>): Answer {
  if (done.ok) return { status: 200, json: bodyOf(done.value) };
  const { refusal } = done;
  if (refusal.kind === 'request-unknown') return problemAnswer(request, 'not-found');
  if (refusal.kind === 'answer-refused') return problemAnswer(request, 'body-invalid', { fields: refusal.problems });
  return problemAnswer(request, 'conflict', { detail: RULES[refusal.rule] });
}

function bodyOf({ request, state, what, requester }: ReceivedRequest) {
  const { requestId, channel, receivedAt, messageId, answer, extension, assurance, dueDate } = request;
  return {
    requestId,
    channel,
    what,
    requester: { ...requester, assurance },
    state,
    receivedAt,
    dueDate: extension?.dueDate ?? dueDate,
    messageId,
    extendedAt: extension?.at,
    answer,
  };
}
