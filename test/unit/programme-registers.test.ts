import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRead, mayWrite } from '#shared/domain/programme/access';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { KINDS, KIND_NAMES, type Kind } from '#shared/domain/programme/kinds';
import { leftOut } from '#shared/domain/programme/left-out';
import { referencesOf } from '#shared/domain/programme/references';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { outsideProgramme } from '#shared/domain/programme/span';
import { TENANT } from '#test/builders/messages';

const ROLES: readonly ProgrammeRole[] = [
  { role: 'MINISTRY' },
  { role: 'COLLECTOR' },
  { role: 'COORDINATOR' },
  { role: 'AUTHORITY', tenantId: TENANT },
  { role: 'PUBLIC' },
];
const writers = (kind: Kind) => ROLES.filter((role) => mayWrite(role, kind) !== 'NONE').map(({ role }) => role);

describe('the rows of a register', () => {
  it.each<[Kind, string[]]>([
    ['organisations', ['MINISTRY', 'COLLECTOR', 'AUTHORITY']],
    ['services', ['MINISTRY', 'COLLECTOR', 'AUTHORITY']],
    ['survey-rounds', ['MINISTRY', 'COLLECTOR']],
    ['survey-answers', ['MINISTRY', 'COLLECTOR', 'AUTHORITY']],
    ['plans', ['MINISTRY', 'AUTHORITY']],
    ['exceptions', ['MINISTRY', 'AUTHORITY']],
    ['circulars', ['MINISTRY']],
    ['follow-ups', ['MINISTRY', 'AUTHORITY']],
  ])('%s are entered by %j', (kind, roles) => {
    expect(writers(kind)).toEqual(roles);
  });

  it.each(KIND_NAMES)('%s are read by whoever enters them, and never by the public', (kind) => {
    for (const role of ROLES)
      expect(mayRead(role, kind)).toBe(mayWrite(role, kind) === 'NONE' ? mayRead(role, kind) : mayWrite(role, kind));
    expect(mayRead({ role: 'PUBLIC' }, kind)).toBe('NONE');
    expect(mayRead({ role: 'COORDINATOR' }, kind)).toBe('ALL');
    expect(mayRead({ role: 'AUTHORITY', tenantId: TENANT }, kind)).toBe('OWN');
  });

  it('name other rows by their fields', () => {
    const plan = {
      organisationId: 'kunta',
      offerings: [{ serviceId: 'a' }, { serviceId: 'b' }],
      legislationObstacles: ['este'],
      exceptionsProposed: ['poikkeus'],
    };
    expect(referencesOf('plans', plan)).toEqual([
      { field: 'organisationId', kind: 'organisations', id: 'kunta' },
      { field: 'offerings.0.serviceId', kind: 'services', id: 'a' },
      { field: 'offerings.1.serviceId', kind: 'services', id: 'b' },
      { field: 'legislationObstacles.0', kind: 'obstacles', id: 'este' },
      { field: 'exceptionsProposed.0', kind: 'exceptions', id: 'poikkeus' },
    ]);
    expect(referencesOf('plans', { legislationObstacles: 'NONE' })).toEqual([]);
    expect(referencesOf('actions', { planId: 'p', owner: 'Hallintojohtaja' })).toEqual([
      { field: 'planId', kind: 'plans', id: 'p' },
    ]);
  });

  it('hold days of the programme, and nothing long before or after it', () => {
    const due = (day: string) => outsideProgramme('actions', { due: day }, CALENDAR_2019).length === 0;
    expect(['2019-01-01', '2022-12-31', '2023-06-30', '2028-01-01'].filter((day) => !due(day))).toEqual([]);
    expect(['2018-12-31', '2028-01-02', '1999-01-01'].filter(due)).toEqual([]);
    const offerings = [{ targetDate: '2022-12-31' }, {}, { targetDate: '2099-12-31' }];
    expect(outsideProgramme('plans', { offerings }, CALENDAR_2019)).toEqual([
      { field: 'offerings.2.targetDate', rule: expect.stringMatching(/^OUTSIDE_PROGRAMME: /) },
    ]);
    expect(outsideProgramme('self-assessments', { proposedAt: '2027-01-15' }, CALENDAR_2019)).toEqual([]);
  });
});

describe('what is left out of a body', () => {
  it('is every field its schema does not know, by its path', () => {
    const sent = { a: 1, b: { c: 2, d: [{ e: 3, f: 4 }] }, g: null };
    expect(leftOut(sent, { a: 1, b: { d: [{ e: 3 }] } })).toEqual(['b.c', 'b.d.0.f', 'g']);
  });

  it('is nothing of a body that was read whole, with or without defaults added', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        expect(leftOut(body, { ...body, added: true })).toEqual([]);
      }),
    );
  });

  it('of a row of any register is nothing but what is made up', () => {
    const made = { names: { fi: 'x', tone: 'soft' }, type: 'STATE', mood: 1 };
    expect(leftOut(made, KINDS.organisations.parse(made))).toEqual(['names.tone', 'mood']);
  });
});
