import { type Coverage, makeCoverage } from '#shared/domain/digital-support/coverage';
import { type Directory, type Place, type PlaceWish, placeOf, plain } from '#shared/domain/digital-support/directory';
import type { SupportRow } from '#shared/domain/digital-support/kinds';
import { type SupportTerm, codeAs, termIn } from '#shared/domain/digital-support/terms';

type Provider = SupportRow<'providers'>;

/** What somebody looks for; what is left out does not matter to them. */
export interface SupportWish extends PlaceWish {
  readonly language?: string;
  readonly form?: string;
  readonly group?: string;
  readonly sector?: string;
}

export interface FoundProvider {
  readonly provider: Provider;
  /** Of the place asked about; of another place, the nearest there is; or of the whole country. */
  readonly reach: 'LOCAL' | 'NEAREST' | 'NATIONWIDE';
  /** Straight line between the centres of the municipalities, to 100 m. */
  readonly distanceKm?: number;
}

export interface SupportFound {
  readonly found: readonly FoundProvider[];
  /** Nobody is in the place asked about, so those listed first are the nearest ones. */
  readonly nearest: boolean;
  /** False: an unmet need (REQ-100). */
  readonly met: boolean;
  /** Absent when no place was asked about. */
  readonly place?: Place;
}

/** Providers from elsewhere that are told of. */
const MOST_NEAREST = 5;

/**
 * Finds who supports: those of the place first, who names the municipality before who names its region; where there are
 * none, the nearest by straight line, and those of the same region where a centre is not known. Who serves the whole country
 * is listed last. Serving the whole country does not cover a place, but for a form that reaches people wherever they are
 * when that form is what is asked for. Equals come in the order of their ids.
 *
 * @see REQ-080, REQ-090, REQ-091, TR-17
 */
export function findSupport(directory: Directory, wish: SupportWish): SupportFound {
  const suitable = directory.providers.filter((each) => suits(directory.terms, each, wish)).sort(byId);
  const place = placeOf(directory, wish);
  if (!place) return { found: suitable.map(listed), nearest: false, met: suitable.length > 0 };
  const coverage = makeCoverage(directory);
  const local = localTo(coverage, place, suitable);
  const nationwide = suitable.filter((each) => each.area.nationwide && !local.includes(each)).map(listed);
  if (local.length > 0) return { found: [...local.map(asLocal), ...nationwide], nearest: false, met: true, place };
  if (nationwide.length > 0 && isRemote(directory.terms, wish.form))
    return { found: nationwide, nearest: false, met: true, place };
  const near = nearestTo(
    coverage,
    place,
    suitable.filter(({ area }) => !area.nationwide),
  );
  return { found: [...near, ...nationwide], nearest: near.length > 0, met: false, place };
}

function suits(terms: readonly SupportTerm[], provider: Provider, { language, form, group, sector }: SupportWish) {
  return (
    (language === undefined || provider.languages.includes(language.trim().toLowerCase())) &&
    (form === undefined || hasCode(provider.forms, form)) &&
    (sector === undefined || hasCode([provider.sector], sector)) &&
    (group === undefined || servesGroup(terms, provider, group))
  );
}

/** Whoever serves people at large serves a group of them. */
function servesGroup(terms: readonly SupportTerm[], { targetGroups }: Provider, group: string): boolean {
  const wider = termIn(terms, 'GROUP', group)?.within;
  return hasCode(targetGroups, group) || (wider !== undefined && hasCode(targetGroups, wider));
}

function hasCode(codes: readonly string[], wished: string): boolean {
  return codes.some((code) => codeAs(code) === codeAs(wished));
}

function isRemote(terms: readonly SupportTerm[], form: string | undefined): boolean {
  return form !== undefined && termIn(terms, 'FORM', form)?.remote === true;
}

function localTo(coverage: Coverage, place: Place, suitable: readonly Provider[]): readonly Provider[] {
  const at = (closeness: 0 | 1) => suitable.filter((each) => coverage.closeness(each, place) === closeness);
  return [...at(0), ...at(1)];
}

function nearestTo(coverage: Coverage, place: Place, suitable: readonly Provider[]): readonly FoundProvider[] {
  const away = suitable.map((provider) => ({ provider, kilometres: coverage.kilometres(provider, place) }));
  const measured = away
    .flatMap(({ provider, kilometres }) => (kilometres === undefined ? [] : [{ provider, kilometres }]))
    .sort((a, b) => a.kilometres - b.kilometres)
    .map(({ provider, kilometres }) => near(provider, Math.round(kilometres * 10) / 10));
  const sameRegion = away
    .filter(({ provider, kilometres }) => kilometres === undefined && sharesRegion(coverage, provider, place))
    .map(({ provider }) => near(provider));
  return [...measured, ...sameRegion].slice(0, MOST_NEAREST);
}

function sharesRegion(coverage: Coverage, provider: Provider, { region }: Place): boolean {
  return region !== undefined && coverage.regionsOf(provider).has(plain(region));
}

function near(provider: Provider, distanceKm?: number): FoundProvider {
  return { provider, reach: 'NEAREST', ...(distanceKm === undefined ? {} : { distanceKm }) };
}

function asLocal(provider: Provider): FoundProvider {
  return { provider, reach: 'LOCAL' };
}

function listed(provider: Provider): FoundProvider {
  return { provider, reach: provider.area.nationwide ? 'NATIONWIDE' : 'LOCAL' };
}

function byId(a: Provider, b: Provider): number {
  return a.id < b.id ? -1 : 1;
}
