import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import type { NewRow, ProgrammeRows } from '#shared/ports/programme-rows';
import { NOON } from '#test/builders/messages';

const KIND = 'services';
export const rowNo = (n: number, name = 'eka'): NewRow => ({
  kind: KIND,
  id: `palvelu-${n}`,
  fields: { name, shares: [0.5, 1], nested: { n } },
});
const LATER = after(NOON, HOUR);

async function everyId(rows: ProgrammeRows): Promise<string[]> {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await rows.list(KIND, next);
    ids.push(...page.rows.map(({ id }) => id));
    next = page.next;
  } while (next !== undefined);
  return ids;
}

/** What every ProgrammeRows must do. */
export function programmeRowsContract(name: string, make: () => Promise<ProgrammeRows>): void {
  describe(`ProgrammeRows: ${name}`, () => {
    versions(make);
    listings(make);
    moments(make);
    imports(make);
  });
}

function versions(make: () => Promise<ProgrammeRows>) {
  it('knows none that was not entered', async () => {
    const rows = await make();
    expect(await rows.read(KIND, 'palvelu-1')).toBeUndefined();
    expect(await rows.list(KIND)).toEqual({ rows: [] });
    expect(await rows.asOf(KIND, LATER)).toEqual([]);
  });

  it('gives back what was entered, as version 1', async () => {
    const rows = await make();
    const entered = { ...rowNo(1).fields, id: 'palvelu-1', version: 1, enteredAt: NOON };
    expect(await rows.put(rowNo(1), { at: NOON, follows: undefined })).toEqual({ ok: true, value: entered });
    expect(await rows.read(KIND, 'palvelu-1')).toEqual(entered);
    expect(await rows.read('volumes', 'palvelu-1')).toBeUndefined();
  });

  it('takes a change that follows the version there is, and no other', async () => {
    const rows = await make();
    await rows.put(rowNo(1), { at: NOON, follows: undefined });
    expect(await rows.put(rowNo(1, 'toka'), { at: LATER, follows: undefined })).toEqual({
      ok: false,
      refusal: { kind: 'row-changed', version: 1 },
    });
    expect(await rows.put(rowNo(1, 'toka'), { at: LATER, follows: 2 })).toMatchObject({ ok: false });
    expect(await rows.put(rowNo(1, 'toka'), { at: LATER, follows: 1 })).toMatchObject({ ok: true });
    expect(await rows.read(KIND, 'palvelu-1')).toMatchObject({ name: 'toka', version: 2, enteredAt: LATER });
    expect(await rows.put(rowNo(2), { at: LATER, follows: 1 })).toEqual({
      ok: false,
      refusal: { kind: 'row-changed', version: undefined },
    });
  });

  it('lets one of two changes of the same version in', async () => {
    const rows = await make();
    await rows.put(rowNo(1), { at: NOON, follows: undefined });
    const both = await Promise.all(
      ['toka', 'kolmas'].map(async (name) => rows.put(rowNo(1, name), { at: LATER, follows: 1 })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rows.read(KIND, 'palvelu-1')).toMatchObject({ version: 2 });
  });

  it('never lets a version be older than the one before it', async () => {
    const rows = await make();
    await rows.put(rowNo(1), { at: LATER, follows: undefined });
    await rows.put(rowNo(1, 'toka'), { at: NOON, follows: 1 });
    expect(await rows.read(KIND, 'palvelu-1')).toMatchObject({ version: 2, enteredAt: LATER });
  });
}

function listings(make: () => Promise<ProgrammeRows>) {
  it('lists every row once, page by page', async () => {
    const rows = await make();
    const all = Array.from({ length: 230 }, (_, n) => rowNo(n));
    await rows.putAll('tuonti-1', all, NOON);
    await rows.put({ ...rowNo(1), kind: 'volumes' }, { at: NOON, follows: undefined });
    expect((await everyId(rows)).sort()).toEqual(all.map(({ id }) => id).sort());
    expect((await rows.list(KIND)).rows).toHaveLength(100);
  });

  it('ends a listing of exactly one page', async () => {
    const rows = await make();
    await rows.putAll(
      'tuonti-1',
      Array.from({ length: 100 }, (_, n) => rowNo(n)),
      NOON,
    );
    expect((await rows.list(KIND)).next).toBeUndefined();
  });

  it('goes on after an id that is not there', async () => {
    const rows = await make();
    await rows.put(rowNo(1), { at: NOON, follows: undefined });
    const { rows: found } = await rows.list(KIND, 'ei-mitaan');
    expect(found.length).toBeLessThan(2);
  });
}

function moments(make: () => Promise<ProgrammeRows>) {
  it('tells how every row stood at a moment, by id', async () => {
    const rows = await make();
    await rows.put(rowNo(2), { at: NOON, follows: undefined });
    await rows.put(rowNo(1), { at: NOON, follows: undefined });
    for (let version = 1; version <= 25; version += 1)
      await rows.put(rowNo(1, `muutos ${version}`), { at: after(NOON, version * MINUTE), follows: version });
    await rows.put(rowNo(3), { at: LATER, follows: undefined });
    const namesAt = async (minutes: number) =>
      (await rows.asOf(KIND, after(NOON, minutes * MINUTE))).map((row) => `${row.id} v${row.version}`);
    expect(await namesAt(-1)).toEqual([]);
    expect(await namesAt(0)).toEqual(['palvelu-1 v1', 'palvelu-2 v1']);
    expect(await namesAt(2)).toEqual(['palvelu-1 v3', 'palvelu-2 v1']);
    expect(await namesAt(59)).toEqual(['palvelu-1 v26', 'palvelu-2 v1']);
    expect(await namesAt(60)).toEqual(['palvelu-1 v26', 'palvelu-2 v1', 'palvelu-3 v1']);
  });
}

function imports(make: () => Promise<ProgrammeRows>) {
  it('enters all rows of an import, taking the place of what is there', async () => {
    const rows = await make();
    await rows.put(rowNo(1), { at: NOON, follows: undefined });
    await rows.putAll('tuonti-1', [rowNo(1, 'tuotu'), rowNo(2, 'tuotu'), { ...rowNo(1), kind: 'volumes' }], LATER);
    expect(await rows.read(KIND, 'palvelu-1')).toMatchObject({ name: 'tuotu', version: 2, enteredAt: LATER });
    expect(await rows.read(KIND, 'palvelu-2')).toMatchObject({ name: 'tuotu', version: 1 });
    expect(await rows.read('volumes', 'palvelu-1')).toMatchObject({ version: 1 });
    expect(await rows.asOf(KIND, NOON)).toMatchObject([{ id: 'palvelu-1', name: 'eka' }]);
  });

  it('changes nothing by the same import again, also when rows have changed since', async () => {
    const rows = await make();
    await rows.putAll('tuonti-1', [rowNo(1), rowNo(2)], NOON);
    await rows.put(rowNo(1, 'muutettu'), { at: LATER, follows: 1 });
    await rows.putAll('tuonti-1', [rowNo(1), rowNo(2)], LATER);
    expect(await rows.read(KIND, 'palvelu-1')).toMatchObject({ name: 'muutettu', version: 2 });
    expect(await rows.read(KIND, 'palvelu-2')).toMatchObject({ version: 1 });
  });

  it('enters imports that come at once one after the other', async () => {
    const rows = await make();
    const names = ['a', 'b', 'c'];
    await Promise.all(names.map(async (name) => rows.putAll(`tuonti-${name}`, [rowNo(1, name), rowNo(2, name)], NOON)));
    const both = await Promise.all([rows.read(KIND, 'palvelu-1'), rows.read(KIND, 'palvelu-2')]);
    expect(both).toMatchObject([{ version: 3 }, { version: 3 }]);
    const lastNames = new Set(both.map((row) => JSON.stringify(Reflect.get(row ?? {}, 'name'))));
    expect(lastNames.size).toBe(1);
  });
}
