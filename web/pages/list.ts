import type { EntryState } from '#shared/domain/mailbox/entry';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { foldersOf } from '#web/pages/folders';

/** A line of the mailbox, in the language of the page. */
export interface MailLine {
  readonly messageId: number;
  readonly organisation: string;
  readonly service: string;
  readonly title: string;
  readonly receivedOn: CalendarDate;
  readonly state: EntryState;
  readonly openBy?: CalendarDate;
}

export interface ListView {
  readonly lines: readonly MailLine[];
  /** Whether these are the newest. */
  readonly isFirst: boolean;
  /** What the next page begins after. */
  readonly next?: string;
  /** How many wait in the whole of the inbox; `among` so many of the newest, where there are more than were looked at. */
  readonly unread?: { readonly count: number; readonly among?: number };
  /** How mail reaches the owner of the mailbox now. */
  readonly reach: 'ELECTRONIC' | 'LETTERS' | 'EMAIL_DEAD';
}

/** The messages: those that wait for their reader first. */
export function listPage(frame: Frame, view: ListView): string {
  const { list } = textsOf(frame);
  const waiting = view.lines.filter(({ state }) => state !== 'OPENED');
  const read = view.lines.filter(({ state }) => state === 'OPENED');
  const count = view.unread && countOf(frame, view.unread);
  const lists =
    view.lines.length === 0
      ? html`<p class="card">${list.none}</p>`
      : html`${count && html`<p class="lead">${count}</p>`}${linesOf(frame, list.unread, waiting)}${linesOf(frame, list.read, read)}`;
  const body = html`${foldersOf(frame, 'inbox')}${reachOf(frame, view)}${lists}${furtherOf(frame, view)}`;
  return renderPage(frame, { title: list.title, told: count, body, current: 'messages' });
}

function countOf(frame: Frame, { count, among }: NonNullable<ListView['unread']>): string {
  const { list } = textsOf(frame);
  const text = count === 0 ? list.noneUnread : list.waiting(count);
  return among === undefined ? text : list.amongNewest(text, among);
}

function reachOf(frame: Frame, { reach }: ListView): Markup | undefined {
  const { list } = textsOf(frame);
  if (reach === 'ELECTRONIC') return undefined;
  const [text, link] =
    reach === 'LETTERS' ? [list.noConsent, list.noConsentLink] : [list.emailDead, list.emailDeadLink];
  const style = reach === 'LETTERS' ? 'info' : 'warn';
  return html`<p class="notice ${style}">${text} <a href="${frame.base}/consent">${link}</a></p>`;
}

function linesOf(frame: Frame, heading: string, lines: readonly MailLine[]): Markup | undefined {
  if (lines.length === 0) return undefined;
  return html`<h2>${heading}</h2>
    <ul class="mail">
      ${lines.map((line) => lineOf(frame, line))}
    </ul>`;
}

function lineOf(
  frame: Frame,
  { messageId, organisation, service, title, receivedOn, state, openBy }: MailLine,
): Markup {
  const { list } = textsOf(frame);
  const day = (each: CalendarDate) => writtenDay(each, frame.language);
  const tag = state === 'OPENED' ? undefined : html`<span class="tag">${list.states[state]}</span>`;
  return html`<li${state === 'OPENED' ? undefined : html` class="unread"`}>
    <a href="${frame.base}/messages/${messageId}">${title}</a>
    <p class="meta"><span><span class="ear">${list.from}: </span>${organisation} · ${service}</span>
      <span><span class="ear">${list.arrived}: </span>${day(receivedOn)}</span></p>
    ${tag || openBy ? html`<p>${tag}${openBy && html`<span class="due">${list.openBy(day(openBy))}</span>`}</p>` : undefined}</li>`;
}

function furtherOf({ base, ...frame }: Frame, { isFirst, next }: ListView): Markup | undefined {
  const { list } = textsOf(frame);
  if (isFirst && next === undefined) return undefined;
  const older =
    next === undefined ? undefined : html`<a class="button second" href="${base}?${after(next)}">${list.next}</a>`;
  return html`<p class="buttons">${isFirst ? undefined : html`<a href="${base}">${list.first}</a>`}${older}</p>`;
}

function after(entry: string): string {
  return new URLSearchParams({ after: entry }).toString();
}
