import { factView } from '#functions/_shell/fact-view';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { HUB_EVENTS, listHubEvents } from '#shared/contracts/hub/events';
import type { FeedEvent } from '#shared/domain/feed/page';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type FeedPorts, makeReadFeed } from '#shared/flow/feed/read-feed';

/** The whole feed of a sender, for as long as it is kept: the hub's own front. */
export function hubEventCalls(ports: FeedPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const readFeed = makeReadFeed(ports);
  return [
    bind(listHubEvents, caller, async ({ query, request }, { tenantId }) => {
      const limit = Math.min(Number(query.limit ?? HUB_EVENTS.usual), HUB_EVENTS.most);
      const page = await readFeed({ tenantId, token: query.after, limit, view: { name: 'hub', show: envelopeOf } });
      if (page.ok) return { status: 200, json: { events: [...page.value.events], after: page.value.token } };
      return problemAnswer(request, 'body-invalid', {
        fields: [{ field: 'after', rule: 'was not given by this service' }],
      });
    }),
  ];
}

function envelopeOf({ fact, seq, ...of }: FeedEvent) {
  const { deliveryId, messageId, serviceId, externalId } = of;
  return {
    specversion: '1.0' as const,
    id: `${deliveryId}/${seq}`,
    source: `/hub/v1/messages/${messageId}`,
    type: `viestivayla.${fact.type}`,
    subject: deliveryId,
    time: fact.at,
    datacontenttype: 'application/json' as const,
    data: { ...factView(fact, seq), messageId, deliveryId, serviceId, externalId },
  };
}
