import { TOKENS } from '#web/style/tokens';

/** Roles of colours; text is 4.5:1 or more against its ground, edges of controls 3:1. */
const LIGHT = `
  --ground: var(--fi-color-depth-light-3); --paper: var(--fi-color-white-base); --text: var(--fi-color-black-base);
  --quiet: var(--fi-color-depth-dark-1); --line: var(--fi-color-depth-light-1); --edge: var(--fi-color-depth-dark-1);
  --link: var(--fi-color-highlight-base); --strong: var(--fi-color-brand-base); --act: var(--fi-color-highlight-base);
  --act-over: var(--fi-color-highlight-dark-1); --on-act: var(--fi-color-white-base); --tint: var(--fi-color-highlight-light-4);
  --tint-edge: var(--fi-color-highlight-light-2); --good: var(--fi-color-success-dark-1); --good-ground: hsl(166 54% 96%);
  --warn: var(--fi-color-warning-base); --warn-ground: var(--fi-color-warning-light-1);
  --bad: var(--fi-color-alert-base); --bad-ground: var(--fi-color-alert-light-1); --focus: var(--fi-color-highlight-base)`;

const DARK = `
  --ground: hsl(210 18% 9%); --paper: hsl(210 16% 13%); --text: hsl(202 7% 93%); --quiet: hsl(202 7% 72%);
  --line: hsl(205 12% 27%); --edge: hsl(202 7% 60%); --link: hsl(212 90% 76%); --strong: hsl(212 90% 84%);
  --act: hsl(212 90% 76%); --act-over: hsl(212 90% 84%); --on-act: hsl(210 18% 9%); --tint: hsl(212 30% 16%);
  --tint-edge: hsl(212 30% 30%); --good: hsl(166 60% 55%); --good-ground: hsl(166 30% 13%);
  --warn: var(--fi-color-warning-base); --warn-ground: hsl(42 35% 13%);
  --bad: hsl(3 80% 74%); --bad-ground: hsl(3 28% 15%); --focus: hsl(212 90% 76%)`;

const FRAME = `
  *, ::before, ::after { box-sizing: border-box }
  html { -webkit-text-size-adjust: 100% }
  body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--text);
    overflow-wrap: anywhere;
    font: 1.0625rem/1.55 "Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif }
  .wide { width: 100%; max-width: 60rem; margin: 0 auto; padding: 0 var(--fi-spacing-m) }
  .skip { position: absolute; left: -100vw; top: 0; padding: var(--fi-spacing-xs) var(--fi-spacing-s); background: var(--paper); z-index: 1 }
  .skip:focus { left: 0 }
  .top { background: var(--paper); border-bottom: 1px solid var(--line); border-top: 4px solid var(--fi-color-brand-base) }
  .top .wide { display: flex; flex-wrap: wrap; gap: var(--fi-spacing-xxs) var(--fi-spacing-m); align-items: center;
    justify-content: space-between; padding-top: var(--fi-spacing-xs); padding-bottom: var(--fi-spacing-xs) }
  .brand { display: flex; align-items: center; gap: var(--fi-spacing-xs); margin: 0; color: var(--strong); line-height: 1.2 }
  .brand strong { display: block; font-size: 1.1875rem; font-weight: 600 }
  .brand small { color: var(--quiet) }
  .brand svg { flex: none; width: 2.25rem; height: 2.25rem }
  .plain { display: flex; flex-wrap: wrap; gap: 0 var(--fi-spacing-s); margin: 0; padding: 0; list-style: none }
  .plain a { display: inline-block; padding: .375rem 0 }
  .plain [aria-current] { color: var(--text); font-weight: 600; text-decoration: none }
  .menu { background: var(--paper); border-bottom: 1px solid var(--line) }
  .menu ul { display: flex; flex-wrap: wrap; gap: 0 var(--fi-spacing-m); margin: 0; padding: 0; list-style: none }
  .menu a { display: block; padding: .625rem 0 .5rem; border-bottom: 4px solid transparent; color: var(--text); text-decoration: none }
  .menu a:hover { border-color: var(--tint-edge) }
  .menu a[aria-current] { border-color: var(--act); color: var(--strong); font-weight: 600 }
  .who { background: var(--tint); border-bottom: 1px solid var(--tint-edge); font-size: .9375rem }
  .who .wide { display: flex; flex-wrap: wrap; gap: 0 var(--fi-spacing-m); align-items: center; padding-top: .25rem; padding-bottom: .25rem }
  .who p { margin: 0 } .who a { display: inline-block; padding: .25rem 0 } .who form { margin: 0 0 0 auto }
  main { flex: 1; padding-top: var(--fi-spacing-xl) !important; padding-bottom: var(--fi-spacing-xxxl) !important }
  main:focus { outline: none }
  footer { background: var(--paper); border-top: 1px solid var(--line); font-size: .9375rem }
  footer .wide { padding-top: var(--fi-spacing-s); padding-bottom: var(--fi-spacing-l) }
  a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px }
  a:hover { text-decoration-thickness: 2px }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: var(--fi-radius-basic) }
  .ear { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }`;

