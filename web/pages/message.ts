import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { renderForm } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { renderMarkdown } from '#web/markdown';
import { FOLDER_TEXTS } from '#web/texts/folders';

/** What stands on the outside of a message. */
export interface EnvelopeView {
  readonly messageId: number;
  readonly organisation: string;
  readonly service: string;
  readonly title: string;
  readonly receivedOn: CalendarDate;
  readonly openBy?: CalendarDate;
}

export interface MessageView extends EnvelopeView {
  readonly body: string;
  readonly bodyFormat: 'Text' | 'Markdown';
  readonly attachments: readonly {
    readonly attachmentId: string;
    readonly filename: string;
    readonly sizeBytes: number;
  }[];
  readonly replyAllowed: boolean;
  /** Whether it belongs to a matter that its reader can choose for. */
  readonly hasMatter: boolean;
  /** The message that began the conversation, where it is part of one. */
  readonly rootMessageId?: number;
}

/** Before a verifiable message is opened: what its receipt means in law, and the choice. */
export function receiptPage(frame: Frame, envelope: EnvelopeView): string {
  const { receipt } = textsOf(frame);
  const { messageId, openBy } = envelope;
  const otherwise = openBy ? receipt.otherwiseBy(writtenDay(openBy, frame.language)) : receipt.otherwise;
  const confirm = renderForm(frame, {
    action: `/messages/${messageId}/receipt`,
    body: html`<button>${receipt.button}</button>`,
  });
  const body = html`<p class="lead">${receipt.lead}</p>
    <section class="card">
      <h2>${envelope.title}</h2>
      ${factsOf(frame, envelope)}
      <h3>${receipt.means}</h3>
      <ul>
        ${receipt.points.map((point) => html`<li>${point}</li>`)}
      </ul>
      <p>${otherwise}</p>
      <div class="buttons">${confirm}<a href="${frame.base}">${receipt.later}</a></div>
    </section>`;
  return renderPage(frame, { title: receipt.title, body, current: 'messages' });
}

/** A message that is open. */
export function messagePage(frame: Frame, view: MessageView): string {
  const { message, backToMessages } = textsOf(frame);
  const { base } = frame;
  const folders = FOLDER_TEXTS[frame.language];
  const removal = html`<button class="as-link">${folders.remove}</button>`;
  const at = `${base}/messages/${view.messageId}`;
  const reply = view.replyAllowed
    ? html`<p class="buttons"><a class="button" href="${at}/reply">${message.reply}</a></p>`
    : html`<p class="hint">${message.noReply}</p>`;
  const matter = view.hasMatter
    ? html`<li><a href="${base}/matters?message=${view.messageId}">${message.matter}</a></li>`
    : undefined;
  const body = html`<article class="card">
      ${factsOf(frame, view)}${bodyOf(view)}${attachmentsOf(frame, view)}${reply}
    </article>
    <ul class="plain">
      <li><a href="${at}/decision">${message.why}</a></li>
      ${matter}
      ${view.rootMessageId && html`<li><a href="${base}/threads/${view.rootMessageId}">${folders.thread}</a></li>`}
      <li><a href="${base}">${backToMessages}</a></li>
    </ul>
    ${renderForm(frame, { action: `/messages/${view.messageId}/deletion`, body: removal })}`;
  return renderPage(frame, { title: view.title, body, current: 'messages' });
}

function bodyOf({ body, bodyFormat }: MessageView): Markup {
  return bodyFormat === 'Text'
    ? html`<div class="body text">${body}</div>`
    : html`<div class="body">${renderMarkdown(body)}</div>`;
}

export function factsOf(
  frame: Frame,
  { organisation, service, receivedOn }: Omit<EnvelopeView, 'messageId' | 'title'>,
): Markup {
  const { list } = textsOf(frame);
  return html`<dl class="facts">
    <dt>${list.from}</dt>
    <dd>${organisation} · ${service}</dd>
    <dt>${list.arrived}</dt>
    <dd>${writtenDay(receivedOn, frame.language)}</dd>
  </dl>`;
}

function attachmentsOf(frame: Frame, { messageId, attachments }: MessageView): Markup | undefined {
  const { message } = textsOf(frame);
  if (attachments.length === 0) return undefined;
  const at = `${frame.base}/messages/${messageId}/attachments`;
  const each = attachments.map(
    ({ attachmentId, filename, sizeBytes }) =>
      html`<li>
        <a href="${at}/${attachmentId}" download>${filename}</a>
        <span class="quiet">(${message.download(written(sizeBytes))})</span>
      </li>`,
  );
  return html`<h2>${message.attachments}</h2>
    <ul class="files">
      ${each}
    </ul>`;
}

const KILOBYTE = 1000;

/** A size as people compare it, `12 kB` or `3.4 MB`. */
function written(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE ? `${kilobytes} kB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}
