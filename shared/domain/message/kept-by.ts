/** Statutes that bid the hub keep things: one source for what retention does and for what people are told. @see domain.md 3.6 */
export const KEPT_BY = {
  CONTENT: '571/2016 § 13',
  PROOF: '571/2016 § 13, § 20',
  LOG: '571/2016 § 20',
} as const;
