/** Media type of what may be asked for instead of JSON. */
export const PDF = 'application/pdf';

/** PDF named before JSON, with no less weight; whatever else is asked for is JSON. */
export function asksForPdf(accept = ''): boolean {
  const weightOf = (type: string) => {
    const range = accept.split(',').find((each) => each.trim().toLowerCase().startsWith(type));
    return range === undefined ? 0 : Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? '1');
  };
  return weightOf(PDF) > 0 && weightOf(PDF) >= weightOf('application/json');
}
