import type { Section } from '#shared/domain/programme/report';
import {
  type Drawing,
  type DrawnRow,
  MOST_SERIES,
  type Series,
  drawingOf,
  inLines,
  reachOf,
  wrapped,
} from '#shared/domain/report/chart-parts';
import { drawLine } from '#shared/domain/report/svg-line';
import { word } from '#shared/domain/report/page-words';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { numberText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** Lengths across are per cents and lengths down are rems, so a chart fits every width and grows with the text. */
const LINE = 1.35;
/** Between lines of small text. */
const SMALL = 1.15;
const BAR = 0.95;
const GAP = 0.75;
/** Per cent of the width that bars may take; the figures stand beside them. */
const BARS_WIDTH = 74;
/** Characters of a label that fit a phone. */
const LABEL = 36;

/**
 * The chart of a section: a picture with a title and a description, told apart by pattern as well as by colour. All of its
 * figures stand in the table beside it.
 *
 * @param id unique on the page
 * @returns `undefined` when there is nothing to draw
 */
export function chartOf(section: Section, language: ReportLanguage, id: string): Markup | undefined {
  const drawing = drawingOf(section, language);
  if (!drawing) return undefined;
  const { body, height } = DRAW[drawing.form](drawing);
  const count = numberText(drawing.rows.length);
  const title = drawing.series.map(({ name }) => name.text).join(', ');
  return html`<figure class="chart">
    <svg role="img" aria-labelledby="${id}-t ${id}-d" width="100%" height="${rem(height)}">
      <title id="${id}-t">${title}</title>
      <desc id="${id}-d">${word(drawing.form, language, { n: count })} ${word('inTable', language)}</desc>
      ${body}
    </svg>
    <figcaption>${legend(drawing)}${tooMany(drawing, language)}</figcaption>
  </figure>`;
}

const DRAW = { bars: drawBars, stacked: drawStacked, line: drawLine } as const;

interface Drawn {
  readonly body: readonly Markup[];
  /** Rems. */
  readonly height: number;
}

/** Draws each row below the one before. */
function inRows(rows: readonly DrawnRow[], draw: (row: DrawnRow, top: number) => Drawn): Drawn {
  let top = 0;
  const body = rows.flatMap((row) => {
    const lines = wrapped(row.label, LABEL);
    const below = top + lines.length * LINE;
    const drawn = draw(row, below);
    const label = lines.map((line, i) => html`<text class="name" x="0" y="${rem(top + i * LINE + 1)}">${line}</text>`);
    top = below + drawn.height + GAP;
    return [...label, ...drawn.body];
  });
  return { body, height: top };
}

function drawBars(drawing: Drawing): Drawn {
  const { low, high } = reachOf(drawing);
  const at = (figure: number) => ((figure - low) / (high - low)) * BARS_WIDTH;
  return inRows(drawing.rows, ({ figures, texts }, top) => {
    const bar = (figure: number | undefined, i: number) => {
      const y = top + i * LINE;
      const [from, to] = [at(Math.min(0, figure ?? 0)), at(Math.max(0, figure ?? 0))];
      return [
        html`<rect class="track" x="0" y="${rem(y)}" width="${BARS_WIDTH}%" height="${rem(BAR)}" rx="2" />`,
        ...(to > from
          ? [
              html`<rect
                class="${fill(drawing.series[i])}"
                x="${percent(from)}"
                y="${rem(y)}"
                width="${percent(to - from)}"
                height="${rem(BAR)}"
                rx="2"
              />`,
            ]
          : []),
        html`<text class="figure" x="100%" y="${rem(y + 0.8)}">${texts[i]}</text>`,
      ];
    };
    return { body: figures.flatMap(bar), height: figures.length * LINE - (LINE - BAR) };
  });
}

/** Parts are of what is told: a figure below zero or untold takes no room. */
function drawStacked(drawing: Drawing): Drawn {
  const partsOf = ({ figures }: DrawnRow) => figures.map((figure) => Math.max(0, figure ?? 0));
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const most = Math.max(...drawing.rows.map((row) => sum(partsOf(row)))) || 1;
  return inRows(drawing.rows, (row, top) => {
    let from = 0;
    const parts = partsOf(row).flatMap((part, i) => {
      const width = (part / most) * 100;
      const x = from;
      from += width;
      return part > 0
        ? [
            html`<rect
              class="part ${fill(drawing.series[i])}"
              x="${percent(x)}"
              y="${rem(top)}"
              width="${percent(width)}"
              height="${rem(BAR * 1.3)}"
            />`,
          ]
        : [];
    });
    const lines = inLines(namedFigures(row, drawing.series), LABEL);
    const figures = lines.map(
      (line, i) => html`<text class="small" x="0" y="${rem(top + BAR * 1.3 + 1 + i * SMALL)}">${line}</text>`,
    );
    return {
      body: [
        html`<rect class="track" x="0" y="${rem(top)}" width="100%" height="${rem(BAR * 1.3)}" />`,
        ...parts,
        ...figures,
      ],
      height: BAR * 1.3 + LINE + (lines.length - 1) * SMALL,
    };
  });
}

/** What a stack is made of: every part by its name, or a zero where there is none. */
function namedFigures({ figures, texts }: DrawnRow, series: readonly Series[]): readonly string[] {
  const parts = series.flatMap(({ name }, i) => {
    const figure = texts[i] ?? '';
    return figures[i] === 0 ? [] : [`${wrapped(name.text, LABEL - figure.length - 1)[0]} ${figure}`];
  });
  return parts.length > 0 ? parts : [numberText(0)];
}

/** What each pattern stands for, in the order of the parts. */
function legend({ series, form }: Drawing): Markup | undefined {
  if (series.length < 2) return undefined;
  const sample = (each: Series) =>
    form === 'line'
      ? html`<line class="line l${each.mark}" x1="0" y1="50%" x2="100%" y2="50%" />`
      : html`<rect class="${fill(each)}" width="100%" height="100%" />`;
  return html`<ul class="legend">
    ${series.map(
      (each) =>
        html`<li>
          <svg class="sample" aria-hidden="true" width="1.6em" height="1em">${sample(each)}</svg> ${each.name.text}
        </li>`,
    )}
  </ul>`;
}

/** What the picture leaves to the table. */
function tooMany({ rows, of, series, ofSeries }: Drawing, language: ReportLanguage): Markup[] {
  const left = (key: 'moreBars' | 'moreSeries', shown: number, all: number) =>
    shown === all ? [] : [html`<p>${word(key, language, { n: numberText(shown), of: numberText(all) })}</p>`];
  return [...left('moreBars', rows.length, of), ...left('moreSeries', series.length, ofSeries)];
}

/** Patterns that fills refer to; they stand once on a page with charts. */
export function patterns(): Markup {
  const each = Array.from({ length: MOST_SERIES - 1 }, (_, i) => PATTERNS[i]?.(`p${i + 2}`) ?? html``);
  return html`<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>${each}</defs></svg>`;
}

const pattern =
  (mark: Markup, turn = 0) =>
  (id: string) =>
    html`<pattern
      id="${id}"
      class="${id}"
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(${turn})"
      ><rect class="ground" width="7" height="7" />${mark}</pattern
    >`;

const PATTERNS = [
  pattern(html`<rect class="ink" width="3.5" height="7" />`, 45),
  pattern(html`<circle class="ink" cx="3.5" cy="3.5" r="2.6" />`),
  pattern(html`<rect class="ink" width="7" height="2.5" />`),
  pattern(html`<rect class="ink" width="7" height="2" /><rect class="ink" width="2" height="7" />`, 45),
  pattern(html`<rect class="ink" width="2.5" height="7" />`),
] as const;

function fill(series: Series | undefined): string {
  return `f${series?.mark ?? 1}`;
}

function rem(length: number): string {
  return `${rounded(length)}rem`;
}

function percent(length: number): string {
  return `${rounded(length)}%`;
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
