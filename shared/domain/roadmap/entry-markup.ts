import type { Offering } from '#shared/domain/programme/registry/service';
import { said } from '#shared/domain/programme/said';
import { type ReportLanguage, told } from '#shared/domain/programme/words';
import type { RoadmapDataset, RoadmapEntry } from '#shared/domain/roadmap/dataset';
import { CHANNEL_NAMES, GROUP_NAMES, ROADMAP_WORDS, STATUS_NAMES } from '#shared/domain/roadmap/roadmap-words';
import { dateText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

/** A service in the list: the electronic way first, the other ones after it (REQ-140, REQ-144). */
export function entryMarkup(entry: RoadmapEntry, dataset: RoadmapDataset, language: ReportLanguage): Markup {
  const { names, authority, coOwners = [], offerings } = entry;
  const others = coOwners.flatMap((each, i) => [html`${i > 0 ? ', ' : ''}`, said(each.names, language)]);
  const together = others.length > 0 ? html`(${ROADMAP_WORDS.with[language]} ${others})` : undefined;
  return html`<li>
    <h3>${said(names, language)}</h3>
    <p class="by">${said(authority.names, language)} ${together}</p>
    <ul class="offered">
      ${offerings.map((each) => offered(each, language))}
    </ul>
    ${events(entry, dataset, language)} ${waysList(ways(entry, language))}
  </li>`;
}

/** From when an offering is there: a year, or a day. */
export function availabilityText({ availableFrom }: Pick<Offering, 'availableFrom'>): string {
  return typeof availableFrom === 'string' ? dateText(availableFrom) : String(availableFrom ?? '');
}

function offered(offering: Offering, language: ReportLanguage): Markup {
  const { targetGroup, status } = offering;
  const from = status === 'IN_USE' ? '' : availabilityText(offering);
  return html`<li class="${status.toLowerCase()}">
    ${GROUP_NAMES[targetGroup][language]}: ${STATUS_NAMES[status][language].toLowerCase()} ${from}
  </li>`;
}

function events({ businessEvents, lifeEvents }: RoadmapEntry, dataset: RoadmapDataset, language: ReportLanguage) {
  const names = [
    ...businessEvents.map((code) => dataset.businessEvents[code] ?? { fi: code }),
    ...lifeEvents.map((code) => dataset.lifeEvents[code] ?? { fi: code }),
  ];
  if (names.length === 0) return undefined;
  const listed = names.flatMap((each, i) => [html`${i > 0 ? ' · ' : ''}`, said(each, language)]);
  return html`<p><small>${listed}</small></p>`;
}

function waysList(items: readonly Markup[]): Markup | undefined {
  if (items.length === 0) return undefined;
  return html`<ul class="ways">
    ${items}
  </ul>`;
}

function ways(entry: RoadmapEntry, language: ReportLanguage): readonly Markup[] {
  const { address, hasApi, apiOnly, ptv, alternativeChannels = [] } = entry;
  const name = html`<span class="ear">: ${told(entry.names, language).text}</span>`;
  const link = (href: string, key: 'useOnline' | 'description') =>
    html`<a href="${href}">${ROADMAP_WORDS[key][language]}${name}</a>`;
  const others = alternativeChannels.map((each) => CHANNEL_NAMES[each][language]).join(', ');
  return [
    ...(address !== undefined && isOfTheWeb(address)
      ? [html`<li class="first">${link(address, 'useOnline')}</li>`]
      : []),
    ...(ptv ? [html`<li>${link(ptv.address, 'description')}</li>`] : []),
    ...(hasApi ? [html`<li>${ROADMAP_WORDS[apiOnly ? 'apiOnly' : 'hasApi'][language]}</li>`] : []),
    ...(others === '' ? [] : [html`<li class="by">${ROADMAP_WORDS.otherWays[language]}: ${others}</li>`]),
  ];
}

function isOfTheWeb(address: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(address);
}
