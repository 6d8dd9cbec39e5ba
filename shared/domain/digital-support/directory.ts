import type { Point } from '#shared/domain/digital-support/distance';
import type { SupportRow } from '#shared/domain/digital-support/kinds';
import { type SupportTerm, termsOf } from '#shared/domain/digital-support/terms';

/** What a search looks through. */
export interface Directory {
  readonly providers: readonly SupportRow<'providers'>[];
  readonly centres: readonly SupportRow<'centres'>[];
  /** Code lists, as shipped and as entered. */
  readonly terms: readonly SupportTerm[];
}

/** A place somebody asks about. */
export interface Place {
  /** Code of the municipality, or the name as it was asked for where no such municipality is on record. */
  readonly municipality?: string;
  readonly region?: string;
  readonly centre?: Point;
  /** Whether it is on record, in the list of centres or in the area of a provider. */
  readonly known: boolean;
}

/** How a place is asked for. */
export interface PlaceWish {
  /** Name in Finnish or Swedish, or code. */
  readonly municipality?: string;
  readonly postcode?: string;
  readonly region?: string;
}

export function directoryOf(rows: {
  readonly providers: readonly SupportRow<'providers'>[];
  readonly centres: readonly SupportRow<'centres'>[];
  readonly terms: readonly SupportRow<'terms'>[];
}): Directory {
  return { ...rows, providers: rows.providers.filter(({ closed }) => !closed), terms: termsOf(rows.terms) };
}

/** The place that is asked for: by municipality before postcode before region; `undefined` when none is. */
export function placeOf(directory: Directory, { municipality, postcode, region }: PlaceWish): Place | undefined {
  if (municipality !== undefined) return municipalityOf(directory, municipality);
  if (postcode !== undefined) {
    const centre = directory.centres.find(({ postcodes }) => postcodes.includes(postcode.trim()));
    return centre ? placeAt(centre) : { known: false };
  }
  return region === undefined ? undefined : regionOf(directory, region);
}

function municipalityOf(directory: Directory, wished: string): Place {
  const centre = centreNamed(directory, wished);
  if (centre) return placeAt(centre);
  const municipality = plain(wished);
  const named = directory.providers.some(({ area }) =>
    area.municipalities.some((each) => plain(each) === municipality),
  );
  return { municipality, known: named };
}

function centreNamed({ centres }: Directory, wished: string): SupportRow<'centres'> | undefined {
  const name = plain(wished);
  return centres.find(({ id, names }) => [id, names.fi, names.sv].some((each) => each && plain(each) === name));
}

function placeAt({ id, region, centre }: SupportRow<'centres'>): Place {
  return { municipality: id, region, centre, known: true };
}

/** By its code, or its name in Finnish or Swedish. */
function regionOf({ terms, centres, providers }: Directory, wished: string): Place {
  const name = plain(wished);
  const term = terms.find(
    ({ list, code, names }) =>
      list === 'REGION' && [code, names.fi, names.sv].some((each) => each && plain(each) === name),
  );
  const region = term?.code ?? wished.trim();
  const named = [...centres.map((each) => each.region), ...providers.flatMap(({ area }) => area.regions)];
  return { region, known: term !== undefined || named.some((each) => plain(each) === name) };
}

/** Names and codes of places are compared without regard to case and white space around. */
export function plain(text: string): string {
  return text.trim().toLocaleLowerCase('fi');
}
