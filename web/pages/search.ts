import { type Markup, html } from '#shared/kernel/markup';
import { renderForm } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { type FolderLine, foldersOf, listOf } from '#web/pages/folders';
import { FOLDER_TEXTS } from '#web/texts/folders';

type FieldOfSearch = 'sender' | 'words' | 'from' | 'to';

export interface SearchView {
  readonly values: Readonly<Record<FieldOfSearch, string>>;
  /** Absent before anything was sought. */
  readonly found?: { readonly lines: readonly FolderLine[]; readonly isMore: boolean };
  /** Whether a day is none. */
  readonly isWrong: boolean;
}

/** A search of the mailbox; its words are in the form and in no address (REQ-073). */
export function searchPage(frame: Frame, { values, found, isWrong }: SearchView): string {
  const texts = FOLDER_TEXTS[frame.language];
  const field = (name: FieldOfSearch) => fieldOf({ name, label: texts[name], value: values[name] });
  const form = html`<div class="row">${field('sender')}${field('words')}</div>
    <div class="row">${field('from')}${field('to')}</div>
    <button>${texts.find}</button>`;
  const wrong = html`<p class="notice bad" role="alert">${textsOf(frame).errorPrefix}${texts.searchWrong}</p>`;
  const body = html`${foldersOf(frame, 'search')}${isWrong ? wrong : undefined}
    <div class="card">${renderForm(frame, { action: '/search', body: form })}</div>
    ${found && foundOf(frame, found)}`;
  return renderPage(frame, { title: texts.search, body, current: 'messages', isWrong });
}

function foundOf(frame: Frame, { lines, isMore }: NonNullable<SearchView['found']>): Markup {
  const texts = FOLDER_TEXTS[frame.language];
  return html`<div role="status"><h2>${texts.found(lines.length)}</h2></div>
    ${lines.length === 0 ? undefined : listOf(frame, lines, '')}${isMore ? html`<p>${texts.more}</p>` : undefined}`;
}

interface FieldParts {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function fieldOf({ name, label, value }: FieldParts): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" value="${value}" />
  </div>`;
}
