/** The same function, worked out once for each number it is asked about; for few numbers, since every answer is kept. */
export function eachOnce<T>(work: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const found = known.get(number) ?? work(number);
    known.set(number, found);
    return found;
  };
}
