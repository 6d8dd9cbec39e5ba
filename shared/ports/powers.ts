import type { Power } from '#shared/domain/message/power';

/** Who holds a power, by identity code or business id, and under what name. Never leaves the request. */
export interface PowerHolder {
  readonly id: string;
  readonly name: string;
  readonly power: Power;
}

/**
 * Powers to act for another (Suomi.fi-valtuudet and its like). Asked live at every use: nothing of an answer is kept but
 * what the fact that rests on it needs.
 *
 * @see REQ-119, REQ-121; domain.md 2.9
 */
export interface PowerRegister {
  /** Powers in force now that `holder` has for `principal`; both are codes or business ids. */
  between(holder: string, principal: string): Promise<readonly Power[]>;
  /** Everybody who holds a power for the principal now. */
  holdersFor(principal: string): Promise<readonly PowerHolder[]>;
  /** Everybody `holder` may act for now. */
  principalsOf(holder: string): Promise<readonly PowerHolder[]>;
}
