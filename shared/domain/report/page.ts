import type { ReportLanguage } from '#shared/domain/programme/words';
import { LANGUAGE_NAMES, word } from '#shared/domain/report/page-words';
import { STYLESHEET } from '#shared/domain/report/stylesheet';
import { type Markup, html } from '#shared/kernel/markup';

export interface PageParts {
  readonly language: ReportLanguage;
  /** For the tab and for search engines. */
  readonly title: string;
  /** The page in each language it has, with where it is. */
  readonly languages: readonly { readonly language: ReportLanguage; readonly href: string }[];
  readonly main: Markup;
}

/** A whole page around its content: one stylesheet within it, no script. */
export function page({ language, title, languages, main }: PageParts): string {
  const others = languages.map(({ language: other, href }) => {
    const current = other === language ? html` aria-current="true"` : undefined;
    return html`<li><a href="${href}" lang="${other}" hreflang="${other}" ${current}>${LANGUAGE_NAMES[other]}</a></li>`;
  });
  const head = html`<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta
      name="color-scheme"
      content="light dark"
    /><title>${title} – Viestiväylä</title>`;
  const body = html`<a class="skip" href="#content">${word('skip', language)}</a>
    <header class="top">
      <div class="wide">
        <p class="brand"><strong>Viestiväylä</strong> <span>${word('programme', language)}</span></p>
        <nav aria-label="${word('languages', language)}">
          <ul>
            ${others}
          </ul>
        </nav>
      </div>
    </header>
    <main id="content" class="wide" tabindex="-1">${main}</main>
    <footer class="wide"><p>Viestiväylä · ${word('programme', language)}</p></footer>`;
  return `<!doctype html>\n<html lang="${language}"><head>${head.toString()}<style>${STYLESHEET}</style></head><body>${body.toString()}</body></html>\n`;
}
