import type { Power } from '#shared/domain/message/power';

/** Who holds a power, by identity code or business id, and under what name. Never leaves the request. */
export interface PowerHolder {
  readonly id: string;
  readonly name: string;
  readonly power: Power;
}

/** Whom somebody may act for. */
export interface Principals {
  readonly known: readonly PowerHolder[];
  /** False where a register that may know of more can not be asked from this end, or does not answer. */
  readonly complete: boolean;
}

/**
 * Powers to act for another (Suomi.fi-valtuudet and its like). Asked live at every use: nothing of an answer is kept but
 * what the fact that rests on it needs.
 *
 * @see REQ-119, REQ-121; domain.md 2.9
 */
export interface PowerRegister {
  /** Powers in force now that `holder` has for `principal`; both are codes or business ids. Throws `PowersUnknown`. */
  between(holder: string, principal: string): Promise<readonly Power[]>;
  /** Everybody who holds a power for the principal now, as far as the registers can be asked. */
  holdersFor(principal: string): Promise<readonly PowerHolder[]>;
  /** Everybody `holder` may act for now, as far as the registers can be asked from this end. */
  principalsOf(holder: string): Promise<Principals>;
}

/** Thrown by a register of powers that does not answer: nobody knows what somebody may do, so nothing is granted. */
export class PowersUnknown extends Error {
  override readonly name = 'PowersUnknown';
}
