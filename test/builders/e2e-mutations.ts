/** Where a value stands in a JSON body: names of members and places in arrays. */
export type Path = readonly (string | number)[];

/** Every place in a body, outermost first; the body itself is none of them. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = [...at, Array.isArray(value) ? Number(name) : name];
    return [place, ...placesIn(member, place)];
  });
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => Object(value)[name], body);
}

/** The body without what stands at a place. */
export function without(body: object, path: Path): object {
  return changedAt(body, path, (holder, name) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else Reflect.deleteProperty(holder, name);
  });
}

/** The body with another value at a place. */
export function withAt(body: object, path: Path, value: unknown): object {
  return changedAt(body, path, (holder, name) => {
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  });
}

/** As the hub names a place in a reason. */
export function dotted(path: Path): string {
  return path.join('.');
}

function changedAt(body: object, path: Path, change: (holder: object, name: string | number) => void): object {
  const copy = structuredClone(body);
  const name = path.at(-1);
  const holder = valueAt(copy, path.slice(0, -1));
  if (name !== undefined && typeof holder === 'object' && holder !== null) change(holder, name);
  return copy;
}
