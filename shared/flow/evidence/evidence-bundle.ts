import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import type { Origin } from '#shared/domain/evidence/fact-chain';
import type { TreeStep } from '#shared/domain/evidence/merkle';
import type { SignedRoot } from '#shared/domain/evidence/root';
import type { PageHeader } from '#shared/domain/feed/page';
import type { Decision } from '#shared/domain/message/decision';
import type { Actor } from '#shared/domain/message/actor';
import { type DeliveryFact, actorOf, lastOf } from '#shared/domain/message/facts';
import type { Delivery } from '#shared/domain/message/delivery';
import type { MessageId } from '#shared/domain/message/ids';
import { type Assessment, assess } from '#shared/domain/service-of-document/assess';

export const BUNDLE_FORMAT = 'viestivayla-evidence-1';

/** All there is to show of the service of one message, in a form that proves itself. */
export interface EvidenceBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly messageId: MessageId;
  readonly deliveries: readonly DeliveryEvidence[];
}

export interface DeliveryEvidence extends EvidenceRecord {
  readonly origin: Origin;
  readonly facts: readonly ProvenFact[];
  /** The hash before the first fact, and the hash of the last. */
  readonly chain: { readonly start: string; readonly head: string };
  readonly proof: Proof;
}

export interface ProvenFact {
  /** From 1. */
  readonly seq: number;
  readonly actor: Omit<Actor, 'name'>;
  /** Over the hash before it and `fact`. */
  readonly hash: string;
  /** As it is stored, sealed values sealed. */
  readonly fact: object;
  /** The time of the proof is over: `fact` is reduced to its type and moment, and only its hash still vouches for it. */
  readonly erased?: true;
}

/** What follows from the facts by the rules: never stored, always worked out anew. */
export interface EvidenceRecord {
  /** The decision in force; earlier ones stand in their facts. */
  readonly decision?: Omit<Decision, 'gateVersion'> & {
    readonly legalBasis: readonly string[];
    readonly explanation: Readonly<Record<'fi' | 'sv' | 'en', string>>;
  };
  /** The calculation: each attempt by each rule set, with statute, inputs and dates. */
  readonly calculation: readonly Assessment[];
}

/** The way from the newest published fact to a signed root. */
export type Proof = Sealed | NotSealed;

export interface NotSealed {
  readonly sealed: false;
  /** No seal has come since the newest fact was published, or it is not published yet. */
  readonly because: 'NOT_PUBLISHED' | 'NOT_SEALED';
}

export interface Sealed {
  readonly sealed: true;
  /** The fact that stands on `page`; its hash covers every fact before it. */
  readonly seq: number;
  readonly page: PageHeader;
  /** Of every event on `page`; they tell nothing of the others. */
  readonly leaves: readonly string[];
  /** Roots beside the way from `page` up to a peak of `sealedPage`. */
  readonly siblings: readonly string[];
  /** The last page of the lane that day; absent when that is `page` itself. */
  readonly sealedPage?: PageHeader;
  /** From that page to the tree of the day. */
  readonly path: readonly TreeStep[];
  readonly root: SignedRoot;
}

/** The facts of a delivery as evidence shows them, or what is left of them. */
export function provenFacts({ facts, keeping }: Delivery): ProvenFact[] {
  const links = keeping?.proof?.links;
  if (!links) return facts.map((fact, i) => provenFact(fact, i + 1));
  const actor = { role: 'SYSTEM' as const };
  return links.map(({ type, at, hash }, i) => ({ seq: i + 1, actor, hash, fact: { type, at }, erased: true }));
}

function provenFact(stored: DeliveryFact, seq: number): ProvenFact {
  const { hash = '', ...fact } = stored;
  const { role, assurance, mandateId } = actorOf(stored);
  return { seq, actor: { role, assurance, mandateId }, hash, fact };
}

/** What follows from the facts of a delivery. */
export function recordOf(
  { kind, terms }: Pick<Origin, 'kind' | 'terms'>,
  facts: readonly DeliveryFact[],
): EvidenceRecord {
  const decision = lastOf(facts, 'DECIDED')?.decision;
  const numbered = facts.map((fact, i) => ({ seq: i + 1, fact }));
  return { decision: decision && decisionRecord(decision), calculation: assess({ kind, terms, facts: numbered }) };
}

function decisionRecord(decision: Decision): EvidenceRecord['decision'] {
  const { ruleSetId, decidedAt, path, channel, reason, flags, facts } = decision;
  const shown = { ruleSetId, decidedAt, path, channel, reason, flags, facts };
  return { ...shown, legalBasis: legalBasisOf(decision), explanation: explain(decision) };
}
