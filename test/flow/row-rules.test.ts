import { describe, expect, it } from 'vitest';
import { makeOwnCatalogue, noCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import type { PtvCheck } from '#shared/domain/programme/registry/service';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { makeRegisters } from '#shared/flow/programme/registers';
import { instant } from '#shared/kernel/time';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';
import { MINISTRY, aService, anOrganisation, authority, importWorld } from '#test/builders/programme-import';

const OWN = authority('metsa');
const NOTE = { organisationId: 'met', period: '2020-H1', ministryNote: 'Suunnitelma puuttuu.' };

/** Registers with an organisation, a service, a round and a note, into which a row goes alone or by an import. */
async function world(catalogue: ServiceCatalogue = noCatalogue) {
  const { rows, json } = importWorld('2020-03-02T08:00:00.000Z', catalogue);
  await json({
    organisations: [
      { ...anOrganisation, tenantId: 'metsa' },
      { ...anOrganisation, id: 'ves', tenantId: 'vesi' },
    ],
    services: [{ ...aService, proposedAt: '2020-01-31' }],
    'survey-rounds': [{ id: 'k', year: 2019, questions: [{ id: 'koko', text: { fi: 'Koko?' }, kind: 'NUMBER' }] }],
    exceptions: [{ id: 'ratkaistu', organisationId: 'met', ground: 'FOREIGN', decision: 'REJECTED' }],
    'follow-ups': [
      { id: 'n', ...NOTE },
      { id: 'muiden', ...NOTE, organisationId: 'ves' },
    ],
  });
  const registers = makeRegisters({
    rows,
    catalogue,
    tenants: { authority: async () => undefined, service: async () => undefined },
    clock: () => instant.parse('2020-03-02T08:00:00.000Z'),
  });
  const alone = async (kind: Kind, { id, ...fields }: Sent, role: ProgrammeRole) => {
    const seen = (await rows.read(kind, id)) ? ('any' as const) : undefined;
    const entered = await registers.enter(role, { kind, id, fields: KINDS[kind].parse(fields), seen });
    if (entered.ok) return { errors: [], warnings: entered.value.warnings.map(codeOf) };
    return { errors: 'problems' in entered.refusal ? entered.refusal.problems.map(codeOf) : [], warnings: [] };
  };
  const together = async (kind: Kind, row: object, role: ProgrammeRole) => {
    const { errors, warnings } = await json({ [kind]: [row] }, role);
    const plain = ({ pointer, rule }: { pointer: string; rule: string }) =>
      codeOf({ field: pointer.split('/').slice(3).join('.'), rule });
    return { errors: errors.map(plain), warnings: warnings.map(plain) };
  };
  return { rows, json, alone, together };
}

interface Sent {
  readonly id: string;
  readonly [field: string]: unknown;
}

const codeOf = ({ field, rule }: { readonly field: string; readonly rule: string }) => `${field} ${rule.split(':')[0]}`;

describe('a row that comes alone and one of an import are held against the same rules', () => {
  const answer = { id: 'a', roundId: 'k', organisationId: 'met' };
  const volume = { id: 'v', serviceId: 'met-1', year: 2019 };

  it.each<[string, Kind, Sent, ProgrammeRole, string[]]>([
    [
      'a decision of the Middle Ages',
      'management-decisions',
      decision('1019-02-01'),
      MINISTRY,
      ['date OUTSIDE_PROGRAMME'],
    ],
    [
      'a proposal to come',
      'services',
      { ...aService, proposedAt: '2091-01-01' },
      MINISTRY,
      ['proposedAt OUTSIDE_PROGRAMME'],
    ],
    ['a year mistyped', 'volumes', { ...volume, year: 1999 }, MINISTRY, ['year OUTSIDE_PROGRAMME']],
    [
      'a day of report mistyped',
      'volumes',
      { ...volume, reportedAt: '2202-01-01' },
      MINISTRY,
      ['reportedAt OUTSIDE_PROGRAMME'],
    ],
    [
      'an assessment mistyped',
      'self-assessments',
      assessment({ completedAt: '0202-01-01' }),
      MINISTRY,
      ['completedAt OUTSIDE_PROGRAMME'],
    ],
    ['a project', 'services', { ...aService, type: 'PROJECT' }, MINISTRY, ['type PROJECT_NOT_SERVICE']],
    [
      'an answer nobody asked for',
      'survey-answers',
      { ...answer, answers: { muu: 1 } },
      MINISTRY,
      ['answers.muu UNKNOWN_QUESTION'],
    ],
    [
      'a merger without a day',
      'organisations',
      merged(['met', 'ves']),
      MINISTRY,
      ['validFrom is required where it carries on several'],
    ],
    [
      'a successor of itself',
      'organisations',
      merged(['met', 'ves'], { id: 'ves', validFrom: '2021-01-01' }),
      MINISTRY,
      ['successorOf.1 must name another organisation'],
    ],
    [
      'a part in a merger',
      'organisations',
      { ...anOrganisation, successorOf: ['ves'] },
      OWN,
      ['successorOf DECIDED_BY_MINISTRY'],
    ],
    [
      'the id of the guidance',
      'plans',
      { id: 'template', organisationId: 'met' },
      MINISTRY,
      ['id must not be template'],
    ],
    [
      'a part in the programme',
      'organisations',
      { ...anOrganisation, roles: ['MINISTRY'] },
      OWN,
      ['roles DECIDED_BY_MINISTRY'],
    ],
    [
      'mail that is not its own',
      'services',
      { ...aService, hubServices: ['muiden'] },
      OWN,
      ['hubServices.0 UNKNOWN_REFERENCE'],
    ],
    [
      'an exception it approves itself',
      'exceptions',
      exception({ decision: 'APPROVED' }),
      OWN,
      ['decision DECIDED_BY_MINISTRY'],
    ],
    [
      'an exception with a name under it',
      'exceptions',
      exception({ decidedBy: 'Ministeriö' }),
      OWN,
      ['decidedBy DECIDED_BY_MINISTRY'],
    ],
    ['an obstacle it moves on itself', 'obstacles', obstacle('BILL'), OWN, ['state DECIDED_BY_MINISTRY']],
    ['a note of its own', 'follow-ups', { ...NOTE, id: 'uusi' }, OWN, [' DECIDED_BY_MINISTRY']],
    [
      'a note it rewrites',
      'follow-ups',
      { ...NOTE, id: 'n', ministryNote: 'Hyvin meni.' },
      OWN,
      ['ministryNote DECIDED_BY_MINISTRY'],
    ],
  ])('%s is refused', async (_, kind, row, role, errors) => {
    const { alone, together } = await world();
    expect(await alone(kind, row, role)).toEqual({ errors, warnings: [] });
    expect(await together(kind, row, role)).toEqual({ errors, warnings: [] });
  });

  it('an exception that was decided is refused to an authority', async () => {
    const { alone, together } = await world();
    const row = { ...exception({ decision: 'REJECTED' }), id: 'ratkaistu' };
    expect((await alone('exceptions', row, OWN)).errors).toEqual([' DECIDED_BY_MINISTRY']);
    expect((await together('exceptions', row, OWN)).errors).toEqual([' DECIDED_BY_MINISTRY']);
  });

  it.each<[string, Kind, Sent, ProgrammeRole, string[]]>([
    [
      'a low volume for a ground',
      'exceptions',
      exception({ ground: 'LOW_VOLUME' }),
      OWN,
      ['ground GROUND_NOT_ALLOWED'],
    ],
    [
      'another authority for itself',
      'organisations',
      { ...anOrganisation, tenantId: 'vesi' },
      OWN,
      ['tenantId DECIDED_BY_MINISTRY'],
    ],
  ])('%s is told and does not count', async (_, kind, row, role, warnings) => {
    for (const way of ['alone', 'together'] as const) {
      const { rows, ...ways } = await world();
      expect(await ways[way](kind, row, role)).toEqual({ errors: [], warnings });
      expect(await rows.read(kind, row.id)).toMatchObject(
        kind === 'exceptions' ? { allowed: false } : { tenantId: 'metsa' },
      );
    }
  });

  it('an assessment is due by the proposal of its service', async () => {
    for (const way of ['alone', 'together'] as const) {
      const { rows, ...ways } = await world();
      await ways[way]('self-assessments', assessment({}), MINISTRY);
      expect(await rows.read('self-assessments', 'i')).toMatchObject({ dueAt: '2020-04-30' });
    }
  });

  it('but for a split that does not sum: alone it is left out, in an import it is refused (TR-09)', async () => {
    const { alone, together } = await world();
    const row = { ...volume, total: 10, split: { electronic: 9 } };
    expect(await together('volumes', row, MINISTRY)).toEqual({ errors: ['split SPLIT_SUM'], warnings: [] });
    expect(await alone('volumes', row, MINISTRY)).toEqual({ errors: [], warnings: ['split SPLIT_REJECTED'] });
  });
});

describe('a note of the ministry', () => {
  const answered = { ...NOTE, id: 'n', response: 'Suunnitelma annetaan syyskuussa.' };

  it('is answered by the authority it is about, and stays what it was', async () => {
    for (const way of ['alone', 'together'] as const) {
      const { rows, ...ways } = await world();
      expect(await ways[way]('follow-ups', answered, OWN)).toEqual({ errors: [], warnings: [] });
      expect(await rows.read('follow-ups', 'n')).toMatchObject(answered);
    }
  });

  it.each<[string, ProgrammeRole]>([
    ['another authority', authority('vesi')],
    ['the collector', { role: 'COLLECTOR' }],
    ['a coordinator', { role: 'COORDINATOR' }],
    ['the public', { role: 'PUBLIC' }],
  ])('is answered by %s never', async (_, role) => {
    const { rows, alone, together } = await world();
    await alone('follow-ups', answered, role);
    await together('follow-ups', answered, role);
    expect(await rows.read('follow-ups', 'n')).toMatchObject({ version: 1 });
  });
});

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
    const { rows, json } = await world(catalogue);
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
    const { rows, json, alone } = await world(catalogue);
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
    const { rows, json } = await world();
    expect(await json({ services })).toEqual({ accepted: 4, errors: [], warnings: [] });
    expect(await rows.read('services', 's0')).toMatchObject({ ptv: 'UNCHECKED' });
  });

  it('that the hub keeps itself is filled by an import of ministry or coordinator, and by nobody else', async () => {
    const rows = makeMemoryProgrammeRows();
    const list = { 'catalogue-services': [{ id: KNOWN, names: { fi: 'Hakkuuilmoitus' } }] };
    const { json } = await world(makeOwnCatalogue(rows));
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

function decision(date: string) {
  return { id: 'd', organisationId: 'met', services: ['met-1'], date };
}

function merged(successorOf: string[], part: object = {}) {
  return { ...anOrganisation, id: 'uusi', successorOf, ...part };
}

function assessment(part: object) {
  return { id: 'i', serviceId: 'met-1', ...part };
}

function exception(part: object) {
  return { id: 'e', organisationId: 'met', ground: 'FOREIGN', ...part };
}

function obstacle(state: string) {
  return { id: 'o', organisationId: 'met', statute: '1/2000', type: 'PAPER_ONLY_DELIVERY', state };
}
