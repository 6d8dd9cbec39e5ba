import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suomifiDesignTokens } from 'suomifi-design-tokens';

const USED = /var\(--fi-(color|spacing|radius)-([a-z0-9-]+)\)/g;

const HEAD = `/**
 * Looks of Suomi.fi: the design tokens that the stylesheet names, of suomifi-design-tokens (MIT). Made by
 * \`npm run docs:generate\`, so that no function loads the package.
 *
 * @see https://github.com/vrk-kpa/suomifi-design-tokens
 */
`;

/** The text of `web/style/tokens.ts`: of all tokens those that a stylesheet uses, as custom properties. */
export function tokensOf(stylesheet: string): string {
  const used = new Map(
    [...stylesheet.matchAll(USED)].map(([, kind = '', name = '']) => [`${kind}-${name}`, { kind, name }]),
  );
  const lines = [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `  --fi-${key}: ${valueOf(each)};`);
  return `${HEAD}export const TOKENS = \`\n${lines.join('\n')}\`;\n`;
}

/** The stylesheet as it stands in its file, from where tokens.ts is imported. */
export const STYLESHEET_FILE = readFileSync(join(import.meta.dirname, '../../web/style/stylesheet.ts'), 'utf8');

interface Token {
  readonly kind: string;
  readonly name: string;
}

function valueOf({ kind, name }: Token): string {
  const { colors, spacing, radiuses } = suomifiDesignTokens;
  const values: Record<string, Record<string, string>> = {
    color: { ...colors },
    spacing: { ...spacing },
    radius: { ...radiuses },
  };
  const value = values[kind]?.[camelCased(name)];
  if (value === undefined) throw new Error(`the design tokens have no ${kind} ${name}`);
  return kind === 'spacing' ? inRem(value) : value;
}

/** `depth-light-1` as the package writes it: `depthLight1`. */
const camelCased = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Spacing grows with the reader's own size of text: 16 px are one rem. */
const inRem = (pixels: string): string => `${Number(pixels.replace(/px$/, '')) / 16}rem`;
