import { type ReportLanguage, type Texts, told } from '#shared/domain/programme/words';
import { type Markup, html } from '#shared/kernel/markup';

/** How a language is named where its words stand in for another's. */
const IN_LANGUAGE: Readonly<Record<ReportLanguage, Readonly<Record<ReportLanguage, string>>>> = {
  fi: { fi: 'suomeksi', sv: 'på finska', en: 'in Finnish' },
  sv: { fi: 'ruotsiksi', sv: 'på svenska', en: 'in Swedish' },
  en: { fi: 'englanniksi', sv: 'på engelska', en: 'in English' },
};

/** Words of a page in its language; those that are missing are there in Finnish, marked for eye and ear (TR-18). */
export function said(texts: Texts, language: ReportLanguage): Markup {
  const { text, fallback } = told(texts, language);
  if (fallback === undefined) return html`${text}`;
  return html`<span lang="${fallback}">${text}</span> <small class="mark">(${IN_LANGUAGE[fallback][language]})</small>`;
}
