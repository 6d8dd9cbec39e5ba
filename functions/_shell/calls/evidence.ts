import { PDF, asksForPdf } from '#functions/_shell/asks-for-pdf';
import { makeFileAnswer } from '#functions/_shell/file-answer';
import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { showEvidence, showProof } from '#shared/contracts/hub/evidence';
import { languageOf } from '#shared/contracts/problems';
import { messageId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type EvidencePorts, makeShowEvidence } from '#shared/flow/evidence/show-evidence';
import { makeFindProof } from '#shared/flow/delivery-postal/find-proof';
import { makeWriteCertificate } from '#shared/flow/evidence/write-certificate';
import type { CertificatePress } from '#shared/ports/certificate-press';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Tenants } from '#shared/ports/tenants';

export interface EvidenceDoorPorts extends EvidencePorts {
  readonly documents: DocumentStore;
  readonly tenants: Pick<Tenants, 'authority' | 'service'>;
  /** Opened when a certificate is asked for: most callers take JSON. */
  readonly certificates: () => Promise<CertificatePress>;
}

/** What a sender keeps of its own message, to prove its service: JSON, or a certificate for the file. */
export function evidenceCalls(ports: EvidenceDoorPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const evidenceOf = makeShowEvidence(ports);
  const writeCertificate = makeWriteCertificate(ports);
  const findProof = makeFindProof(ports);
  const fileAnswer = makeFileAnswer(ports.documents);

  return [
    bind(showEvidence, caller, async ({ params, request }, { tenantId }): Promise<Answer> => {
      const id = messageId.safeParse(Number(params.messageId));
      const found = id.success ? await evidenceOf(tenantId, id.data) : undefined;
      if (found?.ok !== true) return problemAnswer(request, 'not-found');
      if (!asksForPdf(request.headers['accept'])) return { status: 200, headers: VARIES, json: found.value };
      const draft = await writeCertificate(found.value, languageOf(request.headers['accept-language']));
      const bytes = await (await ports.certificates()).compose(draft);
      const headers = {
        ...VARIES,
        'content-type': PDF,
        'content-language': draft.language,
        'content-disposition': `attachment; filename="evidence-${found.value.messageId}.pdf"`,
      };
      return { status: 200, headers, bytes };
    }),
    bind(showProof, caller, async ({ params, request }, { tenantId }): Promise<Answer> => {
      const id = messageId.safeParse(Number(params.messageId));
      const found = id.success ? await findProof(tenantId, id.data, params.sha256) : undefined;
      return found ? fileAnswer(found) : problemAnswer(request, 'not-found');
    }),
  ];
}

const VARIES = { vary: 'accept, accept-language' };
