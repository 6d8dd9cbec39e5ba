import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import type { PrintProvider } from '#functions/_shell/provider-caller';
import { type PrintLetter, batchManifest, listLetters, reportPostalEvent } from '#shared/contracts/print/letters';
import { type Letter, letterState } from '#shared/domain/delivery-postal/letter';
import { manifestEntry } from '#shared/domain/delivery-postal/manifest';
import { letterId } from '#shared/domain/message/ids';
import type { PostalGates } from '#shared/ports/postal-gate';
import { type PostalPorts, makeRecordPostalEvent } from '#shared/flow/record-postal-event';
import { type ShowBatchPorts, makeShowBatch } from '#shared/flow/show-batch';

/** Letters on one page. */
const PAGE = 100;

interface PrintPorts extends PostalPorts, ShowBatchPorts {
  readonly postalGates: Pick<PostalGates, 'read'>;
}

/** What a print provider does: looks at the shelf, fetches, reports. While the gate of the post is shut nothing lies ready. */
export function printCalls(ports: PrintPorts, caller: Authenticate<PrintProvider>): Bound[] {
  const record = makeRecordPostalEvent(ports);
  const showBatch = makeShowBatch(ports);
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
  ];
}

/** What waits for its batch is not before the provider yet. */
function letterView(letter: Letter): PrintLetter[] {
  const state = letterState.safeParse(letter.state);
  return state.success ? [{ ...manifestEntry(letter), state: state.data, pdfUrl: pdfUrlOf(letter) }] : [];
}

function pdfUrlOf({ letterId: id }: Letter): string {
  return `/print/v1/letters/${id}/pdf`;
}
