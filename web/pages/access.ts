import type { AccessAct } from '#shared/domain/access/access-entry';
import type { Actor } from '#shared/domain/message/actor';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Frame, renderPage } from '#web/frame';
import { OWN_DATA_TEXTS } from '#web/texts/own-data';

/** One look at, or change of, what is held on the person. */
export interface AccessLine {
  readonly day: CalendarDate;
  /** `HH.MM` in Helsinki. */
  readonly time: string;
  readonly act: AccessAct;
  readonly role: Actor['role'];
  readonly name?: string;
  readonly organisation?: string;
  readonly reason?: string;
  /** Who stood before an official in the person's place. */
  readonly standIn?: { readonly role: Actor['role']; readonly name: string };
}

export interface AccessView {
  readonly lines: readonly AccessLine[];
  readonly isFirst: boolean;
  readonly next?: string;
}

/** The log of who looked, newest first (571/2016 § 20; REQ-066). */
export function accessPage(frame: Frame, { lines, isFirst, next }: AccessView): string {
  const texts = OWN_DATA_TEXTS[frame.language];
  const listed =
    lines.length === 0
      ? html`<p class="card">${texts.noLooks}</p>`
      : html`<ol class="mail">
          ${lines.map((line) => lineOf(frame, line))}
        </ol>`;
  const first = isFirst ? undefined : html`<a href="${frame.base}/data/log">${texts.newest}</a>`;
  const older =
    next === undefined
      ? undefined
      : html`<a class="button second" href="${frame.base}/data/log?${new URLSearchParams({ after: next }).toString()}"
          >${texts.older}</a
        >`;
  const body = html`<p class="lead">${texts.logText}</p>
    ${listed}
    <p class="buttons">${first}${older}</p>
    <p><a href="${frame.base}/data">${texts.back}</a></p>`;
  return renderPage(frame, { title: texts.log, body, current: 'data' });
}

function lineOf({ language }: Frame, line: AccessLine): Markup {
  const texts = OWN_DATA_TEXTS[language];
  const who = [line.name, texts.roles[line.role], line.organisation].filter((part) => part !== undefined).join(', ');
  const before = line.standIn && html` <span>${line.standIn.name}, ${texts.roles[line.standIn.role]}</span>`;
  return html`<li>
    <strong>${texts.acts[line.act]}</strong>
    <p class="meta"><span>${writtenDay(line.day, language)} ${line.time}</span> <span>${who}</span>${before}</p>
    ${line.reason && html`<p>${texts.reason(line.reason)}</p>`}
  </li>`;
}
