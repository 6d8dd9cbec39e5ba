import { type Counter, atDesk } from '#functions/_shell/calls/point/at-desk';
import { agentRefused, languageAsked, matterIn, wishIn } from '#functions/_shell/calls/choices';
import type { Bound } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { clearVisitorsMatter, listVisitorsMatters, setVisitorsMatter } from '#shared/contracts/point/matters';
import type { ProcessAddress } from '#shared/domain/consent/matter-preference';
import { type ChangeMatterPorts, makeChangeMatter } from '#shared/flow/consent/change-matter';
import { type ListedMatter, makeListMatters } from '#shared/flow/consent/list-matters';
import type { Desk } from '#shared/flow/service-point/desk';

/** Choices on one page. */
const PAGE = 100;

/** What the visitor chooses for single matters. */
export function deskMatterCalls(ports: ChangeMatterPorts, counter: Counter): Bound[] {
  const { setMatter, clearMatter } = makeChangeMatter(ports);
  const list = makeListMatters(ports);
  return [
    atDesk(listVisitorsMatters, counter, async ({ query }, desk) => {
      const { matters, next } = await list(desk.visitor.recipientId, { after: query.after, limit: PAGE });
      return { status: 200, json: { matters: matters.map((each) => matterBody(desk, each)), next } };
    }),
    atDesk(setVisitorsMatter, counter, async ({ params, body, request }, desk) => {
      const matter = matterIn(params);
      if (!matter) return problemAnswer(request, 'not-found');
      if (namesOfficial(desk, body)) return problemAnswer(request, 'own-matter');
      const set = await setMatter(desk.visitor, matter, { wish: wishIn(body), language: languageAsked(request) });
      if (set.ok) return { status: 200, json: matterBody(desk, { ...set.value, of: matter }) };
      return set.refusal.kind === 'matter-unknown' ? problemAnswer(request, 'not-found') : agentRefused(request);
    }),
    atDesk(clearVisitorsMatter, counter, async ({ params }, desk) => {
      const matter = matterIn(params);
      if (matter) await clearMatter(desk.visitor, matter);
      return { status: 204 };
    }),
  ];
}

/** An official is not made the visitor's agent by their own hand. */
function namesOfficial({ official }: Desk, { processAddress }: { readonly processAddress?: ProcessAddress }): boolean {
  return processAddress?.type === 'AGENT' && processAddress.agentId === official.code;
}

/** A choice as an official sees it: an agent without the code, a protected person without an address. */
function matterBody(desk: Desk, { of, preference, address }: ListedMatter) {
  const kind = address ? 'PROCESS_ADDRESS' : 'PAPER';
  return { ...of, kind, processAddress: address && addressBody(desk, address), declaredAt: preference.declaredAt };
}

function addressBody({ isProtected }: Desk, address: ProcessAddress) {
  return isProtected || address.type === 'AGENT' ? { type: address.type } : address;
}
