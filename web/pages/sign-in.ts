import { type Markup, html } from '#shared/kernel/markup';
import { type Frame, renderPage, textsOf } from '#web/frame';
import type { Texts } from '#web/texts/fi';

export type SignInReason = keyof Texts['signIn']['reasons'];

interface SignInView {
  /** Where to go on after signing in: a path below the pages' own, with its query. */
  readonly to: string;
  /** Why somebody who wanted something else sees this. */
  readonly reason?: SignInReason;
}

/** Before signing in: what the pages are for, and the way to the provider of identification. */
export function signInPage(frame: Frame, { to, reason }: SignInView): string {
  const { signIn } = textsOf(frame);
  const why = reason && html`<p class="notice warn" role="alert">${signIn.reasons[reason]}</p>`;
  const body = html`${why}
    <p class="lead">${signIn.lead}</p>
    <p class="buttons">${signInLink(frame, { to, text: signIn.button })}</p>
    <p class="hint">${signIn.after}</p>
    <section class="card">
      <h2>${signIn.safer}</h2>
      <p>${signIn.saferText}</p>
    </section>`;
  return renderPage(frame, { title: signIn.title, body });
}

export function signInLink(
  { base, language }: Frame,
  { to, text }: { readonly to: string; readonly text: string },
): Markup {
  const query = new URLSearchParams({ lang: language, ...(to === '' ? {} : { to }) });
  return html`<a class="button" href="${base}/sign-in?${query.toString()}">${text}</a>`;
}

export function signedOutPage(frame: Frame): string {
  const { signIn } = textsOf(frame);
  const body = html`<p class="lead">${signIn.signedOutText}</p>
    <p class="buttons">${signInLink(frame, { to: '', text: signIn.again })}</p>`;
  return renderPage(frame, { title: signIn.signedOut, body });
}
