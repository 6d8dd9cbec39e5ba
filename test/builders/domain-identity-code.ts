const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Separators in force since 2023 and the century each stands for. */
export const SEPARATORS = [
  ['+', 1800],
  ...Array.from('-YXWVU', (separator) => [separator, 1900] as const),
  ...Array.from('ABCDEF', (separator) => [separator, 2000] as const),
] as const satisfies readonly (readonly [string, number])[];

interface Parts {
  /** `DDMMYY` */
  readonly date: string;
  readonly separator: string;
  /** From 900 for anybody who could exist. */
  readonly individual: number;
}

/** A personal identity code with the right check character. */
export function identityCodeOf({ date, separator, individual }: Parts): string {
  const number = String(individual).padStart(3, '0');
  return `${date}${separator}${number}${CHECK_CHARACTERS[Number(date + number) % 31] ?? ''}`;
}
