import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateItem, type UpdateParts, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type WakeShards, wakeAttributes, wakeUpdate } from '#shared/adapters/dynamodb/wake';
import { consentRecord } from '#shared/domain/consent/consent-record';
import { type Gate, gate as gateSchema } from '#shared/domain/consent/gate';
import type { RecipientId } from '#shared/domain/message/ids';
import { ok, refuse } from '#shared/kernel/result';
import type { Gates } from '#shared/ports/mailboxes';

const MOVED = refuse({ kind: 'gate-moved' });

/** A change that owes nothing new leaves the wake entry to whoever works off what is owed. */
const UNTOUCHED = { set: [], remove: [], values: {} };

/** Table `recipients`: pk = recipient id, sk = `gate`; consents in the register have sk = `consent#` and their version. */
export function makeDynamoGates({
  client,
  tableName,
  wakeShards,
}: RecipientsTable & { readonly wakeShards: WakeShards }): Gates {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const read = async (id: RecipientId) => {
    const item = await readItem(keyOf(id));
    return item && gateSchema.parse(item);
  };

  return {
    read,

    change: async (before, after) => {
      const write = before
        ? updateItem(changeParts(before, after, wakeShards))
        : client.send(
            new PutCommand({
              TableName: tableName,
              Item: newItem(after, wakeShards),
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          );
      if (await conditionHeld(write)) return ok(after);
      const stored = await read(after.recipientId);
      return stored?.attempt === after.attempt ? ok(stored) : MOVED;
    },

    admit: async ({ recipientId, version }, delivery, arrival) => {
      const admitted = await conditionHeld(
        updateItem({
          key: keyOf(recipientId),
          set: ['arrivals.#delivery = :arrival'],
          condition: 'version = :version',
          names: { '#delivery': delivery },
          values: { ':arrival': arrival, ':version': version },
        }),
      );
      return admitted ? ok(undefined) : MOVED;
    },

    settle: async (id, delivery) =>
      gateSchema.parse(
        await updateItem({
          key: keyOf(id),
          remove: ['arrivals.#delivery'],
          names: { '#delivery': delivery },
          returning: 'ALL_NEW',
        }),
      ),

    ...makeOwedNotices(updateItem, read),

    ...makeRegister(client, tableName),
  };
}

/** The append-only register of consents. */
function makeRegister(client: RecipientsTable['client'], tableName: string): Pick<Gates, 'register' | 'registered'> {
  const queryItems = makeQueryItems(client, tableName);
  return {
    register: async (id, record) => {
      await client.send(
        new PutCommand({ TableName: tableName, Item: { ...recordKey(id, record.version), ...record } }),
      );
    },

    registered: async (id, { before = LAST_RECORD, limit }) => {
      if (before <= 1) return [];
      const items = await queryItems({
        pk: id,
        between: [recordKey(id, 1).sk, recordKey(id, before - 1).sk],
        newestFirst: true,
        limit,
      });
      return items.map((item) => consentRecord.parse(item));
    },
  };
}

/** The e-mails a gate owes: kept on it until each is sent or given up. */
function makeOwedNotices(
  updateItem: UpdateItem,
  read: Gates['read'],
): Pick<Gates, 'claimOwed' | 'releaseOwed' | 'dropOwed'> {
  return {
    claimOwed: async (id, { name, notice }, claim) => {
      const claimed = await conditionHeld(
        updateItem({
          key: keyOf(id),
          set: ['owed.#name.claim = :claim'],
          condition: notice.claim
            ? 'owed.#name.claim.attempt = :seen'
            : 'attribute_exists(owed.#name) AND attribute_not_exists(owed.#name.claim)',
          names: { '#name': name },
          values: { ':claim': claim, ...(notice.claim ? { ':seen': notice.claim.attempt } : {}) },
        }),
      );
      if (claimed) return ok(undefined);
      const stored = (await read(id))?.owed[name];
      const isMine = stored && 'to' in stored && stored.claim?.attempt === claim.attempt;
      return isMine ? ok(undefined) : MOVED;
    },

    releaseOwed: async (id, { name, notice }, claim) => {
      const back = notice.claim
        ? { set: ['owed.#name.claim = :before'], values: { ':before': notice.claim } }
        : { remove: ['owed.#name.claim'], values: {} };
      await conditionHeld(
        updateItem({
          key: keyOf(id),
          ...back,
          condition: 'owed.#name.claim.attempt = :mine',
          names: { '#name': name },
          values: { ':mine': claim.attempt, ...back.values },
        }),
      );
    },

    dropOwed: async (id, name) => {
      const left = await updateItem({
        key: keyOf(id),
        remove: ['owed.#name'],
        names: { '#name': name },
        returning: 'ALL_NEW',
      });
      if (Object.keys(gateSchema.parse(left).owed).length > 0) return;
      const nothingOwed = { condition: 'size(owed) = :none', values: { ':none': 0 } };
      await conditionHeld(updateItem({ key: keyOf(id), remove: ['wakeShard', 'wakeAt', 'tries'], ...nothingOwed }));
    },
  };
}

function newItem({ wakeAt, ...rest }: Gate, wakeShards: WakeShards) {
  const key = keyOf(rest.recipientId);
  return { ...key, ...rest, ...wakeAttributes(key.pk, wakeAt, wakeShards) };
}

/** Everything a choice can change; arrivals belong to the deliveries and are not touched. */
const CHOICE = [
  'version',
  'electronic',
  'activated',
  'email',
  'emailUsable',
  'emailVerifiedAt',
  'verification',
  'emailProblem',
  'language',
  'consent',
  'attempt',
] as const satisfies readonly (keyof Gate)[];

function changeParts(before: Gate, after: Gate, wakeShards: WakeShards): UpdateParts {
  const key = keyOf(after.recipientId);
  const owed = Object.entries(after.owed).filter(([name]) => !(name in before.owed));
  const wake = owed.length > 0 ? wakeUpdate(key.pk, after.wakeAt, wakeShards) : UNTOUCHED;
  const present = CHOICE.filter((name) => after[name] !== undefined);
  const absent = CHOICE.filter((name) => after[name] === undefined);
  return {
    key,
    set: [
      ...present.map((name) => `#${name} = :${name}`),
      ...owed.map((_, i) => `owed.#owed${i} = :owed${i}`),
      ...wake.set,
    ],
    remove: [...absent.map((name) => `#${name}`), ...wake.remove],
    condition: 'version = :seen',
    names: {
      ...Object.fromEntries(CHOICE.map((name) => [`#${name}`, name])),
      ...Object.fromEntries(owed.map(([name], i) => [`#owed${i}`, name])),
    },
    values: {
      ':seen': before.version,
      ...Object.fromEntries(present.map((name) => [`:${name}`, after[name]])),
      ...Object.fromEntries(owed.map(([, notice], i) => [`:owed${i}`, notice])),
      ...wake.values,
    },
  };
}

/** One more than any version there is. */
const LAST_RECORD = 1_000_000;

function recordKey(id: RecipientId, version: number): Key & { sk: string } {
  return { pk: id, sk: `consent#${String(version).padStart(6, '0')}` };
}

function keyOf(id: RecipientId): Key & { pk: string } {
  return { pk: id, sk: 'gate' };
}
