import type { Programme } from '#shared/domain/programme/programme';
import type { FollowUp } from '#shared/domain/programme/registry/follow-up';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';
import type { Carriers } from '#shared/domain/transition/carriers';
import { dossiersOn } from '#shared/domain/transition/dossier';
import { nameIn } from '#shared/domain/transition/names';
import { statusIn } from '#shared/domain/transition/status';
import type { Standing } from '#shared/domain/transition/reports/authorities';
import { PLAN_STATES, RECEIVERS } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, dayOf, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import { helsinkiDay } from '#shared/kernel/time';

/**
 * R3: authorities whose plan is late, by step of escalation, the last contact with each and what is proposed. The ministry of
 * a branch gets those of its branch; without an organisation the report is of all.
 *
 * @see REQ-199, domain.md 4.3
 */
export function escalationReport(request: ReportRequest, programme: Programme): ReportContent {
  const { carriers, all } = dossiersOn(programme, dayOf(request));
  const late = all()
    .filter(({ organisation }) => isOfBranch(organisation.ministryBranch, request.organisationId, carriers))
    .map((dossier) => ({ dossier, status: statusIn(dossier, request.dueAt) }))
    .filter(({ status }) => status.late)
    .toSorted((a, b) => (b.status.level ?? 0) - (a.status.level ?? 0));
  const highest = late[0]?.status.level ?? 0;
  return {
    title: { fi: 'Myöhässä olevat siirtymäsuunnitelmat', sv: 'Försenade övergångsplaner' },
    summary:
      late.length === 0
        ? { fi: 'Yhtään suunnitelmaa ei ole myöhässä.', sv: 'Ingen plan är försenad.' }
        : {
            fi: `Myöhässä olevia suunnitelmia on ${late.length}, korkein eskalaatiotaso ${highest}.`,
            sv: `Försenade planer: ${late.length}, högsta eskaleringsnivå ${highest}.`,
          },
    sections: [levelsSection(late, programme), lateSection(late, programme, carriers)],
  };
}

function isOfBranch(branch: string | undefined, ministry: string | undefined, carriers: Carriers): boolean {
  if (ministry === undefined) return true;
  return branch !== undefined && (carriers.get(branch)?.id ?? branch) === (carriers.get(ministry)?.id ?? ministry);
}

const LEVEL = column('level', 'number', ['Taso', 'Nivå']);

function levelsSection(late: readonly Standing[], { calendar }: Programme): Section {
  const rows = calendar.lateLevels
    .toSorted((a, b) => a.level - b.level)
    .map(({ level, days, to }) => ({
      level,
      days,
      to,
      authorities: late.filter(({ status }) => status.level === level).length,
    }));
  return sectionOf(
    ['levels', 'Tasot', 'Nivåer'],
    {
      columns: [
        LEVEL,
        column('days', 'number', ['Päivää määräajasta', 'Dagar efter tidsfristen']),
        codeColumn('to', ['Kenelle', 'Till'], RECEIVERS),
        column('authorities', 'number', ['Viranomaisia', 'Myndigheter']),
      ],
      rows,
    },
    { chart: { form: 'bars', label: 'level', also: 'to', series: ['authorities'] } },
  );
}

const LATE_COLUMNS = [
  LEVEL,
  column('organisation', 'texts', ['Viranomainen', 'Myndighet']),
  column('organisationId', 'text', ['Tunnus', 'Beteckning']),
  column('ministry', 'texts', ['Ministeriö', 'Ministerium']),
  codeColumn('planState', ['Suunnitelma', 'Plan'], PLAN_STATES),
  column('daysLate', 'number', ['Päiviä myöhässä', 'Dagar försenad']),
  column('smallMunicipality', 'boolean', ['Pieni kunta', 'Liten kommun']),
  column('lastContactOn', 'date', ['Viimeisin yhteydenotto', 'Senaste kontakt']),
  column('measure', 'texts', ['Ehdotettu toimi', 'Föreslagen åtgärd']),
];

function lateSection(late: readonly Standing[], programme: Programme, carriers: Carriers): Section {
  const rows = late.map(({ dossier: { organisation, ids }, status }) => {
    const { ministryBranch } = organisation;
    const notes = programme.rows['follow-ups'].filter(({ organisationId }) => ids.has(organisationId)).toSorted(byTime);
    return {
      level: orNull(status.level),
      organisation: organisation.names,
      organisationId: organisation.id,
      ministry: orNull(ministryBranch === undefined ? undefined : nameIn(carriers, ministryBranch)),
      planState: status.planState,
      daysLate: orNull(status.daysLate),
      smallMunicipality: status.tags.includes('RISK_SMALL_MUNICIPALITY'),
      lastContactOn: orNull(notes.findLast((note) => note.lastContactOn !== undefined)?.lastContactOn),
      measure: measureOf(notes, status.level),
    };
  });
  return sectionOf(['late', 'Myöhässä olevat viranomaiset', 'Försenade myndigheter'], { columns: LATE_COLUMNS, rows });
}

/** What the ministry has written last, or else what is usual at the step. */
function measureOf(notes: readonly FollowUp[], level = 1): Texts {
  const written = notes.findLast(({ measure }) => measure !== undefined)?.measure;
  return written === undefined ? (USUAL[Math.min(level, USUAL.length) - 1] ?? USUAL[0]) : { fi: written };
}

const USUAL: readonly [Texts, Texts, Texts] = [
  { fi: 'Muistutetaan viranomaista ja tarjotaan apua.', sv: 'Myndigheten påminns och erbjuds hjälp.' },
  {
    fi: 'Ministeriö sopii viranomaisen johdon kanssa uuden aikataulun.',
    sv: 'Ministeriet kommer överens med myndighetens ledning om en ny tidtabell.',
  },
  { fi: 'Viedään ohjausryhmän käsiteltäväksi.', sv: 'Förs till styrgruppen för behandling.' },
];

function byTime(a: Row<FollowUp>, b: Row<FollowUp>): number {
  return timeOf(a) < timeOf(b) ? -1 : 1;
}

/** By the day of contact, or by when it was entered where no day is told. */
function timeOf({ lastContactOn, enteredAt, id }: Row<FollowUp>): string {
  return [lastContactOn ?? helsinkiDay(enteredAt), enteredAt, id].join(' ');
}