const WORDS = `
  h1 { margin: 0 0 var(--fi-spacing-s); font-size: clamp(1.625rem, 1.3rem + 1.6vw, 2.25rem); font-weight: 300; line-height: 1.2;
    letter-spacing: -.01em; text-wrap: balance }
  h2 { margin: var(--fi-spacing-xl) 0 var(--fi-spacing-xs); font-size: 1.3125rem; font-weight: 600; line-height: 1.3 }
  h3 { margin: var(--fi-spacing-m) 0 var(--fi-spacing-xxs); font-size: 1.0625rem; font-weight: 600 }
  p, ul, ol { margin: 0 0 var(--fi-spacing-s) } p, li { max-width: 42rem }
  ul, ol { padding-left: 1.25rem } li { margin-bottom: var(--fi-spacing-xxs) }
  .lead { font-size: 1.1875rem; line-height: 1.5 }
  .quiet { color: var(--quiet) } small, .hint { font-size: .9375rem; color: var(--quiet) }
  .card { padding: var(--fi-spacing-l); background: var(--paper); border: 1px solid var(--line); border-radius: var(--fi-radius-modal) }
  .card + .card, section + .card, .card + .plain { margin-top: var(--fi-spacing-m) } .card > :first-child { margin-top: 0 } .card > :last-child { margin-bottom: 0 }
  .notice { display: block; margin: 0 0 var(--fi-spacing-m); padding: var(--fi-spacing-s) var(--fi-spacing-m); max-width: none;
    background: var(--good-ground); border-left: 4px solid var(--good); border-radius: var(--fi-radius-basic) }
  .notice > :last-child { margin-bottom: 0 } .notice h2 { margin: 0 0 var(--fi-spacing-xxs); font-size: 1.125rem }
  .warn { background: var(--warn-ground); border-color: var(--warn) } .bad { background: var(--bad-ground); border-color: var(--bad) }
  .info { background: var(--tint); border-color: var(--act) }
  .facts { display: grid; grid-template-columns: max-content 1fr; gap: var(--fi-spacing-xxs) var(--fi-spacing-m); margin: 0 0 var(--fi-spacing-m) }
  .facts dt { color: var(--quiet) } .facts dd { margin: 0 }
  .files { list-style: none; padding: 0 } .files li { padding: var(--fi-spacing-xs) 0; border-top: 1px solid var(--line) }
  .body { max-width: 42rem } .body.text { white-space: pre-wrap } .body h2 { font-size: 1.1875rem }`;

const MAIL = `
  .mail { margin: 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: var(--fi-radius-modal) }
  .mail li { position: relative; max-width: none; margin: 0; padding: var(--fi-spacing-s) var(--fi-spacing-m); border-top: 1px solid var(--line) }
  .mail li:first-child { border-top: 0 } .mail li:hover { background: var(--tint) }
  .mail .unread { box-shadow: inset 4px 0 var(--act) } .mail .unread a { font-weight: 600 }
  .mail a { font-size: 1.125rem } .mail a::after { content: ""; position: absolute; inset: 0 }
  .mail form { position: relative; z-index: 1; margin: var(--fi-spacing-xs) 0 0 }
  .mail p { display: flex; flex-wrap: wrap; gap: 0 var(--fi-spacing-s); max-width: none; margin: .125rem 0 0 }
  .mail .meta { color: var(--quiet); font-size: .9375rem }
  .tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--tint-edge); border-radius: 1rem; background: var(--tint);
    color: var(--strong); font-size: .875rem; font-weight: 600 }
  .due { font-weight: 600 }
  .due::before { content: ""; display: inline-block; width: .625rem; height: .625rem; margin-right: .4rem; border-radius: 50%;
    background: var(--warn); box-shadow: 0 0 0 1px var(--text) }`;

