import type { AttemptToken, MessageId, TenantId } from '#shared/domain/message/ids';
import type { ErasedContent } from '#shared/domain/message/keeping';
import type { DocumentReference } from '#shared/domain/message/message';
import type { Holdable } from '#shared/domain/retention/legal-hold';
import { openWords } from '#shared/flow/mailbox/inbound-content';
import { findWords } from '#shared/flow/delivery/read-content';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { SeenContent } from '#shared/ports/kept-contents';
import type { MessageLog } from '#shared/ports/message-log';
import type { Sealer } from '#shared/ports/sealer';

export interface SubjectPorts {
  readonly messages: MessageLog;
  readonly inbound: InboundLog;
  readonly sealer: Sealer;
}

/** A message, or what an end user wrote, as its ending sees it. */
export interface Subject {
  readonly seen: SeenContent;
  readonly held: Holdable;
  readonly matterId?: string;
  /** Token under which it uses its files. */
  readonly attempt?: AttemptToken;
  readonly erased?: ErasedContent;
}

/** Keyed hash of an authority's matter, for legal holds. */
export async function matterHeld(sealer: Sealer, tenant: TenantId, matterId: string): Promise<string> {
  return sealer.digest('matter', JSON.stringify(['legal-hold', tenant, matterId]));
}

/** Finds what an id stands for, and what would be left of it. */
export function makeEndingSubject({ messages, inbound, sealer }: SubjectPorts) {
  /** `undefined`: neither a message nor anything received. */
  async function subjectOf(id: MessageId): Promise<Subject | undefined> {
    const message = await messages.read(id);
    if (message) {
      const { tenantId, matterId, attempt, erased, barred } = message;
      const matter = matterId === undefined ? undefined : await matterHeld(sealer, tenantId, matterId);
      const held = { messageId: id, tenantId, matter };
      return { seen: { of: 'message', messageId: id, barred }, held, matterId, attempt, erased };
    }
    const received = await inbound.read(id);
    if (!received) return undefined;
    const { tenantId, attempt, erased, barred } = received;
    return { seen: { of: 'inbound', messageId: id, barred }, held: { messageId: id, tenantId }, attempt, erased };
  }

  /** The tombstone of a content: the hashes of its files, and which are still to be removed. */
  async function tombstoneOf({ seen }: Subject): Promise<Pick<ErasedContent, 'documents' | 'files'>> {
    const documents = (await wordsOf(seen))?.documents ?? [];
    return {
      documents: documents.map(({ sha256 }) => sha256),
      files: documents.map(({ attachmentId, documentKey }) => ({ attachmentId, documentKey })),
    };
  }

  /** Files are named by what was said: nobody needs to be known for an ending. */
  async function wordsOf({
    of,
    messageId,
  }: SeenContent): Promise<{ readonly documents: readonly DocumentReference[] } | undefined> {
    if (of === 'message') {
      const message = await messages.read(messageId);
      return message && findWords(sealer, message);
    }
    const received = await inbound.read(messageId);
    return received && openWords(sealer, received);
  }

  return { subjectOf, tombstoneOf };
}
