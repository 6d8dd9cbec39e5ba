import type { HttpRequest } from '#functions/_shell/http';
import type { CallForAnother } from '#shared/contracts/me/acts';
import type { Theme } from '#shared/domain/mandate/themes';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import { type ActNotCovered, permit } from '#shared/flow/mandate/permit';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';

/** What may be done for another by a front, and which of their powers the operator has switched on. */
export interface ActsForPorts extends EnterLookPorts {
  /** @default nothing may be done for another */
  readonly calls: Readonly<Record<string, CallForAnother>>;
  readonly themes: readonly Theme[];
}

/** On behalf of another a call is made by the powers that cover it, and the look is entered before it is made. */
export function makeActsFor({ calls, themes, ...ports }: ActsForPorts) {
  const enterLook = makeEnterLook(ports);

  return async function actsFor(
    acting: Acting,
    { method, resource }: Pick<HttpRequest, 'method' | 'resource'>,
  ): Promise<Result<Acting, ActNotCovered>> {
    if (!acting.powers) return ok(acting);
    const call = calls[`${method} ${resource}`];
    if (!call) return refuse({ kind: 'act-not-covered' });
    const permitted = permit(acting, call.act, themes);
    if (permitted.ok && call.entered) await enterLook(permitted.value, call.entered);
    return permitted;
  };
}
