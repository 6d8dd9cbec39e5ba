import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { renderForm } from '#web/forms';
import { type Frame, renderPage } from '#web/frame';
import { FOLDER_TEXTS } from '#web/texts/folders';

/** A line that leads to a message. */
export interface FolderLine {
  readonly messageId: number;
  /** The other side, as people know it. */
  readonly party: string;
  readonly title: string;
  readonly on: CalendarDate;
  /** Where it leads, below the pages' own path; absent for one that can only be restored. */
  readonly path?: string;
  readonly tag?: string;
  readonly restorableUntil?: CalendarDate;
}

export interface FolderView {
  readonly lines: readonly FolderLine[];
  readonly next?: string;
}

/** Links between the folders, the one at hand told apart. */
export function foldersOf({ base, language }: Frame, current: 'inbox' | 'sent' | 'deleted' | 'search'): Markup {
  const texts = FOLDER_TEXTS[language];
  const each = (['inbox', 'sent', 'deleted', 'search'] as const).map((name) => {
    const here = name === current ? html` aria-current="page"` : undefined;
    return html`<li><a href="${base}${name === 'inbox' ? '' : `/${name}`}" ${here}>${texts[name]}</a></li>`;
  });
  return html`<nav aria-label="${texts.folders}">
    <ul class="plain">
      ${each}
    </ul>
  </nav>`;
}

/** What was sent to authorities (REQ-062, REQ-063). */
export function sentPage(frame: Frame, view: FolderView): string {
  const texts = FOLDER_TEXTS[frame.language];
  const body = html`${foldersOf(frame, 'sent')}${listOf(frame, view.lines, texts.noneSent)}${moreOf(frame, '/sent', view)}`;
  return renderPage(frame, { title: texts.sent, body, current: 'messages' });
}

/** Deleted messages: each can be restored for a time (REQ-073). */
export function deletedPage(frame: Frame, view: FolderView): string {
  const texts = FOLDER_TEXTS[frame.language];
  const body = html`${foldersOf(frame, 'deleted')}
    <p>${texts.deletedText}</p>
    ${listOf(frame, view.lines, texts.noneDeleted)}${moreOf(frame, '/deleted', view)}`;
  return renderPage(frame, { title: texts.deleted, body, current: 'messages' });
}

export function listOf(frame: Frame, lines: readonly FolderLine[], none: string): Markup {
  if (lines.length === 0) return html`<p class="card">${none}</p>`;
  return html`<ul class="mail">
    ${lines.map((line) => lineOf(frame, line))}
  </ul>`;
}

function lineOf(frame: Frame, { messageId, party, title, on, path, tag, restorableUntil }: FolderLine): Markup {
  const texts = FOLDER_TEXTS[frame.language];
  const day = (each: CalendarDate) => writtenDay(each, frame.language);
  const head = path === undefined ? html`<strong>${title}</strong>` : html`<a href="${frame.base}${path}">${title}</a>`;
  const button = html`<button class="second">${texts.restore(title)}</button>`;
  const restore =
    restorableUntil &&
    html`<p>${texts.restorable(day(restorableUntil))}</p>
      ${renderForm(frame, { action: `/messages/${messageId}/restoration`, body: button })}`;
  return html`<li>
    ${head}
    <p class="meta"><span>${party}</span> <span>${day(on)}</span></p>
    ${tag && html`<p><span class="tag">${tag}</span></p>`}${restore}
  </li>`;
}

function moreOf({ base, language }: Frame, path: string, { next }: FolderView): Markup | undefined {
  if (next === undefined) return undefined;
  const query = new URLSearchParams({ after: next }).toString();
  return html`<p class="buttons"><a class="button second" href="${base}${path}?${query}">${OLDER[language]}</a></p>`;
}

const OLDER = { fi: 'Vanhemmat viestit', sv: 'Äldre meddelanden', en: 'Older messages' } as const;
