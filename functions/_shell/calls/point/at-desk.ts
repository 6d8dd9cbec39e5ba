import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, type Input, bind } from '#functions/_shell/http-door';
import type { Operation } from '#shared/contracts/http/operation';
import { DESK_ACTS } from '#shared/contracts/point/acts';
import type { Desk } from '#shared/flow/service-point/desk';
import type { ServeVisitor } from '#shared/flow/service-point/serve-visitor';

/** Who calls a service point, and the log that every call is entered in. */
export interface Counter {
  readonly desk: Authenticate<Desk>;
  readonly enter: ServeVisitor['enter'];
}

/** Binds a call within a visit: it stands in the visitor's log before anything is shown or done. */
export function atDesk<Params, Query, Body>(
  operation: Operation<Params, Query, Body>,
  { desk, enter }: Counter,
  act: (input: Input<Params, Query, Body>, desk: Desk) => Promise<Answer>,
): Bound {
  const entered = DESK_ACTS[`${operation.method} ${operation.path}`];
  if (!entered) throw new Error(`no official may ${operation.operationId}`);
  return bind(operation, desk, async (input, at) => {
    await enter(at, entered);
    return act(input, at);
  });
}
