import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kilometresBetween } from '#shared/domain/digital-support/distance';
import { findSupport } from '#shared/domain/digital-support/search';
import { termsOf } from '#shared/domain/digital-support/terms';
import { needIn, needKey, needOf } from '#shared/domain/digital-support/unmet-need';
import { CENTRES, NATIONWIDE, directoryWith, providerRow } from '#test/builders/support';

const HELSINKI = providerRow('helsinki', ['091']);
const ROVANIEMI = providerRow('rovaniemi', ['698']);
const ADVICE = providerRow('neuvonta', [], { area: NATIONWIDE, forms: ['PHONE', 'CHAT'], sector: 'CITIZEN_ADVICE' });
const idsOf = (found: ReturnType<typeof findSupport>) => found.found.map(({ provider }) => provider.id);

describe('the distance between two centres', () => {
  it.each([
    ['Helsinki', 'Turku', 150],
    ['Helsinki', 'Utsjoki', 1088],
    ['Rovaniemi', 'Utsjoki', 383],
    ['Oulu', 'Oulu', 0],
  ])('of %s and %s is about %i km', (a, b, kilometres) => {
    const at = (name: string) =>
      CENTRES.find(({ names }) => names.fi === name)?.centre ?? { latitude: 0, longitude: 0 };
    expect(Math.abs(kilometresBetween(at(a), at(b)) - kilometres)).toBeLessThan(3);
  });

  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it('is the same both ways, never negative and never more than half around the earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = kilometresBetween(a, b);
        expect(there).toBeCloseTo(kilometresBetween(b, a), 6);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});

describe('a search for support', () => {
  it('tells who is in the municipality, then who serves all its region, then the whole country', () => {
    const lapland = providerRow('a-lappi', [], { area: { nationwide: false, municipalities: [], regions: ['19'] } });
    const found = findSupport(directoryWith([ADVICE, lapland, ROVANIEMI]), { municipality: '698' });
    expect(idsOf(found)).toEqual(['rovaniemi', 'a-lappi', 'neuvonta']);
    expect(found).toMatchObject({ nearest: false, met: true, place: { municipality: '698', region: '19' } });
  });

  it('tells the nearest where nobody is, the whole country after them, and that the need is not met (TR-17)', () => {
    const found = findSupport(directoryWith([ADVICE, HELSINKI, ROVANIEMI]), { municipality: 'Utsjoki' });
    expect(found.found).toMatchObject([
      { provider: { id: 'rovaniemi' }, reach: 'NEAREST' },
      { provider: { id: 'helsinki' }, reach: 'NEAREST' },
      { provider: { id: 'neuvonta' }, reach: 'NATIONWIDE' },
    ]);
    expect(found).toMatchObject({ nearest: true, met: false });
  });

  it('goes by the region where the centre of the municipality or of the provider is not known', () => {
    const centres = CENTRES.map((each) => (each.id === '890' ? { ...each, centre: undefined } : each));
    const found = findSupport(directoryWith([HELSINKI, ROVANIEMI], { centres }), { municipality: '890' });
    expect(found.found).toEqual([{ provider: ROVANIEMI, reach: 'NEAREST' }]);
    const unplaced = CENTRES.map((each) => (each.id === '698' ? { ...each, centre: undefined } : each));
    const far = findSupport(directoryWith([HELSINKI, ROVANIEMI], { centres: unplaced }), { municipality: '890' });
    expect(idsOf(far)).toEqual(['helsinki', 'rovaniemi']);
  });

  it.each([
    ['chat', true],
    ['DEVICE_TRAINING', false],
    [undefined, false],
  ])('for %s is met by the whole country: %s', (form, met) => {
    const everywhere = { ...ADVICE, forms: ['CHAT', 'DEVICE_TRAINING'] };
    expect(findSupport(directoryWith([everywhere]), { municipality: '091', form })).toMatchObject({
      met,
      nearest: false,
    });
  });

  it.each([
    [{ municipality: 'HELSINGFORS' }, true],
    [{ municipality: ' helsinki ' }, true],
    [{ postcode: '00100' }, true],
    [{ region: 'Nyland' }, true],
    [{ region: '01' }, true],
    [{ postcode: '00101' }, false],
    [{ municipality: 'Hki' }, false],
  ])('for %j finds the provider of Helsinki: %s', (wish, met) => {
    expect(findSupport(directoryWith([HELSINKI]), wish)).toMatchObject({ met });
  });

  it.each([
    [{ language: 'sv' }, true],
    [{ language: 'SV' }, true],
    [{ language: 'en' }, false],
    [{ form: 'device-training' }, true],
    [{ form: 'CHAT' }, false],
    [{ group: 'PERSON' }, true],
    [{ group: 'OLDER_PEOPLE' }, true],
    [{ group: 'BUSINESS' }, false],
    [{ sector: 'library' }, true],
    [{ sector: 'COMPANY' }, false],
  ])('with %j finds a library that trains people: %s', (wish, met) => {
    expect(findSupport(directoryWith([HELSINKI]), { municipality: '091', ...wish })).toMatchObject({ met });
  });

  it('lists everybody suitable when no place is asked about, and leaves out who has closed', () => {
    const closed = providerRow('suljettu', ['091'], { closed: true });
    expect(idsOf(findSupport(directoryWith([ROVANIEMI, closed, ADVICE, HELSINKI]), {}))).toEqual([
      'helsinki',
      'neuvonta',
      'rovaniemi',
    ]);
  });

  const somewhere = fc.constantFrom(...CENTRES.map(({ id }) => id));
  const providers = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), at: somewhere, nationwide: fc.boolean() }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const rows = (each: { id: string; at: string; nationwide: boolean }[]) =>
    each.map(({ id, at, nationwide }) =>
      providerRow(id, nationwide ? [] : [at], nationwide ? { area: NATIONWIDE } : {}),
    );

  it('never leaves out anybody nearer than one it tells of', () => {
    fc.assert(
      fc.property(providers, somewhere, (all, municipality) => {
        const { found, nearest } = findSupport(directoryWith(rows(all)), { municipality });
        if (!nearest) return;
        const away = new Map(CENTRES.map(({ id, centre }) => [id, centre]));
        const from = away.get(municipality);
        const distance = (at: string) => {
          const to = away.get(at);
          return from && to ? kilometresBetween(from, to) : Infinity;
        };
        const told = found.filter(({ reach }) => reach === 'NEAREST').map(({ provider }) => provider.id);
        const farthest = Math.max(...all.filter(({ id }) => told.includes(id)).map(({ at }) => distance(at)));
        const left = all.filter(({ id, nationwide }) => !nationwide && !told.includes(id));
        for (const { at } of left) expect(distance(at)).toBeGreaterThanOrEqual(farthest);
      }),
    );
  });

  it('answers the same however the directory is ordered', () => {
    fc.assert(
      fc.property(providers, somewhere, fc.integer(), (all, municipality, turn) => {
        const turned = all.toSorted((a, b) => ((a.id.length * turn) % 7) - ((b.id.length * turn) % 7));
        const ids = (each: typeof all) => idsOf(findSupport(directoryWith(rows(each)), { municipality }));
        expect(ids(turned)).toEqual(ids(all));
      }),
    );
  });
});

