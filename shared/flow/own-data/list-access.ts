import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { RecipientId } from '#shared/domain/message/ids';
import { ACTOR_CONTEXT } from '#shared/flow/mandate/who-acts';
import type { AccessLog } from '#shared/ports/access-log';
import type { Sealer } from '#shared/ports/sealer';

export interface ListAccessPorts {
  readonly accessLog: AccessLog;
  readonly sealer: Sealer;
}

/** What the seal of the reason for a look is bound to. */
export const REASON_CONTEXT = 'access-reason';

/** A page of the log, the names and reasons in it opened for the person it is about. */
export interface AccessPage {
  readonly entries: readonly AccessEntry[];
  /** Where the next page goes on; absent on the last one. */
  readonly next?: string;
}

/**
 * Who looked at or changed what the hub holds on somebody: for that person's own eyes.
 *
 * @see 2016/679 art. 15; REQ-066
 */
export function makeListAccess({ accessLog, sealer }: ListAccessPorts) {
  return async function listAccess(
    owner: RecipientId,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<AccessPage> {
    const entries = await accessLog.list(owner, { after, limit });
    return {
      entries: await Promise.all(entries.map(openEntry)),
      next: entries.length === limit ? entries.at(-1)?.entryId : undefined,
    };
  };

  async function openEntry({ by, reason, standIn, ...entry }: AccessEntry): Promise<AccessEntry> {
    const name = by.name === undefined ? undefined : await sealer.openText(ACTOR_CONTEXT, by.name);
    const before = standIn && { ...standIn, name: await sealer.openText(ACTOR_CONTEXT, standIn.name) };
    const why = reason === undefined ? undefined : await sealer.openText(REASON_CONTEXT, reason);
    return { ...entry, by: { ...by, name }, reason: why, ...(before && { standIn: before }) };
  }
}
