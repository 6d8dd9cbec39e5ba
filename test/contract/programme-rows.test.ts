import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { makeDynamoProgrammeRows } from '#shared/adapters/dynamodb/programme-rows';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { tableName } from '#local/stand-ins/tables';
import { HOUR, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { programmeRowsContract, rowNo } from '#test/contract/programme-rows.contract';

const dynamo = dynamoForThisFile();

programmeRowsContract('memory', async () => memoryStores().programme);
programmeRowsContract('DynamoDB', async () => (await dynamo.fresh()).programme);

/** A writer that dies before its n-th write, and the hub that comes after it, with the same documents. */
async function dyingAt(n: number) {
  await dynamo.fresh();
  const documents = makeMemoryDocuments();
  const place = { tableName: tableName('programme'), documents };
  const left = { writes: n };
  const client = new Proxy(dynamo.client(), {
    get: (target, name, receiver) =>
      name === 'send'
        ? async (command: Parameters<typeof target.send>[0]) => {
            if (command instanceof PutCommand && (left.writes -= 1) < 0) throw new Error('killed');
            return target.send(command);
          }
        : Reflect.get(target, name, receiver),
  });
  return {
    dying: makeDynamoProgrammeRows({ ...place, client }),
    next: makeDynamoProgrammeRows({ ...place, client: dynamo.client() }),
  };
}

describe('an import whose writer dies', () => {
  const rows = Array.from({ length: 30 }, (_, n) => rowNo(n, 'tuotu'));
  const LATER = after(NOON, HOUR);

  it.each([0, 1, 2, 3, 10, 31, 33, 34, 35])(
    'before write %i is in whole or not at all, and whole when repeated',
    async (n) => {
      const { dying, next } = await dyingAt(n);
      await next.put(rowNo(0), { at: NOON, follows: undefined });
      await dying.putAll('tuonti-1', rows, LATER).catch(() => undefined);
      const found = await next.asOf('services', LATER);
      expect([1, 30]).toContain(found.length);
      expect(found[0]).toMatchObject(found.length === 1 ? { name: 'eka', version: 1 } : { name: 'tuotu', version: 2 });
      await next.putAll('tuonti-1', rows, LATER);
      const repeated = await next.asOf('services', LATER);
      expect(repeated.map(({ version }) => version).sort()).toEqual([...Array<number>(29).fill(1), 2]);
    },
  );

  it('is finished before the next row is entered', async () => {
    const { dying, next } = await dyingAt(3);
    await expect(dying.putAll('tuonti-1', rows, NOON)).rejects.toThrow('killed');
    expect(await next.put(rowNo(29, 'uusi'), { at: LATER, follows: undefined })).toMatchObject({ ok: false });
    expect(await next.put(rowNo(29, 'uusi'), { at: LATER, follows: 1 })).toMatchObject({ ok: true });
    await next.putAll('tuonti-2', [rowNo(5, 'toinen')], LATER);
    expect(await next.read('services', 'palvelu-29')).toMatchObject({ name: 'uusi', version: 2 });
  });

  it('changes nothing when it wakes up after another has finished it and rows have gone on', async () => {
    await dynamo.fresh();
    const stored = makeMemoryDocuments();
    const gate = Promise.withResolvers<undefined>();
    const asleep = { reads: 0 };
    const documents = {
      ...stored,
      read: async (key: string) => {
        asleep.reads += 1;
        if (asleep.reads === 1) await gate.promise;
        return stored.read(key);
      },
    };
    const place = { client: dynamo.client(), tableName: tableName('programme') };
    const slow = makeDynamoProgrammeRows({ ...place, documents });
    const next = makeDynamoProgrammeRows({ ...place, documents: stored });
    const importing = slow.putAll('tuonti-1', rows, NOON);
    while (asleep.reads === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await next.put(rowNo(3, 'muutettu'), { at: LATER, follows: 1 })).toMatchObject({ ok: true });
    await next.putAll('tuonti-2', [rowNo(4, 'toinen tuonti')], LATER);
    gate.resolve(undefined);
    await importing;
    expect(await next.read('services', 'palvelu-3')).toMatchObject({ name: 'muutettu', version: 2 });
    expect(await next.read('services', 'palvelu-4')).toMatchObject({ name: 'toinen tuonti', version: 2 });
    expect(await next.read('services', 'palvelu-5')).toMatchObject({ name: 'tuotu', version: 1 });
  });
});
