import type { Plan } from '#shared/domain/programme/registry/plan';
import type { Section } from '#shared/domain/programme/report';
import { completenessOf } from '#shared/domain/transition/completeness';
import type { Dossier } from '#shared/domain/transition/dossier';
import { TARGET_GROUPS } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, orNull, sectionOf } from '#shared/domain/transition/reports/columns';

/** Parts of a plan that make it better and are not required of it. @see REQ-193 to REQ-195, REQ-207, REQ-210 */
const WISHED: readonly (readonly [code: string, isThere: (plan: Plan) => boolean])[] = [
  ['PHASES', ({ phases }) => phases.length > 0],
  ['MILESTONES', ({ milestones }) => milestones.length > 0],
  ['RESOURCES', ({ resources }) => resources !== undefined],
  ['FEE_TIERS', ({ feeTiers }) => feeTiers.length > 0],
  ['BUSINESS_INVOLVEMENT', ({ businessInvolvement }) => businessInvolvement !== undefined],
  ['ONCE_ONLY', ({ onceOnly }) => onceOnly !== undefined],
  ['BURDEN_REDUCTION', ({ burdenReduction }) => burdenReduction !== undefined],
];

const PARTS = {
  PLAN: { fi: 'Suunnitelma puuttuu', sv: 'Planen saknas' },
  OFFERING_WITHOUT_TARGET: { fi: 'Tavoitepäivä puuttuu', sv: 'Måldag saknas' },
  TARGET_AFTER_END: { fi: 'Tavoitepäivä on siirtymäajan jälkeen', sv: 'Måldagen infaller efter övergångstiden' },
  SERVICE_NOT_LISTED: { fi: 'Palvelu ei ole suunnitelmassa', sv: 'Tjänsten ingår inte i planen' },
  OBSTACLES_NOT_TOLD: { fi: 'Lainsäädännön esteet kertomatta', sv: 'Hindren i lagstiftningen har inte uppgetts' },
  PHASES: { fi: 'Vaiheistus', sv: 'Faser' },
  MILESTONES: { fi: 'Vuosittaiset välitavoitteet', sv: 'Årliga delmål' },
  RESOURCES: { fi: 'Resurssit', sv: 'Resurser' },
  FEE_TIERS: { fi: 'Maksuporrastus', sv: 'Avgiftsdifferentiering' },
  BUSINESS_INVOLVEMENT: { fi: 'Yritysten osallistuminen', sv: 'Företagens deltagande' },
  ONCE_ONLY: { fi: 'Kertaalleen kysyminen', sv: 'Engångsprincipen' },
  BURDEN_REDUCTION: { fi: 'Hallinnollisen taakan keventyminen', sv: 'Lättare administrativ börda' },
};

/** What the plan of an authority lacks, that which is required first. */
export function planGapsSection(dossier: Dossier): Section {
  const required = completenessOf(dossier).map(({ code, serviceNames, targetGroup }) => ({
    part: code,
    service: orNull(serviceNames),
    group: orNull(targetGroup),
    required: true,
  }));
  const rows = dossier.plan
    ? [...required, ...WISHED.filter(([, isThere]) => dossier.plan && !isThere(dossier.plan)).map(wished)]
    : [{ part: 'PLAN', service: null, group: null, required: true }, ...required];
  return sectionOf(['planGaps', 'Suunnitelmasta puuttuu', 'Saknas i planen'], {
    columns: [
      codeColumn('part', ['Osa', 'Del'], PARTS),
      column('service', 'texts', ['Palvelu', 'Tjänst']),
      codeColumn('group', ['Kohderyhmä', 'Målgrupp'], TARGET_GROUPS),
      column('required', 'boolean', ['Vaaditaan', 'Krävs']),
    ],
    rows,
  });
}

function wished([part]: (typeof WISHED)[number]) {
  return { part, service: null, group: null, required: false };
}
