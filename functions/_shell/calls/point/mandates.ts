import { mandateBody } from '#functions/_shell/calls/mandates';
import { type Counter, atDesk } from '#functions/_shell/calls/point/at-desk';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import type { Bound } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { cancelMandate, listVisitorsMandates, registerMandate } from '#shared/contracts/point/mandates';
import { mandateId } from '#shared/domain/mandate/mandate';
import type { AnswerMandatePorts } from '#shared/flow/mandate/answer-mandate';
import type { GiveMandatePorts } from '#shared/flow/mandate/give-mandate';
import { type ListMandatesPorts, makeListMandates } from '#shared/flow/mandate/list-mandates';
import type { MandateView } from '#shared/flow/mandate/mandate-parties';
import type { Desk } from '#shared/flow/service-point/desk';
import { makeDeskMandates } from '#shared/flow/service-point/desk-mandates';

/** The visitor's mandates: checked, registered and cancelled. */
export function deskMandateCalls(
  ports: GiveMandatePorts & AnswerMandatePorts & ListMandatesPorts,
  counter: Counter,
): Bound[] {
  const list = makeListMandates(ports);
  const { register, cancel } = makeDeskMandates({ ...ports, enter: counter.enter });
  const viewed = (view: MandateView) => mandateBody(view, ports.clock());

  return [
    atDesk(listVisitorsMandates, counter, async (_, { visitor }) => {
      const { given, held, offered } = await list(visitor);
      const json = { given: given.map(viewed), held: held.map(viewed), offered: offered.map(viewed) };
      return { status: 200, json };
    }),
    atDesk(registerMandate, counter, async ({ body, request }, desk) => {
      const { principal, evidence, ...wish } = body;
      const registered = await register(desk, { principal, wish, scan: evidence });
      if (registered.ok) return { status: 201, json: viewed(registered.value) };
      if (registered.refusal.kind === 'own-matter') return problemAnswer(request, 'own-matter');
      return problemAnswer(request, 'body-invalid', { fields: registered.refusal.problems });
    }),
    atDesk(cancelMandate, { ...counter, refusedFirst }, async ({ params, request }, desk) => {
      const known = mandateId.safeParse(params.mandateId);
      const cancelled = known.success ? await cancel(desk, known.data) : undefined;
      if (cancelled?.ok === true) return { status: 204 };
      return problemAnswer(request, cancelled?.refusal.kind === 'own-matter' ? 'own-matter' : 'not-found');
    }),
  ];

  async function refusedFirst(request: HttpRequest, { visitor }: Desk): Promise<Answer | undefined> {
    const known = mandateId.safeParse(request.params['mandateId']);
    const found = known.success && (await ports.mandates.find(visitor.recipientId, known.data));
    return found ? undefined : problemAnswer(request, 'not-found');
  }
}
