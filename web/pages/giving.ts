import { type Markup, html } from '#shared/kernel/markup';
import { type Filled, renderErrors, renderField, renderForm, renderPick, renderSelect, wrongIn } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import type { KnownService } from '#web/pages/writing';
import { MANDATE_TEXTS } from '#web/texts/mandates';

/** Matters that one form names at most. */
export const ROWS = 3;

/** A matter as it was filled in. */
export interface MatterRow {
  readonly service: string;
  readonly matter: string;
}

export interface GivingView {
  readonly services: readonly KnownService[];
  readonly filled: Filled;
  readonly isWhole: boolean;
  readonly rows: readonly MatterRow[];
  readonly mayReceiveService: boolean;
}

/** The form of a mandate: to whom, for what and how long (REQ-120, REQ-125). */
export function givingPage(frame: Frame, view: GivingView): string {
  const texts = MANDATE_TEXTS[frame.language];
  const { filled } = view;
  const fields = html`${holderOf(frame, filled)} ${reachOf(frame, view)} ${timeOf(frame, filled)}
    ${receivesOf(frame, view)}
    <div class="buttons"><button>${texts.send}</button><a href="${frame.base}/mandates">${texts.back}</a></div>`;
  const body = html`${renderErrors(frame, filled)}
    <p class="lead">${texts.newLead}</p>
    <div class="card">${renderForm(frame, { action: '/mandates', body: fields })}</div>`;
  return renderPage(frame, { title: texts.newTitle, body, current: 'mandates', isWrong: filled.wrong.length > 0 });
}

function holderOf(frame: Frame, filled: Filled): Markup {
  const { fields } = textsOf(frame);
  return html`${renderField(frame, filled, { name: 'holderId', hint: fields.holderIdHint, autocomplete: 'off' })}
  ${renderField(frame, filled, { name: 'holderName', hint: fields.holderNameHint, autocomplete: 'off' })}`;
}

function reachOf(frame: Frame, { isWhole, filled, rows, services }: GivingView): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const pick = (value: string, text: string, isChosen: boolean) =>
    renderPick({ type: 'radio', id: `reach-${value}`, name: 'reach', value, text, isChosen });
  const each = Array.from({ length: ROWS }, (_, at) => rowOf(frame, { services, row: rows[at], number: at + 1 }));
  const error = wrongIn(filled, 'matters');
  const { errorPrefix, errors } = textsOf(frame);
  return html`<fieldset>
      <legend>${texts.newReach}</legend>
      ${pick('whole', texts.newWhole, isWhole)}${pick('matters', texts.newMatters, !isWhole)}
    </fieldset>
    <fieldset id="matters" tabindex="-1" aria-describedby="matters-hint">
      <legend>${texts.rows}</legend>
      <span class="hint" id="matters-hint">${texts.rowsHint}</span>
      ${error && html`<span class="wrong">${errorPrefix}${errors[error]}</span>`} ${each}
    </fieldset>`;
}

interface RowParts {
  readonly services: readonly KnownService[];
  readonly row?: MatterRow;
  /** From 1. */
  readonly number: number;
}

function rowOf(frame: Frame, { services, row, number }: RowParts): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const [service, matter] = [`service-${number}`, `matter-${number}`];
  const options = [{ serviceId: '', name: texts.noService }, ...services].map(({ serviceId, name }) => ({
    value: serviceId,
    text: name,
    isChosen: serviceId === (row?.service ?? ''),
  }));
  return html`<div class="row">
    ${renderSelect({ name: service, label: texts.rowService(number) }, options)}
    <div class="field">
      <label for="${matter}">${texts.rowMatter(number)}</label
      ><input id="${matter}" name="${matter}" type="text" value="${row?.matter ?? ''}" />
    </div>
  </div>`;
}

function timeOf(frame: Frame, filled: Filled): Markup {
  const { fields } = textsOf(frame);
  const day = (name: 'validFrom' | 'validTo', hint: string) =>
    renderField(frame, filled, { name, hint, isOptional: true, isShort: true });
  return html`<div class="row">${day('validFrom', fields.validFromHint)}${day('validTo', fields.validToHint)}</div>`;
}

function receivesOf(frame: Frame, { mayReceiveService }: GivingView): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  return html`${renderPick({
      type: 'checkbox',
      id: 'receives',
      name: 'receives',
      value: 'yes',
      text: texts.receives,
      isChosen: mayReceiveService,
    })}
    <p class="hint">${texts.receivesHint}</p>`;
}
