import type { Choice } from '#shared/domain/electronic-first/choices';
import { type Markup, html } from '#shared/kernel/markup';
import { renderErrors } from '#web/forms';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { type ConsentView, meaningOf, wishForm } from '#web/pages/consent';
import { signInLink } from '#web/pages/sign-in';

export interface OfferView {
  /** Token of the offer's link. */
  readonly token: string;
  readonly service: string;
  readonly authority: string;
  /** The service's own page to go back to. */
  readonly returnUrl: string;
  /** Ways to get mail; before signing in nothing is known of what is chosen. */
  readonly choices: readonly Choice[];
  /** Absent before signing in. */
  readonly consent?: Pick<ConsentView, 'electronic' | 'email' | 'language' | 'version' | 'filled'>;
}

/** An offer to consent, made by a service while its matter is at hand: electronic stands first (REQ-140, REQ-142, REQ-144). */
export function offerPage(frame: Frame, view: OfferView): string {
  const { offer } = textsOf(frame);
  const { service, authority, consent, returnUrl } = view;
  const body = html`${consent && renderErrors(frame, consent.filled)}
    <p class="lead">${offer.lead(service, authority)}</p>
    ${choicesOf(frame, view)}${meaningOf(frame)}
    <section class="card">
      ${nextOf(frame, view)}
      <p><a href="${returnUrl}" rel="noreferrer">${offer.back(service)}</a></p>
    </section>`;
  return renderPage(frame, { title: offer.title, body, isWrong: (consent?.filled.wrong.length ?? 0) > 0 });
}

function choicesOf(frame: Frame, { choices, consent }: OfferView): Markup {
  const { offer } = textsOf(frame);
  const items = choices.map(({ text, chosen }) => {
    const mark = consent && chosen ? html` <span class="tag">${offer.chosen}</span>` : undefined;
    return html`<li>${text}${mark}</li>`;
  });
  return html`<section>
    <h2>${offer.choices}</h2>
    <ol>
      ${items}
    </ol>
  </section>`;
}

function nextOf(frame: Frame, { token, consent }: OfferView): Markup {
  const { offer } = textsOf(frame);
  if (!consent) return html`<p>${signInLink(frame, { to: `?offer=${token}`, text: offer.signIn })}</p>`;
  if (consent.electronic) return html`<p>${offer.already}</p>`;
  const more = html`<input type="hidden" name="offer" value="${token}" />`;
  return wishForm(frame, { view: consent, action: '/offer', button: offer.give, more });
}
