import { describe, expect, it } from 'vitest';
import type { Power } from '#shared/domain/message/power';
import { ageOn } from '#shared/domain/resolution/age';
import type { ResolutionFacts } from '#shared/domain/resolution/facts';
import { resolve } from '#shared/domain/resolution/resolve';
import { DAY, after, calendarDate } from '#shared/kernel/time';
import { NOON, SERVICE, personCode } from '#test/builders/messages';

const TESSA = { id: '010280-952L', name: 'Testilä Tessa' };
const MARKKU = { id: personCode(902), name: 'Testilä Markku' };
const MAIJA = { id: personCode(903), name: 'Testilä Maija' };
const AINO = { id: personCode(904), name: 'Asiamies Aino' };

const POWER: Power = {
  mandateId: 'valtuus-1',
  role: 'AGENT',
  source: 'VALTUUDET',
  scope: { type: 'MATTERS', matters: [{ serviceId: SERVICE, matterId: 'M1' }] },
  mayReceiveService: true,
  validFrom: NOON,
};
const AGENT = { party: AINO, power: POWER };
const READER = {
  party: AINO,
  power: { ...POWER, scope: { type: 'WHOLE_MAILBOX' }, mayReceiveService: false },
} as const;

function facts(part: Partial<ResolutionFacts> = {}): ResolutionFacts {
  return {
    kind: 'PERSON',
    recipient: TESSA,
    age: 46,
    deceased: false,
    isProtected: false,
    dissolved: false,
    hasOwnAddress: false,
    guardians: { parties: [], task: 'COVERS_THE_MATTER', alone: false },
    agents: [],
    inPerson: false,
    ...part,
  };
}

const guardians = (part: Partial<ResolutionFacts['guardians']> = {}): Pick<ResolutionFacts, 'guardians'> => ({
  guardians: { parties: [MARKKU, MAIJA], task: 'COVERS_THE_MATTER', alone: false, ...part },
});

/** Each addressee as `rule role id`, with what else there is to it. */
function resolved(part: Partial<ResolutionFacts>, minorGuardians: 'ALL' | 'FIRST' = 'ALL'): string[] {
  return resolve(facts(part), { minorGuardians }).map((to) =>
    to === undefined
      ? 'itself'
      : [to.rule, to.role, to.party?.name, to.mandateId, to.informs === true ? 'told' : undefined, to.unresolved]
          .filter((each) => each !== undefined)
          .join(' '),
  );
}

const ESTATE = { kind: 'ESTATE', age: undefined } as const;
const BANKRUPT = { kind: 'BANKRUPTCY_ESTATE', age: undefined } as const;

