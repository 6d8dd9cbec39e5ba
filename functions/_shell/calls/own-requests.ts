import type { HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { listDataRequests, requestData as requestCall, showDataRequest } from '#shared/contracts/me/data-requests';
import { languageOf } from '#shared/contracts/problems';
import type { Language } from '#shared/domain/message/hub-fields';
import { GUIDANCE, ON_BEHALF } from '#shared/domain/own-data/words';
import { type OwnRequest, type RequestDataPorts, makeRequestData } from '#shared/flow/own-data/request-data';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** Requests on one page. */
const PAGE = 50;

/** What a person asks authorities for. */
export function ownRequestCalls(ports: RequestDataPorts, caller: Authenticate<Acting>): Bound[] {
  const { requestData, requestOf, requestsOf, mayAsk } = makeRequestData(ports);
  return [
    bind(requestCall, caller, async ({ body, request }, acting) => {
      const language = languageAsked(request);
      const asked = await requestData(acting, { ...body, language });
      if (asked.ok) return { status: 201, json: requestBody(asked.value, language) };
      const { refusal } = asked;
      return refusal.kind === 'not-for-another'
        ? notForAnother(request)
        : problemAnswer(request, 'body-invalid', { fields: refusal.problems });
    }),
    bind(listDataRequests, caller, async ({ query, request }, acting) => {
      if (!mayAsk(acting)) return notForAnother(request);
      const { recipientId } = acting;
      const page = recipientId
        ? await requestsOf(recipientId, { after: query.after, limit: PAGE })
        : { requests: [], next: undefined };
      const language = languageAsked(request);
      return { status: 200, json: { ...page, requests: page.requests.map((each) => requestBody(each, language)) } };
    }),
    bind(showDataRequest, caller, async ({ params, request }, acting) => {
      if (!mayAsk(acting)) return notForAnother(request);
      const found = await requestOf(acting.recipientId, params.requestId);
      if (!found) return problemAnswer(request, 'not-found');
      return { status: 200, json: requestBody(found, languageAsked(request)) };
    }),
  ];
}

/** Refused by name, with what to do instead (REQ-124, REQ-160). */
export function notForAnother(request: HttpRequest) {
  return problemAnswer(request, 'own-data-for-another', { detail: ON_BEHALF[languageAsked(request)] });
}

/** A request as the person is shown it. */
export function requestBody({ request, state, what, extensionReason, offer }: OwnRequest, language: Language) {
  const { requestId, authorityId, channel, receivedAt, dueDate, messageId, extension, answer } = request;
  const instructions = offer?.offer.instructions;
  return {
    requestId,
    authorityId,
    authority: offer?.authority.name[language],
    channel,
    what,
    state,
    receivedAt,
    dueDate: extension?.dueDate ?? dueDate,
    messageId,
    extension: extension && { at: extension.at, reason: extensionReason },
    answer,
    guidance: GUIDANCE[channel][language],
    instructions: instructions?.[language] ?? instructions?.fi,
    link: offer?.offer.link,
  };
}

function languageAsked({ headers }: HttpRequest): Language {
  return languageOf(headers['accept-language']);
}
