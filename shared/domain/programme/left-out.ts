/**
 * Dotted paths of what stands in a body and not in what its schema read: unknown fields, which are left out and told.
 *
 * @param sent the body as it came
 * @param read the same body as its schema understood it
 */
export function leftOut(sent: unknown, read: unknown, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const field = path === '' ? name : `${path}.${name}`;
    return Object.hasOwn(read, name) ? leftOut(value, Reflect.get(read, name), field) : [field];
  });
}
