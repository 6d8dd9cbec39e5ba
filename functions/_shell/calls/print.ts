import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import type { PrintProvider } from '#functions/_shell/provider-caller';
import {
  type PrintLetter,
  attachProof,
  batchManifest,
  listLetters,
  reportPostalEvent,
} from '#shared/contracts/print/letters';
import { type Letter, letterState } from '#shared/domain/delivery-postal/letter';
import { manifestEntry } from '#shared/domain/delivery-postal/manifest';
import { MAX_PROOF_BYTES, MOST_PROOFS } from '#shared/domain/delivery-postal/proof';
import { letterId, proofId } from '#shared/domain/message/ids';
import { type ProofPorts, type ProofRefusal, makeAttachProof } from '#shared/flow/delivery-postal/attach-proof';
import type { PostalGates } from '#shared/ports/postal-gate';
import { type PostalPorts, makeRecordPostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { type ShowBatchPorts, makeShowBatch } from '#shared/flow/delivery-postal/show-batch';

/** Letters on one page. */
const PAGE = 100;

type PrintPorts = PostalPorts & ShowBatchPorts & ProofPorts & { readonly postalGates: Pick<PostalGates, 'read'> };

/** What a print provider does: looks at the shelf, fetches, reports. While the gate of the post is shut nothing lies ready. */
export function printCalls(ports: PrintPorts, caller: Authenticate<PrintProvider>): Bound[] {
  const record = makeRecordPostalEvent(ports);
  const showBatch = makeShowBatch(ports);
  const attach = makeAttachProof(ports);
  return [
    bind(listLetters, caller, async ({ query }) => {
      const [{ open }, letters] = await Promise.all([
        ports.postalGates.read(),
        ports.shelf.list(query.state, { after: query.after, limit: PAGE }),
      ]);
      if (!open && query.state === 'READY') return { status: 200, json: { letters: [] } };
      const next = letters.length === PAGE ? letters.at(-1)?.letterId : undefined;
      return { status: 200, json: { letters: letters.flatMap(letterView), next } };
    }),
    bind(batchManifest, caller, async ({ params, request }) => {
      const found = await showBatch(params.batchId);
      if (!found) return problemAnswer(request, 'not-found');
      const { batchId, cutAt, letters } = found;
      return { status: 200, json: { batchId, cutAt, letters: letters.flatMap(letterView) } };
    }),
    bind(reportPostalEvent, caller, async ({ params, body, request }) => {
      const id = letterId.safeParse(params.letterId);
      const recorded = id.success ? await record(id.data, body) : undefined;
      if (recorded?.ok === true) return { status: 204 };
      if (recorded?.refusal.kind === 'event-refused')
        return problemAnswer(request, 'body-invalid', { fields: recorded.refusal.problems });
      return problemAnswer(request, 'not-found');
    }),
    bind(attachProof, caller, async ({ params, request }) => {
      const id = letterId.safeParse(params.letterId);
      if (!id.success) return problemAnswer(request, 'not-found');
      const named = proofId.safeParse(params.proofId);
      if (!named.success) return problemAnswer(request, 'body-invalid', { fields: [PROOF_ID_RULE] });
      const { headers, bytes = Buffer.alloc(0) } = request;
      const attached = await attach(id.data, named.data, { mediaType: headers['content-type'] ?? '', bytes });
      return attached.ok ? { status: 200, json: attached.value } : refusedProof(request, attached.refusal);
    }),
  ];
}

const PROOF_ID_RULE = { field: 'proofId', rule: 'must be 1 to 64 letters, digits, dots, dashes and underscores' };

function refusedProof(request: HttpRequest, refusal: ProofRefusal): Answer {
  switch (refusal.kind) {
    case 'letter-unknown':
      return problemAnswer(request, 'not-found');
    case 'too-large':
      return problemAnswer(request, 'too-large', { detail: `A scan has at most ${MAX_PROOF_BYTES} bytes.` });
    case 'too-many':
      return problemAnswer(request, 'conflict', { detail: `A letter has at most ${MOST_PROOFS} scans.` });
    case 'other-bytes':
      return problemAnswer(request, 'conflict', { detail: 'Other bytes are on record under this id.' });
    case 'type-refused':
      return problemAnswer(request, 'type-refused', { detail: refusal.rule });
    case 'scan-refused':
      return problemAnswer(request, 'body-invalid', { fields: [{ field: '', rule: refusal.rule }] });
  }
}

/** What waits for its batch is not before the provider yet. */
function letterView(letter: Letter): PrintLetter[] {
  const state = letterState.safeParse(letter.state);
  return state.success ? [{ ...manifestEntry(letter), state: state.data, pdfUrl: pdfUrlOf(letter) }] : [];
}

function pdfUrlOf({ letterId: id }: Letter): string {
  return `/print/v1/letters/${id}/pdf`;
}
