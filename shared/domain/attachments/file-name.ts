/** Longest name of a file that is kept, in characters. */
const LONGEST = 255;

/** The last part of a path, without control characters; absent when nothing is left. */
export function cleanFileName(filename: string | undefined): string | undefined {
  const name = (filename ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .slice(0, LONGEST);
  return name === '' ? undefined : name;
}
