import { type SigningIn, type Visit, type VisitState, isOver, visitState } from '#shared/domain/visit/visit';
import type { Language } from '#shared/domain/message/hub-fields';
import { parseJson } from '#shared/kernel/json';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { IdentifiedPerson } from '#shared/ports/identification';
import type { Sealer } from '#shared/ports/sealer';
import type { Secrets } from '#shared/ports/secrets';

export interface VisitPorts {
  readonly sealer: Sealer;
  readonly secrets: Pick<Secrets, 'nonce'>;
  readonly clock: Clock;
}

export interface VisitRefused {
  /** None: nothing that this hub sealed; over: it has ended by itself. */
  readonly kind: 'visit-none' | 'visit-over';
}

/** What the seal of a visit is bound to. */
const CONTEXT = 'visit';

/** Name of the only key a visit is sealed with; a seal that names another is not even tried. */
const KEY = 'visits';

/**
 * Keeps a visit to the pages between two requests: sealed, in the hands of its browser. Nothing is stored, so nothing
 * is left of a visit that has ended.
 *
 * @see ADR 028; REQ-065
 */
export function makeKeepVisit({ sealer, secrets, clock }: VisitPorts) {
  async function seal(state: VisitState): Promise<string> {
    return sealer.sealText({ key: KEY, context: CONTEXT, text: JSON.stringify(state) });
  }

  async function open(sealed: string | undefined): Promise<Result<VisitState, VisitRefused>> {
    const read = sealed?.startsWith(`${KEY}:`) === true ? await readState(sealed) : undefined;
    if (!read) return refuse({ kind: 'visit-none' });
    return isOver(read, clock()) ? refuse({ kind: 'visit-over' }) : ok(read);
  }

  /** A seal that was tampered with, or made by another hub, is like none at all. */
  async function readState(sealed: string): Promise<VisitState | undefined> {
    const text = await sealer.openText(CONTEXT, sealed).catch(() => undefined);
    const json = text === undefined ? undefined : parseJson(text);
    return json?.ok === true ? visitState.safeParse(json.value).data : undefined;
  }

  function begin({ language, to }: { readonly language: Language; readonly to: string }): SigningIn {
    const proofs = { state: secrets.nonce(), nonce: secrets.nonce(), verifier: secrets.nonce() };
    return { kind: 'SIGNING_IN', ...proofs, language, to, startedAt: clock() };
  }

  /** The visit of somebody who has come back identified: with an id of its own, never one that was known before. */
  function enter({ id, name, assurance, onBehalfOf }: IdentifiedPerson, language: Language): Visit {
    const at = clock();
    const person = { id, name, assurance };
    return { kind: 'VISIT', visitId: secrets.nonce(), person, onBehalfOf, language, startedAt: at, seenAt: at };
  }

  /** The same visit, seen now. */
  function renew(visit: Visit): Visit {
    return { ...visit, seenAt: clock() };
  }

  /** What every form of a visit carries: nobody else can tell it. */
  async function formToken({ visitId }: Visit): Promise<string> {
    return (await sealer.digest('visit-form', visitId)).slice(0, 32);
  }

  return { seal, open, begin, enter, renew, formToken };
}

export type KeepVisit = ReturnType<typeof makeKeepVisit>;
