import { factView } from '#functions/_shell/fact-view';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import type { EventView } from '#shared/contracts/hub/event-view';
import { type DeliveryView, type MessageView, findMessage, showMessage } from '#shared/contracts/hub/message';
import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import type { Delivery } from '#shared/domain/message/delivery';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { externalId, messageId } from '#shared/domain/message/ids';
import { nextDue } from '#shared/domain/service-of-document/timers';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type CostOf, type CostPorts, makeShowCosts } from '#shared/flow/pricing/show-costs';
import {
  type ShowPorts,
  type ShownDelivery,
  type ShownMessage,
  makeShowMessage,
} from '#shared/flow/delivery/show-message';
import { type WaitsFor, makeWhyItWaits } from '#shared/flow/delivery-postal/why-it-waits';

type HubPorts = ShowPorts & CostPorts & Parameters<typeof makeWhyItWaits>[0];

/** State of a message for its sender: the hub's own front. */
export function hubCalls(ports: HubPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const { byId, byExternalId } = makeShowMessage(ports);
  const costsOf = makeShowCosts(ports);
  const whyItWaits = makeWhyItWaits(ports);
  return [
    bind(showMessage, caller, async ({ params, request }, { tenantId }) => {
      const id = messageId.safeParse(Number(params.messageId));
      const shown = id.success ? await byId(tenantId, id.data) : undefined;
      return shown?.ok === true ? answer(shown.value) : problemAnswer(request, 'not-found');
    }),
    bind(findMessage, caller, async ({ query, request }, sender) => {
      const id = externalId.safeParse(query.externalId);
      const shown = id.success ? await byExternalId(sender, id.data) : undefined;
      return shown?.ok === true ? answer(shown.value) : problemAnswer(request, 'not-found');
    }),
  ];

  async function answer(shown: ShownMessage): Promise<{ status: 200; json: MessageView }> {
    const { tenantId } = shown.message;
    const [costOf, waitsFor] = await Promise.all([
      costsOf(tenantId),
      whyItWaits(
        tenantId,
        shown.deliveries.map(({ delivery }) => delivery),
      ),
    ]);
    return { status: 200, json: viewOf(shown, { costOf, waitsFor }) };
  }
}

/** What is told of a delivery beyond its facts. */
interface Beside {
  readonly costOf: CostOf;
  readonly waitsFor: (delivery: Delivery) => WaitsFor | undefined;
}

function viewOf({ message, deliveries, state }: ShownMessage, beside: Beside): MessageView {
  const { messageId: id, externalId: external, serviceId, matterId, kind, acceptedAt, contentSha256 } = message;
  return {
    messageId: id,
    externalId: external,
    serviceId,
    matterId,
    kind,
    acceptedAt,
    state,
    contentSha256,
    erased: message.erased && { contentAt: message.erased.at, proofAt: message.erased.proofEndedAt },
    deliveries: deliveries.map((each) => deliveryView(each, beside)),
  };
}

function deliveryView(
  { delivery, recipient, assessments, flags }: ShownDelivery,
  { costOf, waitsFor }: Beside,
): DeliveryView {
  const { decision } = foldFacts(delivery.facts);
  const due = nextDue(delivery);
  const costs = costOf(delivery);
  return {
    deliveryId: delivery.deliveryId,
    recipient,
    channel: decision?.channel ?? null,
    reason: decision?.reason ?? null,
    flags: [...flags],
    decision: decision
      ? {
          ruleSetId: decision.ruleSetId,
          decidedAt: decision.decidedAt,
          path: decision.path,
          legalBasis: legalBasisOf(decision),
          explanation: explain(decision),
          facts: decision.facts,
        }
      : null,
    assessments: [...assessments],
    next: due && { step: due.step, dueAt: due.at, waitsFor: waitsFor(delivery) },
    costs: { ...costs, items: [...costs.items] },
    events: eventsOf(delivery),
  };
}

/** What happened; once the proof has ended, only that and when it did. */
function eventsOf({ facts, keeping }: Delivery): EventView[] {
  const links = keeping?.proof?.links;
  if (!links) return facts.map((fact, i) => factView(fact, i + 1));
  return links.map(({ type, at }, i) => ({ seq: i + 1, type, at, actor: { role: 'SYSTEM' } }));
}
