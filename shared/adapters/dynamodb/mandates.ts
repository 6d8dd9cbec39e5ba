import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Item, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type Mandate, type MandateId, mandate as mandateSchema } from '#shared/domain/mandate/mandate';
import { type RecipientId, recipientId } from '#shared/domain/message/ids';
import { ok, refuse } from '#shared/kernel/result';
import type { Mandates } from '#shared/ports/mandates';

interface MandatesTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

/**
 * Table `mandates`: pk = recipient id of the principal, sk = `given#` and the mandate's id holds the mandate; pk = recipient
 * id of the holder, sk = `held#` and the id points to its principal; sk = `receivers` marks a principal who has ever given a
 * mandate to receive.
 */
export function makeDynamoMandates({ client, tableName }: MandatesTable): Mandates {
  const readItem = makeReadItem(client, tableName);
  const readGiven = async (principal: RecipientId, id: MandateId): Promise<Mandate | undefined> => {
    const item = await readItem(givenKey(principal, id));
    return item && mandateSchema.parse(item);
  };
  const queryItems = makeQueryItems(client, tableName);
  const put = async (
    Item: Item,
    condition?: Pick<PutCommand['input'], 'ConditionExpression' | 'ExpressionAttributeValues'>,
  ) => client.send(new PutCommand({ TableName: tableName, Item, ...condition }));

  return {
    give: async (mandate) => {
      const { principal, holder, mandateId, mayReceiveService } = mandate;
      if (mayReceiveService) await put(receivedFor(principal));
      await put({ ...heldKey(holder, mandateId), principal, mandateId });
      const stored = put(
        { ...givenKey(principal, mandateId), ...mandate },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
      if (!(await conditionHeld(stored)) && !sameGiving(await readGiven(principal, mandateId), mandate))
        throw new Error('a random mandate id is taken');
    },

    find: async (party, id) => {
      const given = await readGiven(party, id);
      if (given) return given;
      const pointer = await readItem(heldKey(party, id));
      const pointed = pointer && (await readGiven(recipientId.parse(pointer['principal']), id));
      return pointed?.holder === party ? pointed : undefined;
    },

    change: async (before, after) => {
      const { principal, mandateId, facts } = after;
      const written = put(
        { ...givenKey(principal, mandateId), ...after },
        { ConditionExpression: 'size(facts) = :seen', ExpressionAttributeValues: { ':seen': before.facts.length } },
      );
      if (await conditionHeld(written)) return ok(after);
      const stored = await readGiven(principal, mandateId);
      const isMine = JSON.stringify(stored?.facts) === JSON.stringify(mandateSchema.parse(after).facts);
      return isMine && facts.length > before.facts.length ? ok(after) : refuse({ kind: 'mandate-moved' });
    },

    hasReceivers: async (principal) => (await readItem(receivedFor(principal))) !== undefined,

    givenBy: async (principal) =>
      (await queryItems({ pk: principal, begins: 'given#' })).map((item) => mandateSchema.parse(item)),

    heldBy: async (holder) => {
      const pointers = await queryItems({ pk: holder, begins: 'held#' });
      const pointed = await Promise.all(
        pointers.map(async (item) =>
          readGiven(recipientId.parse(item['principal']), mandateSchema.shape.mandateId.parse(item['mandateId'])),
        ),
      );
      return pointed.filter((each) => each !== undefined);
    },
  };
}

/** The SDK's own repeat of a put that had succeeded. */
function sameGiving(stored: Mandate | undefined, mandate: Mandate): boolean {
  return stored?.sealed === mandate.sealed && stored.holder === mandate.holder;
}

function givenKey(principal: RecipientId, id: MandateId) {
  return { pk: principal, sk: `given#${id}` };
}

/** Stands for good once the first mandate to receive is given. */
function receivedFor(principal: RecipientId) {
  return { pk: principal, sk: 'receivers' };
}

function heldKey(holder: RecipientId, id: MandateId) {
  return { pk: holder, sk: `held#${id}` };
}
