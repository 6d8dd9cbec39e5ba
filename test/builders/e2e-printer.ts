import * as z from 'zod/mini';
import type { Hub } from '#test/builders/e2e-hub';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';

const letter = z.looseObject({
  letterId: z.string(),
  batchId: z.string(),
  class: z.string(),
  state: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  sheets: z.int(),
});
const page = z.object({ letters: z.array(letter), next: z.optional(z.string()) });

export type PrintLetter = z.infer<typeof letter>;

/** A print provider's system. */
export interface Printer {
  call(method: string, path: string, question?: Question): Promise<Answer>;
  /** All letters in a state, page by page; READY where none is named. */
  letters(state?: string): Promise<readonly PrintLetter[]>;
  pdf(letterId: string): Promise<Answer>;
  batch(batchId: string): Promise<Answer>;
  /** Reports an event. @returns the answer, whatever it is */
  report(letterId: string, event: object): Promise<Answer>;
  /** Attaches a scan. @returns the answer, whatever it is */
  attach(
    letterId: string,
    proofId: string,
    scan: { mediaType: string; bytes: Uint8Array<ArrayBuffer> },
  ): Promise<Answer>;
}

export function printerAt(hub: Hub, key = 'print-key'): Printer {
  const call: Printer['call'] = async (method, path, question = {}) =>
    ask(hub, method, path, { ...question, headers: { 'x-api-key': key, ...question.headers } });

  return {
    call,
    letters: async (state) => {
      const all: PrintLetter[] = [];
      const query = new URLSearchParams(state === undefined ? {} : { state });
      for (;;) {
        const { letters, next } = page.parse((await call('GET', `/print/v1/letters?${query.toString()}`)).json);
        all.push(...letters);
        if (next === undefined) return all;
        query.set('after', next);
      }
    },
    pdf: async (letterId) => call('GET', `/print/v1/letters/${letterId}/pdf`),
    batch: async (batchId) => call('GET', `/print/v1/batches/${batchId}`),
    report: async (letterId, event) => call('POST', `/print/v1/letters/${letterId}/events`, { json: event }),
    attach: async (letterId, proofId, { mediaType, bytes }) =>
      call('PUT', `/print/v1/letters/${letterId}/proofs/${proofId}`, {
        headers: { 'content-type': mediaType },
        body: bytes,
      }),
  };
}
