import { ok, refuse, type Result } from '#shared/kernel/result';

/** How far a reader has come in one lane: all of the pages before `page`, and `offset` events of that page. */
export interface Position {
  /** From 1. */
  readonly page: number;
  readonly offset: number;
}

/** One position for each lane, by lane number from 0. */
export type Positions = readonly Position[];

export const START: Position = { page: 1, offset: 0 };

export interface TokenRefused {
  readonly kind: 'token-refused';
}

/** `page.offset` of each lane, joined by `_`: digits and signs that need no encoding in a URL. */
export function formatPositions(positions: Positions): string {
  return positions.map(({ page, offset }) => `${page}.${offset}`).join('_');
}

/** The inverse of `formatPositions`; lanes opened since the token was given start at their first page. */
export function parsePositions(text: string, lanes: number): Result<Positions, TokenRefused> {
  if (!/^\d{1,12}\.\d{1,3}(_\d{1,12}\.\d{1,3}){0,255}$/.test(text)) return refuse({ kind: 'token-refused' });
  const given = text.split('_').map((each) => {
    const [page, offset] = each.split('.');
    return { page: Number(page), offset: Number(offset) };
  });
  return ok([...given, ...Array.from({ length: Math.max(0, lanes - given.length) }, () => START)]);
}
