import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { erasedContent } from '#shared/domain/message/keeping';
import type { ContentPlace, KeptContents, SeenContent } from '#shared/ports/kept-contents';

const stored = z.object({ erased: z.optional(erasedContent) });

/** Table `messages`: the items of messages (sk = `message`) and of what was received from end users (sk = `inbound`). */
export function makeDynamoKeptContents({
  client,
  tableName,
}: {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}): KeptContents {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const erasedNow = async (place: ContentPlace) => stored.parse((await readItem(keyOf(place))) ?? {}).erased;
  return {
    bar: async (place, mark) =>
      conditionHeld(
        updateItem({
          key: keyOf(place),
          set: ['barred = :mark'],
          condition: 'attribute_exists(pk) AND attribute_not_exists(erased.proofEndedAt)',
          values: { ':mark': mark },
        }),
      ),

    erase: async (seen, erased) => {
      const { condition, values } = asSeen(seen);
      const done = await conditionHeld(
        updateItem({
          key: keyOf(seen),
          set: ['erased = :erased'],
          remove: ['sealedContent'],
          condition: `attribute_exists(sealedContent) AND ${condition}`,
          values: { ...values, ':erased': erased },
        }),
      );
      return done || (await erasedNow(seen)) !== undefined;
    },

    dropFiles: async (place) => {
      await conditionHeld(
        updateItem({ key: keyOf(place), remove: ['erased.files'], condition: 'attribute_exists(erased)' }),
      );
    },

    endProof: async (seen, at) => {
      const { condition, values } = asSeen(seen);
      const done = await conditionHeld(
        updateItem({
          key: keyOf(seen),
          set: ['erased.proofEndedAt = :at'],
          condition: `attribute_exists(erased) AND attribute_not_exists(erased.proofEndedAt) AND ${condition}`,
          values: { ...values, ':at': at },
        }),
      );
      return done || (await erasedNow(seen))?.proofEndedAt !== undefined;
    },
  };
}

/** No hold has barred it since. */
function asSeen({ barred }: SeenContent) {
  return barred === undefined
    ? { condition: 'attribute_not_exists(barred)', values: {} }
    : { condition: 'barred = :barred', values: { ':barred': barred } };
}

function keyOf({ of, messageId }: ContentPlace) {
  return { pk: String(messageId), sk: of };
}
