import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suomifiDesignTokens } from 'suomifi-design-tokens';
import { expect, it } from 'vitest';
import { STYLESHEET } from '#web/style/stylesheet';
import { STYLESHEET_FILE, tokensOf } from '../../docs/generate/tokens.ts';

it('the tokens of the pages are those of the package: npm run docs:generate', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../web/style/tokens.ts'), 'utf8');
  expect(kept).toBe(tokensOf(STYLESHEET_FILE));
});

it('takes colours and radii as they are, and spacing in the size of the text', () => {
  const text = tokensOf('var(--fi-color-depth-light-1) var(--fi-radius-modal) var(--fi-spacing-m)');
  expect(text).toContain(`--fi-color-depth-light-1: ${suomifiDesignTokens.colors.depthLight1};`);
  expect(text).toContain(`--fi-radius-modal: ${suomifiDesignTokens.radiuses.modal};`);
  expect(text).toContain('--fi-spacing-m: 1.25rem;');
  expect(text).not.toContain('--fi-spacing-xl');
});

it('knows no token that the package does not have', () => {
  expect(() => tokensOf('var(--fi-color-pink-base)')).toThrow('the design tokens have no color pink-base');
});

it('leaves no property of the stylesheet without a value', () => {
  const named = [...STYLESHEET.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name = '']) => name);
  const given = new Set([...STYLESHEET.matchAll(/(--[a-z0-9-]+):/g)].map(([, name = '']) => name));
  expect(named.filter((name) => !given.has(name))).toEqual([]);
});
