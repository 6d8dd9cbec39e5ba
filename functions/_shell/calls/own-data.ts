import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { listAccess } from '#shared/contracts/me/access-log';
import { type ListAccessPorts, makeListAccess } from '#shared/flow/own-data/list-access';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** Entries on one page of the log. */
const PAGE = 50;

/** Who looked at a person, for that person's own eyes. */
export function accessCalls(ports: ListAccessPorts, caller: Authenticate<Acting>): Bound[] {
  const list = makeListAccess(ports);
  return [
    bind(listAccess, caller, async ({ query }, { recipientId }) => {
      const page = recipientId ? await list(recipientId, { after: query.after, limit: PAGE }) : { entries: [] };
      return { status: 200, json: page };
    }),
  ];
}
