import { AUTHORITIES, type Authority } from '#local/demo/programme/organisations';
import type { Days, ImportRow } from '#local/demo/programme/rows';
import { pick } from '#local/demo/programme/services';

type Service = ImportRow<'services'>;
type Plan = ImportRow<'plans'>;

/** Of forty authorities so many have a plan, and so many of those have handed it in. */
const PLANNED = 33;
const SUBMITTED = 29;
const ACCEPTED = 12;

const OBSTACLES = [
  ['13/2003', '18 §', 'PAPER_SIGNATURE', 'IN_DRAFTING'],
  ['434/2003', '60 §', 'PAPER_ONLY_DELIVERY', 'BILL'],
  ['132/1999', '131 §', 'PAPER_SIGNATURE', 'IDENTIFIED'],
  ['587/2011', '26 §', 'PHYSICAL_VISIT', 'IDENTIFIED'],
  ['320/2017', '12 §', 'OTHER', 'REJECTED'],
  ['306/2019', '5 §', 'OTHER', 'IN_FORCE'],
] as const;

const GROUNDS = ['LOW_VOLUME', 'FOREIGN', 'PROLONGED_OUTAGE', 'INDIVIDUAL_REASON', 'LOW_VOLUME'] as const;

export function obstacles(all: readonly Service[]): readonly ImportRow<'obstacles'>[] {
  return OBSTACLES.map(([statute, section, type, state], at) => ({
    id: `este-${at + 1}`,
    statute,
    section,
    type,
    state,
    services: all.filter((_, place) => place % 29 === at).map(({ id }) => id),
    ...(at === 3 ? {} : { responsibleMinistry: pick(['vm', 'tem', 'mmm'], at) }),
    proposedChange: 'Säännökseen lisätään sähköinen tapa.',
  }));
}

export function exceptions({ day }: Days, all: readonly Service[]): readonly ImportRow<'exceptions'>[] {
  const business = all.filter(({ offerings }) => offerings?.some(({ targetGroup }) => targetGroup === 'BUSINESS'));
  return GROUNDS.map((ground, at) => {
    const { id, organisationId } = pick(business, at * 7);
    return {
      id: `poikkeus-${at + 1}`,
      organisationId,
      serviceId: id,
      targetGroup: 'BUSINESS' as const,
      ground,
      reason: 'Asiakkaita on vähän, tai he asioivat toisesta maasta.',
      validFrom: day('2020-06-01'),
      validTo: day('2023-12-31'),
      ...(at === 1 ? { decision: 'APPROVED' as const, decidedBy: 'Ylijohtaja', decidedOn: day('2020-09-01') } : {}),
    };
  });
}

/** Plans in every state: most are whole, some leave out an offering, one plans for too late. */
export function plans(days: Days, all: readonly Service[]): readonly Plan[] {
  return AUTHORITIES.slice(0, PLANNED).map((authority, at) => planOf(authority, { days, all, at }));
}

/** The plans that are handed in, and those that are accepted: calls to make once everything is entered. Some are not whole and refused. */
export const SUBMITTED_PLANS: readonly string[] = AUTHORITIES.slice(0, SUBMITTED).map(planId);
export const ACCEPTED_PLANS: readonly string[] = SUBMITTED_PLANS.slice(0, ACCEPTED);

export function actions({ day }: Days): readonly ImportRow<'actions'>[] {
  return AUTHORITIES.slice(0, PLANNED).flatMap((authority, at) => [
    {
      id: `toimi-${authority.id}-1`,
      planId: planId(authority),
      text: 'Palvelun ohjeet selkeälle kielelle',
      owner: 'Viestintä',
      due: day('2020-10-31'),
      state: at % 3 === 0 ? ('DONE' as const) : ('OPEN' as const),
      theme: 'guidance',
    },
    {
      id: `toimi-${authority.id}-2`,
      planId: planId(authority),
      text: 'Yritysten kuuleminen siirtymän vaiheista',
      owner: 'Asiakkuudet',
      due: day('2021-05-31'),
      costClass: pick(['alle-10', '10-50', 'yli-50'], at),
      theme: 'involvement',
    },
  ]);
}

interface PlanPlace {
  readonly days: Days;
  readonly all: readonly Service[];
  readonly at: number;
}

function planOf(authority: Authority, { days: { day }, all, at }: PlanPlace): Plan {
  const own = all.filter(({ organisationId }) => organisationId === authority.id);
  const targets = own.flatMap(({ id, offerings = [] }) =>
    offerings.map(({ targetGroup }) => ({
      serviceId: id,
      targetGroup,
      ...(targetGroup === 'BUSINESS' ? { targetDate: day(targetOf(at)) } : {}),
    })),
  );
  const firstOfBusinesses = targets.findIndex(({ targetGroup }) => targetGroup === 'BUSINESS');
  return {
    id: planId(authority),
    organisationId: authority.id,
    offerings: at % 9 === 4 ? targets.toSpliced(firstOfBusinesses, 1) : targets,
    phases: [
      { text: 'Suuret yritykset', from: day('2020-09-01'), to: day('2021-08-31'), userReadiness: 'Hyvä' },
      { text: 'Pienet yritykset', from: day('2021-09-01'), to: day('2022-12-31'), authorityReadiness: 'Kohtalainen' },
    ],
    milestones: milestonesOf(at, day),
    resources: 'Kaksi henkilötyövuotta ja 60 000 euroa vuodessa.',
    legislationObstacles: at % 6 === 0 ? [`este-${1 + (at % OBSTACLES.length)}`] : 'NONE',
    businessInvolvement: 'Yritykset kuullaan ennen jokaista vaihetta.',
    burdenReduction: { text: 'Käsittelyaika lyhenee.', eurosPerYear: 10_000 + at * 500 },
  };
}

function targetOf(at: number): string {
  return at === 7 ? '2024-06-30' : pick(['2021-12-31', '2022-06-30', '2022-12-31'], at);
}

function milestonesOf(at: number, day: Days['day']): Plan['milestones'] {
  return [
    { id: 'v1', text: 'Kolmannes asioinnista', due: day('2020-12-31'), achieved: at % 4 !== 1 },
    { id: 'v2', text: 'Kaksi kolmannesta asioinnista', due: day('2021-12-31'), achieved: at % 5 === 0 },
    { id: 'v3', text: 'Kaikki asiointi', due: day('2022-12-31'), achieved: false },
  ].map(({ achieved, ...each }) => ({ ...each, ...(achieved ? { achievedOn: each.due } : {}) }));
}

function planId({ id }: Authority): string {
  return `suunnitelma-${id}`;
}
