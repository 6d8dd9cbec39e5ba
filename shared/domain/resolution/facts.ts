import type { Party } from '#shared/domain/message/addressee';
import type { RecipientKind } from '#shared/domain/message/decision';
import type { Power } from '#shared/domain/message/power';

/** An agent, by a power in force that reaches the message. */
export interface AgentOf {
  readonly party: Party;
  readonly power: Power;
}

/** Guardians as the register has them; those that have died are none. */
export interface GuardianFacts {
  readonly parties: readonly Party[];
  /** The register has named some, though none may be left to receive. */
  readonly task: 'COVERS_THE_MATTER' | 'NOT_THE_MATTER';
  /** Of an adult: the guardian alone may speak in the matter. */
  readonly alone: boolean;
}

/** What registers and powers say about the recipient a sender has named, at the moment of resolving. */
export interface ResolutionFacts {
  readonly kind: RecipientKind;
  /** The recipient itself. */
  readonly recipient: Party;
  /** Of a person, in full years; absent where it is not known. */
  readonly age?: number;
  readonly deceased: boolean;
  /** Under a protection order: the address the sender gave for it is given to nobody else. */
  readonly isProtected: boolean;
  readonly dissolved: boolean;
  /** Who holds or administers the estate, of the person or of the organisation. */
  readonly estateHolder?: Party;
  /** An estate in the register of organisations has given an address of its own. */
  readonly hasOwnAddress: boolean;
  readonly guardians: GuardianFacts;
  readonly agents: readonly AgentOf[];
  /** Named by the parties to a joint matter, else the first who signed. */
  readonly contact?: Party;
  /** The document is for the recipient's own eyes: it must be served in person, or is hidden from agents. */
  readonly inPerson: boolean;
}

/** What an operator chooses. */
export interface ResolutionOptions {
  /** All guardians of a child are served, or the first that the register names. @default ALL */
  readonly minorGuardians: 'ALL' | 'FIRST';
}
