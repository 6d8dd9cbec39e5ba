import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { type Item, conditionHeld } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { wakeAttributes } from '#shared/adapters/dynamodb/wake';
import { type Delivery, delivery } from '#shared/domain/message/delivery';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';
import type { Inventories, Inventory } from '#shared/ports/work-index';

const stored = z.object({ pk: z.string(), sk: z.string(), wakeAt: z.optional(instant) });

/** Walks the whole table `messages`, without the sealed contents; items of one message lie side by side. */
export function makeDynamoInventories({ client, tableName, wakeShards }: MessagesTable): Inventories {
  const updateItem = makeUpdateItem(client, tableName);

  return {
    async *all() {
      let group: Item[] = [];
      for await (const item of items()) {
        if (group[0] && group[0]['pk'] !== item['pk']) {
          yield inventoryOf(group);
          group = [];
        }
        group.push(item);
      }
      if (group.length > 0) yield inventoryOf(group);
    },

    enter: async (item, wakeAt) => {
      const [pk = '', running] = 'deliveryId' in item ? item.deliveryId.split('-') : [String(item.messageId)];
      const { wakeShard } = wakeAttributes(pk, wakeAt, wakeShards);
      return conditionHeld(
        updateItem({
          key: { pk, sk: running === undefined ? 'message' : `delivery#${running}` },
          set: ['wakeShard = :wakeShard', 'wakeAt = :wakeAt'],
          condition: `attribute_exists(pk) AND attribute_not_exists(wakeAt)${'facts' in item ? ' AND size(facts) = :facts' : ''}`,
          values: {
            ':wakeShard': wakeShard,
            ':wakeAt': wakeAt,
            ...('facts' in item ? { ':facts': item.facts.length } : {}),
          },
        }),
      );
    },
  };

  async function* items(): AsyncGenerator<Item> {
    const scan = {
      TableName: tableName,
      ConsistentRead: true,
      FilterExpression: 'begins_with(sk, :delivery) OR sk = :message',
      ExpressionAttributeValues: { ':delivery': 'delivery#', ':message': 'message' },
      ProjectionExpression: NAMES.map((_, i) => `#n${i}`).join(', '),
      ExpressionAttributeNames: Object.fromEntries(NAMES.map((name, i) => [`#n${i}`, name])),
    };
    for await (const { Items = [] } of paginateScan({ client, pageSize: 200 }, scan)) yield* Items;
  }
}

const NAMES = [
  'pk',
  'sk',
  'wakeAt',
  'deliveryId',
  'messageId',
  'tenantId',
  'serviceId',
  'externalId',
  'recipientId',
  'kind',
  'terms',
  'facts',
  'published',
  'claim',
  'keeping',
];

function inventoryOf(group: readonly Item[]): Inventory {
  const deliveries: Delivery[] = [];
  let found: Inventory['message'];
  for (const item of group) {
    const { sk, wakeAt } = stored.parse(item);
    if (sk === 'message') found = { wakeAt };
    else deliveries.push(delivery.parse(item));
  }
  return { messageId: messageId.parse(Number(group[0]?.['pk'])), message: found, deliveries };
}
