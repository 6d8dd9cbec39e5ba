/** 97.5 % quantiles of Student's t by degrees of freedom, from 1: two-sided 95 %. */
const QUANTILES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** @param degrees at least 1; beyond the table by the usual correction of the normal quantile, good to three decimals */
export function t95(degrees: number): number {
  return QUANTILES[degrees - 1] ?? 1.96 + 2.3725 / degrees + 2.8225 / degrees ** 2;
}
