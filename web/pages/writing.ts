import { type Markup, html } from '#shared/kernel/markup';
import { type Filled, renderErrors, renderField, renderFiles, renderForm } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';

interface ReplyView {
  readonly messageId: number;
  readonly organisation: string;
  readonly service: string;
  readonly title: string;
  readonly filled: Filled;
}

/** An answer to a message. */
export function replyPage(frame: Frame, { messageId, organisation, service, title, filled }: ReplyView): string {
  const { writing, fields } = textsOf(frame);
  const fieldsOf = html`<dl class="facts">
      <dt>${fields.knownService}</dt>
      <dd>${organisation} · ${service}</dd>
      <dt>${fields.title}</dt>
      <dd>${title}</dd>
    </dl>
    ${renderField(frame, filled, { name: 'body', type: 'area' })}${renderFiles(frame, filled)}
    ${buttonsOf(frame, `/messages/${messageId}`)}`;
  const form = { action: `/messages/${messageId}/reply`, body: fieldsOf, hasFiles: true };
  const body = html`${renderErrors(frame, filled)}
    <p class="lead">${writing.lead}</p>
    <div class="card">${renderForm(frame, form)}</div>`;
  return renderPage(frame, { title: writing.replyTitle, body, current: 'messages', isWrong: filled.wrong.length > 0 });
}

/** A service that has written to the person. */
export interface KnownService {
  readonly serviceId: string;
  readonly name: string;
}

export interface NewMessageView {
  readonly services: readonly KnownService[];
  /** Which of them is chosen; empty for one that is named by its code. */
  readonly chosen: string;
  readonly filled: Filled;
}

/** A new message to a service. */
export function newMessagePage(frame: Frame, { services, chosen, filled }: NewMessageView): string {
  const { writing, fields } = textsOf(frame);
  const fieldsOf = html`<p class="hint">${services.length === 0 ? undefined : writing.choose}</p>
    ${services.length === 0 ? undefined : servicesOf(frame, services, chosen)}
    ${renderField(frame, filled, { name: 'service', hint: fields.serviceHint, isOptional: services.length > 0 })}
    ${renderField(frame, filled, { name: 'title' })}${renderField(frame, filled, { name: 'body', type: 'area' })}
    ${renderFiles(frame, filled)} ${buttonsOf(frame, '')}`;
  const body = html`${renderErrors(frame, filled)}
    <p class="lead">${writing.lead}</p>
    <div class="card">${renderForm(frame, { action: '/write', body: fieldsOf, hasFiles: true })}</div>`;
  return renderPage(frame, { title: writing.newTitle, body, current: 'write', isWrong: filled.wrong.length > 0 });
}

/** Services to choose from, and one that is named by its code. */
export function servicesOf(frame: Frame, services: readonly KnownService[], chosen: string): Markup {
  const { writing, fields } = textsOf(frame);
  const all = [...services, { serviceId: '', name: writing.other }];
  const picked = all.some(({ serviceId }) => serviceId === chosen) ? chosen : '';
  const each = all.map(({ serviceId, name }, at) => {
    const checked = serviceId === picked ? html` checked` : undefined;
    return html`<div class="pick">
      <input type="radio" id="known-${at}" name="known" value="${serviceId}" ${checked} />
      <label for="known-${at}">${name}</label>
    </div>`;
  });
  return html`<fieldset>
    <legend>${fields.knownService}</legend>
    ${each}
  </fieldset>`;
}

function buttonsOf({ base, ...frame }: Frame, back: string): Markup {
  const { writing } = textsOf(frame);
  return html`<div class="buttons">
    <button>${writing.send}</button><a href="${base}${back}">${writing.cancel}</a>
  </div>`;
}
