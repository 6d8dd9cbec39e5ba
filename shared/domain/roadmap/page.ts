import {
  type OfferingStatus,
  type TargetGroup,
  offeringStatus,
  targetGroup,
} from '#shared/domain/programme/registry/service';
import { said } from '#shared/domain/programme/said';
import { type ReportLanguage, type Texts, told } from '#shared/domain/programme/words';
import type { RoadmapDataset, RoadmapEntry, RoadmapFilter } from '#shared/domain/roadmap/dataset';
import { entryMarkup } from '#shared/domain/roadmap/entry-markup';
import { GROUP_NAMES, ROADMAP_WORDS, STATUS_NAMES, phaseText } from '#shared/domain/roadmap/roadmap-words';
import { businessCounter, found } from '#shared/domain/roadmap/search';
import { dateText, numberText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** What a page of the roadmap shows. */
export interface RoadmapView {
  readonly language: ReportLanguage;
  readonly filter: RoadmapFilter;
  /** From 1. */
  readonly page: number;
  /** Something is asked for that is no code of the roadmap, so nothing is found. */
  readonly isUnknown?: boolean;
}

/** Services on one page. */
const PER_PAGE = 40;

/** Where a view of the roadmap is, seen from another one. */
export function addressOf({ language, filter, page }: RoadmapView): string {
  const parts = [['lang', language], ...partsOf(filter), ...(page > 1 ? [['page', String(page)]] : [])];
  return `?${parts.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** Whether nothing is searched for: the page everybody sees first. */
export function isWhole({ filter, page, isUnknown }: RoadmapView): boolean {
  return isUnknown !== true && page === 1 && partsOf(filter).length === 0;
}

function partsOf(filter: RoadmapFilter): [string, string][] {
  return FILTERS.flatMap((name): [string, string][] => (filter[name] === undefined ? [] : [[name, filter[name]]]));
}

const FILTERS = ['event', 'authority', 'group', 'status'] as const;

/** Where the dataset is as CSV or JSON, seen from the page. */
function dataAddress(view: RoadmapView, format: 'csv' | 'json'): string {
  return `programme/v1/roadmap${addressOf({ ...view, page: 1 })}&format=${format}`;
}

/**
 * What the public roadmap says: where the transition stands, services of businesses by event, a search that needs no script,
 * and the services that were found.
 *
 * @see REQ-140, REQ-144, REQ-202, REQ-209, REQ-227, REQ-235, REQ-269
 */
export function roadmapMarkup(dataset: RoadmapDataset, view: RoadmapView): Markup {
  const { language } = view;
  const word = wordsIn(language);
  return html`<h1>${word('title')}</h1>
    <p class="lead">${word('lead')}</p>
    <p class="phase">${phaseText(dataset.transition, language)}</p>
    ${counter(dataset, view)}
    <section aria-labelledby="search">
      <h2 id="search">${word('search')}</h2>
      ${form(dataset, view)}
    </section>
    ${results(dataset, view)}
    <section class="downloads" aria-labelledby="data">
      <h2 id="data">${word('data')}</h2>
      <ul>
        <li><a href="${dataAddress(view, 'csv')}">${word('csv')}</a></li>
        <li><a href="${dataAddress(view, 'json')}">${word('json')}</a></li>
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

function counter(dataset: RoadmapDataset, { language }: RoadmapView): Markup | undefined {
  const word = wordsIn(language);
  const events = businessCounter(dataset);
  if (events.length === 0) return undefined;
  const items = events.map(({ code, services }) => {
    const href = addressOf({ language, filter: { event: code, group: 'BUSINESS' }, page: 1 });
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

/** A plain form: its answer is a page with an address of its own. */
function form(dataset: RoadmapDataset, { language, filter }: RoadmapView): Markup {
  const word = wordsIn(language);
  const events = (list: Readonly<Record<string, Texts>>) =>
    Object.entries(list).map(([code, names]) => option(code, told(names, language).text, filter.event));
  const authorities = authoritiesWithServices(dataset).map(({ id, names }) =>
    option(id, told(names, language).text, filter.authority),
  );
  const statuses = STATUSES.map((each) => option(each, STATUS_NAMES[each][language], filter.status));
  const groups = GROUPS.map((each) => option(each, GROUP_NAMES[each][language], filter.group));
  const groupsOfEvents = [
    html`<optgroup label="${word('businessEvents')}">${events(dataset.businessEvents)}</optgroup>`,
    html`<optgroup label="${word('lifeEvents')}">${events(dataset.lifeEvents)}</optgroup>`,
  ];
  return html`<form class="search" method="get" action="#services">
    <input type="hidden" name="lang" value="${language}" />
    ${field('event', groupsOfEvents, language)} ${field('authority', authorities, language)}
    ${field('group', groups, language)} ${field('status', statuses, language)}
    <div><button type="submit">${word('show')}</button></div>
  </form>`;
}

const STATUSES: readonly OfferingStatus[] = offeringStatus.options.filter((each) => each !== 'RETIRED');
const GROUPS: readonly TargetGroup[] = [...targetGroup.options].reverse();

function field(name: (typeof FILTERS)[number], options: readonly Markup[], language: ReportLanguage): Markup {
  return html`<div>
    <label for="f-${name}">${ROADMAP_WORDS[name][language]}</label>
    <select id="f-${name}" name="${name}">
      <option value="">${ROADMAP_WORDS.all[language]}</option>
      ${options}
    </select>
  </div>`;
}

function option(value: string, text: string, chosen: string | undefined): Markup {
  return html`<option value="${value}" ${value === chosen ? html`selected` : undefined}>${text}</option>`;
}

function authoritiesWithServices({ authorities, entries }: RoadmapDataset) {
  const ids = new Set(entries.flatMap(({ authority, coOwners = [] }) => [authority, ...coOwners].map(({ id }) => id)));
  return authorities.filter(({ id }) => ids.has(id));
}

function results(dataset: RoadmapDataset, view: RoadmapView): Markup {
  const { language, filter } = view;
  const word = wordsIn(language);
  const entries = view.isUnknown ? [] : found(dataset, filter);
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  const page = Math.min(view.page, pages);
  const from = (page - 1) * PER_PAGE;
  const shown = entries.slice(from, from + PER_PAGE);
  const count = word('count').replace('{of}', numberText(entries.length));
  const range = word('range').replace('{n}', `${numberText(from + 1)}–${numberText(from + shown.length)}`);
  const isNarrow = view.isUnknown === true || partsOf(filter).length > 0;
  const clear = html`<a class="clear" href="${addressOf({ language, filter: {}, page: 1 })}">${word('clear')}</a>`;
  return html`<section id="services" aria-labelledby="found">
    <h2 id="found">${word('services')}</h2>
    <p>${count}. ${pages > 1 ? range : undefined} ${isNarrow ? clear : undefined}</p>
    ${list(shown, dataset, view)} ${pages > 1 ? paging({ ...view, page }, pages) : undefined}
  </section>`;
}

function list(entries: readonly RoadmapEntry[], dataset: RoadmapDataset, { language }: RoadmapView): Markup {
  if (entries.length > 0)
    return html`<ul class="entries">
      ${entries.map((entry) => entryMarkup(entry, dataset, language))}
    </ul>`;
  return html`<p class="none">${ROADMAP_WORDS[dataset.entries.length === 0 ? 'empty' : 'none'][language]}</p>`;
}

function paging(view: RoadmapView, pages: number): Markup {
  const word = wordsIn(view.language);
  const step = (page: number, name: 'previous' | 'next') =>
    page < 1 || page > pages
      ? undefined
      : html`<li>
          <a rel="${name === 'next' ? 'next' : 'prev'}" href="${addressOf({ ...view, page })}#services"
            >${word(name)}</a
          >
        </li>`;
  return html`<nav class="pages" aria-label="${word('pages')}">
    <ul>
      ${step(view.page - 1, 'previous')} ${step(view.page + 1, 'next')}
    </ul>
  </nav>`;
}
