import { type Markup, html } from '#shared/kernel/markup';

/** A piece of a text: blocks are told apart by empty lines, lists and headings by how their lines begin. */
type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] };

/**
 * A Markdown body as a page shows it: the subset the national API allows (headings, lists, paragraphs, bold, links).
 * Everything else, HTML among it, is text.
 */
export function renderMarkdown(body: string): readonly Markup[] {
  return blocksOf(body.split(/\r?\n/)).map((block) => {
    if (block.kind === 'heading') return html`<h2>${inline(block.text)}</h2>`;
    if (block.kind === 'list')
      return html`<ul>
        ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
      </ul>`;
    return html`<p>${block.lines.map((line, at) => html`${at === 0 ? undefined : html`<br />`}${inline(line)}`)}</p>`;
  });
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let isNew = true;
  for (const line of lines) {
    const last = isNew ? undefined : blocks.at(-1);
    isNew = line.trim() === '';
    if (isNew) continue;
    const next = joined(last, line);
    if (last !== undefined && next.kind === last.kind && next.kind !== 'heading') blocks.pop();
    blocks.push(next);
  }
  return blocks;
}

/** A line as a block: added to the block before it where it goes on with it. */
function joined(last: Block | undefined, line: string): Block {
  const heading = /^\s{0,3}#{1,6}\s+(.+)$/.exec(line)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const item = /^\s*[*+-]\s+(.+)$/.exec(line)?.[1];
  if (item !== undefined) return { kind: 'list', items: [...(last?.kind === 'list' ? last.items : []), item] };
  return { kind: 'paragraph', lines: [...(last?.kind === 'paragraph' ? last.lines : []), line] };
}

const MARKS = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

/** A link shows where it leads: a letter can not be trusted to say so. */
function inline(text: string): readonly Markup[] {
  const pieces: Markup[] = [];
  let from = 0;
  for (const found of text.matchAll(MARKS)) {
    const [all, bold, name = '', address = ''] = found;
    pieces.push(html`${text.slice(from, found.index)}`);
    pieces.push(bold === undefined ? linkTo(address, name) : html`<strong>${bold}</strong>`);
    from = found.index + all.length;
  }
  return [...pieces, html`${text.slice(from)}`];
}

function linkTo(address: string, name: string): Markup {
  const shown = name === address ? '' : ` (${address})`;
  return html`<a href="${address}" rel="noreferrer noopener">${name}</a>${shown}`;
}
