import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { RecipientsTable } from '#shared/adapters/dynamodb/mailboxes';
import { makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type DutyException, dutyException } from '#shared/domain/channel/duty-exception';
import type { RecipientId, TenantId } from '#shared/domain/message/ids';
import type { Exceptions } from '#shared/ports/exceptions';

const listing = z.object({ ids: z.optional(z.set(z.string())) });

/**
 * Table `recipients`: pk = `exception#`, authority and id, sk = `exception`; pk = `excepted#`, authority and recipient id,
 * sk = `excepted` holds the ids of exceptions that name the recipient or once did: the exception itself is the truth.
 */
export function makeDynamoExceptions({ client, tableName }: RecipientsTable): Exceptions {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const keyOf = (tenant: TenantId, id: string) => ({ pk: `exception#${tenant}#${id}`, sk: 'exception' });
  const listOf = (tenant: TenantId, recipient: RecipientId) => ({
    pk: `excepted#${tenant}#${recipient}`,
    sk: 'excepted',
  });
  const read = async (tenant: TenantId, id: string): Promise<DutyException | undefined> => {
    const item = await readItem(keyOf(tenant, id));
    return item && dutyException.parse(item);
  };
  return {
    read,

    put: async (exception) => {
      const { tenantId, recipientId, exceptionId } = exception;
      await updateItem({
        key: listOf(tenantId, recipientId),
        add: ['ids :id'],
        values: { ':id': new Set([exceptionId]) },
      });
      const { Attributes } = await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { ...keyOf(tenantId, exceptionId), ...exception },
          ReturnValues: 'ALL_OLD',
        }),
      );
      return Attributes === undefined;
    },

    of: async (tenant, recipient) => {
      const item = await readItem(listOf(tenant, recipient));
      const ids = item ? [...(listing.parse(item).ids ?? [])] : [];
      const found = await Promise.all(ids.map(async (id) => read(tenant, id)));
      return found.filter((each) => each?.recipientId === recipient).filter((each) => each !== undefined);
    },
  };
}
