import { climbTree } from '#shared/domain/evidence/merkle';
import { endLeaves } from '#shared/domain/evidence/root';
import { type PageHeader, hashOfLeaves, hashOfPage, leafOf } from '#shared/domain/feed/page';
import { climb, placeOf } from '#shared/domain/feed/peaks';
import type { DeliveryEvidence, Sealed } from '#shared/flow/evidence/evidence-bundle';
import { type Fault, type VerifyTools, firstOf, makeVerifyRoots } from '#shared/flow/evidence/verify-roots';

/** Verifies the way from an event to a signed root, link by link. */
export function makeVerifyProof(tools: VerifyTools) {
  const { digest } = tools;
  const { rootFault } = makeVerifyRoots(tools);

  return function proofFault({ origin, facts }: DeliveryEvidence, proof: Sealed): Fault {
    const { seq, page, leaves, sealedPage = page, path, root } = proof;
    const proven = facts[seq - 1];
    const leaf = leafOf(digest, { deliveryId: origin.deliveryId, seq, hash: proven?.hash });
    const link = (holds: boolean, says: string) => () => (holds ? undefined : `delivery ${origin.deliveryId}: ${says}`);
    const feed = `page ${page.number} of the feed`;
    return firstOf([
      link(proven !== undefined, `event ${seq}, which was sealed, is missing`),
      link(leaves.includes(leaf), `event ${seq} does not stand on ${feed}`),
      link(page.leavesHash === hashOfLeaves(digest, leaves), `${feed} has other events`),
      link(page.tenantId === origin.tenantId, `${feed} is another sender's`),
      link(isUnder(proof), `${feed} is not one of those that page ${sealedPage.number} vouches for`),
      link(sealedPage.at < root.root.until, `page ${sealedPage.number} of the feed is later than the day of the root`),
      link(
        climbTree(digest, endLeaf(sealedPage), path) === root.root.tree,
        `page ${sealedPage.number} of the feed does not lead to the root of ${root.root.day}`,
      ),
      () => rootFault(root),
    ]);
  };

  /** Whether the page that was sealed vouches for the page of the event. */
  function isUnder({ page, sealedPage, siblings }: Sealed): boolean {
    if (!sealedPage) return siblings.length === 0;
    if (page.number < 1 || page.number >= sealedPage.number) return false;
    const place = placeOf(page.number, sealedPage.number - 1);
    if (place.siblings.length !== siblings.length) return false;
    const beside = place.siblings.map((sibling, i) => ({ ...sibling, root: siblings[i] ?? '' }));
    return climb(digest, hashOfPage(digest, page), beside) === sealedPage.peaks[place.peak];
  }

  function endLeaf(header: PageHeader): string {
    const { tenantId, lane, number } = header;
    const [leaf = ''] = endLeaves(digest, [{ tenantId, lane, number, hash: hashOfPage(digest, header) }]);
    return leaf;
  }
}
