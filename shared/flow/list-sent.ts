import type { SentLine } from '#shared/domain/mailbox/sent';
import { type RecipientId, deliveryIdOf } from '#shared/domain/message/ids';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { makeSenders } from '#shared/flow/list-mailbox';
import { sentContext } from '#shared/flow/store-inbound';
import type { Correspondence } from '#shared/ports/correspondence';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface ListSentPorts {
  readonly correspondence: Correspondence;
  readonly deliveries: DeliveryLog;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
}

/** A line of what somebody has sent; `authority` and `service` are whom it went to. */
export type ShownSentLine = Pick<SentLine, 'messageId' | 'rootMessageId' | 'receivedAt' | 'title'> & {
  readonly authority?: Authority;
  readonly service?: AuthorityService;
};

/** What somebody has sent to authorities, newest first. What broke off before it arrived is not among it. */
export function makeListSent({ correspondence, deliveries, tenants, sealer }: ListSentPorts) {
  const receiversOf = makeSenders({ tenants });

  return async function listSent(
    owner: RecipientId,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<{ readonly lines: readonly ShownSentLine[]; readonly next?: string }> {
    const listed = await correspondence.sent(owner, { after, limit: limit + 1 });
    const page = listed.slice(0, limit);
    const lines = await Promise.all(page.map(lineOf));
    return {
      lines: lines.filter((line) => line !== undefined),
      next: listed.length > limit ? page.at(-1)?.sent : undefined,
    };
  };

  async function lineOf(line: SentLine): Promise<ShownSentLine | undefined> {
    const { messageId, rootMessageId, receivedAt } = line;
    const [arrived, receivers] = await Promise.all([deliveries.read(deliveryIdOf(messageId, 1)), receiversOf(line)]);
    if (!arrived) return undefined;
    const title = await sealer.openText(sentContext(messageId), line.title);
    return { messageId, rootMessageId, receivedAt, title, ...receivers };
  }
}
