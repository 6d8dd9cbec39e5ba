import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { OfferingStatus, Service, TargetGroup } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { type RoundMaterial, servicesOfRound } from '#shared/domain/survey/round';
import { transactionsUntil } from '#shared/domain/survey/transactions';

/** Authorities and services of a part of the administration. */
export interface Part {
  readonly authorities: number;
  readonly services: number;
}

/** The figures of a round. A share of nothing is not known: `undefined`. */
export interface Aggregates {
  /** Distinct authorities of the services. */
  readonly authorities: number;
  /** Without those by interface only, unless the round counts them. */
  readonly services: number;
  readonly businessInUse: number;
  readonly businessInDevelopment: number;
  readonly personInUse: number;
  readonly personInDevelopment: number;
  /** Of the services in use, per cent. */
  readonly volumeReportedPct?: number;
  readonly splitReportedPct?: number;
  /** Of the transactions of services with a split, per cent: a busy service weighs more than a quiet one. */
  readonly electronicSharePct?: number;
  /** The mean of the services' own shares, told so that nobody takes the one for the other. */
  readonly unweightedElectronicSharePct?: number;
  readonly apiOnly: number;
  /** How many times the services of the round before. */
  readonly growth?: number;
  readonly municipal: Part;
  readonly state: Part;
  readonly otherAdministration: Part;
  /** Whether the municipal services are building permits and nothing else. */
  readonly municipalBuildingPermitsOnly: boolean;
  /** What the shares are shares of. */
  readonly counts: {
    readonly inUse: number;
    readonly inDevelopment: number;
    readonly inUseWithTotal: number;
    readonly inUseWithSplit: number;
    readonly transactions: number;
    readonly electronicTransactions: number;
    readonly previousServices?: number;
  };
}

/**
 * The figures of a round of the survey, by the definitions of the published ones.
 *
 * @param previousServices services of the round before, where it is known
 * @see REQ-259 to REQ-266, domain.md 4.4, TR-01
 */
export function aggregatesOf(material: RoundMaterial, previousServices?: number): Aggregates {
  const all = servicesOfRound(material);
  const services = all.filter(({ apiOnly }) => !apiOnly || material.round.apiOnlyIncluded);
  const inUse = services.filter((each) => has(each, 'IN_USE'));
  return {
    ...partOf(services),
    businessInUse: offered(services, 'BUSINESS', 'IN_USE'),
    businessInDevelopment: offered(services, 'BUSINESS', 'IN_DEVELOPMENT'),
    personInUse: offered(services, 'PERSON', 'IN_USE'),
    personInDevelopment: offered(services, 'PERSON', 'IN_DEVELOPMENT'),
    apiOnly: all.filter(({ apiOnly }) => apiOnly).length,
    growth: previousServices ? rounded(services.length / previousServices) : undefined,
    ...byAdministration(services, material),
    ...transactionShares(inUse, material, {
      inDevelopment: services.filter((each) => has(each, 'IN_DEVELOPMENT')).length,
      previousServices,
    }),
  };
}

/** How many services a round had, for the growth of the next one. */
export function servicesCounted(material: RoundMaterial): number {
  return servicesOfRound(material).filter(({ apiOnly }) => !apiOnly || material.round.apiOnlyIncluded).length;
}

/** Per cent with at most one decimal; of nothing it is not known. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : rounded((100 * part) / whole);
}

function partOf(services: readonly Row<Service>[]): Part {
  return {
    authorities: new Set(services.map(({ organisationId }) => organisationId)).size,
    services: services.length,
  };
}

function has({ offerings }: Service, wanted: OfferingStatus): boolean {
  return offerings.some(({ status }) => status === wanted);
}

/** An offering is a service to one group. */
function offered(services: readonly Service[], group: TargetGroup, wanted: OfferingStatus): number {
  return services.filter(({ offerings }) =>
    offerings.some(({ targetGroup, status }) => targetGroup === group && status === wanted),
  ).length;
}

function byAdministration(services: readonly Row<Service>[], { organisations }: RoundMaterial) {
  const types = new Map(organisations.map(({ id, type }) => [id, type]));
  const of = (part: AdministrationPart) =>
    services.filter(({ organisationId }) => administrationOf(types.get(organisationId)) === part);
  const municipal = of('municipal');
  return {
    municipal: partOf(municipal),
    state: partOf(of('state')),
    otherAdministration: partOf(of('other')),
    municipalBuildingPermitsOnly: municipal.every(({ buildingPermits }) => buildingPermits === true),
  };
}

type AdministrationPart = 'municipal' | 'state' | 'other';

function administrationOf(type: Organisation['type'] | undefined): AdministrationPart {
  if (type === 'MUNICIPALITY' || type === 'JOINT_AUTHORITY') return 'municipal';
  return type === 'STATE' ? 'state' : 'other';
}

type OtherCounts = Pick<Aggregates['counts'], 'inDevelopment' | 'previousServices'>;

function transactionShares(inUse: readonly Row<Service>[], { round, volumes }: RoundMaterial, others: OtherCounts) {
  const until = transactionsUntil(round.year, volumes);
  const told = inUse.flatMap(({ id }) => until.get(id) ?? []);
  const split = told.flatMap(({ total, split }) => (split ? [{ total, electronic: split.electronic }] : []));
  const transactions = sum(split.map(({ total }) => total));
  const electronicTransactions = sum(split.map(({ electronic }) => electronic));
  const shares = split.flatMap(({ electronic, total }) => (total === 0 ? [] : [electronic / total]));
  return {
    volumeReportedPct: percentOf(told.length, inUse.length),
    splitReportedPct: percentOf(split.length, inUse.length),
    electronicSharePct: percentOf(electronicTransactions, transactions),
    unweightedElectronicSharePct: percentOf(sum(shares), shares.length),
    counts: {
      inUse: inUse.length,
      inUseWithTotal: told.length,
      inUseWithSplit: split.length,
      transactions,
      electronicTransactions,
      ...others,
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** To one decimal, halves up. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
