/** Colours by role. Series are told apart by pattern too; each is 3:1 or more against the ground, text 4.5:1 or more. */
const LIGHT = `
  --ground: #fff; --surface: #f3f6f9; --text: #17222d; --quiet: #4d5b68; --line: #d3dbe3; --edge: #6b7a88;
  --link: #0a4c96; --band: #0b2e57; --on-band: #fff; --focus: #0a4c96;
  --c1: #1d5fa8; --c2: #b04f0c; --c3: #23703f; --c4: #75399a; --c5: #7d6000; --c6: #a3223a;
  --red: #a3121f; --amber: #8a5a00; --green: #1d6b3a`;

const DARK = `
  --ground: #11181f; --surface: #1a232c; --text: #e9eef3; --quiet: #aab7c3; --line: #35424e; --edge: #8696a5;
  --link: #8fc4ff; --band: #0a2340; --on-band: #fff; --focus: #8fc4ff;
  --c1: #6fb1f5; --c2: #f2a566; --c3: #70d098; --c4: #d0a5ef; --c5: #e0c255; --c6: #f78d9e;
  --red: #ff9aa2; --amber: #f5c563; --green: #7fdca4`;

const FRAME = `
  *, ::before, ::after { box-sizing: border-box }
  html { -webkit-text-size-adjust: 100%; scroll-behavior: auto }
  body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: break-word;
    font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
  .wide { max-width: 72rem; margin: 0 auto; padding: 0 1rem }
  .skip { position: absolute; left: -100vw; top: 0; padding: .75rem 1rem; background: var(--ground); color: var(--link) }
  .skip:focus { left: 0; z-index: 1 }
  .top { background: var(--band); color: var(--on-band) }
  .top .wide { display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between; align-items: center;
    padding-top: .6rem; padding-bottom: .6rem }
  .brand { margin: 0; display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline }
  .brand strong { font-size: 1.125rem; letter-spacing: .01em }
  .top ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; margin: 0 -.5rem; padding: 0; list-style: none }
  .top a { display: block; padding: .4rem .5rem; color: inherit; text-underline-offset: .3em }
  .top a[aria-current] { font-weight: 650; text-decoration: none; box-shadow: inset 0 -2px currentColor }
  .top a:focus-visible { outline-color: #fff }
  main { padding-top: 1.75rem !important; padding-bottom: 2rem !important }
  main:focus { outline: none }
  footer { color: var(--quiet); border-top: 1px solid var(--line); font-size: .875rem }
  footer p { margin: 1rem 0 2rem }
  a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px }
  a:hover { text-decoration-thickness: 2px }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px }
  .ear { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }`;

const WORDS = `
  h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); line-height: 1.15; letter-spacing: -.015em; margin: .25rem 0 .75rem;
    text-wrap: balance; max-width: 28em }
  h2 { font-size: 1.3rem; line-height: 1.25; margin: 0 0 .6rem; letter-spacing: -.005em; text-wrap: balance }
  h3 { font-size: 1.0625rem; line-height: 1.3; margin: 0 }
  p, ul, ol { margin: 0 0 .9rem } p { max-width: 68ch }
  .kicker { margin: 0; color: var(--quiet); font-size: .9375rem }
  .lead { font-size: 1.125rem; line-height: 1.5 }
  small { font-size: .8125rem; color: var(--quiet) } .mark { font-weight: 400; white-space: nowrap }
  .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem 1.5rem; margin: 1.5rem 0;
    padding: .9rem 1.1rem; background: var(--surface); border-radius: .5rem }
  .facts dt { font-size: .8125rem; color: var(--quiet) } .facts dd { margin: 0; font-weight: 600 }
  .contents ol { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none }
  .contents a, .of-section a, .downloads a { display: inline-block; padding: .25rem 0 }
  main > section { margin: 2.5rem 0 0; padding-top: 1.5rem; border-top: 1px solid var(--line) }
  .none, .more { color: var(--quiet) } .none { padding: .75rem 1rem; background: var(--surface); border-radius: .4rem }
  .of-section { font-size: .9375rem; margin: .35rem 0 0 }
  .downloads ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.5rem }
  .downloads p { font-size: .875rem; color: var(--quiet) }
  .kinds { display: grid; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.25rem; margin-top: 1.5rem }
  .kinds section { padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem }
  .badge { display: inline-block; min-width: 2.6em; padding: 0 .4em; margin-right: .25em; border-radius: .3em; text-align: center;
    background: var(--band); color: var(--on-band); font-size: .8em; font-weight: 600 }
  .kinds summary { padding: .5rem 0; cursor: pointer }
  .reports { padding: 0; margin: 0; list-style: none }
  .reports li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .35rem 0; border-top: 1px solid var(--line) }
  .reports li:first-child { border-top: 0 } .reports a { padding: .15rem 0 }`;

const TABLES = `
  .scroll { position: relative; overflow-x: auto; width: fit-content; min-width: min(100%, 32rem); max-width: 100%; border: 1px solid var(--line); border-radius: .5rem }
  table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4 }
  caption { text-align: left; padding: .6rem .8rem; color: var(--quiet); font-size: .875rem }
  th, td { padding: .5rem .8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); max-width: 34ch }
  thead th { background: var(--surface); font-size: .8125rem; line-height: 1.3; vertical-align: bottom; white-space: normal }
  tbody th { font-weight: 600; min-width: 9ch } td { min-width: 7ch }
  @media screen and (min-width: 62rem) { .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2.5rem; align-items: start }
    .beside .scroll { width: 100%; min-width: 0 } .beside .chart { margin-top: 0 } }
  .many { font-size: .8125rem } .many th, .many td { padding: .4rem .5rem; min-width: 0 } .many thead th { font-size: .75rem; hyphens: auto }
  .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } thead .n { white-space: normal }
  tbody tr:hover { background: var(--surface) }
  .light { display: inline-flex; align-items: center; gap: .45em; white-space: nowrap; font-weight: 600 }
  .light::before { content: ""; width: .7em; height: .7em; background: currentColor }
  .red { color: var(--red) } .red::before { clip-path: polygon(50% 0, 100% 100%, 0 100%) }
  .amber { color: var(--amber) } .amber::before { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%) }
  .green { color: var(--green) } .green::before { border-radius: 50% }`;

