const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Individual numbers that are given to nobody: 900 to 999. */
const FICTIONAL = { first: 900, count: 100 };

/** The identity code of a made-up person; another for every number from 0 to 33 599. */
export function identityCode(number: number): string {
  const day = two(1 + (number % 28));
  const month = two(1 + (Math.floor(number / 28) % 12));
  const year = two(Math.floor(number / 336) % 100);
  const individual = String(FICTIONAL.first + (number % FICTIONAL.count));
  const check = CHECK_CHARACTERS[Number(day + month + year + individual) % CHECK_CHARACTERS.length] ?? '';
  return `${day}${month}${year}-${individual}${check}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
