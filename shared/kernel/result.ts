/** Something the law or a rule says no to. `kind` is the only thing a caller may branch on. */
export interface Refusal {
  readonly kind: string;
}

/** A refusal is data and is returned; a fault (a bug, an outage) is thrown. */
export type Result<T, R extends Refusal> = Ok<T> | Refused<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/** The step did what it was asked; `value` is what came of it. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** The step was not done; nothing has changed. */
export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
