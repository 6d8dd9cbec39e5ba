import { linkOf, originHash } from '#shared/domain/evidence/fact-chain';
import type { SignedRoot } from '#shared/domain/evidence/root';
import { type DeliveryFact, actorOf, deliveryFact } from '#shared/domain/message/facts';
import { deliveryIdOf } from '#shared/domain/message/ids';
import { type DeliveryEvidence, type EvidenceBundle, recordOf } from '#shared/flow/evidence/evidence-bundle';
import { makeVerifyProof } from '#shared/flow/evidence/verify-proof';
import { type Fault, type VerifyTools, firstOf } from '#shared/flow/evidence/verify-roots';
import { canonicalJson } from '#shared/kernel/digest';

/**
 * Verifies a bundle by what it holds and nothing else. Hashes are made from the events as they are written, so that nothing
 * can be added to one either; the decision and the dates are worked out anew, by the rules this verifier knows.
 */
export function makeVerifyEvidence(tools: VerifyTools) {
  const { digest } = tools;
  const proofFault = makeVerifyProof(tools);

  /** @returns the first thing that does not hold, with the event it concerns */
  return function bundleFault({ messageId, deliveries }: EvidenceBundle): Fault {
    const wrong = deliveries.find(
      ({ origin }, i) => origin.messageId !== messageId || origin.deliveryId !== deliveryIdOf(messageId, i + 1),
    );
    if (wrong) return `delivery ${wrong.origin.deliveryId}: is not the next delivery of message ${messageId}`;
    return firstOf(deliveries.map((delivery) => () => deliveryFault(delivery)));
  };

  function deliveryFault(delivery: DeliveryEvidence): Fault {
    const { origin, chain, facts, proof } = delivery;
    const name = `delivery ${origin.deliveryId}`;
    const starts = chain.start === originHash(digest, origin);
    const ends = chain.head === (facts.at(-1)?.hash ?? chain.start);
    return firstOf([
      () => (starts ? undefined : `${name}: its chain does not start from its origin`),
      ...facts.map((_, i) => () => factFault(delivery, i)),
      () => (ends ? undefined : `${name}: the event after event ${facts.length} is missing`),
      () => recordFault(delivery),
      () => (proof.sealed ? proofFault(delivery, proof) : undefined),
    ]);
  }

  function factFault(delivery: DeliveryEvidence, i: number): Fault {
    const { origin, chain, facts } = delivery;
    const each = facts[i];
    if (!each) return undefined;
    if (each.erased) return erasedFault(delivery, i);
    const parsed = deliveryFact.safeParse(each.fact);
    const type = parsed.success ? parsed.data.type : 'of unknown form';
    const name = `delivery ${origin.deliveryId}, event ${i + 1} (${type})`;
    if (each.seq !== i + 1) return `${name}: is numbered ${each.seq}`;
    if (each.hash !== linkOf(digest, facts[i - 1]?.hash ?? chain.start, each.fact))
      return `${name}: its hash does not follow from the event before it and from what it says`;
    if (!parsed.success) return `${name}: is no event this verifier knows`;
    const { role, assurance, mandateId } = actorOf(parsed.data);
    return same(each.actor, { role, assurance, mandateId }) ? undefined : `${name}: its actor is not the one it names`;
  }
}

/** Of what is erased only the places and the hashes are left; a proof ends as a whole or not at all. */
function erasedFault({ origin, facts }: DeliveryEvidence, i: number): Fault {
  const name = `delivery ${origin.deliveryId}, event ${i + 1}`;
  if (facts[i]?.seq !== i + 1) return `${name}: is numbered ${facts[i]?.seq}`;
  return facts.every(({ erased }) => erased) ? undefined : `${name}: is erased, and others of its delivery are not`;
}

/** What follows from the events, against what is shown; of erased ones nothing follows. */
function recordFault({ origin, facts, decision, calculation }: DeliveryEvidence): Fault {
  const record = recordOf(
    origin,
    facts.filter(({ erased }) => !erased).map(({ fact }): DeliveryFact => deliveryFact.parse(fact)),
  );
  const name = `delivery ${origin.deliveryId}`;
  const rules = 'by the rules this verifier knows';
  if (!same(decision, record.decision)) return `${name}: the decision shown is not that of its events ${rules}`;
  return same(calculation, record.calculation)
    ? undefined
    : `${name}: the calculation does not follow from its events ${rules}`;
}

/** The first root of a bundle that is not among the published ones. */
export function unpublishedFault({ deliveries }: EvidenceBundle, published: readonly SignedRoot[]): Fault {
  return firstOf(
    deliveries.map(({ origin, proof }) => () => {
      if (!proof.sealed || published.some((each) => same(each, proof.root))) return undefined;
      return `delivery ${origin.deliveryId}: its root of ${proof.root.root.day} is not among the published roots`;
    }),
  );
}

/** Whether two values say the same. */
function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
