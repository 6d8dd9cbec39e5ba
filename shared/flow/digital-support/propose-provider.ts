import { type ProviderProposal, holdsIdentityCode, providerProposal } from '#shared/domain/digital-support/proposal';
import type { SupportProvider } from '#shared/domain/digital-support/registry/provider';
import type { Row } from '#shared/domain/programme/row';
import type { KnownDirectory, SupportPorts } from '#shared/flow/digital-support/find-support';
import { readAs } from '#shared/flow/digital-support/support-rows';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { helsinkiDay } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';

export interface ProposalPorts extends SupportPorts {
  readonly ids: Ids;
}

/** Proposals taken in a day from all the world; more than that is no proposing. */
const MOST_A_DAY = 200;

export type ProposalRefused = { readonly kind: 'too-many' } | { readonly kind: 'identity-code' };
export type DecisionRefused = { readonly kind: 'not-found' } | { readonly kind: 'decided' };

export interface ProposalDecision {
  readonly accept: boolean;
  readonly reason?: string;
}

/** Takes providers that anybody proposes, and what a coordinator says of them (REQ-112). */
export function makeProposals({ rows, tallies, clock, ids }: ProposalPorts, directory: KnownDirectory) {
  return {
    propose: async (provider: SupportProvider): Promise<Result<Row<ProviderProposal>, ProposalRefused>> => {
      if (holdsIdentityCode(provider)) return refuse({ kind: 'identity-code' });
      const now = clock();
      if (!(await tallies.draw('proposals', { span: helsinkiDay(now), most: MOST_A_DAY })))
        return refuse({ kind: 'too-many' });
      const fields: ProviderProposal = { provider, state: 'WAITING' };
      const put = await rows.put(
        { kind: 'proposals', id: `proposal-${ids.attempt()}`, fields },
        { at: now, follows: undefined },
      );
      if (!put.ok) throw new Error('a new id was not new');
      return ok(readAs(providerProposal, put.value));
    },

    proposals: async (after?: string) => {
      const page = await rows.list('proposals', after);
      return { ...page, rows: page.rows.map((row) => readAs(providerProposal, row)) };
    },

    /** An accepted one stands in the directory under its own id; said again, the same is left as it is. */
    decide: async (
      id: string,
      { accept, reason }: ProposalDecision,
    ): Promise<Result<Row<ProviderProposal>, DecisionRefused>> => {
      const row = await rows.read('proposals', id);
      if (!row) return refuse({ kind: 'not-found' });
      const proposal = readAs(providerProposal, row);
      const state = accept ? 'ACCEPTED' : 'REFUSED';
      if (proposal.state === state) return ok(proposal);
      if (proposal.state !== 'WAITING') return refuse({ kind: 'decided' });
      // The provider first: what stops between the two is done again by whoever asks again.
      if (accept)
        await rows.put({ kind: 'providers', id, fields: proposal.provider }, { at: clock(), follows: undefined });
      const fields: ProviderProposal = { provider: proposal.provider, state, reason };
      const put = await rows.put({ kind: 'proposals', id, fields }, { at: clock(), follows: row.version });
      directory.forget();
      return put.ok ? ok(readAs(providerProposal, put.value)) : refuse({ kind: 'decided' });
    },
  };
}
