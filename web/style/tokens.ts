/**
 * Looks in the values and by the names of the Suomi.fi design tokens (suomifi-design-tokens 7, MIT): colours, spacing,
 * radius. Nothing else of that service is used: no logo, no trademark, no typeface file.
 *
 * @see https://github.com/vrk-kpa/suomifi-design-tokens
 */
export const TOKENS = `
  --fi-color-white-base: hsl(0 0% 100%); --fi-color-black-base: hsl(0 0% 13%); --fi-color-black-light-1: hsl(0 0% 42%);
  --fi-color-brand-base: hsl(214 100% 24%);
  --fi-color-depth-dark-1: hsl(202 7% 40%); --fi-color-depth-dark-2: hsl(201 7% 46%); --fi-color-depth-base: hsl(202 7% 67%);
  --fi-color-depth-light-1: hsl(202 7% 80%); --fi-color-depth-light-2: hsl(202 7% 93%); --fi-color-depth-light-3: hsl(202 7% 97%);
  --fi-color-depth-secondary: hsl(215 100% 97%); --fi-color-depth-secondary-dark-1: hsl(215 100% 95%);
  --fi-color-highlight-dark-1: hsl(212 63% 37%); --fi-color-highlight-base: hsl(212 63% 45%);
  --fi-color-highlight-light-2: hsl(212 63% 90%); --fi-color-highlight-light-3: hsl(212 63% 95%);
  --fi-color-highlight-light-4: hsl(212 63% 98%);
  --fi-color-accent-base: hsl(23 82% 50%);
  --fi-color-success-dark-1: hsl(165 90% 27%); --fi-color-success-base: hsl(166 90% 34%);
  --fi-color-warning-base: hsl(42 93% 50%); --fi-color-warning-light-1: hsl(42 100% 94%);
  --fi-color-alert-base: hsl(3 59% 43%); --fi-color-alert-light-1: hsl(0 59% 96%);
  --fi-color-info-base: hsl(215 86% 51%); --fi-color-info-light-1: hsl(216 100% 96%);
  --fi-spacing-xxs: .3125rem; --fi-spacing-xs: .625rem; --fi-spacing-s: .9375rem; --fi-spacing-m: 1.25rem;
  --fi-spacing-l: 1.5625rem; --fi-spacing-xl: 1.875rem; --fi-spacing-xxl: 2.5rem; --fi-spacing-xxxl: 3.75rem;
  --fi-radius-basic: 2px; --fi-radius-modal: 4px;`;
