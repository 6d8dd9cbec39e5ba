import { type Drawing, reachOf, wrapped } from '#shared/domain/report/chart-parts';
import { figureText } from '#shared/domain/report/cell-text';
import { type Markup, html } from '#shared/kernel/markup';

const TOP = 1;
const PLOT = 11;
/** Per cents of the width: the scale stands left of the first point. */
const LEFT = 20;
const RIGHT = 97;

/** Points from left to right, joined by lines; a figure that is missing leaves a gap. */
export function drawLine(drawing: Drawing): { body: readonly Markup[]; height: number } {
  const ticks = ticksOf(reachOf(drawing));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const down = (figure: number) => TOP + PLOT * (1 - (figure - low) / (high - low));
  const across = (i: number) => LEFT + (drawing.rows.length < 2 ? 0.5 : i / (drawing.rows.length - 1)) * (RIGHT - LEFT);
  const column = drawing.series[0]?.column;
  const scale = ticks.map((tick) => {
    const y = rounded(down(tick));
    return html`<line class="grid" x1="${LEFT}%" y1="${y}rem" x2="100%" y2="${y}rem" /><text
        class="tick"
        x="${LEFT - 2}%"
        y="${rounded(y + 0.35)}rem"
        >${column ? figureText(column, tick) : ''}</text
      >`;
  });
  const lines = drawing.series.flatMap(({ mark }, s) => {
    const points = drawing.rows.map(({ figures }, i) => {
      const figure = figures[s];
      return figure === undefined ? undefined : { x: rounded(across(i)), y: rounded(down(figure)) };
    });
    return [...joined(points, mark), ...points.flatMap((point) => (point ? [dot(point, mark)] : []))];
  });
  return { body: [...scale, ...lines, ...names(drawing, across)], height: TOP + PLOT + 3.2 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function joined(points: readonly (Point | undefined)[], mark: number): Markup[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1];
    return from && to
      ? [html`<line class="line l${mark}" x1="${from.x}%" y1="${from.y}rem" x2="${to.x}%" y2="${to.y}rem" />`]
      : [];
  });
}

/** Round and square marks take turns. */
function dot({ x, y }: Point, mark: number): Markup {
  return mark % 2 === 1
    ? html`<circle class="dot d${mark}" cx="${x}%" cy="${y}rem" r="4" />`
    : html`<rect class="dot d${mark}" x="${x}%" y="${y}rem" width="8" height="8" transform="translate(-4 -4)" />`;
}

/** At most three names below: the first, the last, and one between where they are short. */
function names({ rows }: Drawing, across: (i: number) => number): Markup[] {
  const last = rows.length - 1;
  const middle = last >= 4 && rows.every(({ label }) => label.length <= 10) ? [Math.round(last / 2)] : [];
  return [...new Set([0, ...middle, last])].flatMap((i) => {
    const anchor = last === 0 ? 'middle' : i === 0 ? 'start' : i === last ? 'end' : 'middle';
    const x = anchor === 'start' ? LEFT : anchor === 'end' ? 100 : across(i);
    return wrapped(rows[i]?.label ?? '', 16).map(
      (line, below) =>
        html`<text class="small at-${anchor}" x="${rounded(x)}%" y="${rounded(TOP + PLOT + 1.5 + 1.2 * below)}rem"
          >${line}</text
        >`,
    );
  });
}

/** Three to six round figures that hold both ends. */
export function ticksOf({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough;
  const from = Math.floor(low / step);
  const to = Math.ceil(high / step);
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
