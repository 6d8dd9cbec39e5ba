import { writtenDay } from '#shared/domain/message/written-day';
import type { RequestState } from '#shared/domain/own-data/data-request';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Filled, renderErrors, renderField, renderForm, renderPick } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { type KnownService, servicesOf } from '#web/pages/writing';
import { OWN_DATA_TEXTS } from '#web/texts/own-data';

/** A request to an authority to see what it holds on the person. */
export interface RequestCard {
  readonly authority: string;
  readonly what: string;
  readonly state: RequestState;
  readonly askedOn: CalendarDate;
  /** Last day for the answer, an extension counted in. */
  readonly dueOn: CalendarDate;
  readonly answeredOn?: CalendarDate;
  /** The message that brought the answer. */
  readonly answerId?: number;
  /** Why the authority takes longer. */
  readonly extensionReason?: string;
  /** How the answer travels safely. */
  readonly guidance: string;
  /** The authority's own page. */
  readonly link?: string;
}

export interface OwnDataView {
  readonly requests: readonly RequestCard[];
  readonly next?: string;
  readonly services: readonly KnownService[];
  readonly chosen: string;
  readonly filled: Filled;
}

/** My data: requests and their due dates, a new request, a copy of everything, the log, and erasure (REQ-146…161). */
export function ownDataPage(frame: Frame, view: OwnDataView): string {
  const texts = OWN_DATA_TEXTS[frame.language];
  const { base } = frame;
  const { requests, next, filled } = view;
  const more =
    next === undefined
      ? undefined
      : html`<p class="buttons">
          <a class="button second" href="${base}/data?${new URLSearchParams({ after: next }).toString()}"
            >${texts.older}</a
          >
        </p>`;
  const body = html`${renderErrors(frame, filled)}
    <p class="lead">${texts.lead}</p>
    <ul class="plain">
      <li><a href="${base}/data/log">${texts.log}</a></li>
      <li><a href="${base}/data/erasure">${texts.erasure}</a></li>
    </ul>
    <h2>${texts.requests}</h2>
    ${requests.length === 0 ? html`<p>${texts.noRequests}</p>` : requests.map((each) => cardOf(frame, each))}${more}
    <section class="card">
      <h2>${texts.ask}</h2>
      <p>${texts.askText}</p>
      ${askForm(frame, view)}
    </section>
    <section class="card">
      <h2>${texts.copy}</h2>
      <p>${texts.copyText}</p>
      ${copyForm(frame)}
    </section>`;
  return renderPage(frame, { title: texts.title, body, current: 'data', isWrong: filled.wrong.length > 0 });
}

function cardOf(frame: Frame, card: RequestCard): Markup {
  const texts = OWN_DATA_TEXTS[frame.language];
  const day = (each: CalendarDate) => writtenDay(each, frame.language);
  const due = card.answeredOn
    ? html`<dt>${texts.answered}</dt>
        <dd>${day(card.answeredOn)}</dd>`
    : html`<dt>${texts.due}</dt>
        <dd>${card.state === 'OVERDUE' ? html`<span class="due">${day(card.dueOn)}</span>` : day(card.dueOn)}</dd>`;
  const reason = card.extensionReason && html`<p>${texts.extended(card.extensionReason)}</p>`;
  const answer =
    card.answerId && html`<p><a href="${frame.base}/messages/${card.answerId}">${texts.readAnswer}</a></p>`;
  const link = card.link?.startsWith('https://')
    ? html`<p><a href="${card.link}" rel="noreferrer noopener">${texts.service}</a> (${card.link})</p>`
    : undefined;
  return html`<section class="card">
    <h3>${card.authority}</h3>
    <p class="body text">${card.what}</p>
    <dl class="facts">
      <dt>${texts.state}</dt>
      <dd>${texts.states[card.state]}</dd>
      <dt>${texts.asked}</dt>
      <dd>${day(card.askedOn)}</dd>
      ${due}
    </dl>
    ${reason}${card.state === 'OVERDUE' ? html`<p>${texts.overdue}</p>` : undefined}
    ${card.answeredOn ? answer : html`<p class="hint">${card.guidance}</p>`}${link}
  </section>`;
}

function askForm(frame: Frame, { services, chosen, filled }: OwnDataView): Markup {
  const texts = OWN_DATA_TEXTS[frame.language];
  const { fields } = textsOf(frame);
  const body = html`${services.length === 0 ? undefined : servicesOf(frame, services, chosen)}
    ${renderField(frame, filled, { name: 'service', hint: fields.serviceHint, isOptional: services.length > 0 })}
    ${renderField(frame, filled, { name: 'what', hint: fields.whatHint, type: 'area' })}
    <button>${texts.askButton}</button>`;
  return renderForm(frame, { action: '/data', body });
}

function copyForm(frame: Frame): Markup {
  const texts = OWN_DATA_TEXTS[frame.language];
  const body = html`${renderPick({
      type: 'checkbox',
      id: 'contents',
      name: 'contents',
      value: 'yes',
      text: texts.contents,
      isChosen: false,
    })}
    <div class="buttons">
      <button class="second" name="format" value="pdf">${texts.pdf}</button
      ><button class="second" name="format" value="json">${texts.json}</button>
    </div>`;
  return renderForm(frame, { action: '/data/export', body });
}
