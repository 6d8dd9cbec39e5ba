import { type Markup, html } from '#shared/kernel/markup';
import { type Filled, renderErrors, renderField, renderForm } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { MANDATE_TEXTS } from '#web/texts/mandates';

/** A matter that something is chosen for. */
export interface ChosenMatter {
  readonly serviceId: string;
  readonly service: string;
  readonly matterId: string;
}

export interface MattersView {
  readonly filled: Filled;
  /** Matters that something is chosen for. */
  readonly chosen?: readonly ChosenMatter[];
  /** The matter looked at. */
  readonly matter?: {
    readonly matterId: string;
    readonly service: string;
    readonly choice: 'NONE' | 'PAPER' | 'ADDRESS' | 'AGENT';
  };
}

/** A choice for one matter: letters, an address of its own to be served at, or an agent (REQ-038, REQ-043, REQ-044). */
export function mattersPage(frame: Frame, view: MattersView): string {
  const { matters } = textsOf(frame);
  const { filled, matter } = view;
  const body = html`${renderErrors(frame, filled, { email: 'noticeEmail' })}
    <p class="lead">${matters.lead}</p>
    ${matter && chosenOf(frame, matter)}${matter && choicesOf(frame, filled)}${listOf(frame, view.chosen ?? [])}
    <section class="card">
      <h2>${matters.find}</h2>
      ${findForm(frame, filled)}
    </section>`;
  return renderPage(frame, { title: matters.title, body, current: 'matters', isWrong: filled.wrong.length > 0 });
}

function listOf(frame: Frame, chosen: readonly ChosenMatter[]): Markup | undefined {
  if (chosen.length === 0) return undefined;
  const { matters } = textsOf(frame);
  const each = chosen.map(({ serviceId, service, matterId }) => {
    const body = html`<input type="hidden" name="wish" value="show" /><input
        type="hidden"
        name="service"
        value="${serviceId}"
      /><input type="hidden" name="matter" value="${matterId}" /><button class="as-link">
        ${matters.chosen(matterId)}, ${service}
      </button>`;
    return html`<li>${renderForm(frame, { action: '/matters', body })}</li>`;
  });
  return html`<section class="card">
    <h2>${matters.listed}</h2>
    <ul>
      ${each}
    </ul>
  </section>`;
}

function findForm(frame: Frame, filled: Filled): Markup {
  const { matters, fields } = textsOf(frame);
  const body = html`<input type="hidden" name="wish" value="show" />
    ${renderField(frame, filled, { name: 'service', hint: fields.serviceHint })}
    ${renderField(frame, filled, { name: 'matter', hint: fields.matterHint })}<button>${matters.findButton}</button>`;
  return renderForm(frame, { action: '/matters', body });
}

function chosenOf(frame: Frame, { matterId, service, choice }: NonNullable<MattersView['matter']>): Markup {
  const { matters } = textsOf(frame);
  const state = { NONE: matters.none, PAPER: matters.paper, ADDRESS: matters.address, AGENT: matters.agent }[choice];
  const clear = html`<input type="hidden" name="wish" value="clear" /><button class="second">
      ${matters.clearButton}
    </button>`;
  return html`<section class="card">
    <h2>${matters.chosen(matterId)}</h2>
    <p class="quiet">${service}</p>
    <p>${state}</p>
    ${choice === 'NONE' ? undefined : renderForm(frame, { action: '/matters', body: clear })}
  </section>`;
}

function choicesOf(frame: Frame, filled: Filled): Markup {
  const { matters, fields } = textsOf(frame);
  const asks = (wish: string, fields: Markup | undefined, button: string) =>
    renderForm(frame, {
      action: '/matters',
      body: html`<input type="hidden" name="wish" value="${wish}" />${fields}<button class="second">${button}</button>`,
    });
  const field = (parts: Parameters<typeof renderField>[2]) => renderField(frame, filled, parts);
  const email = field({ name: 'noticeEmail', type: 'email', isOptional: true, autocomplete: 'email' });
  const address = html`${field({ name: 'name', autocomplete: 'name' })}${field({ name: 'street', autocomplete: 'street-address' })}
  ${field({ name: 'zip', autocomplete: 'postal-code', isShort: true })}${field({ name: 'city', autocomplete: 'address-level2' })}`;
  const agent = field({ name: 'agentId', hint: fields.holderIdHint });
  return html`<section class="card">
      <h2>${matters.paperTitle}</h2>
      <p>${matters.paperText}</p>
      ${asks('paper', undefined, matters.paperButton)}
    </section>
    <section class="card">
      <h2>${matters.mailboxTitle}</h2>
      <p>${matters.mailboxText}</p>
      ${asks('mailbox', email, matters.mailboxButton)}
    </section>
    <section class="card">
      <h2>${matters.postalTitle}</h2>
      <p>${matters.postalText}</p>
      ${asks('postal', address, matters.postalButton)}
    </section>
    <section class="card">
      <h2>${matters.agentTitle}</h2>
      <p>${matters.agentText} <a href="${frame.base}/mandates/new">${MANDATE_TEXTS[frame.language].newTitle}</a></p>
      ${asks('agent', agent, matters.agentButton)}
    </section>`;
}
