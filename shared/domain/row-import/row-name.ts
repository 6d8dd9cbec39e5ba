/** The register a list of rows is of, by its name in the API or the same in camel case, as JSON is written. */
export function registerNamed(registers: readonly string[], name: string): string | undefined {
  return registers.find((each) => each === name || camelCase(each) === name);
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What tells volumes apart, so that they need no id of their own. */
const VOLUME = ['serviceId', 'year', 'targetGroup', 'sizeClass'];

/** Whether rows of a register have an id by what they are about. */
export function isKnownByFields(kind: string): boolean {
  return kind === 'volumes';
}

/** The id a row comes with; a volume without one has that of its service and year: `lupa-2019`. */
export function idIn(kind: string, raw: object): unknown {
  if ('id' in raw) return raw.id;
  if (!isKnownByFields(kind) || !('serviceId' in raw)) return undefined;
  const named: unknown[] = VOLUME.map((field): unknown => Reflect.get(raw, field));
  return named.filter((each) => typeof each === 'string' || typeof each === 'number').join('-');
}
