import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { planState } from '#shared/domain/programme/registry/plan';
import { organisationType } from '#shared/domain/programme/registry/organisation';
import type { Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';
import type { Dossier } from '#shared/domain/transition/dossier';
import type { Status } from '#shared/domain/transition/status';
import { COLOURS, GROUPS_OF_AUTHORITIES, PLAN_STATES } from '#shared/domain/transition/reports/codes';
import { coloursExplained, levelsExplained } from '#shared/domain/transition/reports/explained';
import { codeColumn, column, orNull, percent, sectionOf } from '#shared/domain/transition/reports/columns';

/** An authority and how it stands. */
export interface Standing {
  readonly dossier: Dossier;
  readonly status: Status;
}

/** Authorities by the state of their plan, by colour and kind, those that are late, and each one with its reasons. */
export function authoritySections(standings: readonly Standing[], calendar: ProgrammeCalendar): readonly Section[] {
  return [
    statesSection(standings),
    groupsSection(standings, calendar),
    lateSection(standings, calendar),
    listSection(standings),
  ];
}

const NAME = column('organisation', 'texts', ['Viranomainen', 'Myndighet']);
const ID = column('organisationId', 'text', ['Tunnus', 'Beteckning']);
const STATE = codeColumn('planState', ['Suunnitelma', 'Plan'], PLAN_STATES);
const COLOUR = codeColumn('rag', ['Tilanne', 'Läge'], COLOURS);
const COUNT = column('authorities', 'number', ['Viranomaisia', 'Myndigheter']);

function statesSection(standings: readonly Standing[]): Section {
  const rows = planState.options.map((state) => {
    const authorities = standings.filter(({ status }) => status.planState === state).length;
    return { planState: state, authorities, share: percent(authorities, standings.length) };
  });
  return sectionOf(
    ['planStates', 'Suunnitelmien tila', 'Planernas läge'],
    { columns: [STATE, COUNT, column('share', 'percent', ['Osuus', 'Andel'])], rows },
    { chart: { form: 'bars', label: 'planState', series: ['authorities'] } },
  );
}

/** @see REQ-204, REQ-217 */
function groupsSection(standings: readonly Standing[], calendar: ProgrammeCalendar): Section {
  const groups = organisationType.options.flatMap((type) => {
    const those = standings.filter(({ dossier }) => dossier.organisation.type === type);
    const small = those.filter(({ status }) => status.tags.includes('RISK_SMALL_MUNICIPALITY'));
    return type === 'MUNICIPALITY' ? [rowOf(type, those), rowOf('SMALL_MUNICIPALITY', small)] : [rowOf(type, those)];
  });
  return sectionOf(
    ['groups', 'Tilanne viranomaisryhmittäin', 'Läget enligt grupp av myndigheter'],
    {
      columns: [
        codeColumn('group', ['Ryhmä', 'Grupp'], GROUPS_OF_AUTHORITIES),
        COUNT,
        column('late', 'number', ['Myöhässä', 'Försenade']),
        column('red', 'number', ['Punaisia', 'Röda']),
        column('amber', 'number', ['Keltaisia', 'Gula']),
        column('green', 'number', ['Vihreitä', 'Gröna']),
      ],
      rows: groups.filter(({ authorities }) => authorities > 0),
    },
    {
      notes: [coloursExplained(calendar)],
      chart: { form: 'stacked', label: 'group', series: ['red', 'amber', 'green'] },
    },
  );
}

function rowOf(group: keyof typeof GROUPS_OF_AUTHORITIES, those: readonly Standing[]) {
  const coloured = (rag: Status['rag']) => those.filter(({ status }) => status.rag === rag).length;
  return {
    group,
    authorities: those.length,
    late: those.filter(({ status }) => status.late).length,
    red: coloured('RED'),
    amber: coloured('AMBER'),
    green: coloured('GREEN'),
  };
}

function lateSection(standings: readonly Standing[], calendar: ProgrammeCalendar): Section {
  const rows = standings
    .filter(({ status }) => status.late)
    .toSorted((a, b) => (b.status.level ?? 0) - (a.status.level ?? 0))
    .map(({ dossier, status }) => ({
      organisation: dossier.organisation.names,
      organisationId: dossier.organisation.id,
      planState: status.planState,
      daysLate: status.daysLate ?? null,
      level: orNull(status.level),
      smallMunicipality: status.tags.includes('RISK_SMALL_MUNICIPALITY'),
    }));
  const table = {
    columns: [
      NAME,
      ID,
      STATE,
      column('daysLate', 'number', ['Päiviä myöhässä', 'Dagar försenad']),
      column('level', 'number', ['Eskalaatiotaso', 'Eskaleringsnivå']),
      column('smallMunicipality', 'boolean', ['Pieni kunta', 'Liten kommun']),
    ],
    rows,
  };
  const notes = rows.length > 0 ? [levelsExplained(calendar)] : undefined;
  return sectionOf(['late', 'Myöhässä olevat', 'Försenade'], table, { notes });
}

function listSection(standings: readonly Standing[]): Section {
  const rows = standings.map(({ dossier, status }) => ({
    organisation: dossier.organisation.names,
    organisationId: dossier.organisation.id,
    planState: status.planState,
    rag: status.rag,
    services: dossier.services.length,
    reasons: reasonsOf(status),
  }));
  return sectionOf(['authorities', 'Viranomaiset', 'Myndigheterna'], {
    columns: [
      NAME,
      ID,
      STATE,
      COLOUR,
      column('services', 'number', ['Palveluja', 'Tjänster']),
      column('reasons', 'texts', ['Perusteet', 'Motivering']),
    ],
    rows,
  });
}

/** All reasons in one paragraph. */
export function reasonsOf({ reasons }: Status): Texts | null {
  if (reasons.length === 0) return null;
  const [fi, sv] = [reasons.map(({ texts }) => texts.fi), reasons.map(({ texts }) => texts.sv ?? texts.fi)];
  return { fi: fi.join(' '), sv: sv.join(' ') };
}
