import { said } from '#shared/domain/programme/said';
import type { ReportLanguage } from '#shared/domain/programme/words';
import type { RoadmapDataset, RoadmapEntry } from '#shared/domain/roadmap/dataset';
import { entryMarkup } from '#shared/domain/roadmap/entry-markup';
import { type RoadmapLinks, type RoadmapView, asksNothing } from '#shared/domain/roadmap/links';
import { ROADMAP_WORDS, phaseText } from '#shared/domain/roadmap/roadmap-words';
import { businessCounter, found } from '#shared/domain/roadmap/search';
import { searchForm, searchLists } from '#shared/domain/roadmap/search-markup';
import { dateText, numberText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** Services on one page. */
const PER_PAGE = 40;

/**
 * What the public roadmap says: where the transition stands, services of businesses by event, a search that needs no script,
 * and the services that were found. Other views and the data are where the links say.
 *
 * @see REQ-140, REQ-144, REQ-202, REQ-209, REQ-227, REQ-235, REQ-269
 */
export function roadmapMarkup(dataset: RoadmapDataset, view: RoadmapView, links: RoadmapLinks): Markup {
  const { language } = view;
  const word = wordsIn(language);
  return html`<h1>${word('title')}</h1>
    <p class="lead">${word('lead')}</p>
    <p class="phase">${phaseText(dataset.transition, language)}</p>
    ${counter(dataset, view, links)}
    <section aria-labelledby="search">
      <h2 id="search">${word('search')}</h2>
      ${links.search === 'form' ? searchForm(dataset, view) : searchLists(dataset, view, links)}
    </section>
    ${results(dataset, view, links)}
    <section class="downloads" aria-labelledby="data">
      <h2 id="data">${word('data')}</h2>
      <ul>
        <li><a href="${links.data(view, 'csv')}">${word('csv')}</a></li>
        <li><a href="${links.data(view, 'json')}">${word('json')}</a></li>
      </ul>
      <p>${said(dataset.programme, language)}. ${word('day').replace('{day}', dateText(dataset.day))}</p>
    </section>`;
}

export function roadmapTitle(language: ReportLanguage): string {
  return ROADMAP_WORDS.title[language];
}

function wordsIn(language: ReportLanguage): (key: keyof typeof ROADMAP_WORDS) => string {
  return (key) => ROADMAP_WORDS[key][language];
}

function counter(dataset: RoadmapDataset, { language }: RoadmapView, links: RoadmapLinks): Markup | undefined {
  const word = wordsIn(language);
  const events = businessCounter(dataset);
  if (events.length === 0) return undefined;
  const items = events.map(({ code, services }) => {
    const href = links.page({ language, filter: { event: code, group: 'BUSINESS' }, page: 1 });
    return html`<li>
      <a href="${href}#services">${said(dataset.businessEvents[code] ?? { fi: code }, language)}</a>
      <small>${numberText(services)}</small>
    </li>`;
  });
  return html`<section aria-labelledby="counter">
    <h2 id="counter">${word('oneCounter')}</h2>
    <p>${word('oneCounterLead')}</p>
    <ul class="events">
      ${items}
    </ul>
  </section>`;
}

function results(dataset: RoadmapDataset, view: RoadmapView, links: RoadmapLinks): Markup {
  const { language, filter } = view;
  const word = wordsIn(language);
  const entries = view.isUnknown ? [] : found(dataset, filter);
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const page = Math.min(view.page, pages);
  const from = (page - 1) * PER_PAGE;
  const shown = entries.slice(from, from + PER_PAGE);
  const count = word('count').replace('{of}', numberText(entries.length));
  const range = word('range').replace('{n}', `${numberText(from + 1)}–${numberText(from + shown.length)}`);
  const isNarrow = !asksNothing(view);
  const clear = html`<a class="clear" href="${links.page({ language, filter: {}, page: 1 })}">${word('clear')}</a>`;
  return html`<section id="services" aria-labelledby="found">
    <h2 id="found">${word('services')}</h2>
    <p>${count}. ${pages > 1 ? range : undefined} ${isNarrow ? clear : undefined}</p>
    ${list(shown, dataset, view)} ${pages > 1 ? paging({ ...view, page }, pages, links) : undefined}
  </section>`;
}

function list(entries: readonly RoadmapEntry[], dataset: RoadmapDataset, { language }: RoadmapView): Markup {
  if (entries.length > 0)
    return html`<ul class="entries">
      ${entries.map((entry) => entryMarkup(entry, dataset, language))}
    </ul>`;
  return html`<p class="none">${ROADMAP_WORDS[dataset.entries.length === 0 ? 'empty' : 'none'][language]}</p>`;
}

function paging(view: RoadmapView, pages: number, links: RoadmapLinks): Markup {
  const word = wordsIn(view.language);
  const step = (page: number, name: 'previous' | 'next') =>
    page < 1 || page > pages
      ? undefined
      : html`<li>
          <a rel="${name === 'next' ? 'next' : 'prev'}" href="${links.page({ ...view, page })}#services"
            >${word(name)}</a
          >
        </li>`;
  return html`<nav class="pages" aria-label="${word('pages')}">
    <ul>
      ${step(view.page - 1, 'previous')} ${step(view.page + 1, 'next')}
    </ul>
  </nav>`;
}
