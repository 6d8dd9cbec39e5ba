import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  acceptMandate,
  endMandate,
  giveMandate as giveCall,
  listMandates,
  refuseMandate,
} from '#shared/contracts/me/mandates';
import type { MandateRefusal, MandateStep } from '#shared/domain/mandate/change-mandate';
import { endOf, mandateId, stateOf } from '#shared/domain/mandate/mandate';
import { formOfId } from '#shared/domain/message/identity-code';
import { type AnswerMandatePorts, makeAnswerMandate } from '#shared/flow/mandate/answer-mandate';
import { type GiveMandatePorts, makeGiveMandate } from '#shared/flow/mandate/give-mandate';
import { type ListMandatesPorts, makeListMandates } from '#shared/flow/mandate/list-mandates';
import type { MandateView } from '#shared/flow/mandate/mandate-parties';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Result } from '#shared/kernel/result';
import { type Instant, after, helsinkiDay } from '#shared/kernel/time';
import type { PowerHolder } from '#shared/ports/powers';

export type MandatePorts = GiveMandatePorts & AnswerMandatePorts & ListMandatesPorts;

/** Mandates of a recipient: given, held, offered. */
export function mandateCalls(ports: MandatePorts, caller: Authenticate<Acting>): Bound[] {
  const { giveMandate } = makeGiveMandate(ports);
  const answer = makeAnswerMandate(ports);
  const list = makeListMandates(ports);
  const viewed = (view: MandateView) => mandateBody(view, ports.clock());
  const step = async (acting: Acting, id: string, wanted: MandateStep) => {
    const known = mandateId.safeParse(id);
    return known.success ? answer(acting, known.data, wanted) : undefined;
  };

  return [
    bind(listMandates, caller, async (_, acting) => {
      const { given, held, offered, actsFor } = await list(acting);
      const mandates = { given: given.map(viewed), held: held.map(viewed), offered: offered.map(viewed) };
      const json = { ...mandates, actsFor: actsFor.known.map(powerBody), actsForComplete: actsFor.complete };
      return { status: 200, json };
    }),
    bind(giveCall, caller, async ({ body, request }, acting) => {
      const given = await giveMandate(acting, body);
      if (given.ok) return { status: 201, json: viewed(given.value) };
      return problemAnswer(request, 'body-invalid', { fields: given.refusal.problems });
    }),
    bind(acceptMandate, caller, async ({ params, request }, acting) =>
      steppedAnswer(request, await step(acting, params.mandateId, 'ACCEPT'), viewed),
    ),
    bind(refuseMandate, caller, async ({ params, request }, acting) =>
      steppedAnswer(request, await step(acting, params.mandateId, 'DECLINE'), viewed),
    ),
    bind(endMandate, caller, async ({ params, request }, acting) => {
      const ended = await step(acting, params.mandateId, 'END');
      return ended?.ok === true ? { status: 204 } : problemAnswer(request, 'not-found');
    }),
  ];
}

function steppedAnswer(
  request: HttpRequest,
  stepped: Result<MandateView, MandateRefusal> | undefined,
  viewed: (view: MandateView) => unknown,
): Answer {
  if (stepped?.ok === true) return { status: 200, json: viewed(stepped.value) };
  return problemAnswer(request, stepped?.refusal.kind === 'mandate-settled' ? 'mandate-settled' : 'not-found');
}

/** A mandate as its parties see it: dates as the giver wrote them, and no identity code. */
export function mandateBody({ mandate, parties }: MandateView, at: Instant) {
  const { validFrom, validTo, facts, ...rest } = mandate;
  const state = stateOf(mandate, at);
  const isOver = state === 'DECLINED' || state === 'CANCELLED' || state === 'EXPIRED';
  return {
    ...rest,
    state,
    principal: partyBody(parties.principal),
    holder: partyBody(parties.holder),
    givenAt: facts[0]?.at ?? validFrom,
    validFrom: helsinkiDay(validFrom),
    validTo: validTo && helsinkiDay(after(validTo, -1)),
    endedAt: isOver ? endOf(mandate) : undefined,
  };
}

/** A party of a power by law has no mandate to be named by: who holds it knows the code or the business id. */
function powerBody({ id, name, power: { mandateId: by, role, source, scope } }: PowerHolder) {
  const known = mandateId.safeParse(by);
  return { ...partyBody({ id, name }), mandateId: known.data, role, source, scope };
}

function partyBody({ id, name }: MandateView['parties']['holder']) {
  return { name, businessId: formOfId(id) === 'BUSINESS' ? id : undefined };
}
