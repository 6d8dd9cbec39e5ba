import { mediaTypeOf } from '#shared/domain/attachments/media-type';
import {
  MAX_PROOF_BYTES,
  MOST_PROOFS,
  PROOF_MEDIA_TYPES,
  proofKey,
  proofsAmong,
  unfitFor,
} from '#shared/domain/delivery-postal/proof';
import type { Delivery } from '#shared/domain/message/delivery';
import type { FactOf } from '#shared/domain/message/facts';
import type { LetterId, ProofId } from '#shared/domain/message/ids';
import { PRINT_RULES } from '#shared/domain/message/print-flaw';
import type { NewFact } from '#shared/domain/service-of-document/delivery-change';
import { type AppendPorts, makeAppendFact } from '#shared/flow/delivery/append-fact';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { DocumentStore } from '#shared/ports/document-store';
import type { ExaminePdf } from '#shared/ports/examine-pdf';
import type { LetterShelf } from '#shared/ports/print-house';
import type { Sealer } from '#shared/ports/sealer';

export interface ProofPorts extends AppendPorts {
  readonly shelf: Pick<LetterShelf, 'read' | 'expectProof'>;
  readonly documents: Pick<DocumentStore, 'put'>;
  readonly examinePdf: ExaminePdf;
  readonly sealer: Pick<Sealer, 'fingerprint' | 'sha256'>;
}

/** A scan as it came. */
export interface Scan {
  /** As the provider declares it. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What is on record of a proof. */
export type Proof = Pick<FactOf<'PROOF_ATTACHED'>, 'letterId' | 'proofId' | 'sha256' | 'mediaType' | 'sizeBytes'>;

export type ProofRefusal =
  | { readonly kind: 'letter-unknown' | 'too-large' | 'other-bytes' | 'too-many' }
  | { readonly kind: 'type-refused' | 'scan-refused'; readonly rule: string };

/**
 * Attaches the scan of a signed advice of receipt, or of an envelope that came back, to a letter that is before its provider.
 * The letter notes the hash first, then the bytes are put under it, then the fact: whatever dies in between, nothing lies
 * where nobody looks for it, and the fact tells of bytes that are there. The same bytes again change nothing.
 *
 * @see hub-api.md section 4; 434/2003 § 60; docs/adr/042
 */
export function makeAttachProof(ports: ProofPorts) {
  const { shelf, deliveries, documents, sealer } = ports;
  const appendFact = makeAppendFact(ports);

  return async function attachProof(
    letterId: LetterId,
    proofId: ProofId,
    scan: Scan,
  ): Promise<Result<Proof, ProofRefusal>> {
    const letter = await shelf.read(letterId);
    if (!letter || letter.state === 'WAITING') return refuse({ kind: 'letter-unknown' });
    const delivery = await deliveries.read(letter.deliveryId);
    if (!delivery) throw new Error('a letter without its delivery');
    const checked = await checkScan(scan);
    if (!checked.ok) return checked;
    const { bytes } = scan;
    const mediaType = checked.value;
    const proof = { letterId, proofId, sha256: sealer.sha256(bytes), mediaType, sizeBytes: bytes.byteLength };
    const known = knownAs(delivery, proof);
    if (!known.ok || known.value) return known.ok ? ok(proof) : known;
    if (!(await shelf.expectProof(letterId, proof.sha256, MOST_PROOFS))) return refuse({ kind: 'too-many' });
    await documents.put(proofKey(letterId, proof.sha256), { bytes, mediaType });
    return record(delivery, proof);
  };

  async function record(delivery: Delivery, proof: Proof): Promise<Result<Proof, ProofRefusal>> {
    const written = await appendFact(delivery, (latest) => factOf(latest, proof));
    return written.ok ? ok(proof) : written;
  }

  /** @returns its media type */
  async function checkScan({ mediaType: declared, bytes }: Scan): Promise<Result<string, ProofRefusal>> {
    if (!isAccepted(declared))
      return refuse({ kind: 'type-refused', rule: `the Content-Type must be one of ${PROOF_MEDIA_TYPES.join(', ')}` });
    if (bytes.byteLength > MAX_PROOF_BYTES) return refuse({ kind: 'too-large' });
    const type = mediaTypeOf({ declared, bytes });
    if (!type.ok) return type;
    const flaw = type.value === 'application/pdf' ? unfitFor((await ports.examinePdf(bytes)).flaws) : undefined;
    return flaw ? refuse({ kind: 'scan-refused', rule: PRINT_RULES[flaw] }) : type;
  }
}

/** @returns the fact to append, or nothing when it stands there */
function factOf(delivery: Delivery, proof: Proof): Result<NewFact | undefined, ProofRefusal> {
  const known = knownAs(delivery, proof);
  if (!known.ok) return known;
  if (known.value) return ok(undefined);
  if (proofsOf(delivery, proof).length >= MOST_PROOFS) return refuse({ kind: 'too-many' });
  return ok({ type: 'PROOF_ATTACHED', by: { role: 'PROVIDER' }, ...proof });
}

/** Whether it is on record; other bytes under its id are refused. */
function knownAs(delivery: Delivery, proof: Proof): Result<boolean, ProofRefusal> {
  const known = proofsOf(delivery, proof).find(({ proofId }) => proofId === proof.proofId);
  if (!known) return ok(false);
  return known.sha256 === proof.sha256 ? ok(true) : refuse({ kind: 'other-bytes' });
}

/** Those of the same letter. */
function proofsOf({ facts }: Delivery, { letterId }: Proof) {
  return proofsAmong(facts).filter((each) => each.letterId === letterId);
}

function isAccepted(declared: string): boolean {
  const type = declared.split(';')[0]?.trim().toLowerCase();
  return PROOF_MEDIA_TYPES.some((each) => each === type);
}
