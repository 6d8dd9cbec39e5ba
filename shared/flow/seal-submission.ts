import { type Submission, kindOf } from '#shared/domain/intake/check-submission';
import { type DocumentReference, type MessageContent, contentContext } from '#shared/domain/message/message';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import type { Unplaced } from '#shared/flow/message-slots';
import { type Instant, later } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import { type Sealer, tenantMonth } from '#shared/ports/sealer';

interface SealPorts {
  readonly sealer: Sealer;
  readonly ids: Ids;
}

/** Makes of a checked submission the item that is stored: everything personal sealed, the rest in the clear. */
export function makeSealSubmission({ sealer, ids }: SealPorts) {
  async function sealSubmission(
    { tenantId, systemId }: SendingSystem,
    submission: Submission,
    { documents, at }: { readonly documents: readonly DocumentReference[]; readonly at: Instant },
  ): Promise<Unplaced> {
    const { externalId, serviceId, hub } = submission;
    const content: MessageContent = { ...contentOf(submission), documents: [...documents] };
    const text = JSON.stringify(content);
    const digest = await bodyDigest(submission);
    const context = contentContext({ bodyDigest: digest });
    return {
      tenantId,
      systemId,
      serviceId,
      externalId,
      bodyDigest: digest,
      contentSha256: sealer.sha256(text),
      kind: kindOf(submission),
      matterId: hub?.matterId,
      acceptedAt: at,
      notBefore: hub?.deliverNotBefore,
      sealedContent: await sealer.sealContent({ key: tenantMonth(tenantId, at), context, text }),
      attempt: ids.attempt(),
      wakeAt: later(at, hub?.deliverNotBefore ?? at),
    };
  }

  /** Keyed hash of what was asked, the external id aside: the same for a true repeat. */
  async function bodyDigest(submission: Submission): Promise<string> {
    return sealer.digest('body', JSON.stringify([submission.serviceId, contentOf(submission)]));
  }

  return { sealSubmission, bodyDigest };
}

function contentOf({ recipient, electronic, paperMail, hub }: Submission): Omit<MessageContent, 'documents'> {
  return { recipient, electronic, paperMail, hub };
}
