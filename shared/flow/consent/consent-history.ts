import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { RecipientId } from '#shared/domain/message/ids';
import { emailContext, recordContext } from '#shared/flow/notice/notice-context';
import type { Gates } from '#shared/ports/mailboxes';
import type { Sealer } from '#shared/ports/sealer';

export interface HistoryPorts {
  readonly gates: Gates;
  readonly sealer: Sealer;
}

/** A record of the register with its seals opened, for its owner. */
export interface OpenedRecord {
  readonly record: ConsentRecord;
  readonly email?: string;
  readonly reason?: string;
  readonly provenance?: string;
}

export interface HistoryPage {
  readonly records: readonly OpenedRecord[];
  /** Version of the last record shown, where there are more. */
  readonly next?: number;
}

/**
 * The register of somebody's consents, newest first, with its seals opened.
 *
 * @see REQ-031, REQ-039; domain.md 3.1 (ConsentRecord)
 */
export function makeConsentHistory({ gates, sealer }: HistoryPorts) {
  return async function consentHistory(
    recipientId: RecipientId | undefined,
    { after, limit }: { readonly after?: number; readonly limit: number },
  ): Promise<HistoryPage> {
    const gate = recipientId && (await gates.read(recipientId));
    if (!gate) return { records: [] };
    // The newest one may not have been entered yet: a crash can part the two writes of a change.
    if (gate.consent.version > 0) await gates.register(gate.recipientId, gate.consent);
    const page = await gates.registered(gate.recipientId, { before: after, limit });
    const records = await Promise.all(page.map(async (record) => opened(gate.recipientId, record)));
    return { records, next: page.length < limit ? undefined : page.at(-1)?.version };
  };

  async function opened(recipientId: RecipientId, record: ConsentRecord): Promise<OpenedRecord> {
    const context = recordContext({ recipientId });
    const open = async (of: string, sealed: string | undefined) =>
      sealed === undefined ? undefined : sealer.openText(of, sealed);
    const [email, reason, provenance] = await Promise.all([
      open(emailContext({ recipientId }), record.email),
      open(context, record.reason),
      open(context, record.provenance),
    ]);
    return { record, email, reason, provenance };
  }
}
