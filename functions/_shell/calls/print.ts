import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import type { PrintProvider } from '#functions/_shell/provider-caller';
import { type PrintLetter, batchManifest, listLetters, reportPostalEvent } from '#shared/contracts/print/letters';
import type { Letter } from '#shared/domain/delivery-postal/letter';
import { letterId } from '#shared/domain/message/ids';
import { type PostalPorts, makeRecordPostalEvent } from '#shared/flow/record-postal-event';

/** Letters on one page. */
const PAGE = 100;

/** What a print provider does: looks at the shelf, fetches, reports. */
export function printCalls(ports: PostalPorts, caller: Authenticate<PrintProvider>): Bound[] {
  const record = makeRecordPostalEvent(ports);
  return [
    bind(listLetters, caller, async ({ query }) => {
      const letters = await ports.shelf.list(query.state, { after: query.after, limit: PAGE });
      const next = letters.length === PAGE ? letters.at(-1)?.letterId : undefined;
      return { status: 200, json: { letters: letters.map(letterView), next } };
    }),
    bind(batchManifest, caller, async ({ params, request }) => {
      const id = letterId.safeParse(params.batchId.replace(/^batch-/, ''));
      const letter = id.success ? await ports.shelf.read(id.data) : undefined;
      if (letter?.batchId !== params.batchId) return problemAnswer(request, 'not-found');
      return { status: 200, json: { batchId: letter.batchId, cutAt: letter.orderedAt, letters: [letterView(letter)] } };
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

function letterView(letter: Letter): PrintLetter {
  const {
    letterId: id,
    batchId,
    class: letterClass,
    state,
    orderedAt,
    sizeBytes,
    sha256,
    options,
    pages,
    sheets,
    envelope,
    restricted,
    costPool,
  } = letter;
  return {
    letterId: id,
    batchId,
    class: letterClass,
    state,
    orderedAt,
    fileName: `${id}.pdf`,
    sizeBytes,
    sha256,
    ...options,
    pages,
    sheets,
    envelope,
    restricted,
    costPool,
    pdfUrl: `/print/v1/letters/${id}/pdf`,
  };
}
