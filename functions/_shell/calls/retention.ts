import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { HttpRequest } from '#functions/_shell/http';
import type { Operator } from '#functions/_shell/operator-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import { liftLegalHold, putLegalHold, showLegalHold, showRetention } from '#shared/contracts/hub/retention';
import { chosenId } from '#shared/domain/channel/duty-exception';
import { type LegalHoldPorts, type Ruler, makeLegalHold } from '#shared/flow/retention/legal-hold';
import { type AheadPorts, countsOf, makeRetentionAhead } from '#shared/flow/retention/retention-ahead';
import { endOfDay } from '#shared/domain/evidence/root';
import { type Instant, after } from '#shared/kernel/time';

/** Legal holds of authorities and of the operator. */
export function legalHoldCalls(ports: LegalHoldPorts, caller: Authenticate<Ruler>): Bound[] {
  const { enter, shown, lift } = makeLegalHold(ports);
  return [
    bind(putLegalHold, caller, async ({ params: { id }, body, request }, ruler) => {
      if (!chosenId.safeParse(id).success) return idRefused(request);
      const entered = await enter(ruler, id, body);
      if (entered.ok) return { status: entered.value.isNew ? 201 : 200, json: entered.value.hold };
      if (entered.refusal.kind === 'nothing-left') return problemAnswer(request, 'conflict');
      return problemAnswer(request, 'body-invalid', { fields: entered.refusal.problems });
    }),
    bind(showLegalHold, caller, async ({ params: { id }, request }, ruler) => {
      const hold = await shown(ruler, id);
      return hold ? { status: 200, json: hold } : problemAnswer(request, 'not-found');
    }),
    bind(liftLegalHold, caller, async ({ params: { id }, request }, ruler) =>
      (await lift(ruler, id)) ? { status: 204 } : problemAnswer(request, 'not-found'),
    ),
  ];
}

/** Entries of the work list that a page looks at. */
const PAGE = 500;

/** What retention is about to end. */
export function retentionCalls(ports: AheadPorts, caller: Authenticate<Operator>): Bound[] {
  const retentionAhead = makeRetentionAhead(ports);
  return [
    bind(showRetention, caller, async ({ query: { until, ...from }, request }) => {
      const limit = Number(from.limit ?? PAGE);
      const page = await retentionAhead(lastMomentOf(until), { after: from.after, limit });
      if (page) return { status: 200, json: { until, ...page, counts: countsOf(page.ending) } };
      return problemAnswer(request, 'body-invalid', {
        fields: [{ field: 'after', rule: 'was not given by this service' }],
      });
    }),
  ];
}

function lastMomentOf(day: Parameters<typeof endOfDay>[0]): Instant {
  return after(endOfDay(day), -1);
}

/** The value is not repeated: it may be somebody's code. */
function idRefused(request: HttpRequest) {
  const rule = 'must be 1 to 64 letters, digits, dots, dashes or underscores, and no personal identity code';
  return problemAnswer(request, 'body-invalid', { fields: [{ field: 'id', rule }] });
}
