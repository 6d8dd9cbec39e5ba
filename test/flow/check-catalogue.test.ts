import { describe, expect, it } from 'vitest';
import { makeOwnCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import type { PtvCheck } from '#shared/domain/programme/registry/service';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { instant } from '#shared/kernel/time';
import { MINISTRY, aService } from '#test/builders/programme-import';
import { OWN, rulesWorld } from '#test/builders/programme-rules';

describe('the national service catalogue', () => {
  const [KNOWN, STRANGE] = ['8b1b2b2e-6d1f-4b6e-9f52-0d4a8e3f7a11', '11111111-2222-4333-8444-555555555555'];
  const services = [KNOWN, STRANGE, KNOWN, STRANGE].map((ptvId, i) => ({ ...aService, id: `s${i}`, ptvId }));

  function catalogueOf(say: (id: string) => PtvCheck) {
    const asked: string[] = [];
    const check = async (id: string) => {
      asked.push(id);
      return say(id);
    };
    return { asked, catalogue: { isThere: true, check } };
  }

  it('is asked by an import for each id once, and what it does not know is told by row in a dry run too', async () => {
    const { asked, catalogue } = catalogueOf((id) => (id === KNOWN ? 'CONFIRMED' : 'UNKNOWN'));
    const { rows, json } = await rulesWorld(catalogue);
    const dry = await json({ services }, MINISTRY, true);
    expect(asked.toSorted()).toEqual([STRANGE, KNOWN]);
    expect(dry).toMatchObject({ accepted: 4, errors: [] });
    expect(dry.warnings.map(({ row, pointer, rule }) => [row, pointer, rule.split(':')[0]])).toEqual([
      [1, '/services/1/ptvId', 'PTV_UNKNOWN'],
      [3, '/services/3/ptvId', 'PTV_UNKNOWN'],
    ]);
    await json({ services });
    expect(await rows.read('services', 's0')).toMatchObject({ ptv: 'CONFIRMED' });
    expect(await rows.read('services', 's1')).toMatchObject({ ptv: 'UNKNOWN' });
  });

  it('that is away keeps nothing out: one warning tells how many rows wait for it', async () => {
    const { asked, catalogue } = catalogueOf(() => 'UNCHECKED');
    const { rows, json, alone } = await rulesWorld(catalogue);
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...aService,
      id: `s${i}`,
      ptvId: `11111111-2222-4333-8444-5555555555${10 + i}`,
    }));
    const { accepted, warnings } = await json({ services: many });
    expect(accepted).toBe(40);
    expect(warnings).toEqual([
      { row: 0, pointer: '/services/0/ptvId', rule: expect.stringMatching(/^PTV_UNCHECKED: .*, nor of 39 more rows$/) },
    ]);
    expect(asked.length).toBeLessThan(40);
    expect(await rows.read('services', 's39')).toMatchObject({ ptv: 'UNCHECKED' });
    expect(await alone('services', { ...aService, ptvId: KNOWN }, MINISTRY)).toEqual({
      errors: [],
      warnings: ['ptvId PTV_UNCHECKED'],
    });
  });

  it('that nobody has set is not spoken of', async () => {
    const { rows, json } = await rulesWorld();
    expect(await json({ services })).toEqual({ accepted: 4, errors: [], warnings: [] });
    expect(await rows.read('services', 's0')).toMatchObject({ ptv: 'UNCHECKED' });
  });

  it('that the hub keeps itself is filled by an import of ministry or coordinator, and by nobody else', async () => {
    const rows = makeMemoryProgrammeRows();
    const list = { 'catalogue-services': [{ id: KNOWN, names: { fi: 'Hakkuuilmoitus' } }] };
    const { json } = await rulesWorld(makeOwnCatalogue(rows));
    for (const role of [{ role: 'COLLECTOR' }, OWN, { role: 'PUBLIC' }] satisfies ProgrammeRole[])
      expect((await json(list, role)).errors).toMatchObject([{ pointer: '/catalogue-services/0' }]);
    for (const role of [{ role: 'COORDINATOR' }, MINISTRY] satisfies ProgrammeRole[])
      expect(await json(list, role)).toEqual({ accepted: 1, errors: [], warnings: [] });
    const { errors } = await json({ 'catalogue-services': [{ id: KNOWN.toUpperCase() }, { id: 'lupa' }] });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/catalogue-services/0/id', '/catalogue-services/1/id']);
  });

  it('that the hub keeps itself knows what is published and not what was taken out', async () => {
    const rows = makeMemoryProgrammeRows();
    const catalogue = makeOwnCatalogue(rows);
    const at = instant.parse('2020-03-02T08:00:00.000Z');
    await rows.put({ kind: 'catalogue-services', id: KNOWN, fields: {} }, { at, follows: undefined });
    await rows.put(
      { kind: 'catalogue-services', id: STRANGE, fields: { published: false } },
      { at, follows: undefined },
    );
    expect(await catalogue.check(KNOWN)).toBe('CONFIRMED');
    expect(await catalogue.check(STRANGE)).toBe('UNKNOWN');
  });
});
