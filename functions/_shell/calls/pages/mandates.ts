import { makeKnownServices } from '#functions/_shell/calls/pages/known-services';
import { wishIn } from '#functions/_shell/calls/pages/mandate-wish';
import { notFound } from '#functions/_shell/calls/pages/names';
import { statusOf } from '#functions/_shell/calls/pages/writing';
import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import {
  pageOfGiving,
  pageOfMandates,
  sendAcceptance,
  sendEnding,
  sendMandate,
  sendRefusal,
} from '#shared/contracts/pages/mandates';
import type { MandateStep } from '#shared/domain/mandate/change-mandate';
import { mandateId, stateOf } from '#shared/domain/mandate/mandate';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { type AnswerMandatePorts, makeAnswerMandate } from '#shared/flow/mandate/answer-mandate';
import { type GiveMandatePorts, makeGiveMandate } from '#shared/flow/mandate/give-mandate';
import type { ListAsPorts } from '#shared/flow/mandate/list-as';
import { type ListMandatesPorts, makeListMandates } from '#shared/flow/mandate/list-mandates';
import type { MandateView } from '#shared/flow/mandate/mandate-parties';
import { after, helsinkiDay } from '#shared/kernel/time';
import { EMPTY, type FieldName } from '#web/forms';
import type { NoticeName } from '#web/frame';
import { type GivingView, givingPage } from '#web/pages/giving';
import { type MandateCard, mandatesPage } from '#web/pages/mandates';

export type MandatePagePorts = GiveMandatePorts & AnswerMandatePorts & ListMandatesPorts & ListAsPorts;

/** Mandates: those there are, giving one, and answering and ending them (REQ-120, REQ-123). */
export function mandateCalls(ports: MandatePagePorts, door: PageDoor): Bound[] {
  return [listCall(ports, door), ...givingCalls(ports, door), ...stepCalls(ports, door)];
}

function listCall(ports: MandatePagePorts, door: PageDoor): Bound {
  const list = makeListMandates(ports);
  const cardOf = makeCardOf(ports);
  return door.visited(pageOfMandates, async (visiting) => {
    const { acting, frame } = visiting;
    const { offered, given, held } = await list(acting);
    const cards = async (all: readonly MandateView[]) => Promise.all(all.map(async (each) => cardOf(visiting, each)));
    const [toAnswer, own, others] = await Promise.all([cards(offered), cards(given), cards(held)]);
    const view = { offered: toAnswer, given: own, held: others, isOwn: acting.onBehalf === undefined };
    return { page: mandatesPage(frame, view) };
  });
}

/** As its parties see it: dates as the giver wrote them, and no identity code. */
function makeCardOf({ tenants, clock }: Pick<MandatePagePorts, 'tenants' | 'clock'>) {
  return async function cardOf({ frame }: Visiting, { mandate, parties }: MandateView): Promise<MandateCard> {
    const { scope, validFrom, validTo, mayReceiveService } = mandate;
    const named = scope.type === 'MATTERS' ? scope.matters : [];
    const matters = named.map(async ({ serviceId, matterId }) => ({
      matterId,
      service: (await tenants.service(serviceId))?.name[frame.language] ?? '',
    }));
    return {
      mandateId: mandate.mandateId,
      giver: parties.principal.name,
      holder: parties.holder.name,
      state: stateOf(mandate, clock()),
      matters: await Promise.all(matters),
      mayReceiveService,
      validFrom: helsinkiDay(validFrom),
      validTo: validTo && helsinkiDay(after(validTo, -1)),
    };
  };
}

const BLANK = { filled: EMPTY, isWhole: true, rows: [], mayReceiveService: false };

function givingCalls(ports: MandatePagePorts, door: PageDoor): Bound[] {
  const { giveMandate } = makeGiveMandate(ports);
  const knownTo = makeKnownServices(ports);
  const show = async (visiting: Visiting, view: Omit<GivingView, 'services'>): Promise<Shown> => ({
    page: givingPage(visiting.frame, { ...view, services: await knownTo(visiting) }),
    status: statusOf(view.filled),
  });
  return [
    door.visited(pageOfGiving, async (visiting) => show(visiting, BLANK)),
    door.visited(sendMandate, async (visiting) => {
      const { view, wish } = wishIn(visiting.form);
      if (!wish) return show({ ...visiting, frame: { ...visiting.frame, self: '/mandates/new' } }, view);
      const given = await giveMandate(visiting.acting, wish);
      if (given.ok) return { to: '/mandates', change: { notice: 'mandateGiven' } };
      const wrong = [...new Set(given.refusal.problems.map(faultOf))];
      const frame = { ...visiting.frame, self: '/mandates/new' };
      return show({ ...visiting, frame }, { ...view, filled: { ...view.filled, wrong } });
    }),
  ];
}

function faultOf({ field }: FieldProblem): FieldName {
  if (field === 'holder.id') return 'holderId';
  if (field === 'validTo') return 'validTo';
  return field.startsWith('scope.') ? 'matters' : 'nobody';
}

const STEPS = [
  [sendAcceptance, 'ACCEPT', 'mandateAccepted'],
  [sendRefusal, 'DECLINE', 'mandateDeclined'],
  [sendEnding, 'END', 'mandateEnded'],
] as const satisfies readonly (readonly [typeof sendEnding, MandateStep, NoticeName])[];

function stepCalls(ports: MandatePagePorts, door: PageDoor): Bound[] {
  const answer = makeAnswerMandate(ports);
  return STEPS.map(([call, step, notice]) =>
    door.visited(call, async (visiting) => {
      const id = mandateId.safeParse(visiting.request.params['mandateId']);
      const stepped = id.success ? await answer(visiting.acting, id.data, step) : undefined;
      if (stepped?.ok === true) return { to: '/mandates', change: { notice } };
      if (stepped?.refusal.kind === 'mandate-settled') return { to: '/mandates', change: { notice: 'mandateSettled' } };
      return notFound(visiting);
    }),
  );
}
