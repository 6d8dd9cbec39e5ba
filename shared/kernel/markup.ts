/** A piece of HTML or SVG in which every text is escaped. Only `html` makes one. */
export class Markup {
  readonly #text: string;

  constructor(template: TemplateStringsArray, values: readonly MarkupValue[]) {
    this.#text = String.raw({ raw: squeezed(template) }, ...values.map(written));
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text is escaped, markup stands as it is, nothing is left out. */
export type MarkupValue = string | number | Markup | readonly Markup[] | undefined;

/** Writes HTML or SVG. Values stand between tags or within double quotes, nowhere else; a line break is one space. */
export function html(template: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(template, values);
}

/** Bytes it takes on the wire, before compression. */
export function sizeOf(text: string | Markup): number {
  return new TextEncoder().encode(text.toString()).length;
}

const SQUEEZED = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Templates are written over several lines to be read; what is sent is one. */
function squeezed(template: TemplateStringsArray): readonly string[] {
  const known = SQUEEZED.get(template);
  if (known) return known;
  const parts = template.map((part) => part.replaceAll(/\s*\n\s*/g, ' '));
  SQUEEZED.set(template, parts);
  return parts;
}

function written(value: MarkupValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'object' && !(value instanceof Markup) ? value.join('') : String(value);
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters and lone surrogates can not stand in a page; they become U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (sign) => NAMES[sign] ?? sign);
}
