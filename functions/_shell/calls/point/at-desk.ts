import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, type Input, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import type { Operation } from '#shared/contracts/http/operation';
import { DESK_ACTS, actInPlace } from '#shared/contracts/point/acts';
import { covers } from '#shared/domain/mandate/acts';
import type { Desk } from '#shared/flow/service-point/desk';
import type { ServeVisitor } from '#shared/flow/service-point/serve-visitor';

/** Who calls a service point, and the log that every call is entered in. */
export interface Counter {
  readonly desk: Authenticate<Desk>;
  readonly enter: ServeVisitor['enter'];
  /** What a call is refused by before it is entered: nothing is then shown or done. @default nothing */
  readonly refusedFirst?: (request: HttpRequest, desk: Desk) => Promise<Answer | undefined>;
}

/**
 * Binds a call within a visit: it stands in the log of whom it is about before anything is shown or done. A change that is
 * refused after that stands there as one that was tried. Who stands in for another may do what they may at `/me/v1`.
 */
export function atDesk<Params, Query, Body>(
  operation: Operation<Params, Query, Body>,
  { desk, enter, refusedFirst }: Counter,
  act: (input: Input<Params, Query, Body>, desk: Desk) => Promise<Answer>,
): Bound {
  const call = `${operation.method} ${operation.path}`;
  const entered = DESK_ACTS[call];
  if (!entered) throw new Error(`no official may ${operation.operationId}`);
  return bind(operation, desk, async (input, at) => {
    if (!mayInPlace(at, call)) return problemAnswer(input.request, 'act-not-covered');
    const refused = await refusedFirst?.(input.request, at);
    if (refused) return refused;
    await enter(at, entered);
    return act(input, at);
  });
}

/** No act at a desk is of a theme of mandates: what the role may is all there is. */
function mayInPlace({ inPlace }: Desk, call: string): boolean {
  const act = actInPlace(call);
  return !inPlace || (act !== undefined && covers(inPlace.power, act, []));
}
