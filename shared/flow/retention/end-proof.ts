import { proofKey, proofsAmong } from '#shared/domain/delivery-postal/proof';
import type { Delivery } from '#shared/domain/message/delivery';
import { messageState } from '#shared/domain/message/delivery-state';
import { lastOf } from '#shared/domain/message/facts';
import { type EndedProof, type Keeping, endedProof } from '#shared/domain/message/keeping';
import { type EndingRefusal, makeBeginEnding } from '#shared/flow/retention/begin-ending';
import type { Subject } from '#shared/flow/retention/ending-subject';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock, Instant } from '#shared/kernel/time';
import type { DeliveryLog, VersionConflict } from '#shared/ports/delivery-log';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Ids } from '#shared/ports/ids';
import type { KeptContents } from '#shared/ports/kept-contents';
import type { LegalHolds } from '#shared/ports/legal-holds';

interface EndProofPorts {
  readonly deliveries: DeliveryLog;
  readonly contents: KeptContents;
  readonly documents: Pick<DocumentStore, 'remove'>;
  readonly holds: LegalHolds;
  readonly ids: Ids;
  readonly clock: Clock;
}

/**
 * Reduces the facts of a message's deliveries to the links of their chains: what happened and when, and the hashes, under which
 * everything that was sealed still verifies. Who it was, what was decided and what officials wrote is gone, and so is what a
 * print provider scanned.
 */
export function makeEndProof(ports: EndProofPorts) {
  const { deliveries, contents, documents, clock } = ports;
  const beginEnding = makeBeginEnding(ports);

  return async function endProof(
    subject: Subject,
    all: readonly Delivery[],
  ): Promise<Result<undefined, EndingRefusal | VersionConflict>> {
    const at = subject.erased?.proofEndedAt ? ok(subject.erased.proofEndedAt) : await commit(subject);
    if (!at.ok) return at;
    const done = await Promise.all(all.map(async (each) => reduce(each, at.value)));
    return done.includes(false) ? refuse({ kind: 'version-conflict' }) : ok(undefined);
  };

  /** The write that a hold can still prevent. */
  async function commit(subject: Subject): Promise<Result<Instant, EndingRefusal>> {
    const begun = await beginEnding(subject);
    if (!begun.ok) return begun;
    const at = clock();
    const isDone = await contents.endProof(subject.seen, at);
    await begun.value.finish();
    return isDone ? ok(at) : refuse({ kind: 'hold-moved' });
  }

  /** The scans go first: which there are follows from the facts. */
  async function reduce(delivery: Delivery, at: Instant): Promise<boolean> {
    const { keeping } = reduced(delivery, at);
    for (const { letterId, sha256 } of proofsAmong(delivery.facts)) await documents.remove(proofKey(letterId, sha256));
    return delivery.keeping?.proof !== undefined || deliveries.endProof(delivery, keeping);
  }
}

/** A delivery with the links of its facts in their place; readers see it so from the write that ended its proof. */
export function reduced(delivery: Delivery, at: Instant | undefined): Delivery & { readonly keeping: Keeping } {
  const { keeping = {} } = delivery;
  if (keeping.proof || at === undefined) return { ...delivery, keeping };
  const ended = { contentEndedAt: keeping.contentEndedAt, proof: linksOf(delivery, at) };
  return { ...delivery, recipientId: undefined, facts: [], keeping: ended };
}

function linksOf({ facts }: Delivery, at: Instant): EndedProof {
  const state = lastOf(facts, 'SERVED') ? 'SERVED' : messageState([{ facts }]);
  const links = facts.map(({ type, at: moment, hash = '' }) => ({ type, at: moment, hash }));
  return endedProof.parse({ endedAt: at, state, links });
}