const CHARTS = `
  .chart { margin: 1rem 0 1.25rem; max-width: 46rem; overflow-x: auto; overflow-y: hidden; padding-bottom: .1rem }
  .chart > svg { display: block; min-width: 16.5rem }
  .patterns { position: absolute }
  .chart text { fill: var(--text); font-size: .9375rem }
  .chart .figure { text-anchor: end; font-weight: 600; font-variant-numeric: tabular-nums }
  .chart .small, .chart .tick { font-size: .8125rem; fill: var(--quiet) } .chart .tick { text-anchor: end }
  .chart .at-middle { text-anchor: middle } .chart .at-end { text-anchor: end }
  .track { fill: var(--surface) } .part { stroke: var(--ground); stroke-width: 2 }
  .grid { stroke: var(--line) } .ground { fill: var(--ground) }
  .line { stroke-width: 2.5; stroke-linecap: round } .dot { stroke: var(--ground); stroke-width: 1 }
  figcaption { font-size: .875rem; color: var(--quiet) } figcaption p { margin: .5rem 0 0 }
  .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .75rem 0 0; padding: 0; list-style: none; color: var(--text) }
  .sample { vertical-align: -.1em; margin-right: .2em; overflow: hidden }
  .f1 { fill: var(--c1) }`;

const DASHES = ['0', '7 5', '1.5 5', '12 4 2 4', '4 3', '14 5'];

const SERIES = DASHES.map((dash, i) => {
  const n = i + 1;
  const filled = i === 0 ? '' : `.f${n} { fill: url(#p${n}) } .p${n} .ink { fill: var(--c${n}) }`;
  return `${filled} .l${n} { stroke: var(--c${n}); stroke-dasharray: ${dash} } .d${n} { fill: var(--c${n}) }`;
}).join('');

const SEARCH = `
  .phase { padding: .8rem 1rem; border-left: 4px solid var(--c1); background: var(--surface); border-radius: 0 .4rem .4rem 0 }
  .search { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: .9rem 1.1rem; align-items: end;
    padding: 1.1rem; margin: 1.25rem 0; background: var(--surface); border-radius: .6rem }
  .search label { display: block; font-size: .875rem; font-weight: 600; margin-bottom: .25rem }
  select, button { width: 100%; min-height: 2.75rem; font: inherit; border-radius: .35rem; padding: .4rem .6rem }
  select { color: var(--text); background: var(--ground); border: 1px solid var(--edge) }
  button { border: 1px solid transparent; background: var(--band); color: var(--on-band); font-weight: 600; cursor: pointer }
  .lists { align-items: start } .lists summary { padding: .4rem 0; font-weight: 600; cursor: pointer }
  .lists ul { padding: 0; margin: 0; list-style: none } .lists li { padding: .3rem 0 } .lists [aria-current] { font-weight: 650 }
  .events { columns: 17rem auto; column-gap: 1.5rem; padding: 0; list-style: none } .events li { break-inside: avoid }
  .events a { display: inline-block; padding: .2rem 0 }
  .entries { padding: 0; margin: 0; list-style: none }
  .entries > li { padding: 1rem 0; border-top: 1px solid var(--line) }
  .entries p { margin: .15rem 0 0 } .by { color: var(--quiet) }
  .offered { display: flex; flex-wrap: wrap; gap: .35rem .5rem; margin: .5rem 0 0; padding: 0; list-style: none }
  .offered li { padding: .1rem .6rem; border: 1px solid var(--edge); border-radius: 1rem; font-size: .875rem }
  .offered .in_use { border: 2px solid var(--green) }
  .ways { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: .4rem 0 0; padding: 0; list-style: none }
  .ways a { display: inline-block; padding: .2rem 0 } .ways .first { font-weight: 600 }
  .pages ul { display: flex; gap: 1.5rem; padding: 0; margin: 1.25rem 0 0; list-style: none } .pages a { display: inline-block; padding: .4rem 0 }`;

const PRINT = `
  .top nav, .skip, .contents, .of-section, .downloads, .search, .pages { display: none }
  .top { background: none; color: #000; border-bottom: 2px solid #000 }
  body { font-size: 10.5pt } .wide { max-width: none; padding: 0 } .scroll { overflow: visible; border: 0 }
  main > section { break-inside: auto; margin-top: 1.25rem } h2 { break-after: avoid } tr, .chart, .entries > li { break-inside: avoid }
  thead { display: table-header-group } a { color: inherit }`;

/** The one stylesheet of every page, inlined. Light, and dark where the reader's system is. */
export const STYLESHEET = squeezed(
  `:root { color-scheme: light; ${LIGHT} }
  @media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${DARK} } }
  ${FRAME} ${WORDS} ${TABLES} ${CHARTS} ${SERIES} ${SEARCH}
  @media (forced-colors: active) { .light::before, .track, .part, .f1, .ink { forced-color-adjust: none } }
  @media print { ${PRINT} }`,
);

function squeezed(css: string): string {
  return css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .trim();
}
