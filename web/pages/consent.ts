import { type Language, language as languages } from '#shared/domain/message/hub-fields';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Filled, renderErrors, renderField, renderForm, renderSelect } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { CONSENT_HISTORY_TEXTS } from '#web/texts/consent-history';
import { WITHDRAWAL_TEXTS } from '#web/texts/withdrawal';

export interface ConsentView {
  readonly electronic: boolean;
  readonly email?: string;
  /** False when mail to the address has come back. */
  readonly emailUsable: boolean;
  /** Whether a code mailed to the address was told back. @default true */
  readonly isVerified?: boolean;
  readonly language: Language;
  readonly since?: CalendarDate;
  /** Last day of an opt-out for six months, under the draft reform. */
  readonly lettersUntil?: CalendarDate | undefined;
  /** Version that the page shows; a form on it changes no other. */
  readonly version: number;
  readonly filled: Filled;
  /** The consent has changed since the form was shown. */
  readonly isStale?: boolean;
}

/** The one general consent: what it is now, what it means, and how to give, change or take it back (REQ-031, REQ-034). */
export function consentPage(frame: Frame, view: ConsentView): string {
  const { consent } = textsOf(frame);
  const { electronic, filled, isStale = false } = view;
  const stale = isStale ? html`<p class="notice bad" role="alert">${consent.stale}</p>` : undefined;
  const body = html`${stale}${renderErrors(frame, filled)}${stateOf(frame, view)}${codeOf(frame, view)}${meaningOf(frame)}
    ${wishOf(frame, view)}${electronic ? wayBack(frame) : undefined}
    <p><a href="${frame.base}/consent/history">${CONSENT_HISTORY_TEXTS[frame.language].title}</a></p>`;
  const isWrong = isStale || filled.wrong.length > 0;
  return renderPage(frame, { title: consent.title, body, current: 'consent', isWrong });
}

function stateOf(frame: Frame, { electronic, since, lettersUntil }: ConsentView): Markup {
  const { consent } = textsOf(frame);
  const until =
    lettersUntil && html` <span class="quiet">${consent.offUntil(writtenDay(lettersUntil, frame.language))}</span>`;
  if (!electronic) return html`<p class="lead">${consent.off}${until}</p>`;
  const day = since && html` <span class="quiet">${consent.since(writtenDay(since, frame.language))}</span>`;
  return html`<p class="lead">${consent.on}${day}</p>`;
}

/** An address is used without it; its code only shows that mail reaches it. */
function codeOf(frame: Frame, view: ConsentView): Markup | undefined {
  const { electronic, emailUsable, isVerified = true, filled } = view;
  if (!electronic || !emailUsable || isVerified) return undefined;
  const { consent, fields } = textsOf(frame);
  const field = { name: 'code', hint: fields.codeHint, isShort: true, autocomplete: 'one-time-code' } as const;
  const tell = html`${renderField(frame, filled, field)}<button>${consent.codeButton}</button>`;
  const again = html`<button class="as-link">${consent.codeAgain}</button>`;
  return html`<section class="card">
    <h2>${consent.codeTitle}</h2>
    <p>${consent.codeText}</p>
    ${renderForm(frame, { action: '/consent/code', body: tell })}
    ${renderForm(frame, { action: '/consent/code/new', body: again })}
  </section>`;
}

function wishOf(frame: Frame, view: ConsentView): Markup {
  const { consent } = textsOf(frame);
  const { electronic, emailUsable } = view;
  const [title, button] = electronic ? [consent.changeTitle, consent.change] : [consent.giveTitle, consent.give];
  const dead = electronic && !emailUsable ? html`<p class="notice warn">${consent.dead}</p>` : undefined;
  return html`<section class="card">
    <h2>${title}</h2>
    ${dead}${wishForm(frame, { view, action: '/consent', button })}
  </section>`;
}

export function meaningOf(frame: Frame): Markup {
  const { consent } = textsOf(frame);
  return html`<section>
    <h2>${consent.means}</h2>
    <ul>
      ${consent.points.map((point) => html`<li>${point}</li>`)}
    </ul>
  </section>`;
}

interface WishParts {
  readonly view: Pick<ConsentView, 'email' | 'language' | 'version' | 'filled'>;
  readonly action: string;
  readonly button: string;
  /** More hidden fields. */
  readonly more?: Markup;
}

/** Where notices go and in which language. */
export function wishForm(frame: Frame, { view, action, button, more }: WishParts): Markup {
  const { fields, languageNames } = textsOf(frame);
  const { email, language, version, filled } = view;
  const shown: Filled = { ...filled, values: { email: email ?? '', ...filled.values } };
  const options = languages.options.map((value) => ({
    value,
    text: languageNames[value],
    isChosen: value === (filled.values.language ?? language),
  }));
  const body = html`<input type="hidden" name="version" value="${version}" />${more}
    ${renderField(frame, shown, { name: 'email', type: 'email', hint: fields.emailHint, autocomplete: 'email' })}
    ${renderSelect({ name: 'language', label: fields.language }, options)}<button>${button}</button>`;
  return renderForm(frame, { action, body });
}

function wayBack({ base, ...frame }: Frame): Markup {
  const { consent } = textsOf(frame);
  return html`<section class="card">
    <h2>${consent.withdraw}</h2>
    <p>${consent.withdrawLead}</p>
    <p><a class="button second" href="${base}/consent/withdrawal">${consent.withdraw}</a></p>
  </section>`;
}

/**
 * Before somebody goes back to letters: what follows from it (REQ-039, REQ-040).
 *
 * @param view `lettersUntil`: last day of the letters, where the rules in force have no withdrawal but an opt-out (AC-38)
 */
export function withdrawalPage(
  frame: Frame,
  { version, lettersUntil }: Pick<ConsentView, 'version' | 'lettersUntil'>,
): string {
  const { withdrawn, closedUntil } = WITHDRAWAL_TEXTS[frame.language];
  const withdrawal = lettersUntil ? closedUntil(writtenDay(lettersUntil, frame.language)) : withdrawn;
  const confirm = html`<input type="hidden" name="version" value="${version}" /><button>${withdrawal.button}</button>`;
  const body = html`<div class="card">
    <ul>
      ${withdrawal.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    <div class="buttons">
      ${renderForm(frame, { action: '/consent/withdrawal', body: confirm })}
      <a href="${frame.base}/consent">${withdrawal.cancel}</a>
    </div>
  </div>`;
  return renderPage(frame, { title: withdrawal.title, body, current: 'consent' });
}