/** domain.md 3.3, row by row. */
const TABLE: readonly (readonly [string, Partial<ResolutionFacts>, readonly string[]])[] = [
  ['a grown person', {}, ['itself']],
  ['a person of unknown age', { age: undefined }, ['itself']],
  ['R1: one who has died, and nobody holds the estate', { deceased: true }, ['itself']],
  ['R1: one whose estate has a holder', { deceased: true, estateHolder: MARKKU }, ['R1 ESTATE_HOLDER Testilä Markku']],
  ['R1: a child that has died', { deceased: true, age: 3, ...guardians() }, ['itself']],
  ['R2: a child of 14', { age: 14, ...guardians() }, ['R2 GUARDIAN Testilä Markku', 'R2 GUARDIAN Testilä Maija']],
  ['R2: a child without a guardian', { age: 14 }, ['R2 GUARDIAN NO_GUARDIAN_KNOWN']],
  ['R2: a child with an agent', { age: 14, agents: [AGENT] }, ['R2 GUARDIAN NO_GUARDIAN_KNOWN']],
  [
    'R3: a child of 15',
    { age: 15, ...guardians() },
    ['R3 SELF', 'R3 GUARDIAN Testilä Markku', 'R3 GUARDIAN Testilä Maija'],
  ],
  ['R3: a child of 17 without a guardian', { age: 17 }, ['R3 SELF', 'R3 GUARDIAN NO_GUARDIAN_KNOWN']],
  [
    'R4: one of 18 with guardians',
    { age: 18, ...guardians() },
    ['R4 SELF', 'R4 GUARDIAN Testilä Markku', 'R4 GUARDIAN Testilä Maija'],
  ],
  [
    'R4: one who may not speak beside the guardian',
    guardians({ alone: true, parties: [MARKKU] }),
    ['R4 GUARDIAN Testilä Markku'],
  ],
  ['R4: one whose guardian is there for other matters', guardians({ task: 'NOT_THE_MATTER' }), ['itself']],
  ['R5: one with an agent who may receive', { agents: [AGENT] }, ['R5 AGENT Asiamies Aino valtuus-1']],
  [
    'R5b: a document to be served in person',
    { agents: [AGENT], inPerson: true },
    ['R5b SELF', 'R5b AGENT Asiamies Aino valtuus-1 told'],
  ],
  [
    'R5b: an agent who may not receive',
    { agents: [{ party: AINO, power: { ...POWER, mayReceiveService: false } }] },
    ['R5b SELF', 'R5b AGENT Asiamies Aino valtuus-1 told'],
  ],
  ['one whose mailbox another may look into', { agents: [READER] }, ['itself']],
  ['R6: a joint matter', { contact: MAIJA }, ['R6 CONTACT Testilä Maija']],
  ['R6: a joint matter, by its contact person', { contact: TESSA }, ['R6 SELF']],
  ['R7: an organisation', { kind: 'COMPANY', age: undefined }, ['itself']],
  [
    'R7: an organisation that was dissolved',
    { kind: 'COMPANY', dissolved: true, agents: [AGENT] },
    ['R7 SELF RECIPIENT_DISSOLVED'],
  ],
  ['R8: an estate', { ...ESTATE, estateHolder: MAIJA }, ['R8 ESTATE_HOLDER Testilä Maija']],
  ['R8: an estate nobody is known to hold', ESTATE, ['R8 ESTATE_HOLDER NO_HOLDER_KNOWN']],
  ['R8: an estate with an address of its own', { ...ESTATE, hasOwnAddress: true }, ['R8 SELF']],
  [
    'R8: a bankruptcy estate',
    { ...BANKRUPT, estateHolder: AINO, hasOwnAddress: true },
    ['R8 ADMINISTRATOR Asiamies Aino'],
  ],
  ['R8: a bankruptcy estate without an administrator', BANKRUPT, ['R8 ADMINISTRATOR NO_HOLDER_KNOWN']],
  ['R9: an authority', { kind: 'AUTHORITY', age: undefined }, ['itself']],
];

describe('to whom a message goes', () => {
  it.each(TABLE)('%s', (_, part, expected) => {
    expect(resolved(part)).toEqual(expected);
  });

  it('of several guardians of a child to the first alone, where the operator says so', () => {
    expect(resolved({ age: 14, ...guardians() }, 'FIRST')).toEqual(['R2 GUARDIAN Testilä Markku']);
    expect(resolved({ age: 16, ...guardians() }, 'FIRST')).toEqual(['R3 SELF', 'R3 GUARDIAN Testilä Markku']);
    expect(resolved({ age: 40, ...guardians() }, 'FIRST')).toHaveLength(3);
  });

  it('to nobody twice', () => {
    expect(resolved({ age: 14, ...guardians({ parties: [MARKKU, MARKKU] }) })).toEqual(['R2 GUARDIAN Testilä Markku']);
  });

  it('of several agents to one: who is there for the matter, and the newest of those', () => {
    const by = (mandateId: string, part: Partial<Power> = {}) => ({
      party: AINO,
      power: { ...POWER, mandateId, ...part },
    });
    const whole = by('a', { scope: { type: 'WHOLE_MAILBOX' } });
    const older = by('b', { validFrom: after(NOON, -DAY) });
    expect(resolved({ agents: [whole, older, by('d'), by('c')] })).toEqual(['R5 AGENT Asiamies Aino c']);
    expect(resolved({ agents: [whole] })).toEqual(['R5 AGENT Asiamies Aino a']);
  });

  it('a guardian may have the letter at the address given for the child, but not of a child whose address is protected', () => {
    const [open] = resolve(facts({ age: 14, ...guardians() }), { minorGuardians: 'ALL' });
    const [safe] = resolve(facts({ age: 14, isProtected: true, ...guardians() }), { minorGuardians: 'ALL' });
    expect(open?.atGivenAddress).toBe(true);
    expect(safe?.atGivenAddress).toBe(false);
  });
});

describe('an age', () => {
  it.each([
    ['2011-11-24', '2026-11-23', 14],
    ['2011-11-23', '2026-11-23', 15],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-23', '2026-11-23', 0],
  ])('of one born on %s is full years on %s', (born, day, years) => {
    expect(ageOn(calendarDate.parse(day), calendarDate.parse(born))).toBe(years);
  });
});
