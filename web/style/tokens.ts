/**
 * Looks of Suomi.fi: the design tokens that the stylesheet names, of suomifi-design-tokens (MIT). Made by
 * `npm run docs:generate`, so that no function loads the package.
 *
 * @see https://github.com/vrk-kpa/suomifi-design-tokens
 */
export const TOKENS = `
  --fi-color-alert-base: hsl(3, 59%, 43%);
  --fi-color-alert-light-1: hsl(0, 59%, 96%);
  --fi-color-black-base: hsl(0, 0%, 13%);
  --fi-color-brand-base: hsl(214, 100%, 24%);
  --fi-color-depth-dark-1: hsl(202, 7%, 40%);
  --fi-color-depth-light-1: hsl(202, 7%, 80%);
  --fi-color-depth-light-3: hsl(202, 7%, 97%);
  --fi-color-highlight-base: hsl(212, 63%, 45%);
  --fi-color-highlight-dark-1: hsl(212, 63%, 37%);
  --fi-color-highlight-light-2: hsl(212, 63%, 90%);
  --fi-color-highlight-light-4: hsl(212, 63%, 98%);
  --fi-color-success-dark-1: hsl(165, 90%, 27%);
  --fi-color-warning-base: hsl(42, 93%, 50%);
  --fi-color-warning-light-1: hsl(42, 100%, 94%);
  --fi-color-white-base: hsl(0, 0%, 100%);
  --fi-radius-basic: 2px;
  --fi-radius-modal: 4px;
  --fi-spacing-l: 1.5625rem;
  --fi-spacing-m: 1.25rem;
  --fi-spacing-s: 0.9375rem;
  --fi-spacing-xl: 1.875rem;
  --fi-spacing-xs: 0.625rem;
  --fi-spacing-xxs: 0.3125rem;
  --fi-spacing-xxxl: 3.75rem;`;
