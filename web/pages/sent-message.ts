import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Frame, renderPage } from '#web/frame';
import { type FolderLine, foldersOf, listOf } from '#web/pages/folders';
import { FOLDER_TEXTS } from '#web/texts/folders';

export interface SentView {
  readonly to: string;
  readonly title: string;
  readonly body: string;
  readonly files: readonly string[];
  /** The message that began the conversation. */
  readonly rootMessageId?: number;
  readonly arrivedOn: CalendarDate;
  /** `HH.MM.SS` in Helsinki. */
  readonly arrivedAt: string;
  readonly basis: 'AVAILABLE' | 'SENT_IN_OUTAGE';
  readonly deadline?: { readonly day: CalendarDate; readonly inTime: boolean };
  readonly transferredOn?: CalendarDate;
}

/** What somebody has sent, with the receipt of its arrival (13/2003 § 10 to 12; REQ-062). */
export function sentMessagePage(frame: Frame, view: SentView): string {
  const texts = FOLDER_TEXTS[frame.language];
  const files =
    view.files.length === 0
      ? undefined
      : html`<h2>${texts.attachments}</h2>
          <ul class="files">
            ${view.files.map((name) => html`<li>${name}</li>`)}
          </ul>`;
  const thread =
    view.rootMessageId &&
    html`<p class="buttons"><a href="${frame.base}/threads/${view.rootMessageId}">${texts.thread}</a></p>`;
  const body = html`${foldersOf(frame, 'sent')}
    <article class="card">
      <dl class="facts">
        <dt>${texts.sentTo}</dt>
        <dd>${view.to}</dd>
      </dl>
      <div class="body text">${view.body}</div>
      ${files}
    </article>
    ${receiptOf(frame, view)}${thread}`;
  return renderPage(frame, { title: view.title, body, current: 'messages' });
}

function receiptOf({ language }: Frame, view: SentView): Markup {
  const texts = FOLDER_TEXTS[language];
  const { arrivedOn, arrivedAt, basis, deadline, transferredOn } = view;
  const day = (each: CalendarDate) => writtenDay(each, language);
  const asked =
    deadline &&
    html`<dt>${texts.deadline}</dt>
      <dd>${(deadline.inTime ? texts.inTime : texts.late)(day(deadline.day))}</dd>`;
  return html`<section class="card">
    <h2>${texts.receipt}</h2>
    <dl class="facts">
      <dt>${texts.arrived}</dt>
      <dd>${day(arrivedOn)} ${arrivedAt}</dd>
      <dt>${texts.basis}</dt>
      <dd>${texts.bases[basis]}</dd>
      ${asked}
    </dl>
    ${transferredOn && html`<p>${texts.transferred(day(transferredOn))}</p>`}
    <p class="hint">${texts.noStand}</p>
  </section>`;
}

/** A conversation, oldest first (REQ-064). */
export function threadPage(frame: Frame, lines: readonly FolderLine[]): string {
  const texts = FOLDER_TEXTS[frame.language];
  return renderPage(frame, { title: texts.threadTitle, body: listOf(frame, lines, ''), current: 'messages' });
}
