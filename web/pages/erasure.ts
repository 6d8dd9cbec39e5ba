import { writtenDay } from '#shared/domain/message/written-day';
import type { Verdict } from '#shared/domain/own-data/erasure';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { renderForm, renderPick } from '#web/forms';
import { type Frame, renderPage } from '#web/frame';
import { OWN_DATA_TEXTS } from '#web/texts/own-data';

export interface ErasureView {
  readonly verdicts: readonly Verdict[];
  /** When something was erased at request the last time. */
  readonly erasedOn?: CalendarDate;
}

/** What an erasure takes, and of the rest why and until when it is kept (2016/679 art. 17). */
export function erasurePage(frame: Frame, { verdicts, erasedOn }: ErasureView): string {
  const texts = OWN_DATA_TEXTS[frame.language];
  const goes = verdicts.filter((each) => each.goes);
  const form = html`${renderPick({
      type: 'checkbox',
      id: 'withdraw',
      name: 'withdraw',
      value: 'yes',
      text: texts.withdraw,
      isChosen: false,
    })}
    <p class="hint">${texts.withdrawText}</p>
    <div class="buttons"><button>${texts.erase}</button><a href="${frame.base}/data">${texts.keep}</a></div>`;
  const last = erasedOn && html`<p>${texts.erasedOn(writtenDay(erasedOn, frame.language))}</p>`;
  const body = html`<p class="lead">${texts.erasureText}</p>
    ${last}
    <section class="card">
      <h2>${texts.goes}</h2>
      ${
        goes.length === 0
          ? html`<p>${texts.nothingGoes}</p>`
          : html`<ul>
              ${goes.map(({ holding }) => html`<li>${texts.holdings[holding]}</li>`)}
            </ul>`
      }
      ${renderForm(frame, { action: '/data/erasure', body: form })}
    </section>
    <section class="card">
      <h2>${texts.stays}</h2>
      ${verdicts.map((each) => stayOf(frame, each))}
    </section>`;
  return renderPage(frame, { title: texts.erasure, body, current: 'data' });
}

function stayOf({ language }: Frame, verdict: Verdict): Markup {
  if (verdict.goes) return html``;
  const texts = OWN_DATA_TEXTS[language];
  return html`<h3>${texts.holdings[verdict.holding]}</h3>
    <p>${verdict.reason[language]} ${texts.until(verdict.until[language])}</p>
    <p class="hint">${verdict.statute}</p>`;
}
