import { describe, expect, it } from 'vitest';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { nameAt } from '#shared/domain/transition/names';
import { servicesOf } from '#shared/domain/transition/organisation-scope';
import { date, permitOf, programmeOf, townOf } from '#test/builders/transition';

const VRK = { id: 'vrk', names: { fi: 'Väestörekisterikeskus' }, type: 'STATE', validTo: '2019-12-31' };
const DVV = {
  id: 'dvv',
  names: { fi: 'Digi- ja väestötietovirasto' },
  type: 'STATE',
  validFrom: '2020-01-01',
  successorOf: ['vrk'],
};
/** Two municipalities become one on 1.1.2021. */
const MERGED = [
  townOf({ id: 'ala', names: { fi: 'Alakylä' }, validTo: '2020-12-31' }),
  townOf({ id: 'yla', names: { fi: 'Yläkylä' }, validTo: '2020-12-31' }),
  townOf({ id: 'uusi', names: { fi: 'Uusikylä' }, validFrom: '2021-01-01', successorOf: ['ala', 'yla'] }),
];
const without = (row: object, ...fields: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !fields.includes(name)));

describe('the name of an organisation', () => {
  it.each([
    ['in 2019 is the old one, by either id (TR-15)', [VRK, DVV], '2019-12-31', 'Väestörekisterikeskus'],
    ['in 2021 is the new one, by either id (TR-15)', [VRK, DVV], '2021-03-01', 'Digi- ja väestötietovirasto'],
    ['changes with its first day', [VRK, DVV], '2020-01-01', 'Digi- ja väestötietovirasto'],
    [
      'follows from the last day of the old one alone',
      [VRK, without(DVV, 'validFrom')],
      '2019-12-31',
      'Väestörekisterikeskus',
    ],
    [
      'follows from the first day of the new one alone',
      [without(VRK, 'validTo'), DVV],
      '2020-01-01',
      'Digi- ja väestötietovirasto',
    ],
    [
      'is the new one where no day is known',
      [without(VRK, 'validTo'), without(DVV, 'validFrom')],
      '2019-05-05',
      'Digi- ja väestötietovirasto',
    ],
  ])('%s', (_, organisations, day, expected) => {
    for (const rows of [organisations, organisations.toReversed()]) {
      const register = programmeOf({ organisations: rows }).rows.organisations;
      expect(nameAt(register, 'vrk', date(day)).fi).toBe(expected);
      expect(nameAt(register, 'dvv', date(day)).fi).toBe(expected);
    }
  });

  it('of one that took over another while it existed already is its own before and after', () => {
    const register = programmeOf({
      organisations: [VRK, { ...DVV, validFrom: '1990-01-01' }],
    }).rows.organisations;
    expect(nameAt(register, 'dvv', date('2019-06-01')).fi).toBe('Digi- ja väestötietovirasto');
    expect(nameAt(register, 'vrk', date('2019-06-01')).fi).toBe('Väestörekisterikeskus');
    expect(nameAt(register, 'vrk', date('2020-06-01')).fi).toBe('Digi- ja väestötietovirasto');
  });

  it('that was split into several stays what it was, and a circle of successors ends', () => {
    const split = programmeOf({ organisations: [VRK, DVV, { ...DVV, id: 'toinen' }] }).rows.organisations;
    expect(nameAt(split, 'vrk', date('2021-01-01')).fi).toBe('Väestörekisterikeskus');
    const circle = programmeOf({ organisations: [{ ...VRK, successorOf: ['dvv'] }, DVV] }).rows.organisations;
    expect(nameAt(circle, 'vrk', date('2021-01-01')).fi).toMatch(/keskus|virasto/);
  });

  it('that were merged is the new one from its first day on, and until then each one’s own', () => {
    const merged = programmeOf({ organisations: MERGED }).rows.organisations;
    for (const organisations of [merged, merged.toReversed()]) {
      const names = (day: string) => ['ala', 'yla', 'uusi'].map((id) => nameAt(organisations, id, date(day)).fi);
      expect(names('2020-12-31')).toEqual(['Alakylä', 'Yläkylä', 'Uusikylä']);
      expect(names('2021-01-01')).toEqual(['Uusikylä', 'Uusikylä', 'Uusikylä']);
    }
  });

  it('that nobody entered is its id', () => {
    expect(nameAt([], 'kadonnut', date('2021-01-01'))).toEqual({ fi: 'kadonnut' });
  });
});

describe('the services an authority answers for', () => {
  const programme = programmeOf({
    organisations: [VRK, DVV, townOf()],
    services: [
      permitOf({ id: 'c-vanha', organisationId: 'vrk' }),
      permitOf({ id: 'b-yhteinen', organisationId: 'kaupunki', coOwners: ['dvv'] }),
      permitOf({ id: 'a-uusi', organisationId: 'dvv' }),
      permitOf({ id: 'd-muu' }),
    ],
  });
  const idsOn = (id: string, day: string) => servicesOf(programme, id, date(day)).map((each) => each.id);

  it('are its own, those it shares, and those of its predecessor', () => {
    expect(idsOn('dvv', '2021-01-01')).toEqual(['a-uusi', 'b-yhteinen', 'c-vanha']);
    expect(idsOn('vrk', '2021-01-01')).toEqual(['a-uusi', 'b-yhteinen', 'c-vanha']);
    expect(idsOn('kaupunki', '2021-01-01')).toEqual(['b-yhteinen', 'd-muu']);
    expect(idsOn('kadonnut', '2021-01-01')).toEqual([]);
  });

  it('are those of all that were merged into it, once they are', () => {
    const villages = programmeOf({
      organisations: MERGED,
      services: ['ala', 'yla', 'uusi'].map((id) => permitOf({ id: `lupa-${id}`, organisationId: id })),
    });
    const ids = (id: string, day: string) => servicesOf(villages, id, date(day)).map((each) => each.id);
    expect(ids('uusi', '2021-01-01')).toEqual(['lupa-ala', 'lupa-uusi', 'lupa-yla']);
    expect(ids('ala', '2021-01-01')).toEqual(['lupa-ala', 'lupa-uusi', 'lupa-yla']);
    expect(ids('ala', '2020-12-31')).toEqual(['lupa-ala']);
    expect(
      dossiersOn(villages, date('2020-12-31'))
        .all()
        .map(({ organisation }) => organisation.id),
    ).toEqual(['ala', 'yla']);
    expect(
      dossiersOn(villages, date('2021-01-01'))
        .all()
        .map(({ organisation }) => organisation.id),
    ).toEqual(['uusi']);
  });
});
