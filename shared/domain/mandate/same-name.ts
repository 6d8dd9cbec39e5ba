/**
 * Whether a name somebody was told is the one a register holds. Case, spaces and the order of the names do not matter, and
 * of a person's first names one is enough; a single word names nobody unless the register has but one.
 */
export function isSameName(given: string, registered: string): boolean {
  const [said, held] = [wordsOf(given), wordsOf(registered)];
  if (said.size === 0 || said.size < Math.min(2, held.size)) return false;
  return [...said].every((word) => held.has(word));
}

function wordsOf(name: string): Set<string> {
  const words = name
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .split(/[\s,]+/u);
  return new Set(words.filter((word) => word !== ''));
}
