import { fingerprint } from '#shared/adapters/crypto/sha256';
import { verifySignature } from '#shared/adapters/crypto/verify-signature';
import { evidenceBundle } from '#shared/contracts/hub/evidence';
import type { SignedRoot } from '#shared/domain/evidence/root';
import type { DeliveryEvidence, EvidenceBundle } from '#shared/flow/evidence/evidence-bundle';
import { makeVerifyEvidence, unpublishedFault } from '#shared/flow/evidence/verify-evidence';
import { makeVerifyRoots } from '#shared/flow/evidence/verify-roots';
import { parseJson } from '#shared/kernel/json';

/** What came of verifying, in words. */
export interface Verdict {
  readonly holds: boolean;
  /** The first line is the result; those after it say what was verified, or what does not hold. */
  readonly lines: readonly string[];
}

const tools = { digest: fingerprint, verifySignature };
const bundleFault = makeVerifyEvidence(tools);
const { rootsFault } = makeVerifyRoots(tools);

/** Deeper than any bundle. */
const DEPTH = 12;

/** Verifies a bundle as it stands in its file. `published`: roots from elsewhere than the bundle, where there are any. */
export function verifyBundle(text: string, published?: readonly SignedRoot[]): Verdict {
  const bundle = readBundle(text);
  if (typeof bundle === 'string') return broken(`the file can not be read as evidence: ${bundle}`);
  const fault = bundleFault(bundle) ?? (published && (rootsFault(published) ?? unpublishedFault(bundle, published)));
  return fault === undefined ? intact(bundle, published) : broken(fault);
}

/** @returns the bundle, or why it is none */
function readBundle(text: string): EvidenceBundle | string {
  const json = parseJson(text, { depth: DEPTH });
  if (!json.ok) return json.refusal.rule;
  const parsed = evidenceBundle.safeParse(json.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'has another form'}`;
}

function broken(fault: string): Verdict {
  return { holds: false, lines: ['BROKEN', fault] };
}

function intact(bundle: EvidenceBundle, published: readonly SignedRoot[] | undefined): Verdict {
  const sealed = bundle.deliveries.every(({ proof, facts }) => proof.sealed && proof.seq === facts.length);
  return {
    holds: true,
    lines: [
      resultOf(sealed, published !== undefined),
      `message ${bundle.messageId}, ${bundle.deliveries.length} deliveries`,
      ...bundle.deliveries.flatMap(deliveryLines),
      published
        ? `${published.length} published roots: numbers, chain and signatures hold, and those of the bundle are among them`
        : 'no published roots were given: whether the roots of the bundle are the published ones was not verified (--roots)',
    ],
  };
}

function resultOf(sealed: boolean, compared: boolean): string {
  if (!sealed) return 'INTACT, BUT NOT SEALED YET: what is not sealed proves nothing against whoever made the file';
  return compared ? 'INTACT, SEALED AND PUBLISHED' : 'INTACT AND SEALED';
}

function deliveryLines({ origin, facts, calculation, proof }: DeliveryEvidence): string[] {
  const primary = calculation.find((each) => each.primary);
  const service = primary ? `: ${primary.status} ${primary.deemedDate ?? ''} by ${primary.basis}` : '';
  return [
    `delivery ${origin.deliveryId}${service}`,
    `  ${facts.length} events: ${whatHolds(facts)}`,
    ...(proof.sealed
      ? [
          `  event ${proof.seq} and all before it stand on page ${proof.page.number} of the feed, under the root of ` +
            `${proof.root.root.day} (number ${proof.root.root.number})`,
          `  the signature of the root holds for the key ${proof.root.root.key}`,
        ]
      : [`  not sealed: ${proof.because}`]),
    ...(proof.sealed && proof.seq < facts.length ? [`  events after ${proof.seq} are not sealed yet`] : []),
  ];
}

function whatHolds(facts: DeliveryEvidence['facts']): string {
  return facts.some(({ erased }) => erased)
    ? 'their time is over and what they said is erased; their places and their last hash hold'
    : 'hashes, order and actors hold; decision and dates follow from them';
}
