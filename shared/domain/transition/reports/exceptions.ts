import type { Programme } from '#shared/domain/programme/programme';
import { type ProgrammeException, exceptionGround, isAllowed } from '#shared/domain/programme/registry/exceptions';
import type { Cell, ReportContent, Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import { type Dossiers, dossiersOn } from '#shared/domain/transition/dossier';
import { nameIn } from '#shared/domain/transition/names';
import { byId } from '#shared/domain/transition/organisation-scope';
import { businessTargetsOf } from '#shared/domain/transition/targets';
import { DECISIONS, GROUNDS, TARGET_GROUPS } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, dayOf, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import type { CalendarDate } from '#shared/kernel/time';

/**
 * R7: exceptions authorities propose for their services, by ground and validity, and the services of low volume for which no
 * exception is allowed. Whom a single matter concerns, why, and who decided is not told: it could be a person.
 *
 * @see REQ-171, REQ-180, REQ-215, REQ-216, TR-11, domain.md 4.3
 */
export function exceptionsReport(request: ReportRequest, programme: Programme): ReportContent {
  const day = dayOf(request);
  const exceptions = programme.rows.exceptions.toSorted(byId);
  const inForce = exceptions.filter((each) => isInForce(each, day)).length;
  const candidates = exceptions.filter((each) => !isAllowed(each)).length;
  const dossiers = dossiersOn(programme, day);
  return {
    title: { fi: 'Poikkeukset', sv: 'Undantag' },
    summary: {
      fi: `Poikkeuksia on kirjattu ${exceptions.length}, joista voimassa ${inForce}. Pienen asiointimäärän perusteella ehdotettuja, joita ei hyväksytä, on ${candidates}.`,
      sv: `Undantag har antecknats ${exceptions.length}, av dem gäller ${inForce}. Undantag som föreslagits på grund av liten ärendevolym och som inte godkänns: ${candidates}.`,
    },
    sections: [
      groundsSection(exceptions, day),
      listSection(exceptions, { dossiers, day }),
      candidatesSection(exceptions, { dossiers, day }),
    ],
  };
}

/** Whether an exception holds on a day. */
function isInForce(exception: ProgrammeException, day: CalendarDate): boolean {
  const { decision, validFrom = day, validTo = day } = exception;
  return decision === 'APPROVED' && isAllowed(exception) && validFrom <= day && day <= validTo;
}

const GROUND = codeColumn('ground', ['Peruste', 'Grund'], GROUNDS);
const ALLOWED = column('allowed', 'boolean', ['Sallittu peruste', 'Tillåten grund']);
const IN_FORCE: readonly [string, string] = ['Voimassa', 'Gäller'];

function groundsSection(exceptions: readonly ProgrammeException[], day: CalendarDate): Section {
  const rows = exceptionGround.options.map((ground) => {
    const those = exceptions.filter((each) => each.ground === ground);
    const decided = (decision: ProgrammeException['decision']) =>
      those.filter((each) => each.decision === decision).length;
    return {
      ground,
      allowed: isAllowed({ ground }),
      proposed: decided('PROPOSED'),
      approved: decided('APPROVED'),
      rejected: decided('REJECTED'),
      inForce: those.filter((each) => isInForce(each, day)).length,
    };
  });
  return sectionOf(
    ['grounds', 'Perusteittain', 'Enligt grund'],
    {
      columns: [
        GROUND,
        ALLOWED,
        column('proposed', 'number', ['Ehdotettu', 'Föreslagna']),
        column('approved', 'number', ['Hyväksytty', 'Godkända']),
        column('rejected', 'number', ['Hylätty', 'Avslagna']),
        column('inForce', 'number', IN_FORCE),
      ],
      rows,
    },
    { chart: { form: 'stacked', label: 'ground', series: ['proposed', 'approved', 'rejected'] } },
  );
}

interface Around {
  readonly dossiers: Dossiers;
  readonly day: CalendarDate;
}

const SUBJECT_COLUMNS = [
  column('organisation', 'texts', ['Viranomainen', 'Myndighet']),
  column('service', 'texts', ['Palvelu', 'Tjänst']),
  codeColumn('group', ['Kohderyhmä', 'Målgrupp'], TARGET_GROUPS),
];

function subjectOf({ organisationId, serviceId, targetGroup }: ProgrammeException, { dossiers }: Around) {
  const names = dossiers.of(organisationId)?.services.find(({ id }) => id === serviceId)?.names;
  return {
    organisation: nameIn(dossiers.carriers, organisationId),
    service: orNull(names ?? (serviceId === undefined ? undefined : { fi: serviceId })),
    group: orNull(targetGroup),
  };
}

function listSection(exceptions: readonly Row<ProgrammeException>[], around: Around): Section {
  const rows = exceptions.map((each) => ({
    ...subjectOf(each, around),
    ground: each.ground,
    allowed: isAllowed(each),
    decision: each.decision,
    validFrom: orNull(each.validFrom),
    validTo: orNull(each.validTo),
    inForce: isInForce(each, around.day),
  }));
  return sectionOf(['exceptions', 'Poikkeukset ja voimassaolo', 'Undantag och giltighet'], {
    columns: [
      ...SUBJECT_COLUMNS,
      GROUND,
      ALLOWED,
      codeColumn('decision', ['Päätös', 'Beslut'], DECISIONS),
      column('validFrom', 'date', ['Alkaa', 'Från']),
      column('validTo', 'date', ['Päättyy', 'Till']),
      column('inForce', 'boolean', IN_FORCE),
    ],
    rows,
  });
}

/** Services somebody thinks too little used: each still needs its target date. */
function candidatesSection(exceptions: readonly Row<ProgrammeException>[], around: Around): Section {
  const rows = exceptions
    .filter((each) => !isAllowed(each))
    .map((each) => ({
      ...subjectOf(each, around),
      ...volumeOf(each, around),
      targetDate: targetOf(each, around),
    }));
  return sectionOf(
    [
      'lowVolume',
      'Pienen asiointimäärän ehdokkaat, joita ei hyväksytä',
      'Tjänster med liten volym, undantag godkänns inte',
    ],
    {
      columns: [
        ...SUBJECT_COLUMNS,
        column('year', 'text', ['Vuosi', 'År']),
        column('volume', 'number', ['Asiointimäärä', 'Ärendevolym']),
        column('targetDate', 'date', ['Tavoitepäivä', 'Måldag']),
      ],
      rows,
    },
    {
      notes: [
        {
          fi: 'Palvelut digitalisoidaan ilman pienen asiointimäärän poikkeuksia. Jokainen palvelu tarvitsee tavoitepäivän.',
          sv: 'Tjänsterna digitaliseras utan undantag för liten ärendevolym. Varje tjänst behöver en måldag.',
        },
      ],
    },
  );
}

function volumeOf(
  { organisationId, serviceId }: ProgrammeException,
  { dossiers }: Around,
): { year: Cell; volume: Cell } {
  const volumes = dossiers.of(organisationId)?.volumes ?? [];
  const told = volumes.filter((each) => each.serviceId === serviceId && each.total !== undefined);
  const last = told.toSorted((a, b) => a.year - b.year).at(-1);
  return { year: last ? String(last.year) : null, volume: orNull(last?.total) };
}

function targetOf({ organisationId, serviceId }: ProgrammeException, { dossiers }: Around): Cell {
  const dossier = dossiers.of(organisationId);
  return orNull(dossier && businessTargetsOf(dossier).find(({ service }) => service.id === serviceId)?.targetDate);
}
