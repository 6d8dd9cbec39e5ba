import { type Directory, type Place, plain } from '#shared/domain/digital-support/directory';
import { type Point, kilometresBetween } from '#shared/domain/digital-support/distance';
import type { SupportRow } from '#shared/domain/digital-support/kinds';

type Provider = SupportRow<'providers'>;

/** Municipalities and regions, each as its code. */
interface Area {
  readonly municipalities: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** Where providers are, by the list of centres. */
export interface Coverage {
  /** How closely it names the place: 0 the place itself, 1 what is around or inside it; `undefined`: not there. */
  closeness(provider: Provider, place: Place): 0 | 1 | undefined;
  /** Straight line from the place to the nearest centre it serves; `undefined` where a centre is not known. */
  kilometres(provider: Provider, place: Place): number | undefined;
  /** Regions it serves, in whole or in part. */
  regionsOf(provider: Provider): ReadonlySet<string>;
}

export function makeCoverage({ centres }: Directory): Coverage {
  const idByName = new Map(centres.flatMap((each) => namesOf(each).map((name) => [plain(name), plain(each.id)])));
  const regionOf = new Map(centres.map(({ id, region }) => [plain(id), plain(region)]));
  const areas = new Map<Provider, Area>();
  const areaOf = (provider: Provider): Area => {
    const area = areas.get(provider) ?? {
      municipalities: new Set(provider.area.municipalities.map((each) => idByName.get(plain(each)) ?? plain(each))),
      regions: new Set(provider.area.regions.map(plain)),
    };
    areas.set(provider, area);
    return area;
  };

  return {
    closeness: (provider, place) => {
      const { municipalities, regions } = areaOf(provider);
      const region = plain(place.region ?? '');
      if (place.municipality !== undefined) {
        if (municipalities.has(plain(place.municipality))) return 0;
        return regions.has(region) ? 1 : undefined;
      }
      if (regions.has(region)) return 0;
      return [...municipalities].some((each) => regionOf.get(each) === region) ? 1 : undefined;
    },
    kilometres: (provider, { centre: from }) => {
      if (!from) return undefined;
      const { municipalities, regions } = areaOf(provider);
      const served = centres.filter(({ id, region }) => municipalities.has(plain(id)) || regions.has(plain(region)));
      return nearestOf(from, served);
    },
    regionsOf: (provider) => {
      const { municipalities, regions } = areaOf(provider);
      return new Set([...regions, ...[...municipalities].flatMap((each) => regionOf.get(each) ?? [])]);
    },
  };
}

function nearestOf(from: Point, served: readonly SupportRow<'centres'>[]): number | undefined {
  const distances = served.flatMap(({ centre }) => (centre ? [kilometresBetween(from, centre)] : []));
  return distances.length > 0 ? Math.min(...distances) : undefined;
}

function namesOf({ id, names }: SupportRow<'centres'>): string[] {
  return [names.fi, names.sv, id].filter((name) => name !== undefined);
}
