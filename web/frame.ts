import { type Language, language } from '#shared/domain/message/hub-fields';
import { type Markup, html } from '#shared/kernel/markup';
import { NAVIGATION, type NavigationName } from '#web/navigation';
import { OWN_NAMES, TEXTS } from '#web/texts/texts';
import type { Texts } from '#web/texts/fi';

/** What every page knows of the request it answers. */
export interface Frame {
  readonly language: Language;
  /** Path that all paths of the pages begin with, `/mailbox`. */
  readonly base: string;
  /** Path of this page below it, with its query; the language switch leads to it. */
  readonly self: string;
  /** Path of the stylesheet below it. */
  readonly stylesheet: string;
  /** Where people tell what does not work: a web or a mail address. */
  readonly feedback: string;
  /** Absent before signing in. */
  readonly visitor?: Visitor;
  /** What was done by the form before. */
  readonly notice?: NoticeName;
}

export interface Visitor {
  readonly name: string;
  /** Whose mailbox it is, where that is somebody else. */
  readonly actingFor?: string;
  /** Proves that a form comes from these pages and this session. */
  readonly formToken: string;
}

export type NoticeName = keyof Texts['notices'];

interface PageParts {
  readonly title: string;
  /** Told after it where the page is named: to who hears the name first. */
  readonly told?: string;
  readonly body: Markup;
  /** Place in the main menu. */
  readonly current?: NavigationName;
  /** Something to be corrected stands on it. */
  readonly isWrong?: boolean;
}

export function textsOf({ language: of }: Pick<Frame, 'language'>): Texts {
  return TEXTS[of];
}

/** A whole page: the skip link, who is signed in, the menu, what was done, the content, and the foot. */
export function renderPage(frame: Frame, { title, told, body, current, isWrong = false }: PageParts): string {
  const texts = textsOf(frame);
  const { base, stylesheet, notice } = frame;
  return `<!doctype html>${html`<html lang="${frame.language}">
    <head>
      <meta charset="utf-8" />
      <title>${isWrong ? texts.errorPrefix : ''}${title}${told && `, ${told}`} – ${texts.name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${base}${stylesheet}" />
    </head>
    <body>
      <a class="skip" href="#content">${texts.skip}</a>
      <header>
        ${topOf(frame)}${frame.visitor && menuOf(frame, current)}${frame.visitor && whoOf(frame, frame.visitor)}
      </header>
      <main id="content" class="wide" tabindex="-1">
        ${notice && html`<p class="notice" role="status">${texts.notices[notice]}</p>`}
        <h1>${title}</h1>
        ${body}
      </main>
      ${footOf(frame)}
    </body>
  </html>`.toString()}`;
}

function topOf(frame: Frame): Markup {
  const { name, tagline } = textsOf(frame);
  return html`<div class="top">
    <div class="wide">
      <p class="brand">
        ${ENVELOPE}<span><strong>${name}</strong> <small>${tagline}</small></span>
      </p>
      ${languagesOf(frame)}
    </div>
  </div>`;
}

/** Drawn for this project. */
const ENVELOPE = html`<svg viewBox="0 0 36 36" aria-hidden="true">
  <path fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" d="M4 9h28v19H4zM4 9l14 11L32 9" />
</svg>`;

function languagesOf(frame: Frame): Markup {
  const links = language.options.map((each) => {
    const current = each === frame.language ? html` aria-current="true"` : undefined;
    return html`<li>
      <a href="${hrefIn(frame, each)}" hreflang="${each}" lang="${each}" ${current}>${OWN_NAMES[each]}</a>
    </li>`;
  });
  return html`<nav aria-label="${textsOf(frame).languages}">
    <ul class="plain">
      ${links}
    </ul>
  </nav>`;
}

function hrefIn({ base, self }: Frame, each: Language): string {
  return `${base}${self}${self.includes('?') ? '&' : '?'}lang=${each}`;
}

function menuOf(frame: Frame, current: NavigationName | undefined): Markup {
  const texts = textsOf(frame);
  const items = NAVIGATION.map(({ name, path }) => {
    const here = name === current ? html` aria-current="page"` : undefined;
    return html`<li><a href="${frame.base}${path}" ${here}>${texts.navigation[name]}</a></li>`;
  });
  return html`<nav class="menu" aria-label="${texts.menu}">
    <div class="wide">
      <ul>
        ${items}
      </ul>
    </div>
  </nav>`;
}

function whoOf({ base, ...frame }: Frame, { name, actingFor, formToken }: Visitor): Markup {
  const texts = TEXTS[frame.language];
  return html`<div class="who">
    <div class="wide">
      <p>${texts.signedInAs} <strong>${name}</strong></p>
      ${actingFor === undefined ? undefined : html`<p><strong>${texts.actingFor(actingFor)}</strong></p>`}
      <p><a href="${base}/acting">${texts.changeActing}</a></p>
      <form method="post" action="${base}/sign-out">
        <input type="hidden" name="token" value="${formToken}" /> <button class="as-link">${texts.signOut}</button>
      </form>
    </div>
  </div>`;
}

function footOf(frame: Frame): Markup {
  const texts = textsOf(frame);
  return html`<footer>
    <div class="wide">
      <nav aria-label="${texts.more}">
        <ul class="plain">
          <li><a href="${frame.base}/accessibility">${texts.accessibility}</a></li>
          <li><a href="${frame.feedback}">${texts.feedback}</a></li>
        </ul>
      </nav>
    </div>
  </footer>`;
}
