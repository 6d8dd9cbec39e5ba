import { makeFileAnswer } from '#functions/_shell/file-answer';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer, reasonAnswer } from '#functions/_shell/refusals';
import type { PrintProvider } from '#functions/_shell/provider-caller';
import { downloadAttachment } from '#shared/contracts/me/mailbox';
import { letterPdf } from '#shared/contracts/print/letters';
import { getReceivedAttachment } from '#shared/contracts/suomifi/attachments';
import { attachmentId, letterId, messageId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type FetchPorts, makeFetchInbound } from '#shared/flow/mailbox/fetch-inbound';
import { type OpenPorts, makeOpenMessage } from '#shared/flow/mailbox/open-message';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { DocumentStore } from '#shared/ports/document-store';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { LetterShelf } from '#shared/ports/print-house';

export interface DownloadPorts extends FetchPorts, OpenPorts {
  readonly documents: DocumentStore;
  readonly shelf: LetterShelf;
  readonly postalGates: Pick<PostalGates, 'read'>;
}

interface Callers {
  readonly system: Authenticate<SendingSystem>;
  readonly person: Authenticate<Acting>;
  readonly provider: Authenticate<PrintProvider>;
}

/** Files, each to the one it is for. */
export function downloadCalls(ports: DownloadPorts, { system, person, provider }: Callers): Bound[] {
  const { fetchAttachment } = makeFetchInbound(ports);
  const { documentOf } = makeOpenMessage(ports);
  const fileAnswer = makeFileAnswer(ports.documents);

  return [
    bind(getReceivedAttachment, system, async ({ params }, { tenantId }) => {
      const id = attachmentId.safeParse(params.id);
      if (!id.success) return reasonAnswer(400, 'id: must be an attachment id, a UUID');
      const found = await fetchAttachment(tenantId, id.data);
      return found.ok ? fileAnswer(found.value) : reasonAnswer(404, 'Nothing was found with that id');
    }),
    bind(downloadAttachment, person, async ({ params, request }, acting) => {
      const id = messageId.safeParse(Number(params.messageId));
      const found = id.success ? await documentOf(acting, id.data, params.attachmentId) : undefined;
      if (found?.ok === true) return fileAnswer(found.value);
      return problemAnswer(request, found?.refusal.kind === 'receipt-required' ? 'receipt-required' : 'not-found');
    }),
    bind(letterPdf, provider, async ({ params, request }) => {
      const id = letterId.safeParse(params.letterId);
      const [{ open }, letter] = await Promise.all([
        ports.postalGates.read(),
        id.success ? ports.shelf.read(id.data) : undefined,
      ]);
      if (!letter || letter.state === 'WAITING') return problemAnswer(request, 'not-found');
      if (!open) return problemAnswer(request, 'post-stopped');
      return fileAnswer({
        documentKey: letter.documentKey,
        mediaType: 'application/pdf',
        filename: `${letter.letterId}.pdf`,
        sha256: letter.sha256,
      });
    }),
  ];
}
