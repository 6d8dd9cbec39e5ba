import { type Submission, kindOf } from '#shared/domain/intake/check-submission';
import { parted } from '#shared/domain/message/identity';
import { type DocumentReference, type MessageContent, contentContext } from '#shared/domain/message/message';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import type { Unplaced } from '#shared/flow/intake/message-slots';
import { type Instant, later } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Sealer } from '#shared/ports/sealer';

interface SealPorts {
  readonly sealer: Sealer;
  readonly ids: Ids;
}

/**
 * Makes of a checked submission the item that is stored: what it says sealed with one key, whom it is for with another, the
 * rest in the clear.
 */
export function makeSealSubmission({ sealer, ids }: SealPorts) {
  async function sealSubmission(
    { tenantId, systemId }: SendingSystem,
    submission: Submission,
    { documents, at }: { readonly documents: readonly DocumentReference[]; readonly at: Instant },
  ): Promise<Unplaced> {
    const { externalId, serviceId, hub } = submission;
    const { identity, words } = parted({ ...contentOf(submission), documents: [...documents] });
    const said = JSON.stringify(words);
    const digest = await bodyDigest(submission);
    return {
      tenantId,
      systemId,
      serviceId,
      externalId,
      bodyDigest: digest,
      contentSha256: sealer.sha256(`${digest}\n${said}`),
      kind: kindOf(submission),
      matterId: hub?.matterId,
      acceptedAt: at,
      notBefore: hub?.deliverNotBefore,
      sealedContent: await sealer.sealContent({
        tenantId,
        at,
        context: contentContext({ bodyDigest: digest }),
        words: said,
        identity: JSON.stringify(identity),
      }),
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
