import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { tableName } from '#local/stand-ins/tables';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { rowNo } from '#test/contract/programme-rows.contract';

const dynamo = dynamoForThisFile();
const KIND = 'services';
const LATER = after(NOON, HOUR);
const NEVER = after(LATER, HOUR);

beforeEach(async () => {
  await dynamo.fresh();
});

/** Two programs over the same table, each with rows in its own memory. */
function two() {
  const documents = makeMemoryDocuments();
  const open = (client: DynamoDBDocumentClient) =>
    makeDynamoProgrammeRows({ client, tableName: tableName('programme'), documents });
  return { reader: open(dynamo.client()), writer: open(dynamo.client()), open };
}

/** The same client with something between a call and its sending. */
function through(between: (command: unknown, send: () => Promise<unknown>) => Promise<unknown>) {
  return new Proxy(dynamo.client(), {
    get: (target, name, receiver) =>
      name === 'send'
        ? async (command: Parameters<typeof target.send>[0]) => between(command, async () => target.send(command))
        : Reflect.get(target, name, receiver),
  });
}

const isRow = (command: unknown) =>
  command instanceof PutCommand && String(command.input.Item?.['pk']).startsWith(`row#${KIND}`);

describe('rows that are kept in memory', () => {
  it('are read again by one call while nothing is entered, and are the same list', async () => {
    const { writer, open } = two();
    await writer.putAll(
      'tuonti-1',
      Array.from({ length: 20 }, (_, n) => rowNo(n)),
      NOON,
    );
    let calls = 0;
    const reader = open(
      through(async (_, send) => {
        calls += 1;
        return send();
      }),
    );
    const first = await reader.asOf(KIND, LATER);
    calls = 0;
    expect(await reader.asOf(KIND, NEVER)).toBe(first);
    expect(calls).toBe(1);
  });

  it('are those that another program has changed, entered or imported since', async () => {
    const { reader, writer } = two();
    await writer.put(rowNo(1), { at: NOON, follows: undefined });
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ version: 1 }]);
    await writer.put(rowNo(1, 'toka'), { at: LATER, follows: 1 });
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ name: 'toka', version: 2 }]);
    await writer.put(rowNo(2), { at: LATER, follows: undefined });
    expect(await reader.asOf(KIND, NEVER)).toHaveLength(2);
    await writer.putAll('tuonti-1', [rowNo(1, 'tuotu'), rowNo(3)], LATER);
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ name: 'tuotu', version: 3 }, {}, { version: 1 }]);
    expect(await reader.asOf(KIND, NOON)).toMatchObject([{ id: 'palvelu-1', name: 'eka' }]);
  });

  it('do not hide a row that is written after they were read, in a write begun before', async () => {
    const { reader, writer, open } = two();
    await writer.put(rowNo(1), { at: NOON, follows: undefined });
    const [reached, gate] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const slow = open(
      through(async (command, send) => {
        if (isRow(command)) {
          reached.resolve(undefined);
          await gate.promise;
        }
        return send();
      }),
    );
    const writing = slow.put(rowNo(1, 'toka'), { at: LATER, follows: 1 });
    await reached.promise;
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ version: 1 }]);
    gate.resolve(undefined);
    await writing;
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ version: 2 }]);
  });

  it.each([
    ['the row is written', isRow, 1],
    ['it says that it is done', (command: unknown) => isDone(command), 2],
  ])('tell what there is when a writer dies before %s', async (_, at, version) => {
    const { reader, writer, open } = two();
    await writer.put(rowNo(1), { at: NOON, follows: undefined });
    const dying = open(
      through(async (command, send) => {
        if (at(command)) throw new Error('killed');
        return send();
      }),
    );
    await expect(dying.put(rowNo(1, 'toka'), { at: LATER, follows: 1 })).rejects.toThrow('killed');
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ version }]);
    await writer.put(rowNo(1, 'uusi'), { at: LATER, follows: version });
    expect(await reader.asOf(KIND, NEVER)).toMatchObject([{ name: 'uusi', version: version + 1 }]);
  });
});

function isDone(command: unknown): boolean {
  return command instanceof UpdateCommand && command.input.UpdateExpression?.includes('DELETE') === true;
}
