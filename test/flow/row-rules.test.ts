import { describe, expect, it } from 'vitest';
import type { Kind } from '#shared/domain/programme/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { MINISTRY, aService, anOrganisation, authority } from '#test/builders/programme-import';
import { NOTE, OWN, type Sent, rulesWorld } from '#test/builders/programme-rules';

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
    const { alone, together } = await rulesWorld();
    expect(await alone(kind, row, role)).toEqual({ errors, warnings: [] });
    expect(await together(kind, row, role)).toEqual({ errors, warnings: [] });
  });

  it('an exception that was decided is refused to an authority', async () => {
    const { alone, together } = await rulesWorld();
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
      const { rows, ...ways } = await rulesWorld();
      expect(await ways[way](kind, row, role)).toEqual({ errors: [], warnings });
      expect(await rows.read(kind, row.id)).toMatchObject(
        kind === 'exceptions' ? { allowed: false } : { tenantId: 'metsa' },
      );
    }
  });

  it('an assessment is due by the proposal of its service', async () => {
    for (const way of ['alone', 'together'] as const) {
      const { rows, ...ways } = await rulesWorld();
      await ways[way]('self-assessments', assessment({}), MINISTRY);
      expect(await rows.read('self-assessments', 'i')).toMatchObject({ dueAt: '2020-04-30' });
    }
  });

  it('but for a split that does not sum: alone it is left out, in an import it is refused (TR-09)', async () => {
    const { alone, together } = await rulesWorld();
    const row = { ...volume, total: 10, split: { electronic: 9 } };
    expect(await together('volumes', row, MINISTRY)).toEqual({ errors: ['split SPLIT_SUM'], warnings: [] });
    expect(await alone('volumes', row, MINISTRY)).toEqual({ errors: [], warnings: ['split SPLIT_REJECTED'] });
  });
});

describe('a note of the ministry', () => {
  const answered = { ...NOTE, id: 'n', response: 'Suunnitelma annetaan syyskuussa.' };

  it('is answered by the authority it is about, and stays what it was', async () => {
    for (const way of ['alone', 'together'] as const) {
      const { rows, ...ways } = await rulesWorld();
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
    const { rows, alone, together } = await rulesWorld();
    await alone('follow-ups', answered, role);
    await together('follow-ups', answered, role);
    expect(await rows.read('follow-ups', 'n')).toMatchObject({ version: 1 });
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
