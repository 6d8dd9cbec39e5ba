import { describe, expect, it } from 'vitest';
import type { LiveVersions } from '#shared/adapters/crypto/live-versions';
import { makeMemoryKeyStore } from '#shared/adapters/memory/key-store';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { PARTS } from '#shared/domain/rotation/rotation';
import { tableName } from '#local/stand-ins/tables';
import { COMPANY, PAULA, TESSA, personCode } from '#test/builders/messages';
import { testSealer } from '#test/builders/stores';
import { dynamoForThisFile, everyItem } from '#test/builders/stores-dynamo';

const dynamo = dynamoForThisFile();
const OLD: LiveVersions = { current: 1, previousFirst: false };
const OPENING: LiveVersions = { current: 2, previous: 1, previousFirst: true };
const MOVING: LiveVersions = { current: 2, previous: 1, previousFirst: false };
const SETTLED: LiveVersions = { current: 2, previousFirst: false };

/** The same table as processes see it that know of different versions. */
async function registers() {
  await dynamo.fresh();
  const keys = makeMemoryKeyStore();
  const knowing = (known: LiveVersions) =>
    makeOwnRegisters({
      client: dynamo.client(),
      tableName: tableName('registers'),
      sealer: testSealer(keys, async () => known),
    });
  const walk = async () => {
    const { rows } = knowing(MOVING);
    const emptied = async (part: string): Promise<void> => {
      while ((await rows.moveSome(1, part)).more);
    };
    await Promise.all(PARTS.map(emptied));
  };
  return { knowing, walk };
}

describe('the registers the hub keeps itself, while the key of hashes changes', () => {
  it('tell what was entered under the old version, before and after it is moved', async () => {
    const { knowing, walk } = await registers();
    await knowing(OLD).entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
    await knowing(OLD).entry.enterBusiness(COMPANY, { kind: 'COMPANY', name: 'Kuljetus Oy' });
    for (const known of [OLD, OPENING, MOVING])
      expect(await knowing(known).people.find(TESSA)).toEqual({ name: 'Testilä Tessa' });
    await walk();
    for (const known of [MOVING, SETTLED]) {
      expect(await knowing(known).people.find(TESSA)).toEqual({ name: 'Testilä Tessa' });
      expect(await knowing(known).businesses.find(COMPANY)).toEqual({ kind: 'COMPANY', name: 'Kuljetus Oy' });
    }
  });

  it('tell who is named in the rows of others, whoever entered them knowing what, before and after they are moved', async () => {
    const { knowing, walk } = await registers();
    const children = [personCode(910), personCode(911), personCode(912)];
    const [old = '', opening = '', moving = ''] = children;
    await knowing(OLD).entry.enterPerson(old, { name: 'Lapsi', guardians: [PAULA] });
    expect(await knowing(OPENING).people.wardsOf(PAULA)).toEqual([old]);
    await knowing(OPENING).entry.enterPerson(opening, { name: 'Lapsi', guardians: [PAULA] });
    expect(new Set(await knowing(OLD).people.wardsOf(PAULA))).toEqual(new Set([old, opening]));
    await knowing(MOVING).entry.enterPerson(moving, { name: 'Lapsi', guardians: [PAULA] });
    for (const known of [OPENING, MOVING])
      expect(new Set(await knowing(known).people.wardsOf(PAULA))).toEqual(new Set(children));
    await walk();
    for (const known of [MOVING, SETTLED])
      expect(new Set(await knowing(known).people.wardsOf(PAULA))).toEqual(new Set(children));
  });

  it('tell what was entered last, whoever entered it knowing what', async () => {
    const { knowing, walk } = await registers();
    const stages = [
      [OLD, OPENING],
      [OPENING, MOVING],
    ];
    let count = 0;
    for (const both of stages)
      for (const [by, other] of [both, both.toReversed()]) {
        count += 1;
        if (by) await knowing(by).entry.enterPerson(TESSA, { name: `Tessa ${count}` });
        for (const reader of [by, other])
          if (reader) expect(await knowing(reader).people.find(TESSA)).toEqual({ name: `Tessa ${count}` });
      }
    await walk();
    expect(await knowing(SETTLED).people.find(TESSA)).toEqual({ name: `Tessa ${count}` });
  });

  it('are moved whole, once: a second walk finds nothing, and no row is left under the old version', async () => {
    const { knowing, walk } = await registers();
    for (const code of [TESSA, PAULA]) await knowing(OPENING).entry.enterPerson(code, { name: 'Nimi' });
    await walk();
    const before = await everyItem(dynamo.client());
    await walk();
    expect(await everyItem(dynamo.client())).toEqual(before);
    expect(before.map(({ pk }) => String(pk).slice(0, 6))).toEqual(['row#2#', 'row#2#']);
  });

  it('are not walked by who takes the old version for the current one', async () => {
    const { knowing } = await registers();
    await knowing(OLD).entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
    const walks = PARTS.map(async (part) => knowing(OLD).rows.moveSome(1, part));
    await expect(Promise.all(walks)).rejects.toThrow('the version that is walked is the current one');
    expect(await knowing(OLD).people.find(TESSA)).toEqual({ name: 'Testilä Tessa' });
  });
});
