import * as z from 'zod/mini';
import { type RelayCalls, type RelayOptions, makeRelayCalls } from '#shared/adapters/print/relay-calls';
import { instantAt } from '#shared/kernel/time';
import { type PostalRelay, type RelayEvent, RelayFailed, type RelayFeed } from '#shared/ports/postal-relay';

const uploaded = z.object({ attachmentId: z.string() });
const accepted = z.object({ messageId: z.optional(z.int()) });

const page = z.object({
  continuationToken: z.string(),
  events: z.array(
    z.object({
      type: z.string(),
      eventTime: z.string(),
      metadata: z.object({
        externalId: z.optional(z.string()),
        postiTrackingCode: z.optional(z.string()),
        recipientSignature: z.optional(z.string()),
      }),
    }),
  ),
});

/** It has looked at what it was given: 413 and 415 are of the file, 400 of the file or of anything else in the letter. */
const REFUSED: readonly number[] = [400, 413, 415];

/**
 * The paper part of the national Suomi.fi Messages REST API. The file is uploaded right before it is used, since an unused
 * one is removed there after a day; a name that was used already (409) is a success, with or without the id told.
 *
 * @see suomifi-messages-notes.md sections 3, 8 and 9 ("For the relay direction")
 */
export function makeSuomifiRelay(options: RelayOptions): PostalRelay & RelayFeed {
  const { call } = makeRelayCalls(options);
  return {
    send: async ({ pdf, fileName, externalId, serviceId, paperMail }) => {
      const file = await upload(call, pdf, fileName);
      if (file === undefined) return { outcome: 'REFUSED' };
      const attachments = [{ attachmentId: file }];
      const letter = { externalId, sender: { serviceId }, paperMail: { ...paperMail, attachments } };
      const answer = await call({ method: 'POST', path: '/v2/paper-mail-without-id', json: letter });
      if (REFUSED.includes(answer.status)) return { outcome: 'REFUSED' };
      if (answer.status !== 200 && answer.status !== 409) throw unclear('a letter', answer.status);
      return { outcome: 'SENT', messageId: accepted.safeParse(answer.json).data?.messageId };
    },

    read: async (after) => {
      const query = after === undefined ? '' : `?continuationToken=${encodeURIComponent(after)}`;
      const answer = await call({ method: 'GET', path: `/v2/events${query}` });
      if (answer.status === 400 && after !== undefined) return 'unknown-token';
      const told = page.safeParse(answer.json);
      if (answer.status !== 200 || !told.success) throw unclear('events', answer.status);
      return { events: told.data.events.flatMap(eventOf), next: told.data.continuationToken };
    },
  };
}

/** @returns its id there; nothing where it is refused */
async function upload(call: RelayCalls['call'], pdf: Uint8Array, fileName: string): Promise<string | undefined> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), fileName);
  const answer = await call({ method: 'POST', path: '/v2/attachments', form });
  if (REFUSED.includes(answer.status)) return undefined;
  const file = uploaded.safeParse(answer.json);
  if (answer.status !== 201 || !file.success) throw unclear('a file', answer.status);
  return file.data.attachmentId;
}

function unclear(what: string, status: number): RelayFailed {
  return new RelayFailed(`the national service answered ${what} with ${status}`);
}

/** One whose moment can not be read is as good as not there. */
function eventOf({ type, eventTime, metadata }: z.infer<typeof page>['events'][number]): RelayEvent[] {
  const ms = Date.parse(eventTime);
  if (Number.isNaN(ms)) return [];
  const { externalId, postiTrackingCode: trackingCode, recipientSignature: signer } = metadata;
  return [{ type, at: instantAt(ms), externalId, trackingCode, signer }];
}
