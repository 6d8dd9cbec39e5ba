import { PDF, asksForPdf } from '#functions/_shell/asks-for-pdf';
import { notForAnother } from '#functions/_shell/calls/own-requests';
import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { ownDataBody } from '#functions/_shell/own-data-body';
import { exportOwnData as exportCall } from '#shared/contracts/me/export';
import { languageOf } from '#shared/contracts/problems';
import { type ExportPorts, makeExportOwnData } from '#shared/flow/own-data/export-own-data';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { writeOwnData } from '#shared/flow/own-data/write-own-data';
import type { CertificatePress } from '#shared/ports/certificate-press';

export interface ExportDoorPorts extends ExportPorts {
  /** Opened when a document is asked for: most callers take JSON. */
  readonly certificates: () => Promise<CertificatePress>;
}

const VARIES = { vary: 'accept, accept-language' };

/** All that the hub holds on the person who asks: JSON, or a document to keep. */
export function exportCalls(ports: ExportDoorPorts, caller: Authenticate<Acting>): Bound[] {
  const exportOwnData = makeExportOwnData(ports);
  return [
    bind(exportCall, caller, async ({ body, request }, acting): Promise<Answer> => {
      const found = await exportOwnData(acting, body);
      if (!found.ok) return notForAnother(request);
      const language = languageOf(request.headers['accept-language']);
      if (!asksForPdf(request.headers['accept']))
        return { status: 200, headers: VARIES, json: ownDataBody(found.value, language) };
      const bytes = await (await ports.certificates()).compose(writeOwnData(found.value, language));
      const headers = {
        ...VARIES,
        'content-type': PDF,
        'content-language': language,
        'content-disposition': 'attachment; filename="own-data.pdf"',
      };
      return { status: 200, headers, bytes };
    }),
  ];
}
