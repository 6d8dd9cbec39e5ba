import type { SentLine } from '#shared/domain/mailbox/sent';
import { deliveryIdOf } from '#shared/domain/message/ids';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { makeSenders } from '#shared/flow/mailbox/list-mailbox';
import { sentContext } from '#shared/flow/mailbox/store-inbound';
import { type EnterLookPorts, makeEnterLook } from '#shared/flow/own-data/enter-look';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { makeWhoSeesSent } from '#shared/flow/mailbox/who-sees-sent';
import type { WhoSeesPorts } from '#shared/flow/mailbox/who-sees';
import type { Correspondence } from '#shared/ports/correspondence';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { Tenants } from '#shared/ports/tenants';

export interface ListSentPorts extends WhoSeesPorts, EnterLookPorts {
  readonly inbound: InboundLog;
  readonly correspondence: Correspondence;
  readonly deliveries: DeliveryLog;
  readonly tenants: Tenants;
}

/** A line of what somebody has sent; `authority` and `service` are whom it went to. */
export type ShownSentLine = Pick<SentLine, 'messageId' | 'rootMessageId' | 'receivedAt' | 'title'> & {
  readonly authority?: Authority;
  readonly service?: AuthorityService;
};

/**
 * What somebody has sent to authorities, newest first. What broke off before it arrived is not among it, nor on behalf of
 * another what no power of theirs reaches: a page may be shorter than asked for. The look is entered first.
 */
export function makeListSent(ports: ListSentPorts) {
  const { correspondence, deliveries, inbound, sealer } = ports;
  const receiversOf = makeSenders(ports);
  const enterLook = makeEnterLook(ports);
  const whoSeesSent = makeWhoSeesSent(ports);

  return async function listSent(
    acting: Acting,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<{ readonly lines: readonly ShownSentLine[]; readonly next?: string }> {
    const { recipientId } = acting;
    if (recipientId === undefined) return { lines: [] };
    await enterLook(acting, 'MAILBOX_LISTED');
    const listed = await correspondence.sent(recipientId, { after, limit: limit + 1 });
    const page = listed.slice(0, limit);
    const lines = await Promise.all(page.map(async (line) => lineOf(acting, line)));
    return {
      lines: lines.filter((line) => line !== undefined),
      next: listed.length > limit ? page.at(-1)?.sent : undefined,
    };
  };

  async function lineOf(acting: Acting, line: SentLine): Promise<ShownSentLine | undefined> {
    const { messageId, rootMessageId, receivedAt } = line;
    const [arrived, message, receivers] = await Promise.all([
      deliveries.read(deliveryIdOf(messageId, 1)),
      inbound.read(messageId),
      receiversOf(line),
    ]);
    if (!arrived || !message?.sealedContent || !(await whoSeesSent(acting, message))) return undefined;
    const title = await sealer.openText(sentContext(messageId), line.title);
    return { messageId, rootMessageId, receivedAt, title, ...receivers };
  }
}