const FORMS = `
  form { margin: 0 0 var(--fi-spacing-m) } .field { margin: 0 0 var(--fi-spacing-m) }
  label, legend { display: block; font-weight: 600; margin-bottom: .125rem; padding: 0 }
  .hint { display: block; margin: 0 0 var(--fi-spacing-xxs) } fieldset { border: 0; margin: 0 0 var(--fi-spacing-m); padding: 0; min-width: 0 }
  input:not([type=radio], [type=checkbox]), select, textarea { width: 100%; max-width: 30rem; min-height: 2.75rem; padding: .5rem .625rem; font: inherit;
    color: var(--text); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--fi-radius-basic) }
  textarea { max-width: 42rem; min-height: 14rem; line-height: 1.5; resize: vertical } .short { max-width: 9rem !important }
  [aria-invalid=true] { border: 2px solid var(--bad) !important } .wrong { display: block; color: var(--bad); font-weight: 600; margin-bottom: .25rem }
  .pick { display: flex; gap: var(--fi-spacing-xs); align-items: flex-start; min-height: 2.75rem; padding: .5rem 0 }
  .pick input { flex: none; width: 1.375rem; height: 1.375rem; margin: .125rem 0 0; accent-color: var(--act) } .pick label { font-weight: 400; margin: 0 }
  .button, button { display: inline-block; min-height: 2.75rem; padding: .5625rem 1.25rem; font: inherit; font-size: 1rem; font-weight: 600;
    color: var(--on-act); background: var(--act); border: 1px solid var(--act); border-radius: var(--fi-radius-basic); text-decoration: none; cursor: pointer;
    text-align: center }
  .button:hover, button:hover { background: var(--act-over); border-color: var(--act-over) }
  .second { color: var(--link); background: var(--paper); border-color: var(--link) }
  .second:hover { color: var(--act-over); background: var(--tint) }
  .as-link { min-height: 2.25rem; padding: .25rem 0; color: var(--link); background: none; border: 0; font-size: inherit; font-weight: 400; text-decoration: underline;
    text-underline-offset: .18em }
  .as-link:hover { background: none; text-decoration-thickness: 2px }
  .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 var(--fi-spacing-m); max-width: 42rem }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--fi-spacing-s); align-items: center; margin-top: var(--fi-spacing-m) } .buttons form { margin: 0 }`;

const PLACES = `
  @media (max-width: 36rem) { .wide { padding: 0 var(--fi-spacing-s) } .card { padding: var(--fi-spacing-m) var(--fi-spacing-s) }
    .facts { grid-template-columns: 1fr; gap: 0 } .facts dd { margin-bottom: var(--fi-spacing-xs) }
    .row { grid-template-columns: minmax(0, 1fr) } .mail li { padding: var(--fi-spacing-s) } .menu ul { gap: 0 var(--fi-spacing-s) } .who form { margin-left: 0 } }
  @media print { .top, .menu, .who, footer, .buttons, .skip { display: none } body { background: none } .card { border: 0; padding: 0 } }
  @media (forced-colors: active) { .mail .unread { border-left: 4px solid } .button, button { border: 1px solid } }`;

/** The one stylesheet of the pages, without images and without a typeface of its own. */
export const STYLESHEET = [
  `:root { color-scheme: light dark; ${TOKENS} ${LIGHT} }`,
  `@media (prefers-color-scheme: dark) { :root { ${DARK} } }`,
  FRAME,
  WORDS,
  MAIL,
  FORMS,
  PLACES,
]
  .join('\n')
  .replaceAll(/\s*\n\s*/g, '\n')
  .trim();
