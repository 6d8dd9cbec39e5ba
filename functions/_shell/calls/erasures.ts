import { notForAnother } from '#functions/_shell/calls/own-requests';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { eraseOwnData as eraseCall, showErasure } from '#shared/contracts/me/erasures';
import { languageOf } from '#shared/contracts/problems';
import { type ErasePorts, type ErasureView, makeEraseOwnData } from '#shared/flow/own-data/erase-own-data';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** What a person has erased, and what is kept by law. */
export function erasureCalls(ports: ErasePorts, caller: Authenticate<Acting>): Bound[] {
  const { aheadOf, eraseOwnData } = makeEraseOwnData(ports);
  return [
    bind(showErasure, caller, async ({ query, request }, acting) => {
      const ahead = await aheadOf(acting, { withdrawConsent: query.withdrawConsent === 'true' });
      return ahead.ok ? viewAnswer(request, ahead.value) : notForAnother(request);
    }),
    bind(eraseCall, caller, async ({ body, request }, acting) => {
      const erased = await eraseOwnData(acting, body);
      return erased.ok ? viewAnswer(request, erased.value) : notForAnother(request);
    }),
  ];
}

function viewAnswer(request: HttpRequest, { verdicts, newest }: ErasureView): Answer {
  const language = languageOf(request.headers['accept-language']);
  const stays = verdicts.flatMap((each) =>
    each.goes ? [] : [{ ...each, reason: each.reason[language], until: each.until[language] }],
  );
  const goes = verdicts.flatMap((each) => (each.goes ? [each.holding] : []));
  return { status: 200, json: { goes, stays, newest } };
}
