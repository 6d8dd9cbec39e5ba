import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { showOwnDecision } from '#shared/contracts/me/decision';
import { clearMatter as clearCall, listMatters, setMatter as setCall, showMatter } from '#shared/contracts/me/matters';
import { languageOf } from '#shared/contracts/problems';
import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import type { ProcessAddress } from '#shared/domain/consent/matter-preference';
import { messageId, serviceId } from '#shared/domain/message/ids';
import {
  type ChangeMatterPorts,
  type MatterWish,
  type OwnMatter,
  makeChangeMatter,
} from '#shared/flow/consent/change-matter';
import { makeListMatters } from '#shared/flow/consent/list-matters';
import type { ChosenForMatter } from '#shared/flow/delivery/matter-choice';
import { type ShowDecisionPorts, makeShowDecision } from '#shared/flow/delivery/show-decision';
import type { Acting } from '#shared/flow/mandate/who-acts';

export type ChoicePorts = ChangeMatterPorts & ShowDecisionPorts;

/** What a recipient chooses for single matters, and why a message came the way it did. */
export function choiceCalls(ports: ChoicePorts, caller: Authenticate<Acting>): Bound[] {
  return [...matterCalls(ports, caller), decisionCall(ports, caller)];
}

function matterCalls(ports: ChangeMatterPorts, caller: Authenticate<Acting>): Bound[] {
  const { matterOf, setMatter, clearMatter } = makeChangeMatter(ports);
  const list = makeListMatters(ports);
  return [
    bind(listMatters, caller, async ({ query }, { recipientId }) => {
      const { matters, next } = await list(recipientId, { after: query.after, limit: PAGE });
      return { status: 200, json: { matters: matters.map((each) => ({ ...each.of, ...choiceBody(each) })), next } };
    }),
    bind(showMatter, caller, async ({ params, request }, acting) => {
      const matter = matterIn(params);
      const chosen = matter && (await matterOf(acting, matter));
      return chosen?.ok === true ? choiceAnswer(chosen.value) : problemAnswer(request, 'not-found');
    }),
    bind(setCall, caller, async ({ params, body, request }, acting) => {
      const matter = matterIn(params);
      if (!matter) return problemAnswer(request, 'not-found');
      const set = await setMatter(acting, matter, { wish: wishIn(body), language: languageAsked(request) });
      if (set.ok) return choiceAnswer(set.value);
      return set.refusal.kind === 'matter-unknown' ? problemAnswer(request, 'not-found') : agentRefused(request);
    }),
    bind(clearCall, caller, async ({ params }, acting) => {
      const matter = matterIn(params);
      if (matter) await clearMatter(acting, matter);
      return { status: 204 };
    }),
  ];
}

function decisionCall(ports: ShowDecisionPorts, caller: Authenticate<Acting>): Bound {
  const showDecision = makeShowDecision(ports);
  return bind(showOwnDecision, caller, async ({ params, request }, acting) => {
    const id = messageId.safeParse(Number(params.messageId));
    const shown = id.success ? await showDecision(acting, id.data) : undefined;
    if (shown?.ok !== true) return problemAnswer(request, 'not-found');
    const { decision, language = languageAsked(request) } = shown.value;
    const { decidedAt, channel, reason, flags } = decision;
    const words = { explanation: explain(decision)[language], language, legalBasis: legalBasisOf(decision) };
    return { status: 200, json: { messageId: id.data, decidedAt, channel, reason, flags, ...words } };
  });
}

export function wishIn({ processAddress }: { readonly processAddress?: ProcessAddress }): MatterWish {
  return processAddress ? { kind: 'PROCESS_ADDRESS', processAddress } : { kind: 'PAPER' };
}

export function languageAsked({ headers }: HttpRequest) {
  return languageOf(headers['accept-language']);
}

/** Choices on one page. */
const PAGE = 100;

/** Longest id of a matter a sender can give. */
const LONGEST = 128;

export function matterIn(params: { readonly serviceId: string; readonly matterId: string }): OwnMatter | undefined {
  const service = serviceId.safeParse(params.serviceId);
  const { matterId } = params;
  if (!service.success || matterId.length === 0 || matterId.length > LONGEST) return undefined;
  return { serviceId: service.data, matterId };
}

function choiceAnswer({ preference, address }: ChosenForMatter): Answer {
  return { status: 200, json: choiceBody({ preference, address }) };
}

function choiceBody({ preference, address }: ChosenForMatter) {
  const kind = address ? 'PROCESS_ADDRESS' : 'PAPER';
  return { kind, processAddress: address, declaredAt: preference.declaredAt };
}

export function agentRefused(request: HttpRequest): Answer {
  const rule = 'must have a power to be served for you in this matter';
  return problemAnswer(request, 'body-invalid', { fields: [{ field: 'processAddress.agentId', rule }] });
}
