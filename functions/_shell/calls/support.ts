import { type Bound, bind } from '#functions/_shell/http-door';
import type { HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import { type SupportCallers, paged } from '#functions/_shell/calls/support-rows';
import { askAssistant } from '#shared/contracts/support/assistant';
import { listUnmetNeeds } from '#shared/contracts/support/needs';
import {
  decideProposal,
  findProviders,
  listProposals,
  listTaxonomies,
  proposeProvider,
} from '#shared/contracts/support/providers';
import { DISCLOSURE } from '#shared/domain/digital-support/assistant';
import { monthsBetween } from '#shared/domain/digital-support/months';
import { coordinates } from '#shared/domain/digital-support/roles';
import { type AssistantPorts, makeAskAssistant } from '#shared/flow/digital-support/ask-assistant';
import { type KnownDirectory, countedNeeds, makeFindSupport, monthOf } from '#shared/flow/digital-support/find-support';
import { makeProposals } from '#shared/flow/digital-support/propose-provider';

/** Looking for support, and what nobody was found for. */
export function searchCalls(ports: AssistantPorts, callers: SupportCallers, directory: KnownDirectory): Bound[] {
  const find = makeFindSupport(ports, directory);
  return [
    bind(findProviders, callers.anybody, async ({ query }) => {
      const asked = Object.entries(query).filter(([, value]) => value.trim() !== '');
      const { found, nearest, place } = await find(Object.fromEntries(asked));
      const providers = found.map(({ provider, ...reached }) => ({ ...provider, ...reached }));
      return { status: 200, json: { providers, nearest, place } };
    }),
    bind(listTaxonomies, callers.anybody, async () => {
      const { terms } = await directory.read();
      return { status: 200, json: { terms } };
    }),
    bind(listUnmetNeeds, callers.programme, async ({ query, request }, role) => {
      if (!coordinates(role)) return problemAnswer(request, 'role-missing');
      const month = monthOf(ports.clock());
      const months = monthsBetween(query.from ?? query.to ?? month, query.to ?? month);
      if (months === undefined) return spanRefused(request);
      return { status: 200, json: { needs: await countedNeeds(ports.tallies, months) } };
    }),
  ];
}

function spanRefused(request: HttpRequest) {
  const rule = 'must not be before from, nor more than a year after it';
  return problemAnswer(request, 'body-invalid', { fields: [{ field: 'to', rule }] });
}

/** The way into the directory for whoever is not in it yet. */
export function proposalCalls(ports: AssistantPorts, callers: SupportCallers, directory: KnownDirectory): Bound[] {
  const { propose, proposals, decide } = makeProposals(ports, directory);
  return [
    bind(proposeProvider, callers.anybody, async ({ body, request }) => {
      const proposed = await propose(body);
      if (proposed.ok) return { status: 201, json: { id: proposed.value.id, state: 'WAITING' } };
      if (proposed.refusal.kind === 'too-many') return problemAnswer(request, 'too-many');
      const rule = 'must not hold what looks like a personal identity code';
      return problemAnswer(request, 'body-invalid', { fields: [{ field: '', rule }] });
    }),
    bind(listProposals, callers.programme, async ({ query, request }, role) =>
      coordinates(role)
        ? { status: 200, json: paged(await proposals(query.after)) }
        : problemAnswer(request, 'role-missing'),
    ),
    bind(decideProposal, callers.programme, async ({ params: { id }, body, request }, role) => {
      if (!coordinates(role)) return problemAnswer(request, 'role-missing');
      const decided = await decide(id, body);
      if (decided.ok) return { status: 200, json: decided.value };
      return problemAnswer(request, decided.refusal.kind === 'decided' ? 'conflict' : 'not-found');
    }),
  ];
}

export interface AssistantSettings {
  readonly on: boolean;
  /** Who answers for the assistant. */
  readonly owner: string;
}

/** The automatic adviser, where an operator has switched it on. */
export function assistantCalls(
  ports: AssistantPorts & { readonly assistant: AssistantSettings },
  { anybody }: SupportCallers,
  directory: KnownDirectory,
): Bound[] {
  const { on, owner } = ports.assistant;
  const ask = makeAskAssistant(ports, directory);
  return [
    bind(askAssistant, anybody, async ({ body, request }) => {
      if (!on) return problemAnswer(request, 'assistant-off');
      const disclosure = DISCLOSURE[body.language];
      return { status: 200, json: { automated: true, disclosure, owner, ...(await ask(body)) } };
    }),
  ];
}
