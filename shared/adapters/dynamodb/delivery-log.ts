import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MessagesTable } from '#shared/adapters/dynamodb/message-log';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Item, type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateParts, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type WakeShards, wakeAttributes, wakeUpdate } from '#shared/adapters/dynamodb/wake';
import { type Delivery, delivery as deliverySchema } from '#shared/domain/message/delivery';
import type { DeliveryId } from '#shared/domain/message/ids';
import type { Keeping } from '#shared/domain/message/keeping';
import { isWrittenAlready } from '#shared/domain/message/written-already';
import { duesOf, wakeFor } from '#shared/domain/service-of-document/timers';
import { ok, refuse } from '#shared/kernel/result';
import type { DeliveryLog } from '#shared/ports/delivery-log';

/** Table `messages`: pk = message id, sk = `delivery#` and the running number; the facts are a list in the item. */
export function makeDynamoDeliveryLog({ client, tableName, wakeShards }: MessagesTable): DeliveryLog {
  const readItem = makeReadItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (id: DeliveryId) => {
    const item = await readItem(keyOf(id));
    return item && deliverySchema.parse(item);
  };

  return {
    read,

    ofMessage: async (id) => {
      const items = await queryItems({ pk: String(id), begins: 'delivery#' });
      return items.map((item) => deliverySchema.parse(item)).sort((a, b) => runningNumber(a) - runningNumber(b));
    },

    create: async (created) => {
      const { wakeAt, ...rest } = created;
      const key = keyOf(created.deliveryId);
      const put = new PutCommand({
        TableName: tableName,
        Item: { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await conditionHeld(client.send(put))) return ok(created);
      const stored = await read(created.deliveryId);
      return isWrittenAlready(stored, created, 0) ? ok(created) : refuse({ kind: 'delivery-exists' });
    },

    append: async (before, after) => {
      if (await conditionHeld(updateItem(appendParts(before, after, wakeShards)))) return ok(after);
      const stored = await read(before.deliveryId);
      return isWrittenAlready(stored, after, before.facts.length) ? ok(after) : refuse({ kind: 'version-conflict' });
    },

    endProof: async (before, keeping) =>
      (await conditionHeld(updateItem(endingParts(before, keeping)))) || hasEnded(await read(before.deliveryId)),

    markPublished: async (delivery, count, page) => {
      const key = keyOf(delivery.deliveryId);
      const to = wakeFor(duesOf({ ...delivery, published: count }), delivery.wakeAt);
      const wake = wakeUpdate(key.pk, to, wakeShards);
      const unchanged = asRead(delivery);
      const set = ['published = :count', 'page = :page'];
      const values = { ':count': count, ':page': page };
      const unmoved = await conditionHeld(
        updateItem({
          key,
          set: [...set, ...wake.set],
          remove: wake.remove,
          condition: `published < :count AND ${unchanged.condition}`,
          values: { ...values, ...unchanged.values, ...wake.values },
        }),
      );
      if (unmoved) return;
      await conditionHeld(updateItem({ key, set, condition: 'published < :count', values }));
    },
  };
}

/** One write: facts appended, the claim set or given up, the wake entry moved, if neither facts nor claim have changed. */
function appendParts(before: Delivery, after: Delivery, wakeShards: WakeShards): UpdateParts {
  const key = keyOf(before.deliveryId);
  const added = after.facts.slice(before.facts.length);
  const wake = wakeUpdate(key.pk, after.wakeAt, wakeShards);
  const claim = claimParts(before, after);
  const lapsed = after.reminderLapsed === true && before.reminderLapsed !== true;
  const kept = after.keeping !== before.keeping;
  const unchanged = asRead(before);
  return {
    key,
    set: [
      ...(added.length > 0 ? ['facts = list_append(facts, :added)'] : []),
      ...claim.set,
      ...(lapsed ? ['reminderLapsed = :lapsed'] : []),
      ...(kept ? ['keeping = :keeping'] : []),
      ...wake.set,
    ],
    remove: [...claim.remove, ...wake.remove],
    condition: unchanged.condition,
    values: {
      ...unchanged.values,
      ...(added.length > 0 ? { ':added': added } : {}),
      ...claim.values,
      ...(lapsed ? { ':lapsed': true } : {}),
      ...(kept ? { ':keeping': after.keeping } : {}),
      ...wake.values,
    },
  };
}

function hasEnded(stored: Delivery | undefined): boolean {
  return stored?.keeping?.proof !== undefined;
}

/** The links of the facts in the place of the facts; whose it was is forgotten, and nothing more is owed. */
function endingParts(before: Delivery, keeping: Keeping): UpdateParts {
  const unchanged = asRead(before);
  return {
    key: keyOf(before.deliveryId),
    set: ['facts = :none', 'keeping = :keeping'],
    remove: ['claim', 'recipientId', 'wakeShard', 'wakeAt', 'tries'],
    condition: unchanged.condition,
    values: { ...unchanged.values, ':none': [], ':keeping': keeping },
  };
}

/** Neither facts nor claim have changed since. */
function asRead({ facts, claim }: Delivery) {
  return claim
    ? {
        condition: 'size(facts) = :facts AND claim.attempt = :claimed',
        values: { ':facts': facts.length, ':claimed': claim.attempt },
      }
    : { condition: 'size(facts) = :facts AND attribute_not_exists(claim)', values: { ':facts': facts.length } };
}

function claimParts({ claim: from }: Delivery, { claim: to }: Delivery) {
  if (from === to) return { set: [], remove: [], values: {} };
  return to
    ? { set: ['claim = :claim'], remove: [], values: { ':claim': to } }
    : { set: [], remove: ['claim'], values: {} };
}

function runningNumber({ deliveryId }: Delivery): number {
  return Number(deliveryId.split('-')[1]);
}

function keyOf(id: DeliveryId): Key & Item & { pk: string } {
  const [pk = '', running = ''] = id.split('-');
  return { pk, sk: `delivery#${running}` };
}