describe('an unmet need', () => {
  const directory = directoryWith([HELSINKI]);
  const need = (wish: object) => needOf(directory, wish, findSupport(directory, wish));

  it('is told in codes on record, and nothing of what was typed', () => {
    expect(need({ municipality: 'Utsjoki', form: 'at-home', group: 'BUSINESS', language: 'SE' })).toEqual({
      municipality: '890',
      region: '19',
      form: 'AT_HOME',
      group: 'BUSINESS',
      language: 'se',
    });
    expect(need({ municipality: 'Maija Meikäläinen', form: 'rukous', group: 'minä', language: 'xx' })).toEqual({
      municipality: 'UNKNOWN',
      form: 'OTHER',
      group: 'OTHER',
      language: 'other',
    });
  });

  it('is counted under a name it can be told from', () => {
    for (const wish of [{ municipality: '890' }, { form: 'CHAT' }, { municipality: '890', language: 'se' }])
      expect(needIn(needKey(need(wish)))).toEqual(need(wish));
  });
});

describe('the code lists', () => {
  it('grow and are renamed by rows, without code', () => {
    const term = { id: 'x', version: 1, enteredAt: HELSINKI.enteredAt, list: 'SECTOR' } as const;
    const added = { ...term, code: 'CHAMBER', names: { fi: 'Kauppakamari' } };
    const renamed = { ...term, code: 'library', names: { fi: 'Kirjastot' } };
    const sectors = termsOf([added, renamed]).filter(({ list }) => list === 'SECTOR');
    expect(sectors).toHaveLength(9);
    expect(sectors).toEqual(expect.arrayContaining([added, renamed]));
  });
});
