import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { tooMany } from '#functions/_shell/official-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import { beginVisit } from '#shared/contracts/point/visits';
import type { ServeVisitor } from '#shared/flow/service-point/serve-visitor';
import type { Official } from '#shared/ports/officials';

const NOBODY = { field: 'visitorId', rule: 'must be the code of a living person in the population register' };

/** An official begins to serve a visitor. */
export function visitCalls({ begin }: ServeVisitor, caller: Authenticate<Official>): Bound[] {
  return [
    bind(beginVisit, caller, async ({ body, request }, official) => {
      const begun = await begin(official, body);
      if (begun.ok) return { status: 201, json: begun.value };
      const { kind } = begun.refusal;
      if (kind === 'visitor-unknown') return problemAnswer(request, 'body-invalid', { fields: [NOBODY] });
      return problemAnswer(request, kind === 'looks-used-up' ? tooMany() : kind);
    }),
  ];
}
