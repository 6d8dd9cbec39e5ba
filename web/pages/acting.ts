import { html } from '#shared/kernel/markup';
import { type Filled, renderErrors, renderField, renderForm } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';

/** Somebody whom the person may act for. */
export interface Party {
  readonly name: string;
  /** Stands for the party in the form. */
  readonly party: string;
}

interface ActingView {
  /** Whose messages are read now. */
  readonly owner: string;
  readonly isOwn: boolean;
  readonly parties: readonly Party[];
  /** False where a register can not tell whom the person may act for. */
  readonly complete: boolean;
  readonly filled: Filled;
}

/** Whose mailbox is looked at: one's own, or one of a party that the registers say the person may act for (REQ-121). */
export function actingPage(frame: Frame, { owner, isOwn, parties, complete, filled }: ActingView): string {
  const { acting, fields } = textsOf(frame);
  const own = html`<input type="hidden" name="own" value="yes" /><button>${acting.own}</button>`;
  const other = html`${renderField(frame, filled, { name: 'onBehalfOf', hint: fields.onBehalfOfHint })}
    <button class="second">${acting.button}</button>`;
  const known = parties.map(
    ({ name, party }) => html`<p><button class="second" name="party" value="${party}">${name}</button></p>`,
  );
  const listed = parties.length === 0 ? undefined : renderForm(frame, { action: '/acting', body: html`${known}` });
  const body = html`${renderErrors(frame, filled)}
    <p class="lead">${acting.now(owner)}</p>
    ${isOwn ? undefined : html`<div class="card">${renderForm(frame, { action: '/acting', body: own })}</div>`}
    <section class="card">
      <h2>${acting.represent}</h2>
      ${listed} ${complete ? undefined : html`<p>${acting.mayBeMore}</p>`}
      ${renderForm(frame, { action: '/acting', body: other })}
    </section>`;
  return renderPage(frame, { title: acting.title, body, isWrong: filled.wrong.length > 0 });
}
