/** Makes a thing when it is first asked for, and keeps it: what takes time to make does not hold up a start. */
export function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
